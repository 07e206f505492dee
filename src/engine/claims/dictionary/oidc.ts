/** OpenID Connect: the person's profile, the ID token, sessions. */
import { type DictionaryEntry, table } from './entry.ts';

const PROFILE = table('registered', 'OpenID Connect Core 1.0', [
  ['name', 'string', 'The person’s full name, as it is to be displayed.', '5.1'],
  ['given_name', 'string', 'The person’s first name or names.', '5.1'],
  ['family_name', 'string', 'The person’s last name or names.', '5.1'],
  ['middle_name', 'string', 'The person’s middle name or names.', '5.1'],
  ['nickname', 'string', 'What the person is called in everyday life.', '5.1'],
  [
    'preferred_username',
    'string',
    'The user name that the person likes to be shown by; it may change and is not unique.',
    '5.1',
  ],
  ['profile', 'URI', 'Address of a web page about the person.', '5.1'],
  ['picture', 'URI', 'Address of a picture of the person.', '5.1'],
  ['website', 'URI', 'Address of the person’s own web page.', '5.1'],
  ['email', 'string', 'The person’s e-mail address; it may change and is not an identifier.', '5.1'],
  ['email_verified', 'boolean', 'Whether the issuer made sure that the e-mail address is the person’s.', '5.1'],
  ['gender', 'string', 'The person’s gender.', '5.1'],
  ['birthdate', 'date', 'The person’s birthday as YYYY-MM-DD; the year may be 0000 or stand alone.', '5.1'],
  ['zoneinfo', 'string', 'The person’s time zone, such as Europe/Berlin.', '5.1'],
  ['locale', 'string', 'The person’s language and region, such as en-GB.', '5.1'],
  ['phone_number', 'string', 'The person’s telephone number, best with + and country code.', '5.1'],
  [
    'phone_number_verified',
    'boolean',
    'Whether the issuer made sure that the telephone number is the person’s.',
    '5.1',
  ],
  ['address', 'object', 'The person’s postal address, in parts.', '5.1.1'],
  ['updated_at', 'NumericDate', 'When the person’s profile was last changed.', '5.1'],
  ['_claim_names', 'object', 'Names the claims that another party vouches for, and where each is found.', '5.6.2'],
  [
    '_claim_sources',
    'object',
    'The places that “_claim_names” points to: tokens inside this one, or endpoints to ask.',
    '5.6.2',
  ],
]);

const ID_TOKEN = table('registered', 'OpenID Connect Core 1.0', [
  ['azp', 'string', 'The client that the token was issued to.', '2'],
  ['nonce', 'string', 'A value that the client sent along, so that an answer to another request is noticed.', '2'],
  ['auth_time', 'NumericDate', 'When the person signed in.', '2'],
  ['at_hash', 'base64url', 'Left half of the hash of the access token that came along.', '3.1.3.6'],
  ['c_hash', 'base64url', 'Left half of the hash of the authorization code that came along.', '3.3.2.11'],
  ['acr', 'string', 'How strong the sign-in was, as a level that issuer and client have agreed upon.', '2'],
  ['amr', 'string[]', 'The methods that were used to sign in, such as a password and a one-time code.', '2'],
  ['sub_jwk', 'JWK', 'The public key of a person who issues for themself; it checks this very token.', '7.4'],
]);

const SESSIONS = table('registered', 'OpenID Connect Front-Channel Logout 1.0', [
  ['sid', 'string', 'The session at the issuer that the token belongs to; a logout names it again.', '3'],
]);

const FINANCIAL = table('specified', 'FAPI 1.0 Part 2', [
  ['s_hash', 'base64url', 'Left half of the hash of the state that the client sent along.'],
]);

export const OIDC: readonly DictionaryEntry[] = [...PROFILE, ...ID_TOKEN, ...SESSIONS, ...FINANCIAL];

/** Kinds of OpenID Connect, told by their claims. */
import { hasClaims, hasClaimsWithout } from '../because.ts';
import { has, hasAll, objectOf, present, type TokenFacts, textOf, textsOf } from '../facts.ts';
import { type Told, told } from './kind.ts';

/** What speaks of permissions: an ID token tells who signed in, not what may be done (OpenID Connect Core section 2). */
export const PERMISSION_CLAIMS: readonly string[] = ['scope', 'scp', 'cid', 'client_id', 'permissions'];

/** They are defined for ID tokens. `auth_time` is left to a second look: access tokens of RFC 9068 and Okta have it. */
const ID_TOKEN_CLAIMS: readonly string[] = ['nonce', 'at_hash', 'c_hash', 's_hash', 'auth_time'];

const BACKCHANNEL_LOGOUT = 'http://schemas.openid.net/event/backchannel-logout';

const PERSON_CLAIMS: readonly string[] = [
  'name',
  'given_name',
  'family_name',
  'preferred_username',
  'email',
  'email_verified',
  'picture',
  'phone_number',
];

/** What other kinds have: none of them is about a sign-in, whatever else they look like. */
const OTHER_KINDS: readonly string[] = [
  'events',
  'htm',
  'htu',
  'sd_hash',
  'response_type',
  'jwks',
  'vc',
  'vp',
  '_sd',
  'aal',
];

/** Many issuers send no `azp` (Google for its own apps, Firebase, Apple): a single `aud` does then. */
export function idToken({ claims }: TokenFacts): Told | undefined {
  if (!hasAll(claims, ['iss', 'sub', 'aud']) || textOf(claims, 'iss') === textOf(claims, 'sub')) return undefined;
  if (present(claims, [...PERMISSION_CLAIMS, ...OTHER_KINDS]).length > 0) return undefined;
  const audiences = textsOf(claims, 'aud');
  const party = textOf(claims, 'azp');
  const isForOne = audiences.length === 1 && !isAddress(audiences[0]);
  if (!isForOne && (party === undefined || !audiences.includes(party))) return undefined;
  const found = present(claims, ID_TOKEN_CLAIMS);
  if (found.length > 0) return told('ID token', 'shape', hasClaimsWithout(['aud', ...found], PERMISSION_CLAIMS));
  return idTokenHint(claims);
}

/** Without a nonce or a hash: an audience and the person's profile. */
function idTokenHint(claims: TokenFacts['claims']): Told | undefined {
  const person = present(claims, PERSON_CLAIMS);
  if (person.length === 0 || !has(claims, 'exp')) return undefined;
  return told('ID token', 'hint', hasClaimsWithout(['aud', ...person], PERMISSION_CLAIMS));
}

/** The audience of an ID token is a client; that of an access token is often the address of a service. */
function isAddress(text: string | undefined): boolean {
  return text !== undefined && /^https?:\/\//i.test(text);
}

/** OpenID Connect Back-Channel Logout 1.0 section 2.4: a security event token with this event. */
export function logoutToken({ claims }: TokenFacts): Told | undefined {
  const events = objectOf(claims, 'events');
  if (events === undefined || !Object.hasOwn(events, BACKCHANNEL_LOGOUT)) return undefined;
  return told('logout token', 'shape', { code: 'claim-holds', values: { name: 'events', found: BACKCHANNEL_LOGOUT } });
}

/** A signed response has who issued it and for whom, the person's claims, and no lifetime (OpenID Connect Core section 5.3.2). */
export function userinfoResponse({ claims }: TokenFacts): Told | undefined {
  if (!has(claims, 'sub') || present(claims, ['exp', 'iat', 'nbf', 'jti', ...PERMISSION_CLAIMS]).length > 0) {
    return undefined;
  }
  const person = present(claims, PERSON_CLAIMS);
  if (person.length === 0 || !has(claims, 'iss')) return undefined;
  return told('userinfo response', 'hint', hasClaimsWithout(['sub', ...person], ['exp', 'iat']));
}

/** RFC 9101 section 4: the parameters of an authorization request. */
export function requestObject({ claims }: TokenFacts): Told | undefined {
  if (!hasAll(claims, ['client_id', 'response_type'])) return undefined;
  return told('request object', 'shape', hasClaims('client_id', 'response_type', ...present(claims, ['redirect_uri'])));
}

/** JWT Secured Authorization Response Mode for OAuth 2.0 (JARM) section 2.1. */
export function authorizationResponse({ claims }: TokenFacts): Told | undefined {
  if (!hasAll(claims, ['iss', 'aud', 'exp', 'state']) || has(claims, 'sub')) return undefined;
  const answer = present(claims, ['code', 'error', 'access_token', 'id_token']);
  if (answer.length === 0) return undefined;
  return told('authorization response', 'shape', hasClaims('state', ...answer));
}

/** OAuth 2.0: what may be done, for whom, with which key. */
import { type DictionaryEntry, table } from './entry.ts';

const EXCHANGE = table('registered', 'RFC 8693', [
  ['act', 'object', 'Who acts on behalf of the subject; an “act” inside names who acted before.', '4.1'],
  ['scope', 'space-separated string', 'What may be done with the token, as names with blanks between them.', '4.2'],
  ['client_id', 'string', 'The client that asked for the token.', '4.3'],
  ['may_act', 'object', 'Who is allowed to act on behalf of the subject.', '4.4'],
]);

const PROOF = table('registered', 'RFC 7800', [
  ['cnf', 'object', 'The key that the holder must prove to have; the token alone is not enough.', '3.1'],
]);

const GRANTS = table('registered', 'RFC 9068', [
  ['roles', 'string[]', 'The roles that the subject has.', '2.2.3.1'],
  ['groups', 'string[]', 'The groups that the subject belongs to.', '2.2.3.1'],
  ['entitlements', 'string[]', 'What the subject is entitled to.', '2.2.3.1'],
]);

const DETAILS = table('registered', 'RFC 9396', [
  [
    'authorization_details',
    'object[]',
    'What may be done with the token, each entry of a type with details of its own.',
    '9.1',
  ],
]);

const INTROSPECTION = table('registered', 'RFC 9701', [
  ['token_introspection', 'object', 'What the authorization server says about the token that it was asked about.', '5'],
]);

const DPOP = table('registered', 'RFC 9449', [
  ['htm', 'string', 'The method of the HTTP request that the proof is for.', '4.2'],
  ['htu', 'URI', 'The address of the HTTP request that the proof is for, without query and fragment.', '4.2'],
  ['ath', 'base64url', 'SHA-256 hash of the access token that goes with the proof.', '4.2'],
]);

const CHALLENGE = table('registered', 'RFC 9447', [
  ['atc', 'object', 'What a certificate may be issued for: the type and value that the token’s issuer vouches for.'],
]);

const REQUEST = table('specified', 'RFC 9101', [
  ['response_type', 'space-separated string', 'What the authorization server is to answer with.', '4'],
  ['redirect_uri', 'URI', 'Where the authorization server is to send the answer.', '4'],
  [
    'state',
    'string',
    'A value that the client sent along and gets back, to tell its own answers from forged ones.',
    '4',
  ],
  ['code_challenge', 'string', 'Hash of a secret that the client will show when it redeems the code (RFC 7636).', '4'],
  ['code_challenge_method', 'string', 'How “code_challenge” was made; S256 is the sound one (RFC 7636).', '4'],
]);

const REGISTRATION = table('specified', 'RFC 7591', [
  ['software_id', 'string', 'The software that wants to be a client, whatever its version.', '2'],
  ['software_version', 'string', 'The version of the software named by “software_id”.', '2'],
  ['redirect_uris', 'URI[]', 'The addresses that answers to this client may go to.', '2'],
  ['client_name', 'string', 'The client’s name, to be shown to people.', '2'],
  ['grant_types', 'string[]', 'The ways in which this client gets tokens.', '2'],
]);

export const OAUTH: readonly DictionaryEntry[] = [
  ...EXCHANGE,
  ...PROOF,
  ...GRANTS,
  ...DETAILS,
  ...INTROSPECTION,
  ...DPOP,
  ...CHALLENGE,
  ...REQUEST,
  ...REGISTRATION,
];

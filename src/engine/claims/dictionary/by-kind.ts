/** What a claim means in one kind of token, where that says more than its general meaning. */
import type { KindName } from '../kinds/names.ts';
import { type DictionaryEntry, table } from './entry.ts';

const ENTITY: readonly DictionaryEntry[] = table('registered', 'OpenID Federation 1.0', [
  ['iss', 'URI', 'The entity that makes the statement.'],
  ['sub', 'URI', 'The entity that the statement is about; the same as “iss” where it speaks of itself.'],
]);

const ACCESS: readonly DictionaryEntry[] = table('registered', 'RFC 9068', [
  ['sub', 'StringOrURI', 'The user whose data the token opens, or the client where no user takes part.', '2.2'],
  ['aud', 'StringOrURI or StringOrURI[]', 'The service that the token opens; any other must refuse it.', '2.2'],
]);

const SIMPLE_ACCESS: readonly DictionaryEntry[] = table('provider', 'Django REST SimpleJWT', [
  ['jti', 'string', 'A name for this one token, 32 hexadecimal digits; the blacklist goes by it.'],
]);

export const BY_KIND: Readonly<Partial<Record<KindName, readonly DictionaryEntry[]>>> = {
  'ID token': table('registered', 'OpenID Connect Core 1.0', [
    ['iss', 'URI', 'The OpenID provider where the person signed in.', '2'],
    ['sub', 'string', 'The person who signed in, by an identifier that stays the same at this issuer.', '2'],
    ['aud', 'StringOrURI or StringOrURI[]', 'The client that the ID token is for; it is not meant for services.', '2'],
  ]),
  'access token': ACCESS,
  'access token (RFC 9068)': ACCESS,
  'SimpleJWT access token': SIMPLE_ACCESS,
  'SimpleJWT refresh token': SIMPLE_ACCESS,
  'SimpleJWT sliding token': SIMPLE_ACCESS,
  'DPoP proof': table('registered', 'RFC 9449', [
    ['jti', 'string', 'A name for this one proof; a service refuses one that it has seen.', '4.2'],
    ['iat', 'NumericDate', 'When the proof was made; it holds for a few seconds or minutes.', '4.2'],
    ['nonce', 'string', 'A value that the server gave out, which shows that the proof is fresh.', '4.2'],
  ]),
  'client assertion': table('registered', 'RFC 7523', [
    ['iss', 'string', 'The client that wants to prove who it is.', '3'],
    ['sub', 'string', 'The client that wants to prove who it is, the same as “iss”.', '3'],
    ['aud', 'StringOrURI or StringOrURI[]', 'The authorization server that the client proves itself to.', '3'],
    ['jti', 'string', 'A name for this one assertion, so that it can be used once only.', '3'],
  ]),
  'JWT bearer grant': table('registered', 'RFC 7523', [
    ['iss', 'string', 'Who vouches for the subject.', '3'],
    ['sub', 'string', 'For whom an access token is asked.', '3'],
    ['aud', 'StringOrURI or StringOrURI[]', 'The authorization server that is asked for an access token.', '3'],
    ['scope', 'space-separated string', 'What the access token is to open.'],
  ]),
  'request object': table('registered', 'RFC 9101', [
    ['iss', 'string', 'The client that makes the request.', '4'],
    ['aud', 'StringOrURI or StringOrURI[]', 'The authorization server that the request is for.', '4'],
    ['scope', 'space-separated string', 'What the client asks for.', '4'],
    ['nonce', 'string', 'A value that will come back in the ID token or the presentation.', '4'],
  ]),
  'logout token': table('registered', 'OpenID Connect Back-Channel Logout 1.0', [
    ['sub', 'string', 'The person whose sessions end.', '2.4'],
    ['sid', 'string', 'The session that ends.', '2.4'],
    ['aud', 'StringOrURI or StringOrURI[]', 'The client that is to end the session.', '2.4'],
    ['events', 'object', 'Says that the token is about a logout.', '2.4'],
  ]),
  'key binding JWT': table('registered', 'RFC 9901', [
    ['aud', 'string', 'The verifier that the SD-JWT is shown to.', '4.3'],
    ['nonce', 'string', 'The verifier’s own value, which shows that the presentation is fresh.', '4.3'],
    ['iat', 'NumericDate', 'When the holder made the presentation.', '4.3'],
  ]),
  'OpenID4VCI proof': table('registered', 'OpenID4VCI 1.0', [
    ['iss', 'string', 'The client that asks for the credential.'],
    ['aud', 'string', 'The credential issuer that the proof is for.'],
    ['nonce', 'string', 'The credential issuer’s own value, which shows that the proof is fresh.'],
  ]),
  'status list': table('registered', 'Token Status List', [
    ['sub', 'URI', 'The address of this list, as tokens name it.'],
  ]),
  'SD-JWT VC': table('registered', 'SD-JWT VC', [
    ['iss', 'StringOrURI', 'Who issued the credential.'],
    ['sub', 'StringOrURI', 'Whom the credential is about; often left out.'],
    ['cnf', 'object', 'The holder’s key: who shows the credential must prove to have it.'],
  ]),
  'entity statement': ENTITY,
  'entity configuration': ENTITY,
  PASSporT: table('registered', 'RFC 8225', [
    ['iat', 'NumericDate', 'When the call was made; the token holds for about a minute.', '5.1.1'],
  ]),
  'VAPID token': table('registered', 'RFC 8292', [
    ['aud', 'URI', 'The origin of the push service that the message goes to.', '2'],
    ['exp', 'NumericDate', 'From this moment on the token must not be accepted; at most a day away.', '2'],
    ['sub', 'URI', 'How to reach whoever sends the messages: a mailto: or https: address.', '2.1'],
  ]),
  'workload identity token': table('registered', 'RFC 7519', [
    ['sub', 'StringOrURI', 'The program or job that the token stands for; access rules go by it.', '4.1.2'],
    ['aud', 'StringOrURI or StringOrURI[]', 'The service that the program wants to sign in to.', '4.1.3'],
  ]),
};

/** The seven claims of RFC 7519. */
import { table } from './entry.ts';

export const CORE = table('registered', 'RFC 7519', [
  ['iss', 'StringOrURI', 'Who issued the token.', '4.1.1'],
  [
    'sub',
    'StringOrURI',
    'Whom or what the token is about, usually the user or the program that it stands for.',
    '4.1.2',
  ],
  ['aud', 'StringOrURI or StringOrURI[]', 'Who the token is meant for; anyone else must refuse it.', '4.1.3'],
  ['exp', 'NumericDate', 'From this moment on the token must not be accepted.', '4.1.4'],
  ['nbf', 'NumericDate', 'Before this moment the token must not be accepted.', '4.1.5'],
  ['iat', 'NumericDate', 'When the token was issued.', '4.1.6'],
  ['jti', 'string', 'A name for this one token, so that it can be told from others, used once or revoked.', '4.1.7'],
]);

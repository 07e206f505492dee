/** Names that many issuers use and nobody has registered. */
import { table } from './entry.ts';

export const IN_USE = table('private', 'common use', [
  ['scp', 'string or string[]', 'What may be done with the token, as “scope” in other tokens.'],
  ['permissions', 'string[]', 'What the subject may do.'],
  ['role', 'string or string[]', 'The role that the subject has.'],
  ['uid', 'string', 'The user, by an identifier of the issuer’s own.'],
  ['user_id', 'any', 'The user, by an identifier of the issuer’s own.'],
  ['username', 'string', 'The name that the user signs in with.'],
  ['ver', 'any', 'The version of the token’s layout.'],
  ['token_type', 'string', 'What the token is for, such as access or refresh.'],
  ['token_use', 'string', 'What the token is for, such as id or access.'],
  ['tid', 'string', 'The tenant: the organization whose account it is.'],
  ['oid', 'string', 'An object of the issuer’s directory, usually the user.'],
  ['org_id', 'string', 'The organization that the user signed in for.'],
  ['tenant', 'string', 'The organization whose account it is.'],
  ['idp', 'string', 'The identity provider at which the user signed in.'],
  ['session_state', 'string', 'The session at the issuer that the token belongs to.'],
  ['orig_iat', 'NumericDate', 'When the first token of a series of renewed ones was issued.'],
]);

/** Okta. */
import { table } from '../entry.ts';

export const OKTA = table('provider', 'Okta', [
  ['ver', 'integer', 'The version of the token’s layout; 1 so far.'],
  [
    'jti',
    'string',
    'A name for this one token; AT stands before those of access tokens, ID before those of ID tokens.',
  ],
  ['cid', 'string', 'The client that asked for the token.'],
  ['uid', 'string', 'The user, by Okta’s own identifier.'],
  ['scp', 'string[]', 'What may be done with the token.'],
  ['sub', 'string', 'The user’s login in access tokens, the user’s id in ID tokens.'],
  ['idp', 'string', 'Where the user signed in, by Okta’s identifier.'],
  ['auth_time', 'NumericDate', 'When the user signed in; access tokens of Okta have it too.'],
  ['groups', 'string[]', 'The groups of the user that the claim’s filter lets through.'],
]);

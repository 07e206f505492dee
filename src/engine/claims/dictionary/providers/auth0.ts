/** Auth0. */
import { table } from '../entry.ts';

export const AUTH0 = table('provider', 'Auth0', [
  ['sub', 'string', 'The connection and the user in it, with a bar between; “…@clients” is a machine.'],
  ['azp', 'string', 'The application that asked for the token.'],
  ['gty', 'string or string[]', 'The grant by which the token was obtained, such as client-credentials.'],
  ['permissions', 'string[]', 'What the user’s roles allow at this API.'],
  ['org_id', 'string', 'The organization that the user signed in for.'],
  ['org_name', 'string', 'The name of the organization that the user signed in for.'],
  ['updated_at', 'date and time', 'When the profile was last changed; Auth0 writes a date, not a number.'],
  ['sid', 'string', 'The session at Auth0.'],
  ['act', 'object', 'Who acts on behalf of the user.'],
  ['https://*', 'any', 'A claim that the tenant’s own Actions or Rules have added; its address is only a name.'],
  ['http://*', 'any', 'A claim that the tenant’s own Actions or Rules have added; its address is only a name.'],
]);

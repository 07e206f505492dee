/** Keycloak. */
import { table } from '../entry.ts';

export const KEYCLOAK = table('provider', 'Keycloak', [
  ['typ', 'string', 'What the token is: Bearer (access), ID, Refresh, Offline or Logout.'],
  ['azp', 'string', 'The client that asked for the token.'],
  ['realm_access', 'object', 'The roles that the user has in the whole realm.'],
  ['resource_access', 'object', 'The roles that the user has in each client.'],
  ['session_state', 'string', 'The session at Keycloak; newer versions have “sid” only.'],
  ['sid', 'string', 'The session at Keycloak.'],
  ['allowed-origins', 'URI[]', 'The origins whose scripts may use the token.'],
  ['acr', 'string', 'How strong the sign-in was; 0 is by a session that was already there.'],
  ['authorization', 'object', 'The resources and what may be done with each (User-Managed Access).'],
  ['client_id', 'string', 'The client, where it signed in as itself.'],
  ['clientId', 'string', 'The client, where it signed in as itself; newer versions write “client_id”.'],
  ['clientHost', 'string', 'The host that the client signed in from.'],
  ['clientAddress', 'string', 'The network address that the client signed in from.'],
  ['organization', 'any', 'The organizations that the user is a member of.'],
]);

/** Google and Firebase. */
import { table } from '../entry.ts';

export const GOOGLE = table('provider', 'Google', [
  ['sub', 'string', 'The Google account, as digits; it never changes.'],
  ['azp', 'string', 'The client that asked for the token; it may differ from “aud” in mobile apps.'],
  ['hd', 'string', 'The domain of the organization that the account belongs to; absent for personal accounts.'],
  ['email_verified', 'boolean', 'Whether Google made sure that the e-mail address is the person’s.'],
]);

export const GOOGLE_SERVICE_ACCOUNT = table('provider', 'Google service account', [
  ['iss', 'string', 'The service account that signs.'],
  ['sub', 'string', 'The service account, or the user that it acts for.'],
  ['aud', 'URI', 'The token endpoint, or the service that is called directly.'],
  ['scope', 'space-separated string', 'What the access token is to open.'],
  ['target_audience', 'string', 'The audience of the ID token that is asked for.'],
]);

export const GOOGLE_PROXY = table('provider', 'Google Identity-Aware Proxy', [
  ['aud', 'string', 'The project and the backend or app that the proxy stands before.'],
  ['google', 'object', 'What access levels and devices the request meets.'],
  ['gcip', 'object', 'Who the user is, where Identity Platform signed them in.'],
  ['hd', 'string', 'The domain of the organization that the account belongs to.'],
]);

export const FIREBASE = table('provider', 'Firebase', [
  ['aud', 'string', 'The Firebase project.'],
  ['sub', 'string', 'The user in the project.'],
  ['user_id', 'string', 'The user in the project, the same as “sub”.'],
  ['firebase', 'object', 'How the user signed in, and the identities that are linked.'],
  ['uid', 'string', 'The user that the custom token will sign in.'],
  ['claims', 'object', 'Claims that the signed-in user’s tokens will have.'],
  ['tenant_id', 'string', 'The tenant of the project that the user signs in to.'],
]);

/** Services for signing in to one's own application. */
import { table } from '../entry.ts';

export const SIMPLE_JWT = table('provider', 'Django REST SimpleJWT', [
  ['token_type', 'string', 'What the token is: access, refresh or sliding.'],
  ['user_id', 'string', 'The Django user, as a string since version 5.5.1 and as stored before.'],
  ['jti', 'string', 'A name for this one token, 32 hexadecimal digits; the blacklist goes by it.'],
  ['refresh_exp', 'NumericDate', 'From this moment on the sliding token can no longer be renewed.'],
  ['hash_password', 'string', 'MD5 of the stored password hash: a new password makes the token void.'],
]);

export const SUPABASE = table('provider', 'Supabase', [
  [
    'role',
    'string',
    'The database role: anon, authenticated, or service_role, which passes by all row-level security.',
  ],
  ['aal', 'string', 'How strong the sign-in was: aal1 one factor, aal2 two.'],
  ['amr', 'object[]', 'The methods that were used to sign in, and when.'],
  ['session_id', 'string', 'The session that the token belongs to.'],
  ['app_metadata', 'object', 'What the application keeps about the user; the user cannot change it.'],
  ['user_metadata', 'object', 'What the user may change about themself: grant nothing by it.'],
  ['is_anonymous', 'boolean', 'The user has not given any name or address.'],
  ['phone', 'string', 'The user’s telephone number.'],
  ['ref', 'string', 'The project that the key belongs to.'],
  ['iss', 'string', 'The project’s sign-in service, or “supabase” for the keys of a project.'],
]);

export const CLERK = table('provider', 'Clerk', [
  ['azp', 'URI', 'The origin of the page that asked for the token.'],
  ['sid', 'string', 'The session.'],
  ['v', 'integer', 'The version of the token’s layout; 2 is the newer.'],
  ['fva', 'array', 'How many minutes ago the first and the second factor were shown; -1 for never.'],
  ['sts', 'string', 'The state of the session: active, or pending where something is still to be done.'],
  ['pla', 'string', 'The plan that is paid for, by the user (u) or the organization (o).'],
  ['fea', 'string', 'The features that the plan has.'],
  ['o', 'object', 'The organization that the user works in, and the role and permissions there.'],
  ['act', 'object', 'Who acts as the user.'],
  ['org_id', 'string', 'The organization that the user works in (older layout).'],
  ['org_role', 'string', 'The role in that organization (older layout).'],
  ['org_slug', 'string', 'The short name of that organization (older layout).'],
  ['org_permissions', 'string[]', 'The permissions in that organization (older layout).'],
]);

export const KINDE = table('provider', 'Kinde', [
  ['org_code', 'string', 'The organization that the user signed in for.'],
  ['org_name', 'string', 'The name of that organization.'],
  ['org_codes', 'string[]', 'The organizations that the user belongs to.'],
  ['permissions', 'string[]', 'What the user may do.'],
  ['feature_flags', 'object', 'The features that are on for the user.'],
]);

export const WORKOS = table('provider', 'WorkOS', [
  ['sid', 'string', 'The session.'],
  ['org_id', 'string', 'The organization that the user signed in for.'],
  ['role', 'string', 'The role in that organization.'],
  ['permissions', 'string[]', 'What the role allows.'],
  ['entitlements', 'string[]', 'What the organization has paid for.'],
]);

export const PINGONE = table('provider', 'PingOne', [
  ['env', 'string', 'The environment.'],
  ['org', 'string', 'The organization that the environment belongs to.'],
  ['p1.rid', 'string', 'The request that the token stems from.'],
  ['client_id', 'string', 'The application that asked for the token.'],
]);

export const ONELOGIN = table('provider', 'OneLogin', [
  ['params', 'object', 'Parameters that the application was set up with.'],
  ['groups', 'string[]', 'The groups that the user belongs to.'],
]);

export const SALESFORCE = table('provider', 'Salesforce', [
  ['sub', 'URI', 'Address of the user’s identity: organization and user.'],
  ['custom_attributes', 'object', 'What the connected app has added.'],
  ['scp', 'space-separated string', 'What may be done with the token.'],
]);

export const CLOUDFLARE_ACCESS = table('provider', 'Cloudflare Access', [
  ['type', 'string', 'What the token is: app for an application, org for the sign-in itself.'],
  ['aud', 'string[]', 'The application that Access stands before, by its tag.'],
  ['identity_nonce', 'string', 'A key to ask for the user’s full identity with.'],
  ['country', 'string', 'The country that the user signed in from.'],
  ['common_name', 'string', 'The service token that was used, where no person signed in.'],
  ['custom', 'object', 'Claims of the identity provider that were let through.'],
]);

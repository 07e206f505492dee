/** Amazon Cognito, and the load balancer that signs in with it. */
import { table } from '../entry.ts';

export const COGNITO = table('provider', 'Amazon Cognito', [
  ['token_use', 'string', 'What the token is: id or access.'],
  ['client_id', 'string', 'The app client; access tokens have it in place of “aud”.'],
  ['aud', 'string', 'The app client that the ID token is for.'],
  ['username', 'string', 'The user’s name in the user pool.'],
  ['cognito:username', 'string', 'The user’s name in the user pool.'],
  ['cognito:groups', 'string[]', 'The groups of the user pool that the user belongs to.'],
  ['cognito:roles', 'string[]', 'The IAM roles of the user’s groups.'],
  ['cognito:preferred_role', 'string', 'The IAM role of the user’s group with the highest rank.'],
  ['custom:*', 'any', 'An attribute that the user pool’s owner has added.'],
  ['origin_jti', 'string', 'The sign-in that the token stems from; revoking it ends all its tokens.'],
  ['event_id', 'string', 'The sign-in that the token stems from.'],
  ['device_key', 'string', 'The device that the user signed in on.'],
  ['identities', 'object[]', 'The accounts at other providers that the user has linked.'],
  ['version', 'integer', 'The version of the token’s layout.'],
  [
    'scope',
    'space-separated string',
    'What may be done with the token; aws.cognito.signin.user.admin opens the user’s own account.',
  ],
]);

export const LOAD_BALANCER = table('provider', 'AWS Application Load Balancer', [
  ['exp', 'NumericDate', 'From this moment on the token must not be accepted; it stands in the header too.'],
]);

export const LOAD_BALANCER_HEADER = table('provider', 'AWS Application Load Balancer', [
  ['signer', 'string', 'The load balancer that signed; compare it, as others sign with the same keys.'],
  ['client', 'string', 'The client of the identity provider.'],
  ['exp', 'NumericDate', 'From this moment on the token must not be accepted.'],
  ['iss', 'URI', 'The identity provider that the user signed in at.'],
  ['kid', 'string', 'Names the key, which is fetched from the region’s own address.'],
]);

/** `scope` and its like, and lists of what may be done. */
import type { Json } from '../../types.ts';
import { addressOf } from '../address.ts';
import { type ClaimPart, type Meanings, pieces, stringsAt } from './part.ts';

const SCOPES: Meanings = new Map([
  ['openid', 'Sign in with OpenID Connect: an ID token is given.'],
  ['profile', 'Read the person’s name, picture and other parts of the profile.'],
  ['email', 'Read the person’s e-mail address.'],
  ['address', 'Read the person’s postal address.'],
  ['phone', 'Read the person’s telephone number.'],
  ['offline_access', 'Go on while the person is away: a refresh token is given.'],
  ['offline', 'Go on while the person is away: a refresh token is given.'],
  ['groups', 'Read the person’s groups.'],
  ['roles', 'Read the person’s roles.'],
  ['web-origins', 'Name the origins whose scripts may use the token.'],
  ['microprofile-jwt', 'Add the claims that MicroProfile expects.'],
  ['acr', 'Say how strong the sign-in was.'],
  ['basic', 'Add the basic claims.'],
  ['device_sso', 'Share the sign-in with other apps on the device.'],
  ['uma_protection', 'Manage protected resources (User-Managed Access).'],
  ['uma_authorization', 'Ask for access to protected resources (User-Managed Access).'],
  ['user_impersonation', 'Act as the signed-in user.'],
  ['access_as_user', 'Act as the signed-in user.'],
  ['User.Read', 'Read the signed-in user’s profile in Microsoft Graph.'],
  ['Mail.Read', 'Read the user’s mail in Microsoft Graph.'],
  ['Files.Read', 'Read the user’s files in Microsoft Graph.'],
  ['aws.cognito.signin.user.admin', 'Read and change the user’s own account in the user pool.'],
  ['https://www.googleapis.com/auth/cloud-platform', 'See and manage everything in Google Cloud.'],
  ['https://www.googleapis.com/auth/userinfo.email', 'Read the person’s e-mail address.'],
  ['https://www.googleapis.com/auth/userinfo.profile', 'Read the person’s profile.'],
]);

/** RFC 6749 section 3.3: names with blanks between them; lists of names are read too. */
export function explainScope(value: Json): readonly ClaimPart[] {
  return typeof value === 'string' ? pieces(value, /\s+/, scopeMeaning) : stringsAt('', value, scopeMeaning);
}

function scopeMeaning(scope: string): string {
  const known = SCOPES.get(scope);
  if (known !== undefined) return known;
  const service = scope.includes('://') ? addressOf(scope)?.host : undefined;
  return service === undefined
    ? 'A permission that the issuer and the service have named.'
    : `A permission of the service at ${service}.`;
}

const TRUST_COMPONENTS: Meanings = new Map([
  ['P', 'How well the person’s identity was proved; more is stronger.'],
  ['C', 'What the person signed in with; several may stand together.'],
  ['M', 'How the means of signing in are looked after.'],
  ['A', 'How the sign-in was brought here.'],
]);

/** RFC 8485 section 2: a letter for the aspect and a sign for its value, with dots between. */
export function explainTrustVector(value: Json): readonly ClaimPart[] {
  if (typeof value !== 'string') return [];
  return pieces(value, /\./, (piece) => TRUST_COMPONENTS.get(piece.slice(0, 1)) ?? 'A component of the issuer’s own.');
}

/** Kinds of OAuth 2.0, told by their claims. */
import { addressOf } from '../address.ts';
import { hasClaims, type Reason } from '../because.ts';
import { has, hasAll, objectOf, present, type TokenFacts, textOf, textsOf } from '../facts.ts';
import { type Told, told } from './kind.ts';
import { PERMISSION_CLAIMS } from './openid.ts';

/** RFC 9449 section 4.2. */
export function dpopProof({ claims }: TokenFacts): Told | undefined {
  return hasAll(claims, ['htm', 'htu']) ? told('DPoP proof', 'shape', hasClaims('htm', 'htu')) : undefined;
}

/** What an access token has that says what may be done with it; the second row is that of Keycloak, Entra ID, RFC 9396 and Auth0. */
const ACCESS_CLAIMS: readonly string[] = [
  ...PERMISSION_CLAIMS,
  ...['realm_access', 'resource_access', 'appid', 'azpacr', 'appidacr', 'authorization_details', 'gty'],
];

const NOT_ACCESS: readonly string[] = ['response_type', 'events', 'token_introspection', 'htm', 'status_list'];

export function accessToken({ claims }: TokenFacts): Told | undefined {
  const found = present(claims, ACCESS_CLAIMS);
  if (found.length === 0 || present(claims, NOT_ACCESS).length > 0 || isSoftware(claims)) return undefined;
  if (isTokenEndpoint(claims)) return undefined;
  return told('access token', 'shape', hasClaims(...found));
}

/**
 * An encrypted access token whose key never leaves the issuer, as Auth0 gives for its own userinfo endpoint: `dir`, and
 * the issuer in the header (RFC 7519 section 5.3), since nobody else can look inside.
 */
export function opaqueAccessToken({ form, header, claims }: TokenFacts): Told | undefined {
  const isEncrypted = form === 'jwe-compact' || form === 'jwe-json';
  if (!isEncrypted || textOf(header, 'alg') !== 'dir' || textOf(header, 'iss') === undefined) return undefined;
  if (Object.keys(claims).length > 0) return undefined;
  return told('opaque access token', 'hint', { code: 'encrypted-to-issuer', values: {} });
}

/** RFC 7523 section 3: a client that speaks for itself. */
export function clientAssertion({ claims }: TokenFacts): Told | undefined {
  const issuer = textOf(claims, 'iss');
  if (issuer === undefined || issuer !== textOf(claims, 'sub')) return appleClientSecret(claims);
  if (!hasAll(claims, ['aud', 'exp']) || present(claims, SELF_ISSUED).length > 0) return undefined;
  return told('client assertion', 'shape', { code: 'same-claims', values: { names: ['iss', 'sub'] } });
}

/** Others that speak for themselves: an entity configuration, a self-issued ID token, a grant, a custom token. */
const SELF_ISSUED: readonly string[] = ['jwks', 'sub_jwk', 'nonce', 'scope', 'uid', 'vct'];

/** Apple's `client_secret`: issued by the team, about the client, for Apple. */
function appleClientSecret(claims: TokenFacts['claims']): Told | undefined {
  const audience = 'https://appleid.apple.com';
  if (!hasAll(claims, ['iss', 'sub', 'exp']) || !textsOf(claims, 'aud').includes(audience)) return undefined;
  return told('client assertion', 'shape', { code: 'claim-is', values: { name: 'aud', found: audience } });
}

/** RFC 7523 section 2.1, as Google's service accounts use it: issued by an account for the token endpoint. */
export function jwtBearerGrant({ claims }: TokenFacts): Told | undefined {
  if (!has(claims, 'iss') || !has(claims, 'scope') || !isTokenEndpoint(claims)) return undefined;
  return told('JWT bearer grant', 'shape', {
    code: 'claim-is-and-claims',
    values: { name: 'aud', found: textsOf(claims, 'aud')[0] ?? '', names: ['scope'] },
  });
}

/** An address whose path ends in 'token', as token endpoints are named everywhere. */
function isTokenEndpoint(claims: TokenFacts['claims']): boolean {
  const audiences = textsOf(claims, 'aud');
  return audiences.length === 1 && addressOf(audiences[0])?.segments.at(-1) === 'token';
}

/** RFC 7591 section 2.3. */
export function softwareStatement({ claims }: TokenFacts): Told | undefined {
  if (!isSoftware(claims)) return undefined;
  return told('software statement', 'shape', hasClaims(...present(claims, SOFTWARE)));
}

const SOFTWARE: readonly string[] = ['software_id', 'software_version', 'redirect_uris', 'client_name', 'grant_types'];

function isSoftware(claims: TokenFacts['claims']): boolean {
  return present(claims, ['software_id', 'redirect_uris']).length > 0 && present(claims, SOFTWARE).length > 1;
}

/** RFC 9701 section 5. */
export function introspectionResponse({ claims }: TokenFacts): Told | undefined {
  if (objectOf(claims, 'token_introspection') === undefined) return undefined;
  return told('introspection response', 'shape', hasClaims('token_introspection'));
}

/** RFC 8417 section 2.2. */
export function securityEvent({ claims }: TokenFacts): Told | undefined {
  return has(claims, 'events') ? told('security event token', 'shape', hasClaims('events')) : undefined;
}

/** Clerk: a session with its status, or with how old its factors are. */
const SESSIONS: readonly (readonly string[])[] = [
  ['sid', 'sts'],
  ['sid', 'fva'],
];

export function sessionToken({ claims }: TokenFacts): Told | undefined {
  const found = SESSIONS.find((names) => hasAll(claims, names));
  if (found !== undefined) return told('session token', 'shape', hasClaims(...found));
  const host = 'session.firebase.google.com';
  if (addressOf(textOf(claims, 'iss'))?.host !== host) return undefined;
  return told('session token', 'said', { code: 'issuer-host', values: { host } });
}

const SUPABASE_ROLES: ReadonlySet<string> = new Set(['anon', 'service_role']);

/** Supabase's keys of a project are tokens that live for ten years. */
export function apiKey({ claims }: TokenFacts): Told | undefined {
  const issuer = textOf(claims, 'iss');
  const isPlatform = issuer === 'supabase' || issuer === 'supabase-demo';
  if (!isPlatform || !SUPABASE_ROLES.has(textOf(claims, 'role') ?? '')) return undefined;
  return told('API key', 'said', { code: 'lasting-key', values: {} });
}

/** Supabase's tokens of a signed-in person have no scope; what may be done hangs on `role`. */
export function supabaseAccessToken({ claims }: TokenFacts): Told | undefined {
  const names = ['role', 'aal', 'session_id'];
  return hasAll(claims, names) ? told('access token', 'shape', hasClaims(...names)) : undefined;
}

/** Firebase: minted by a service account for itself, to be traded for an ID token. */
export function firebaseCustomToken({ claims }: TokenFacts): Told | undefined {
  const audience = textsOf(claims, 'aud').find((each) => /\.identitytoolkit\.v[0-9]+\.IdentityToolkit$/.test(each));
  if (audience === undefined || !has(claims, 'uid')) return undefined;
  const reason: Reason = { code: 'claim-is-and-claims', values: { name: 'aud', found: audience, names: ['uid'] } };
  return told('Firebase custom token', 'said', reason);
}

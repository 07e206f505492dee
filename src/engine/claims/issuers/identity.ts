/** Identity services, hosted and of one's own. */
import { claimIs, claimStarts, hasClaims, type Reason } from '../because.ts';
import { has, hasAll, textOf } from '../facts.ts';
import { isHexUuid } from '../kinds/said.ts';
import { type IssuerFacts, type IssuerRule, issuerIs, issuerUnder } from './issuer.ts';

/** Connections that Auth0 writes before the bar of `sub`: none of them is a word that others would put there. */
const AUTH0_CONNECTIONS: readonly string[] = ['auth0|', 'google-oauth2|', 'windowslive|', 'samlp|', 'waad|', 'email|'];

/** On a domain of one's own: an issuer that ends in a slash, and a subject of Auth0's making. */
function auth0Elsewhere({ address, iss, claims }: IssuerFacts): Reason | undefined {
  if (address === undefined || iss?.endsWith('/') !== true) return undefined;
  const subject = textOf(claims, 'sub') ?? '';
  const connection = AUTH0_CONNECTIONS.find((each) => subject.startsWith(each));
  if (connection !== undefined) return claimStarts('sub', connection);
  const isMachine = subject.endsWith('@clients') && has(claims, 'gty');
  return isMachine ? { code: 'claim-ends', values: { name: 'sub', found: '@clients' } } : undefined;
}

/** On a domain of one's own: its authorization server in the path, and its marks in the claims. */
function oktaElsewhere({ address, claims }: IssuerFacts): Reason | undefined {
  if (address?.segments[0] !== 'oauth2' && address?.segments.length !== 0) return undefined;
  const jti = textOf(claims, 'jti') ?? '';
  const isMarked = jti.startsWith('AT.') || jti.startsWith('ID.');
  return isMarked && has(claims, 'ver') ? claimStarts('jti', jti.slice(0, 3)) : undefined;
}

/** '/realms/<realm>' at the end of the path; before version 17 behind '/auth'. */
function keycloak({ address }: IssuerFacts): Reason | undefined {
  const isRealm = address !== undefined && address.segments.length >= 2 && address.segments.at(-2) === 'realms';
  return isRealm ? { code: 'issuer-path', values: { path: '/realms/…' } } : undefined;
}

/** `supabase-demo` is the issuer of the keys that everybody's local stack has. */
function supabaseElsewhere({ address, claims }: IssuerFacts): Reason | undefined {
  const [first, second] = address?.segments ?? [];
  const names = ['aal', 'session_id'];
  if (first !== 'auth' || second !== 'v1' || !hasAll(claims, names)) return undefined;
  return { code: 'issuer-path-and-claims', values: { path: '/auth/v1', names } };
}

/** On a domain of one's own the host is 'clerk.<domain>'. */
function clerkElsewhere({ address, claims }: IssuerFacts): Reason | undefined {
  if (address?.scheme !== 'https' || address.labels[0] !== 'clerk' || address.labels.length < 3) return undefined;
  const names = ['sid', 'azp'].filter((name) => has(claims, name));
  return names.length > 0 ? { code: 'issuer-host-and-claims', values: { host: address.host, names } } : undefined;
}

const SIMPLE_JWT_TYPES: ReadonlySet<string> = new Set(['access', 'refresh', 'sliding']);

/** `jti` is `uuid4().hex`, and the kind stands in `token_type`. */
function simpleJwt({ claims }: IssuerFacts): Reason | undefined {
  const type = textOf(claims, 'token_type') ?? '';
  if (!SIMPLE_JWT_TYPES.has(type) || !isHexUuid(textOf(claims, 'jti'))) return undefined;
  return { code: 'claim-is-and-claims', values: { name: 'token_type', found: type, names: ['jti'] } };
}

const HASURA = 'https://hasura.io/jwt/claims';

function hasura({ claims }: IssuerFacts): Reason | undefined {
  return has(claims, HASURA) ? hasClaims(HASURA) : undefined;
}

function jitsi({ claims }: IssuerFacts): Reason | undefined {
  return textOf(claims, 'aud') === 'jitsi' ? claimIs('aud', 'jitsi') : undefined;
}

/** Those told by `iss`. */
export const IDENTITY: readonly IssuerRule[] = [
  issuerUnder('Auth0', 'auth0.com'),
  issuerUnder('Okta', 'okta.com', 'oktapreview.com', 'okta-emea.com', 'okta-gov.com'),
  { name: 'Keycloak', told: keycloak },
  issuerUnder('Supabase', 'supabase.co'),
  issuerIs('Supabase', 'supabase', 'supabase-demo'),
  { name: 'Supabase', told: supabaseElsewhere },
  issuerUnder('Clerk', 'clerk.accounts.dev'),
  { name: 'Clerk', told: clerkElsewhere },
  { name: 'Okta', told: oktaElsewhere },
  { name: 'Auth0', told: auth0Elsewhere },
];

/** Those told by their other claims, whoever the issuer says it is. */
export const BY_CLAIMS: readonly IssuerRule[] = [
  { name: 'Django REST SimpleJWT', told: simpleJwt },
  { name: 'Jitsi', told: jitsi },
  { name: 'Hasura', told: hasura },
];

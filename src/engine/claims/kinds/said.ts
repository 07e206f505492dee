/** Providers whose claims say what the token is for. */
import { claimIs, claimStarts } from '../because.ts';
import { has, type TokenFacts, textOf } from '../facts.ts';
import { type Told, told } from './kind.ts';
import type { KindName } from './names.ts';

const COGNITO: ReadonlyMap<string, KindName> = new Map([
  ['id', 'ID token'],
  ['access', 'access token'],
  ['refresh', 'refresh token'],
]);

/** Amazon Cognito, and others who took the word. */
export function byTokenUse({ claims }: TokenFacts): Told | undefined {
  return fromTable(COGNITO, claims, 'token_use');
}

const KEYCLOAK: ReadonlyMap<string, KindName> = new Map([
  ['Bearer', 'access token'],
  ['DPoP', 'access token'],
  ['ID', 'ID token'],
  ['Refresh', 'refresh token'],
  ['Offline', 'refresh token'],
  ['Logout', 'logout token'],
]);

/** Keycloak puts a *claim* named `typ` into what it issues. */
export function byTypClaim({ claims }: TokenFacts): Told | undefined {
  return fromTable(KEYCLOAK, claims, 'typ');
}

const SIMPLE_JWT: ReadonlyMap<string, KindName> = new Map([
  ['access', 'SimpleJWT access token'],
  ['refresh', 'SimpleJWT refresh token'],
  ['sliding', 'SimpleJWT sliding token'],
]);

const OTHER_TOKEN_TYPES: ReadonlyMap<string, KindName> = new Map([
  ['access', 'access token'],
  ['access_token', 'access token'],
  ['refresh', 'refresh token'],
  ['refresh_token', 'refresh token'],
  ['id', 'ID token'],
  ['id_token', 'ID token'],
]);

/** Django REST SimpleJWT, which makes `jti` with `uuid4().hex`; without such a `jti` only the word itself is taken. */
export function byTokenType({ claims }: TokenFacts): Told | undefined {
  const isSimpleJwt = isHexUuid(textOf(claims, 'jti'));
  const simple = isSimpleJwt ? fromTable(SIMPLE_JWT, claims, 'token_type') : undefined;
  return simple ?? fromTable(OTHER_TOKEN_TYPES, claims, 'token_type');
}

export function isHexUuid(text: string | undefined): boolean {
  return text !== undefined && /^[0-9a-f]{32}$/.test(text);
}

const OKTA: readonly (readonly [prefix: string, kind: KindName])[] = [
  ['AT.', 'access token'],
  ['ID.', 'ID token'],
];

/** Okta begins `jti` with the kind, beside a `ver` that is the number 1. */
export function byOktaId({ claims }: TokenFacts): Told | undefined {
  const jti = textOf(claims, 'jti');
  if (jti === undefined || !has(claims, 'ver')) return undefined;
  const found = OKTA.find(([prefix]) => jti.startsWith(prefix));
  return found && told(found[1], 'said', claimStarts('jti', found[0]));
}

function fromTable(table: ReadonlyMap<string, KindName>, claims: TokenFacts['claims'], name: string): Told | undefined {
  const found = textOf(claims, name);
  const kind = found === undefined ? undefined : table.get(found);
  if (found === undefined || kind === undefined) return undefined;
  return told(kind, 'said', claimIs(name, found));
}

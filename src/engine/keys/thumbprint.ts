/** JWK thumbprints (RFC 7638). */
import { encodeBase64url } from '../token/base64url.ts';
import { encodeUtf8 } from '../token/utf8.ts';
import type { JsonObject } from '../types.ts';
import type { KeyType } from './shapes.ts';

/** The members that a public key of each kind consists of, in the order of RFC 7638 section 3.3 (RFC 8037, RFC 9964). */
const REQUIRED: Readonly<Record<KeyType, readonly string[]>> = {
  RSA: ['e', 'kty', 'n'],
  EC: ['crv', 'kty', 'x', 'y'],
  OKP: ['crv', 'kty', 'x'],
  AKP: ['alg', 'kty', 'pub'],
  oct: ['k', 'kty'],
};

/** Only the members that make the key: no `kid`, `use`, private or unknown ones. A member that is absent is left out. */
export function bareJwk(jwk: JsonObject): JsonObject {
  const kty = jwk.kty;
  if (!isKeyType(kty)) return {};
  return Object.fromEntries(REQUIRED[kty].flatMap((name) => (jwk[name] === undefined ? [] : [[name, jwk[name]]])));
}

export function isKeyType(kty: unknown): kty is KeyType {
  return typeof kty === 'string' && Object.hasOwn(REQUIRED, kty);
}

/**
 * The base64url SHA-256 thumbprint of a JWK (RFC 7638); private and symmetric keys have one as well. The values count
 * as they are written, so a key is to be judged (`judgeJwk`) before. Works without WebCrypto.
 */
export async function thumbprintOf(jwk: JsonObject): Promise<string> {
  return encodeBase64url(await sha256(encodeUtf8(JSON.stringify(bareJwk(jwk)))));
}

async function sha256(bytes: Uint8Array): Promise<Uint8Array> {
  // the property is absent where the page came over plain http, whatever its type says
  const subtle: SubtleCrypto | undefined = globalThis.crypto?.subtle;
  if (subtle !== undefined) return new Uint8Array(await subtle.digest('SHA-256', new Uint8Array(bytes)));
  const library = await import('@noble/hashes/sha2.js');
  return library.sha256(bytes);
}

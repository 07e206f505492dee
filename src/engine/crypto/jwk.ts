/** The members of a JWK that make the key itself (RFC 7518 section 6, RFC 8037 section 2, RFC 9964). */
import { decodeBase64url } from '../token/base64url.ts';
import type { JsonObject } from '../types.ts';
import type { SignatureKty } from './algorithms.ts';

/** A JWK of ours, or one that WebCrypto wrote, whose type has no index. */
type Members = Readonly<Record<string, unknown>>;

const PUBLIC_MEMBERS: Readonly<Record<SignatureKty, readonly string[]>> = {
  oct: ['kty', 'k'],
  RSA: ['kty', 'n', 'e'],
  EC: ['kty', 'crv', 'x', 'y'],
  OKP: ['kty', 'crv', 'x'],
  AKP: ['kty', 'alg', 'pub'],
};

const PRIVATE_MEMBERS: Readonly<Record<SignatureKty, readonly string[]>> = {
  oct: [],
  RSA: ['d', 'p', 'q', 'dp', 'dq', 'qi'],
  EC: ['d'],
  OKP: ['d'],
  AKP: ['priv'],
};

/** The members that make the public key, or the secret of an `oct` key; `use`, `key_ops`, `ext`, `kid` are left out. */
export function publicHalf(kty: SignatureKty, jwk: Members): Record<string, string> {
  return pick(jwk, PUBLIC_MEMBERS[kty]);
}

/** As `publicHalf`, with the members of the private key. */
export function bothHalves(kty: SignatureKty, jwk: Members): Record<string, string> {
  return pick(jwk, [...PUBLIC_MEMBERS[kty], ...PRIVATE_MEMBERS[kty]]);
}

function pick(jwk: Members, names: readonly string[]): Record<string, string> {
  const picked: Record<string, string> = {};
  for (const name of names) {
    const value = jwk[name];
    if (typeof value === 'string') picked[name] = value;
  }
  return picked;
}

/** The bytes of a base64url member; empty where it is missing or no base64url, which is the length of no key. */
export function memberBytes(jwk: JsonObject, name: string): Uint8Array {
  const value = jwk[name];
  return (typeof value === 'string' ? decodeBase64url(value).bytes : undefined) ?? new Uint8Array();
}

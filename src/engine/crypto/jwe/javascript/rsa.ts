/** RSA encryption in JavaScript (RFC 8017 section 7): RSA1_5, which no WebCrypto has, and OAEP where there is none. */
import { sha1 } from '@noble/hashes/legacy.js';
import { sha256, sha384, sha512 } from '@noble/hashes/sha2.js';
import { bytesFrom, integerFrom, modulo, powerModulo } from '../../../keys/integers.ts';
import { completeRsaPrivate, judgeRsaPublic, type RsaPrivate } from '../../../keys/rsa.ts';
import type { JsonObject } from '../../../types.ts';
import { memberBytes } from '../../jwk.ts';
import { concatBytes, equalBytes, randomBytes } from '../bytes.ts';
import type { HashName } from '../primitives.ts';

const HASHES = { 'SHA-1': sha1, 'SHA-256': sha256, 'SHA-384': sha384, 'SHA-512': sha512 };
type Hash = (typeof HASHES)[HashName];

export interface RsaPublicKey {
  readonly n: bigint;
  readonly e: bigint;
  /** bytes of the modulus */
  readonly size: number;
}

export interface RsaPrivateKey extends RsaPublicKey {
  readonly whole: RsaPrivate;
}

/** Undefined where the members are no key. */
export function rsaPublicKey(jwk: JsonObject): RsaPublicKey | undefined {
  const n = memberInteger(jwk, 'n');
  const e = memberInteger(jwk, 'e');
  if (n === undefined || e === undefined) return undefined;
  const bits = judgeRsaPublic(n, e);
  return bits.ok ? { n, e, size: Math.ceil(bits.value / 8) } : undefined;
}

/** Undefined where the members are no key, or contradict each other: what they decrypt to would be no real no. */
export function rsaPrivateKey(jwk: JsonObject): RsaPrivateKey | undefined {
  const half = rsaPublicKey(jwk);
  const d = memberInteger(jwk, 'd');
  if (half === undefined || d === undefined) return undefined;
  const given = PRIME_MEMBERS.flatMap((name) => {
    const value = memberInteger(jwk, name);
    return value === undefined ? [] : [[name, value] as const];
  });
  const whole = completeRsaPrivate(half.n, half.e, { ...Object.fromEntries(given), d });
  return whole && { ...half, whole };
}

const PRIME_MEMBERS = ['p', 'q', 'dp', 'dq', 'qi'] as const;

function memberInteger(jwk: JsonObject, name: string): bigint | undefined {
  const bytes = memberBytes(jwk, name);
  return bytes.length === 0 ? undefined : integerFrom(bytes);
}

/** RSAES-PKCS1-v1_5 (section 7.2.2). Undefined where the padding does not fit: another key, or changed. */
export function decryptPkcs1(key: RsaPrivateKey, encrypted: Uint8Array): Uint8Array<ArrayBuffer> | undefined {
  const padded = decryptNumber(key, encrypted);
  if (padded === undefined || padded[0] !== 0 || padded[1] !== 2) return undefined;
  const end = padded.indexOf(0, 2);
  // at least eight bytes of padding that are not zero
  return end < 10 ? undefined : padded.slice(end + 1);
}

/** RSAES-OAEP with an empty label (section 7.1.2). Undefined where the padding does not fit. */
export function decryptOaep(
  hashName: HashName,
  key: RsaPrivateKey,
  encrypted: Uint8Array,
): Uint8Array<ArrayBuffer> | undefined {
  const hash = HASHES[hashName];
  const { outputLen } = hash;
  const padded = decryptNumber(key, encrypted);
  if (padded === undefined || padded.length < 2 * outputLen + 2 || padded[0] !== 0) return undefined;
  const maskedBlock = padded.subarray(1 + outputLen);
  const seed = masked(padded.subarray(1, 1 + outputLen), maskedBlock, hash);
  const block = masked(maskedBlock, seed, hash);
  if (!equalBytes(block.subarray(0, outputLen), hash(new Uint8Array()))) return undefined;
  const start = block.findIndex((byte, at) => at >= outputLen && byte !== 0);
  return block[start] === 1 ? block.slice(start + 1) : undefined;
}

/** RSAES-OAEP with an empty label (section 7.1.1). Undefined where the message has no room in the modulus. */
export function encryptOaep(hashName: HashName, key: RsaPublicKey, message: Uint8Array): Uint8Array | undefined {
  const hash = HASHES[hashName];
  const { outputLen } = hash;
  const zeros = key.size - message.length - 2 * outputLen - 2;
  if (zeros < 0) return undefined;
  const block = concatBytes([hash(new Uint8Array()), new Uint8Array(zeros), Uint8Array.of(1), message]);
  const seed = randomBytes(outputLen);
  const maskedBlock = masked(block, seed, hash);
  const padded = concatBytes([Uint8Array.of(0), masked(seed, maskedBlock, hash), maskedBlock]);
  return bytesFrom(powerModulo(integerFrom(padded), key.e, key.n), key.size);
}

/** Section 5.1.2, with the Chinese remainder theorem; undefined where the bytes are no ciphertext of this modulus. */
function decryptNumber({ n, size, whole }: RsaPrivateKey, encrypted: Uint8Array): Uint8Array<ArrayBuffer> | undefined {
  const ciphertext = integerFrom(encrypted);
  if (encrypted.length !== size || ciphertext >= n) return undefined;
  const { p, q, dp, dq, qi } = whole;
  const byQ = powerModulo(ciphertext, dq, q);
  const byP = powerModulo(ciphertext, dp, p);
  return bytesFrom(byQ + q * modulo((byP - byQ) * qi, p), size);
}

/** `bytes` under the mask that MGF1 makes of `seed` (appendix B.2.1); the same takes it off again. */
function masked(bytes: Uint8Array, seed: Uint8Array, hash: Hash): Uint8Array<ArrayBuffer> {
  const blocks = Array.from({ length: Math.ceil(bytes.length / hash.outputLen) }, (_, index) => {
    const counter = new Uint8Array(4);
    new DataView(counter.buffer).setUint32(0, index);
    return hash(concatBytes([seed, counter]));
  });
  const mask = concatBytes(blocks);
  return bytes.map((byte, at) => byte ^ (mask[at] ?? 0));
}

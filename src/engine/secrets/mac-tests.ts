/**
 * Trying keys on one MAC. The key goes into an HMAC before the message (RFC 2104), so nothing of it can be computed once
 * for all keys. On a short message JavaScript is two to four times as fast as WebCrypto, which takes two promises a key;
 * on a long one its hashing counts for more.
 */
import { hmac } from '@noble/hashes/hmac.js';
import { sha256, sha384, sha512 } from '@noble/hashes/sha2.js';
import type { SignatureAlg } from '../crypto/algorithms.ts';
import type { CryptoOptions, Runtime } from '../crypto/answer.ts';
import { hasByTrial } from '../crypto/trials.ts';
import type { SignedBytes } from '../verdict/attempt-verify.ts';

export interface MacTest {
  /** index of the first key that makes this MAC; -1 for none */
  readonly firstOf: (keys: readonly Uint8Array[]) => number | Promise<number>;
  /** keys that are tried in some milliseconds */
  readonly batch: number;
}

interface Hash {
  readonly noble: Parameters<typeof hmac>[0];
  readonly subtle: 'SHA-256' | 'SHA-384' | 'SHA-512';
}

const HASHES: Readonly<Partial<Record<SignatureAlg, Hash>>> = {
  HS256: { noble: sha256, subtle: 'SHA-256' },
  HS384: { noble: sha384, subtle: 'SHA-384' },
  HS512: { noble: sha512, subtle: 'SHA-512' },
};

/** Undefined for an algorithm that is no HMAC. */
export function nobleHashOf(alg: SignatureAlg): Hash['noble'] | undefined {
  return HASHES[alg]?.noble;
}

/** Bytes from which WebCrypto is the faster one; measured in Node and Chromium, see `README.md`. */
const LONG = 2000;

/** Bytes that are hashed in one batch, at most. */
const BATCH_BYTES = 400_000;

/** Undefined for an algorithm that is no HMAC. */
export async function macTestFor(signed: SignedBytes, { runtime }: CryptoOptions): Promise<MacTest | undefined> {
  const hash = HASHES[signed.alg];
  if (hash === undefined) return undefined;
  const bytes = signed.signingInput.length + 256;
  const batch = Math.min(256, Math.max(8, Math.floor(BATCH_BYTES / bytes)));
  const subtle = bytes < LONG ? undefined : await subtleFor(hash, runtime ?? globalThis.crypto);
  return { batch, firstOf: subtle === undefined ? byJavaScript(hash, signed) : byWebCrypto(subtle, hash, signed) };
}

async function subtleFor(hash: Hash, { subtle }: Runtime): Promise<SubtleCrypto | undefined> {
  if (subtle === undefined) return undefined;
  const works = await hasByTrial(subtle, `HMAC search ${hash.subtle}`, () =>
    macOf(subtle, hash, new Uint8Array(1), new Uint8Array(1)),
  );
  return works ? subtle : undefined;
}

async function macOf(subtle: SubtleCrypto, hash: Hash, key: Uint8Array, message: Uint8Array<ArrayBuffer>) {
  const algorithm = { name: 'HMAC', hash: hash.subtle };
  // an empty key is refused, and is the same as one of a zero byte (RFC 2104 section 2)
  const bytes = key.length === 0 ? new Uint8Array(1) : new Uint8Array(key);
  return new Uint8Array(
    await subtle.sign('HMAC', await subtle.importKey('raw', bytes, algorithm, false, ['sign']), message),
  );
}

function byJavaScript({ noble }: Hash, { signingInput, signature }: SignedBytes): MacTest['firstOf'] {
  return (keys) => keys.findIndex((key) => isSameMac(hmac(noble, key, signingInput), signature));
}

function byWebCrypto(subtle: SubtleCrypto, hash: Hash, { signingInput, signature }: SignedBytes): MacTest['firstOf'] {
  // once, since WebCrypto takes no view of shared memory
  const message = new Uint8Array(signingInput);
  return async (keys) => {
    const macs = await Promise.all(keys.map((key) => macOf(subtle, hash, key, message)));
    return macs.findIndex((mac) => isSameMac(mac, signature));
  };
}

/** What is compared is on the page already: there is nothing to learn from the time it takes. */
export function isSameMac(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, index) => byte === other[index]);
}

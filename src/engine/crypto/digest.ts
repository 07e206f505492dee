/** Digests by the names of the IANA registry 'Named Information Hash Algorithm', which `_sd_alg` uses (RFC 9901 section 4.1.1). */
import type { DoneBy } from '../types.ts';
import type { CryptoOptions } from './answer.ts';
import { hasByTrial } from './trials.ts';

type NobleHash = (bytes: Uint8Array) => Uint8Array;

interface Hash {
  /** what WebCrypto calls it; left out where it has none */
  readonly subtle?: string;
  readonly load: () => Promise<NobleHash>;
}

/** `sha-224` and `sha-512/256` are not in the registry; issuers write them all the same, and no other hash has the name. */
const HASHES = {
  'sha-256': { subtle: 'SHA-256', load: async () => (await import('@noble/hashes/sha2.js')).sha256 },
  'sha-384': { subtle: 'SHA-384', load: async () => (await import('@noble/hashes/sha2.js')).sha384 },
  'sha-512': { subtle: 'SHA-512', load: async () => (await import('@noble/hashes/sha2.js')).sha512 },
  'sha-224': { load: async () => (await import('@noble/hashes/sha2.js')).sha224 },
  'sha-512/256': { load: async () => (await import('@noble/hashes/sha2.js')).sha512_256 },
  'sha3-224': { load: async () => (await import('@noble/hashes/sha3.js')).sha3_224 },
  'sha3-256': { load: async () => (await import('@noble/hashes/sha3.js')).sha3_256 },
  'sha3-384': { load: async () => (await import('@noble/hashes/sha3.js')).sha3_384 },
  'sha3-512': { load: async () => (await import('@noble/hashes/sha3.js')).sha3_512 },
} satisfies Readonly<Record<string, Hash>>;

export type HashName = keyof typeof HASHES;

export interface Digested {
  readonly bytes: Uint8Array;
  readonly by: DoneBy;
}

/** Answers whether `digest` knows the hash. Names are case-sensitive; those with known collisions (md5, sha-1) are not known. */
export function isKnownHash(name: string): name is HashName {
  return Object.hasOwn(HASHES, name);
}

/**
 * Answers the digest of `bytes`. Undefined for an unknown name, and for a known one (`isKnownHash`) where WebCrypto does
 * not do it and the code that does it did not arrive. Rejects only with the reason of `options.signal`.
 */
export async function digest(
  hash: string,
  bytes: Uint8Array,
  options: CryptoOptions = {},
): Promise<Digested | undefined> {
  options.signal?.throwIfAborted();
  if (!isKnownHash(hash)) return undefined;
  const entry: Hash = HASHES[hash];
  const { subtle } = options.runtime ?? globalThis.crypto;
  const digested = (await byWebCrypto(subtle, entry, bytes)) ?? (await byJavaScript(entry, bytes));
  options.signal?.throwIfAborted();
  return digested;
}

async function byWebCrypto(
  subtle: SubtleCrypto | undefined,
  { subtle: name }: Hash,
  bytes: Uint8Array,
): Promise<Digested | undefined> {
  if (subtle === undefined || name === undefined) return undefined;
  const has = await hasByTrial(subtle, name, () => subtle.digest(name, new Uint8Array()));
  // a copy, since WebCrypto takes no view of shared memory
  return has ? { bytes: new Uint8Array(await subtle.digest(name, new Uint8Array(bytes))), by: 'webcrypto' } : undefined;
}

async function byJavaScript({ load }: Hash, bytes: Uint8Array): Promise<Digested | undefined> {
  const hash = await load().catch(() => undefined);
  return hash && { bytes: hash(bytes), by: 'javascript' };
}

/** The public half of a private key, computed. The libraries arrive when such a key does, one chunk for each family. */
import { ecCurve } from './curves.ts';
import { integerFrom } from './integers.ts';

type Derive = (secret: Uint8Array) => Uint8Array;

const DERIVERS: Readonly<Record<string, () => Promise<Derive>>> = {
  'P-256': async () => uncompressed((await import('@noble/curves/nist.js')).p256),
  'P-384': async () => uncompressed((await import('@noble/curves/nist.js')).p384),
  'P-521': async () => uncompressed((await import('@noble/curves/nist.js')).p521),
  secp256k1: async () => uncompressed((await import('@noble/curves/secp256k1.js')).secp256k1),
  Ed25519: async () => (await import('@noble/curves/ed25519.js')).ed25519.getPublicKey,
  X25519: async () => (await import('@noble/curves/ed25519.js')).x25519.getPublicKey,
  Ed448: async () => (await import('@noble/curves/ed448.js')).ed448.getPublicKey,
  X448: async () => (await import('@noble/curves/ed448.js')).x448.getPublicKey,
  'ML-DSA-44': async () => fromSeed((await import('@noble/post-quantum/ml-dsa.js')).ml_dsa44),
  'ML-DSA-65': async () => fromSeed((await import('@noble/post-quantum/ml-dsa.js')).ml_dsa65),
  'ML-DSA-87': async () => fromSeed((await import('@noble/post-quantum/ml-dsa.js')).ml_dsa87),
};

function uncompressed(curve: { getPublicKey(secret: Uint8Array, isCompressed: boolean): Uint8Array }): Derive {
  // without the leading octet 04 of SEC 1 section 2.3.3
  return (secret) => curve.getPublicKey(secret, false).subarray(1);
}

function fromSeed(set: { keygen(seed: Uint8Array): { readonly publicKey: Uint8Array } }): Derive {
  return (seed) => set.keygen(seed).publicKey;
}

/**
 * The public half that belongs to a private value. `name` is a `crv` or, for AKP, an `alg`; the value has the size of
 * its entry in `curves.ts`. EC: x and y joined; OKP: x; AKP: pub. Undefined where the value is out of range (an EC
 * private value of zero, or not below the order of the curve).
 */
export async function publicHalf(name: string, secret: Uint8Array): Promise<Uint8Array | undefined> {
  const load = DERIVERS[name];
  if (load === undefined || !isInRange(name, secret)) return undefined;
  const derive = await load();
  return derive(secret);
}

/** SEC 1 section 3.2.1; the other kinds take any bytes. */
function isInRange(name: string, secret: Uint8Array): boolean {
  const curve = ecCurve(name);
  if (curve === undefined) return true;
  const value = integerFrom(secret);
  return value > 0n && value < curve.n;
}

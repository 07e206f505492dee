/** Algorithms in JavaScript, for runtimes whose WebCrypto lacks them. Each arrives when a key first needs it. */
import type { JsonObject } from '../types.ts';
import type { SignatureAlg } from './algorithms.ts';

/** One algorithm over the members of a JWK. Undefined: the members are no key of this algorithm. */
export interface Scheme {
  verify(publicJwk: JsonObject, signingInput: Uint8Array, signature: Uint8Array): boolean | undefined;
  sign(privateJwk: JsonObject, signingInput: Uint8Array): Uint8Array | undefined;
  /** a new private JWK, with randomness from `crypto.getRandomValues`, which needs no secure context */
  generate(): JsonObject;
}

/** Answers the scheme of an algorithm; undefined where its code did not arrive. */
export async function schemeFor(alg: SignatureAlg): Promise<Scheme | undefined> {
  try {
    return await load(alg);
  } catch {
    return undefined;
  }
}

async function load(alg: SignatureAlg): Promise<Scheme | undefined> {
  switch (alg) {
    case 'ES256K':
      return (await import('./javascript/secp256k1.ts')).es256k;
    case 'Ed25519':
      return (await import('./javascript/ed25519.ts')).ed25519Scheme;
    case 'Ed448':
      return (await import('./javascript/ed448.ts')).ed448Scheme;
    case 'ML-DSA-44':
    case 'ML-DSA-65':
    case 'ML-DSA-87':
      return (await import('./javascript/ml-dsa.ts')).mlDsaScheme(alg);
    default:
      return undefined;
  }
}

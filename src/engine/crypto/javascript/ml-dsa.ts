/** ML-DSA (FIPS 204) with AKP keys: `pub` is the encoded public key, `priv` the seed of 32 bytes (RFC 9964). */
import { ml_dsa44, ml_dsa65, ml_dsa87 } from '@noble/post-quantum/ml-dsa.js';
import { encodeBase64url } from '../../token/base64url.ts';
import type { Scheme } from '../javascript.ts';
import { memberBytes } from '../jwk.ts';

const PARAMETER_SETS = { 'ML-DSA-44': ml_dsa44, 'ML-DSA-65': ml_dsa65, 'ML-DSA-87': ml_dsa87 };
const SEED_BYTES = 32;

export function mlDsaScheme(alg: keyof typeof PARAMETER_SETS): Scheme {
  const parameterSet = PARAMETER_SETS[alg];
  return {
    verify(publicJwk, signingInput, signature) {
      const key = memberBytes(publicJwk, 'pub');
      return key.length === parameterSet.lengths.publicKey
        ? parameterSet.verify(signature, signingInput, key)
        : undefined;
    },
    sign(privateJwk, signingInput) {
      const seed = memberBytes(privateJwk, 'priv');
      return seed.length === SEED_BYTES
        ? parameterSet.sign(signingInput, parameterSet.keygen(seed).secretKey)
        : undefined;
    },
    generate() {
      const seed = crypto.getRandomValues(new Uint8Array(SEED_BYTES));
      const { publicKey } = parameterSet.keygen(seed);
      return { kty: 'AKP', alg, pub: encodeBase64url(publicKey), priv: encodeBase64url(seed) };
    },
  };
}

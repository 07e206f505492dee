/** ES256K, ECDSA on secp256k1 with SHA-256 (RFC 8812 section 3.2). */
import { secp256k1 } from '@noble/curves/secp256k1.js';
import { encodeBase64url } from '../../token/base64url.ts';
import type { JsonObject } from '../../types.ts';
import type { Scheme } from '../javascript.ts';
import { memberBytes } from '../jwk.ts';

/** JOSE takes s of either half; the default of the library, a rule of Bitcoin, would refuse every second signature. */
const ANY_S = { lowS: false };
const UNCOMPRESSED = 0x04;

export const es256k: Scheme = {
  verify(publicJwk, signingInput, signature) {
    const point = pointOf(publicJwk);
    return secp256k1.utils.isValidPublicKey(point, false)
      ? secp256k1.verify(signature, signingInput, point, ANY_S)
      : undefined;
  },
  sign(privateJwk, signingInput) {
    const secret = memberBytes(privateJwk, 'd');
    return secp256k1.utils.isValidSecretKey(secret) ? secp256k1.sign(signingInput, secret) : undefined;
  },
  generate() {
    const { secretKey } = secp256k1.keygen();
    const point = secp256k1.getPublicKey(secretKey, false);
    return {
      kty: 'EC',
      crv: 'secp256k1',
      x: encodeBase64url(point.subarray(1, 33)),
      y: encodeBase64url(point.subarray(33)),
      d: encodeBase64url(secretKey),
    };
  },
};

/** SEC 1 section 2.3.3. Members of the wrong length make a text of the wrong length, which is no point. */
function pointOf(jwk: JsonObject): Uint8Array {
  const x = memberBytes(jwk, 'x');
  const y = memberBytes(jwk, 'y');
  return x.length === 32 ? Uint8Array.of(UNCOMPRESSED, ...x, ...y) : new Uint8Array();
}

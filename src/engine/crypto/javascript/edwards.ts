/** EdDSA (RFC 8032, RFC 8037 section 3.1) over a curve of the library; without the curves themselves. */
import type { EdDSA } from '@noble/curves/abstract/edwards.js';
import { encodeBase64url } from '../../token/base64url.ts';
import type { Scheme } from '../javascript.ts';
import { memberBytes } from '../jwk.ts';

/** The rules of RFC 8032, which WebCrypto follows, and not those of ZIP 215, which take more encodings. */
const BY_RFC_8032 = { zip215: false };

export function edwardsScheme(crv: 'Ed25519' | 'Ed448', curve: EdDSA): Scheme {
  return {
    verify(publicJwk, signingInput, signature) {
      const key = memberBytes(publicJwk, 'x');
      return isUsable(curve, key) ? curve.verify(signature, signingInput, key, BY_RFC_8032) : undefined;
    },
    sign(privateJwk, signingInput) {
      const secret = memberBytes(privateJwk, 'd');
      return curve.utils.isValidSecretKey(secret) ? curve.sign(signingInput, secret) : undefined;
    },
    generate() {
      const { secretKey, publicKey } = curve.keygen();
      return { kty: 'OKP', crv, x: encodeBase64url(publicKey), d: encodeBase64url(secretKey) };
    },
  };
}

/** The library answers false for a key that is no point or of small order; that would be no real no. */
function isUsable(curve: EdDSA, key: Uint8Array): boolean {
  return curve.utils.isValidPublicKey(key, false) && !curve.Point.fromBytes(key, false).isSmallOrder();
}

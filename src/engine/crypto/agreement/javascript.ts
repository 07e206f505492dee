/** Key agreement in JavaScript, for runtimes whose WebCrypto lacks the curve. Each family arrives when it is first needed. */
import { encodeBase64url } from '../../token/base64url.ts';
import type { JsonObject } from '../../types.ts';
import { memberBytes } from '../jwk.ts';
import type { AgreementCrv } from './curves.ts';

/** Undefined: the private value is none of this curve. */
export interface Agreement {
  secret(privateJwk: JsonObject, publicJwk: JsonObject): Uint8Array | undefined;
  /** a new private JWK, with randomness from `crypto.getRandomValues`, which needs no secure context */
  generate(): JsonObject;
}

/** Answers the agreement on a curve; undefined where its code did not arrive. */
export async function agreementOn(crv: AgreementCrv): Promise<Agreement | undefined> {
  try {
    return await load(crv);
  } catch {
    return undefined;
  }
}

async function load(crv: AgreementCrv): Promise<Agreement> {
  switch (crv) {
    case 'P-256':
      return weierstrass(crv, (await import('@noble/curves/nist.js')).p256);
    case 'P-384':
      return weierstrass(crv, (await import('@noble/curves/nist.js')).p384);
    case 'P-521':
      return weierstrass(crv, (await import('@noble/curves/nist.js')).p521);
    case 'X25519':
      return montgomery(crv, (await import('@noble/curves/ed25519.js')).x25519);
    case 'X448':
      return montgomery(crv, (await import('@noble/curves/ed448.js')).x448);
  }
}

interface Curve {
  getPublicKey(secret: Uint8Array, isCompressed?: boolean): Uint8Array;
  getSharedSecret(secret: Uint8Array, publicKey: Uint8Array): Uint8Array;
  keygen(): { readonly secretKey: Uint8Array; readonly publicKey: Uint8Array };
}

interface WeierstrassCurve extends Curve {
  readonly utils: { isValidSecretKey(secret: Uint8Array): boolean };
}

interface MontgomeryCurve extends Curve {
  readonly lengths: { readonly secretKey?: number | undefined };
}

const UNCOMPRESSED = 0x04;

function weierstrass(crv: AgreementCrv, curve: WeierstrassCurve): Agreement {
  return {
    secret(privateJwk, publicJwk) {
      const secret = memberBytes(privateJwk, 'd');
      const point = Uint8Array.of(UNCOMPRESSED, ...memberBytes(publicJwk, 'x'), ...memberBytes(publicJwk, 'y'));
      // Z is the x-coordinate alone (SP 800-56A section 5.7.1.2); the library puts the sign of y before it
      return curve.utils.isValidSecretKey(secret) ? curve.getSharedSecret(secret, point).subarray(1) : undefined;
    },
    generate() {
      const { secretKey } = curve.keygen();
      const point = curve.getPublicKey(secretKey, false);
      const half = (point.length + 1) / 2;
      return {
        kty: 'EC',
        crv,
        x: encodeBase64url(point.subarray(1, half)),
        y: encodeBase64url(point.subarray(half)),
        d: encodeBase64url(secretKey),
      };
    },
  };
}

function montgomery(crv: AgreementCrv, curve: MontgomeryCurve): Agreement {
  return {
    secret(privateJwk, publicJwk) {
      const secret = memberBytes(privateJwk, 'd');
      return secret.length === curve.lengths.secretKey
        ? curve.getSharedSecret(secret, memberBytes(publicJwk, 'x'))
        : undefined;
    },
    generate() {
      const { secretKey, publicKey } = curve.keygen();
      return { kty: 'OKP', crv, x: encodeBase64url(publicKey), d: encodeBase64url(secretKey) };
    },
  };
}

/** The one door to jose's verification; loaded with the first signature that is checked. */
import { errors, flattenedVerify } from 'jose';
import { encodeBase64url } from '../token/base64url.ts';
import type { SignatureAlg } from './algorithms.ts';

const DOT = 0x2e;
const ONLY_BASE64URL = /^[A-Za-z0-9_-]*$/;

/**
 * Asks jose about a JWS whose protected header names `alg`. Answers undefined where jose does not decide about the
 * signature: no JWS signing input, a header or key that jose does not take (RSA below 2048 bits), or an exception
 * of WebCrypto. jose reports that last one as a failed verification; its `cause` tells the two apart.
 */
export async function askJose(
  alg: SignatureAlg,
  key: CryptoKey,
  signingInput: Uint8Array,
  signature: Uint8Array,
): Promise<boolean | undefined> {
  const dot = signingInput.indexOf(DOT);
  if (dot === -1) return undefined;
  const jws = {
    protected: asciiOf(signingInput.subarray(0, dot)),
    payload: payloadOf(signingInput.subarray(dot + 1)),
    signature: encodeBase64url(signature),
  };
  try {
    await flattenedVerify(jws, key, { algorithms: [alg] });
    return true;
  } catch (error) {
    return error instanceof errors.JWSSignatureVerificationFailed && error.cause === undefined ? false : undefined;
  }
}

/** jose wants text where the payload is base64url, and bytes where it is not encoded (RFC 7797). */
function payloadOf(bytes: Uint8Array): string | Uint8Array {
  const text = asciiOf(bytes);
  return ONLY_BASE64URL.test(text) ? text : bytes;
}

function asciiOf(bytes: Uint8Array): string {
  return new TextDecoder('latin1').decode(bytes);
}

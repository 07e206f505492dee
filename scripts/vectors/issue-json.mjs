/** JWS JSON serializations (RFC 7515 section 7.2) by the same issuers as the compact tokens. */
import { b64u, b64uJson } from './base64url.mjs';
import { signRaw } from './issue.mjs';

/**
 * One signature over a payload segment, `{ protected, header, signature }`; a header that is left out is not written.
 *
 * @param {{ alg: string, key: unknown, protected?: object, header?: object, payload: string }} options `payload` is what
 *   is signed as the second segment: base64url, or with b64 false the content itself
 */
export function signatureOver({ alg, key, protected: members, header, payload }) {
  const segment = members === undefined ? '' : b64uJson(members);
  const token = signRaw(alg, key, segment, payload);
  return {
    ...(members !== undefined && { protected: segment }),
    ...(header !== undefined && { header }),
    signature: token.slice(token.lastIndexOf('.') + 1),
  };
}

/** Flattened. */
export function flattened(options) {
  const payload = b64u(options.payload);
  return { payload, ...signatureOver({ ...options, payload }) };
}

/** General: one signature for each of the signers. */
export function general(content, signers) {
  const payload = b64u(content);
  return { payload, signatures: signers.map((signer) => signatureOver({ ...signer, payload })) };
}

/** The same signature with one bit of it flipped. */
export function brokenSignature(signed) {
  const bytes = Buffer.from(signed.signature, 'base64url');
  bytes[bytes.length >> 1] ^= 1;
  return { ...signed, signature: b64u(bytes) };
}

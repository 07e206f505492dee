/**
 * Issuers that are independent of the engine: jsonwebtoken where it knows the algorithm, node:crypto for the rest.
 * ML-DSA is signed with @noble/post-quantum, which the engine may use as well: neither Node 20 nor OpenSSL 3.0 has it.
 * The browser run checks these tokens with the browser's own WebCrypto, where it has ML-DSA.
 */
import { createHmac, sign } from 'node:crypto';
import { ml_dsa44, ml_dsa65, ml_dsa87 } from '@noble/post-quantum/ml-dsa.js';
import jsonwebtoken from 'jsonwebtoken';
import { b64u, b64uJson } from './base64url.mjs';

export const ML_DSA = { 'ML-DSA-44': ml_dsa44, 'ML-DSA-65': ml_dsa65, 'ML-DSA-87': ml_dsa87 };
const HASHES = { 256: 'sha256', 384: 'sha384', 512: 'sha512' };

/** A token with exactly these claims. `key` is a secret (text or Buffer), a KeyObject or, for ML-DSA, the secret key's bytes. */
export function issue(alg, key, claims, header = {}) {
  if (/^(HS|RS|PS|ES)(256|384|512)$/.test(alg)) {
    return jsonwebtoken.sign(JSON.stringify(claims), key, {
      algorithm: alg,
      header: { alg, typ: 'JWT', ...header },
      allowInsecureKeySizes: true,
    });
  }
  return signRaw(alg, key, b64uJson({ alg, typ: 'JWT', ...header }), b64uJson(claims));
}

/** Signs two segments as they stand; for headers and payloads that no library would write. */
export function signRaw(alg, key, headerSegment, payloadSegment) {
  const input = `${headerSegment}.${payloadSegment}`;
  return `${input}.${b64u(signatureOf(alg, key, Buffer.from(input)))}`;
}

function signatureOf(alg, key, input) {
  const hash = HASHES[alg.slice(2)];
  if (alg.startsWith('HS')) return createHmac(hash, key).update(input).digest();
  if (alg.startsWith('RS')) return sign(hash, input, key);
  if (alg === 'ES256K') return sign('sha256', input, { key, dsaEncoding: 'ieee-p1363' });
  if (/^ES\d+$/.test(alg)) return sign(hash, input, { key, dsaEncoding: 'ieee-p1363' });
  if (alg in ML_DSA) return ML_DSA[alg].sign(input, key);
  if (['EdDSA', 'Ed25519', 'Ed448'].includes(alg)) return sign(null, input, key);
  throw new Error(`no issuer for ${alg}`);
}

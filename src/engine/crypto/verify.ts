/** Verifying a JWS signature over bytes (RFC 7515 section 5.2). */
import type { JsonObject } from '../types.ts';
import type { SignatureAlg, SignatureAlgorithm, SignatureKey } from './algorithms.ts';
import { answered, type CryptoAnswer, type CryptoOptions, notDone } from './answer.ts';
import { schemeFor } from './javascript.ts';
import { memberBytes } from './jwk.ts';
import { prepare, type Work } from './prepare.ts';
import { verifyByWebCrypto } from './webcrypto.ts';

/**
 * Answers whether `signature` is that of `key` over `signingInput`: the ASCII bytes of
 * `BASE64URL(protected header) || '.' || payload` (RFC 7515 section 5.1), as they stand in the token.
 *
 * `done` with false is always a real no: what could not be done is said by its code. A signature of the wrong length
 * is false without a library being asked; the DER form of an ECDSA signature is one of these (see `joseFromDer`).
 * A private key checks with its public half. That the members are a key at all is judged where keys are read
 * (`judgeJwk`): runtimes differ in what they refuse, and WebCrypto answers false for 32 bytes that are no Ed25519 point.
 * Rejects only with the reason of `options.signal`.
 */
export async function verifySignature(
  alg: SignatureAlg,
  key: SignatureKey,
  signingInput: Uint8Array,
  signature: Uint8Array,
  options: CryptoOptions = {},
): Promise<CryptoAnswer<boolean>> {
  const prepared = await prepare(alg, key, 'verify', options);
  if (!prepared.ready) return prepared.why;
  const { work } = prepared;
  const length = signatureLength(work.entry, work.jwk);
  if (length === undefined) return notDone('key-refused');
  if (signature.length !== length) return { done: true, value: false, by: work.route.by };
  const answer = await verifyBy(work, signingInput, signature);
  options.signal?.throwIfAborted();
  return answer;
}

async function verifyBy(work: Work, input: Uint8Array, signature: Uint8Array): Promise<CryptoAnswer<boolean>> {
  const { entry, jwk, route } = work;
  if (route.by === 'webcrypto')
    return answered(await verifyByWebCrypto(route.subtle, work, input, signature), route.by);
  const scheme = await schemeFor(entry.alg);
  return scheme ? answered(scheme.verify(jwk, input, signature), route.by) : notDone('not-loaded');
}

/** In bytes; for RSA as many as the modulus has (RFC 8017 section 8), undefined where that cannot be read. */
function signatureLength(entry: SignatureAlgorithm, jwk: JsonObject): number | undefined {
  if (entry.signatureBytes !== 'by-key') return entry.signatureBytes;
  const modulus = memberBytes(jwk, 'n');
  const first = modulus.findIndex((byte) => byte !== 0);
  return first === -1 ? undefined : modulus.length - first;
}

/**
 * Answers whether the MAC is that of the empty secret, which `verifySignature` leaves undone (`empty-key`). HMAC fills
 * a short key up with zero bytes (RFC 2104 section 2), so a secret of one zero byte is the same key, and WebCrypto
 * takes that one.
 */
export function emptySecretMatches(
  alg: SignatureAlg,
  signingInput: Uint8Array,
  signature: Uint8Array,
  options: CryptoOptions = {},
): Promise<CryptoAnswer<boolean>> {
  return verifySignature(alg, { secret: new Uint8Array(1) }, signingInput, signature, options);
}

/** Signing bytes (RFC 7515 section 5.1). */
import type { SignatureAlg, SignatureKey } from './algorithms.ts';
import { answered, type CryptoAnswer, type CryptoOptions, notDone } from './answer.ts';
import { schemeFor } from './javascript.ts';
import { prepare, type Work } from './prepare.ts';
import { signByWebCrypto } from './webcrypto.ts';

/**
 * Answers the JWS signature over exactly `signingInput`, in JOSE's form (ECDSA: r and s of equal length, not DER).
 * The key needs its private half, and `key_ops`, where it has them, must hold `sign`.
 * Rejects only with the reason of `options.signal`.
 */
export async function signBytes(
  alg: SignatureAlg,
  key: SignatureKey,
  signingInput: Uint8Array,
  options: CryptoOptions = {},
): Promise<CryptoAnswer<Uint8Array>> {
  const prepared = await prepare(alg, key, 'sign', options);
  if (!prepared.ready) return prepared.why;
  const answer = await signBy(prepared.work, signingInput);
  options.signal?.throwIfAborted();
  return answer;
}

async function signBy(work: Work, input: Uint8Array): Promise<CryptoAnswer<Uint8Array>> {
  const { entry, jwk, route } = work;
  if (route.by === 'webcrypto') return answered(await signByWebCrypto(route.subtle, work, input), route.by);
  const scheme = await schemeFor(entry.alg);
  return scheme ? answered(scheme.sign(jwk, input), route.by) : notDone('not-loaded');
}

/** Signatures and keys by WebCrypto. `routeFor` was asked before: what is refused here is a key, not an algorithm. */
import type { JsonObject } from '../types.ts';
import type { SignatureAlgorithm } from './algorithms.ts';
import { bothHalves, publicHalf } from './jwk.ts';
import type { Work } from './prepare.ts';

/** Verifies through jose, and directly where jose does not decide (see `askJose`); undefined where the key is refused. */
export async function verifyByWebCrypto(
  subtle: SubtleCrypto,
  { alg, entry, jwk }: Work,
  signingInput: Uint8Array,
  signature: Uint8Array,
): Promise<boolean | undefined> {
  try {
    const key = await subtle.importKey('jwk', publicHalf(entry.kty, jwk), entry.subtle, false, ['verify']);
    const jose = await import('./jose-verify.ts').catch(() => undefined);
    const byJose = await jose?.askJose(alg, key, signingInput, signature);
    return byJose ?? (await subtle.verify(entry.subtle, key, owned(signature), owned(signingInput)));
  } catch {
    return undefined;
  }
}

/**
 * Signs exactly the bytes given; undefined where the key is refused. jose is not asked: it would write the header
 * anew, with other white space, escapes or number literals than those in the token.
 */
export async function signByWebCrypto(
  subtle: SubtleCrypto,
  { entry, jwk }: Work,
  signingInput: Uint8Array,
): Promise<Uint8Array | undefined> {
  try {
    const key = await subtle.importKey('jwk', bothHalves(entry.kty, jwk), entry.subtle, false, ['sign']);
    return new Uint8Array(await subtle.sign(entry.subtle, key, owned(signingInput)));
  } catch {
    return undefined;
  }
}

/** A new private JWK of a key pair; `modulusLength` in bits counts for RSA only. Undefined where the runtime refuses. */
export async function generateByWebCrypto(
  subtle: SubtleCrypto,
  entry: SignatureAlgorithm,
  modulusLength: number,
): Promise<JsonObject | undefined> {
  const parameters = { ...entry.subtle, modulusLength, publicExponent: Uint8Array.of(1, 0, 1) };
  try {
    const pair = await subtle.generateKey(parameters, true, ['sign', 'verify']);
    if (!('privateKey' in pair)) return undefined;
    return bothHalves(entry.kty, { ...(await subtle.exportKey('jwk', pair.privateKey)) });
  } catch {
    return undefined;
  }
}

/** WebCrypto takes no view of shared memory, so it gets a copy. */
function owned(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return new Uint8Array(bytes);
}

/** What is asked of WebCrypto in this folder, and whether it is there. Asked before the work, never guessed from it. */
import type { CryptoOptions } from '../answer.ts';
import { hasByTrial } from '../trials.ts';

export type HashName = 'SHA-1' | 'SHA-256' | 'SHA-384' | 'SHA-512';

export type Primitive =
  | { readonly name: 'AES-GCM'; readonly keyBytes: number; readonly ivBytes: number }
  | { readonly name: 'AES-CBC' | 'AES-KW'; readonly keyBytes: number }
  | { readonly name: 'HMAC' | 'RSA-OAEP'; readonly hash: HashName };

/** The WebCrypto that has all of `primitives`; undefined where it lacks one, or on a page that came over plain http. */
export async function subtleWith(
  primitives: readonly Primitive[],
  options: CryptoOptions,
): Promise<SubtleCrypto | undefined> {
  const { subtle } = options.runtime ?? globalThis.crypto;
  if (subtle === undefined) return undefined;
  const has = primitives.map((one) => hasByTrial(subtle, `jwe ${JSON.stringify(one)}`, () => tryOut(subtle, one)));
  return (await Promise.all(has)).every(Boolean) ? subtle : undefined;
}

/**
 * There and back with a key that is good, so a refusal can only be about the primitive. An RSA key is imported only: its
 * size, and not its hash, is what makes the work slow.
 */
function tryOut(subtle: SubtleCrypto, primitive: Primitive): Promise<unknown> {
  switch (primitive.name) {
    case 'AES-GCM':
      return tryCipher(subtle, primitive.name, primitive.keyBytes, primitive.ivBytes);
    case 'AES-CBC':
      return tryCipher(subtle, primitive.name, primitive.keyBytes, 16);
    case 'AES-KW':
      return tryKeyWrap(subtle, primitive.keyBytes);
    case 'HMAC': {
      const algorithm = { name: 'HMAC', hash: primitive.hash };
      return subtle.importKey('raw', new Uint8Array(16), algorithm, false, ['sign']);
    }
    case 'RSA-OAEP': {
      const algorithm = { name: 'RSA-OAEP', hash: primitive.hash };
      return subtle.importKey('jwk', TRIAL_RSA_KEY, algorithm, false, ['encrypt']);
    }
  }
}

/** A modulus of 2048 ones: an import looks at the size and at oddness, not for factors. */
const TRIAL_RSA_KEY: JsonWebKey = { kty: 'RSA', n: `${'_'.repeat(341)}w`, e: 'AQAB' };

async function tryCipher(subtle: SubtleCrypto, name: string, keyBytes: number, ivBytes: number): Promise<unknown> {
  const key = await subtle.importKey('raw', new Uint8Array(keyBytes), name, false, ['encrypt', 'decrypt']);
  const algorithm = { name, iv: new Uint8Array(ivBytes) };
  return subtle.decrypt(algorithm, key, await subtle.encrypt(algorithm, key, new Uint8Array(1)));
}

async function tryKeyWrap(subtle: SubtleCrypto, keyBytes: number): Promise<unknown> {
  const kek = await subtle.importKey('raw', new Uint8Array(keyBytes), 'AES-KW', false, ['wrapKey', 'unwrapKey']);
  const cek = await subtle.importKey('raw', new Uint8Array(16), ANY_KEY, true, ['sign']);
  const wrapped = await subtle.wrapKey('raw', cek, kek, 'AES-KW');
  return subtle.unwrapKey('raw', wrapped, kek, 'AES-KW', ANY_KEY, true, ['sign']);
}

/** WebCrypto wraps keys and not bytes; an HMAC key may have any length. */
export const ANY_KEY = { name: 'HMAC', hash: 'SHA-256' };

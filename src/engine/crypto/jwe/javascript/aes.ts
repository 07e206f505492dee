/** AES and what JWE makes of it, for runtimes whose WebCrypto lacks a size (Chromium: 192 bits) or that have none. */
import { aeskw, cbc, gcm } from '@noble/ciphers/aes.js';
import { hmac } from '@noble/hashes/hmac.js';
import { sha256, sha384, sha512 } from '@noble/hashes/sha2.js';
import { equalBytes } from '../bytes.ts';
import { halvesOf, macInput } from '../cbc-hmac.ts';
import type { Cipher } from '../cipher.ts';
import { aead, orNo } from './aead.ts';

const HASHES = { 'SHA-256': sha256, 'SHA-384': sha384, 'SHA-512': sha512 };

export const gcmByJavaScript: Cipher = aead(gcm);

export function cbcHmacByJavaScript(hash: keyof typeof HASHES): Cipher {
  const tagOf = (macKey: Uint8Array, iv: Uint8Array, aad: Uint8Array, ciphertext: Uint8Array) => {
    const mac = hmac(HASHES[hash], macKey, macInput(aad, iv, ciphertext));
    return mac.subarray(0, mac.length / 2);
  };
  return {
    async seal({ key, iv, aad }, plaintext) {
      const { macKey, cipherKey } = halvesOf(key);
      const ciphertext = cbc(cipherKey, iv).encrypt(plaintext);
      return { ciphertext, tag: tagOf(macKey, iv, aad, ciphertext) };
    },
    async open({ key, iv, aad }, { ciphertext, tag }) {
      const { macKey, cipherKey } = halvesOf(key);
      if (!equalBytes(tagOf(macKey, iv, aad, ciphertext), tag)) return undefined;
      return orNo(() => cbc(cipherKey, iv).decrypt(ciphertext));
    },
  };
}

/** RFC 3394. */
export function wrapByJavaScript(kek: Uint8Array, cek: Uint8Array): Uint8Array {
  return aeskw(kek).encrypt(cek);
}

/** Undefined where the integrity check fails. */
export function unwrapByJavaScript(kek: Uint8Array, wrapped: Uint8Array): Uint8Array<ArrayBuffer> | undefined {
  // a copy, so that the answer is no view of the library's buffer
  return orNo(() => new Uint8Array(aeskw(kek).decrypt(wrapped)));
}

/** Ciphers of the library, which put the tag behind the ciphertext. */
import { concatBytes } from '../bytes.ts';
import type { Cipher } from '../cipher.ts';

interface LibraryCipher {
  encrypt(plaintext: Uint8Array): Uint8Array;
  decrypt(ciphertext: Uint8Array): Uint8Array<ArrayBuffer>;
}

const TAG_BYTES = 16;

export function aead(cipher: (key: Uint8Array, iv: Uint8Array, aad: Uint8Array) => LibraryCipher): Cipher {
  return {
    async seal({ key, iv, aad }, plaintext) {
      const sealed = cipher(key, iv, aad).encrypt(plaintext);
      const end = sealed.length - TAG_BYTES;
      return { ciphertext: sealed.subarray(0, end), tag: sealed.subarray(end) };
    },
    async open({ key, iv, aad }, { ciphertext, tag }) {
      const prepared = cipher(key, iv, aad);
      return orNo(() => prepared.decrypt(concatBytes([ciphertext, tag])));
    },
  };
}

/** The library throws where a tag or a padding does not fit; lengths were checked before. */
export function orNo(work: () => Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}

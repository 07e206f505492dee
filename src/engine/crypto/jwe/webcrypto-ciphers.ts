/** Content encryption by WebCrypto. `subtleWith` was asked before: what fails in `decrypt` is the tag or the padding. */
import { concatBytes, equalBytes, owned } from './bytes.ts';
import { halvesOf, macInput } from './cbc-hmac.ts';
import type { Cipher } from './cipher.ts';

const TAG_BYTES = 16;

/** AES GCM (RFC 7518 section 5.3). */
export function gcmByWebCrypto(subtle: SubtleCrypto): Cipher {
  const parameters = (iv: Uint8Array, aad: Uint8Array) => ({
    name: 'AES-GCM',
    iv: owned(iv),
    additionalData: owned(aad),
  });
  return {
    async seal({ key, iv, aad }, plaintext) {
      const imported = await subtle.importKey('raw', owned(key), 'AES-GCM', false, ['encrypt']);
      const sealed = new Uint8Array(await subtle.encrypt(parameters(iv, aad), imported, owned(plaintext)));
      const end = sealed.length - TAG_BYTES;
      return { ciphertext: sealed.subarray(0, end), tag: sealed.subarray(end) };
    },
    async open({ key, iv, aad }, { ciphertext, tag }) {
      const imported = await subtle.importKey('raw', owned(key), 'AES-GCM', false, ['decrypt']);
      return orNo(subtle.decrypt(parameters(iv, aad), imported, concatBytes([ciphertext, tag])));
    },
  };
}

/** AES CBC with HMAC (RFC 7518 section 5.2). */
export function cbcHmacByWebCrypto(subtle: SubtleCrypto, hash: string): Cipher {
  const tagOf = async (macKey: Uint8Array, iv: Uint8Array, aad: Uint8Array, ciphertext: Uint8Array) => {
    const key = await subtle.importKey('raw', owned(macKey), { name: 'HMAC', hash }, false, ['sign']);
    const mac = new Uint8Array(await subtle.sign('HMAC', key, macInput(aad, iv, ciphertext)));
    return mac.subarray(0, mac.length / 2);
  };
  return {
    async seal({ key, iv, aad }, plaintext) {
      const { macKey, cipherKey } = halvesOf(key);
      const imported = await subtle.importKey('raw', owned(cipherKey), 'AES-CBC', false, ['encrypt']);
      const parameters = { name: 'AES-CBC', iv: owned(iv) };
      const ciphertext = new Uint8Array(await subtle.encrypt(parameters, imported, owned(plaintext)));
      return { ciphertext, tag: await tagOf(macKey, iv, aad, ciphertext) };
    },
    async open({ key, iv, aad }, { ciphertext, tag }) {
      const { macKey, cipherKey } = halvesOf(key);
      if (!equalBytes(await tagOf(macKey, iv, aad, ciphertext), tag)) return undefined;
      const imported = await subtle.importKey('raw', owned(cipherKey), 'AES-CBC', false, ['decrypt']);
      return orNo(subtle.decrypt({ name: 'AES-CBC', iv: owned(iv) }, imported, owned(ciphertext)));
    },
  };
}

function orNo(work: Promise<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer> | undefined> {
  return work.then(
    (plaintext) => new Uint8Array(plaintext),
    () => undefined,
  );
}

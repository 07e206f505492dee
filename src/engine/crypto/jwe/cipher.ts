/** Authenticated encryption with associated data, as all content encryption of JWE is (RFC 7518 section 5). */
import type { DoneBy } from '../../types.ts';
import { type CryptoAnswer, type CryptoOptions, notDone } from '../answer.ts';
import type { Opened } from './answer.ts';
import { CONTENT_ENCRYPTION, type ContentEncryption } from './content-encryption.ts';
import { type HashName, subtleWith } from './primitives.ts';
import { cbcHmacByWebCrypto, gcmByWebCrypto } from './webcrypto-ciphers.ts';

export interface Sealed {
  readonly ciphertext: Uint8Array;
  readonly tag: Uint8Array;
}

export interface CipherInput {
  readonly key: Uint8Array;
  readonly iv: Uint8Array;
  readonly aad: Uint8Array;
}

/** Lengths are checked before, see `seal` and `open`. */
export interface Cipher {
  readonly seal: (input: CipherInput, plaintext: Uint8Array) => Promise<Sealed>;
  /** undefined where the tag is not that of this input */
  readonly open: (input: CipherInput, sealed: Sealed) => Promise<Uint8Array<ArrayBuffer> | undefined>;
}

/** Encrypts. The key and IV must have the lengths of the table. */
export async function seal(
  enc: ContentEncryption,
  input: CipherInput,
  plaintext: Uint8Array,
  options: CryptoOptions,
): Promise<CryptoAnswer<Sealed>> {
  return withCipher(enc, input, options, (cipher) => cipher.seal(input, plaintext));
}

/** Decrypts. A key, IV or tag of another length than that of the table (or a GCM IV of 16 bytes) is a no. */
export async function open(
  enc: ContentEncryption,
  input: CipherInput,
  sealed: Sealed,
  options: CryptoOptions,
): Promise<Opened> {
  const { cekBytes, ivBytes, tagBytes } = CONTENT_ENCRYPTION[enc];
  const ivFits = input.iv.length === ivBytes || isOddGcmIv(enc, input.iv);
  const fits = ivFits && input.key.length === cekBytes && sealed.tag.length === tagBytes;
  return withCipher(enc, input, options, async (cipher) => (fits ? cipher.open(input, sealed) : undefined));
}

const ODD_GCM_IV_BYTES = 16;

/** python-jose writes 16 bytes, where RFC 7518 section 5.3 wants 12. */
export function isOddGcmIv(enc: ContentEncryption, iv: Uint8Array): boolean {
  return CONTENT_ENCRYPTION[enc].kind === 'gcm' && iv.length === ODD_GCM_IV_BYTES;
}

/** `key-refused` stands for what should not happen: lengths are right, and the primitive was found to work. */
async function withCipher<T>(
  enc: ContentEncryption,
  { iv }: CipherInput,
  options: CryptoOptions,
  work: (cipher: Cipher) => Promise<T>,
): Promise<CryptoAnswer<T>> {
  const route = await cipherFor(enc, isOddGcmIv(enc, iv), options);
  options.signal?.throwIfAborted();
  if (route === undefined) return notDone('not-loaded');
  const value = await work(route.cipher).then(
    (result) => ({ result }),
    () => undefined,
  );
  options.signal?.throwIfAborted();
  return value === undefined ? notDone('key-refused') : { done: true, value: value.result, by: route.by };
}

interface CipherRoute {
  readonly cipher: Cipher;
  readonly by: DoneBy;
}

/** Undefined where the code for it did not arrive. */
async function cipherFor(
  enc: ContentEncryption,
  hasOddIv: boolean,
  options: CryptoOptions,
): Promise<CipherRoute | undefined> {
  const byWebCrypto = await webCryptoCipher(enc, hasOddIv, options);
  if (byWebCrypto !== undefined) return { cipher: byWebCrypto, by: 'webcrypto' };
  const byJavaScript = await javaScriptCipher(enc).catch(() => undefined);
  return byJavaScript && { cipher: byJavaScript, by: 'javascript' };
}

async function webCryptoCipher(
  enc: ContentEncryption,
  hasOddIv: boolean,
  options: CryptoOptions,
): Promise<Cipher | undefined> {
  const { kind, cekBytes, ivBytes } = CONTENT_ENCRYPTION[enc];
  switch (kind) {
    case 'gcm': {
      const needed = { name: 'AES-GCM', keyBytes: cekBytes, ivBytes: hasOddIv ? ODD_GCM_IV_BYTES : ivBytes } as const;
      const subtle = await subtleWith([needed], options);
      return subtle && gcmByWebCrypto(subtle);
    }
    case 'cbc-hmac': {
      const hash = hashFor(cekBytes);
      const subtle = await subtleWith(
        [
          { name: 'AES-CBC', keyBytes: cekBytes / 2 },
          { name: 'HMAC', hash },
        ],
        options,
      );
      return subtle && cbcHmacByWebCrypto(subtle, hash);
    }
    case 'chacha':
      // a draft, of which only Chromium has one half
      return undefined;
  }
}

async function javaScriptCipher(enc: ContentEncryption): Promise<Cipher> {
  const { kind, cekBytes, ivBytes } = CONTENT_ENCRYPTION[enc];
  if (kind === 'chacha') return (await import('./javascript/chacha.ts')).chachaByJavaScript(ivBytes);
  const { gcmByJavaScript, cbcHmacByJavaScript } = await import('./javascript/aes.ts');
  return kind === 'gcm' ? gcmByJavaScript : cbcHmacByJavaScript(hashFor(cekBytes));
}

/** The content key is as long as the hash: half of it for each of the two (RFC 7518 section 5.2.2.1). */
function hashFor(cekBytes: number): Exclude<HashName, 'SHA-1'> {
  return cekBytes === 32 ? 'SHA-256' : cekBytes === 48 ? 'SHA-384' : 'SHA-512';
}

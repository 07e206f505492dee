/** AES Key Wrap (RFC 7518 section 4.4, RFC 3394). */
import { answered, type CryptoAnswer, type CryptoOptions, notDone } from '../answer.ts';
import type { Opened } from './answer.ts';
import { owned } from './bytes.ts';
import { ANY_KEY, subtleWith } from './primitives.ts';

/** `key-refused` where the lengths are none of an AES key and of a content key. */
export async function wrapByAes(
  kek: Uint8Array,
  cek: Uint8Array,
  options: CryptoOptions,
): Promise<CryptoAnswer<Uint8Array>> {
  const subtle = await subtleWith([{ name: 'AES-KW', keyBytes: kek.length }], options);
  if (subtle !== undefined) return answered(await wrapByWebCrypto(subtle, kek, cek), 'webcrypto');
  const code = await import('./javascript/aes.ts').catch(() => undefined);
  if (code === undefined) return notDone('not-loaded');
  return answered(code.wrapByJavaScript(kek, cek), 'javascript');
}

async function wrapByWebCrypto(subtle: SubtleCrypto, kek: Uint8Array, cek: Uint8Array) {
  try {
    const wrapping = await subtle.importKey('raw', owned(kek), 'AES-KW', false, ['wrapKey']);
    const wrapped = await subtle.importKey('raw', owned(cek), ANY_KEY, true, ['sign']);
    return new Uint8Array(await subtle.wrapKey('raw', wrapped, wrapping, 'AES-KW'));
  } catch {
    return undefined;
  }
}

/** The shortest that RFC 3394 section 2.2.1 makes: two blocks of eight bytes, and one for the integrity check. */
const FEWEST_BYTES = 24;

/** `kek` has 16, 24 or 32 bytes. Another length of `wrapped` than those of RFC 3394 is a no. */
export async function unwrapByAes(kek: Uint8Array, wrapped: Uint8Array, options: CryptoOptions): Promise<Opened> {
  const fits = wrapped.length >= FEWEST_BYTES && wrapped.length % 8 === 0;
  const subtle = await subtleWith([{ name: 'AES-KW', keyBytes: kek.length }], options);
  if (subtle !== undefined) {
    const value = fits ? await unwrapByWebCrypto(subtle, kek, wrapped) : undefined;
    return { done: true, value, by: 'webcrypto' };
  }
  const code = await import('./javascript/aes.ts').catch(() => undefined);
  if (code === undefined) return notDone('not-loaded');
  return { done: true, value: fits ? code.unwrapByJavaScript(kek, wrapped) : undefined, by: 'javascript' };
}

/** The primitive was found to work with keys of this length, so what fails is the integrity check. */
async function unwrapByWebCrypto(
  subtle: SubtleCrypto,
  kek: Uint8Array,
  wrapped: Uint8Array,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  try {
    const key = await subtle.importKey('raw', owned(kek), 'AES-KW', false, ['unwrapKey']);
    const cek = await subtle.unwrapKey('raw', owned(wrapped), key, 'AES-KW', ANY_KEY, true, ['sign']);
    return new Uint8Array(await subtle.exportKey('raw', cek));
  } catch {
    return undefined;
  }
}

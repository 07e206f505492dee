/** A key that arrives as a file, as the text of a key box. */
import { encodeBase64url } from '../token/base64url.ts';
import { decodeUtf8 } from '../token/utf8.ts';
import { sequenceLength } from './der-length.ts';

/** Control characters that no text file has. */
const CONTROLS = /(?![\t\n\v\f\r])\p{Cc}/u;

/**
 * The text to show and to read for the bytes of a key file: what it says where it is text (UTF-8, or UTF-16 with a byte
 * order mark, as Windows writes it; the mark is taken away), otherwise its base64, which `readKey` takes for a key in
 * DER as well as for a secret. DER is broken into lines of 64 characters.
 */
export function keyTextFromBytes(bytes: Uint8Array): string {
  const wide = utf16From(bytes);
  if (wide !== undefined) return wide;
  const decoded = decodeUtf8(bytes);
  if (decoded.ok && !CONTROLS.test(decoded.text)) return decoded.text.replace(/^\ufeff/, '');
  const letters = standardBase64(bytes);
  return sequenceLength(bytes) === bytes.length ? (letters.match(/.{1,64}/g) ?? []).join('\n') : letters;
}

function utf16From(bytes: Uint8Array): string | undefined {
  const [first, second] = bytes;
  const encoding =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : undefined;
  if (encoding === undefined || bytes.length % 2 !== 0) return undefined;
  const text = new TextDecoder(encoding).decode(bytes);
  // keys are ASCII; other bytes that begin like the mark, a random secret for one, are no text
  const isAscii = text.replace(/[^\s!-~]/g, '').length * 2 > text.length;
  return isAscii && !CONTROLS.test(text) ? text : undefined;
}

/** RFC 4648 section 4, with padding. */
export function standardBase64(bytes: Uint8Array): string {
  const letters = encodeBase64url(bytes).replaceAll('-', '+').replaceAll('_', '/');
  return letters.padEnd(Math.ceil(letters.length / 4) * 4, '=');
}

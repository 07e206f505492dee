/** The bytes that a text may stand for as a secret, as `keys/secret.ts` reads one, without a report on each. */
import { decodeBase64url } from '../token/base64url.ts';
import { bytesOfHex } from '../token/hex.ts';
import { encodeUtf8 } from '../token/utf8.ts';
import type { KeyEncoding } from '../types.ts';

export interface Reading {
  readonly encoding: Exclude<KeyEncoding, 'auto'>;
  readonly bytes: Uint8Array;
}

/** Shorter texts are words. A MAC with fewer bytes than six would be guessed byte by byte. */
const SHORTEST_ENCODED = 8;

/**
 * UTF-8 first, then base64url, base64 and hex where the text is exactly that, of at least six bytes. A text with a lone
 * surrogate is no UTF-8 and has no reading.
 */
export function readingsOf(text: string): readonly Reading[] {
  if (!text.isWellFormed()) return [];
  const plain: Reading = { encoding: 'utf8', bytes: encodeUtf8(text) };
  const isEncoded = text.length >= SHORTEST_ENCODED && /^[A-Za-z0-9+/_-]+={0,2}$/.test(text);
  return isEncoded ? [plain, ...base64Readings(text), ...hexReadings(text)] : [plain];
}

function base64Readings(text: string): readonly Reading[] {
  const letters = text.replace(/=+$/, '');
  if (letters.length !== text.length && text.length % 4 !== 0) return [];
  const isStandard = /[+/]/.test(letters);
  if (isStandard && /[-_]/.test(letters)) return [];
  const decoded = decodeBase64url(isStandard ? letters.replaceAll('+', '-').replaceAll('/', '_') : letters);
  if (!decoded.strict) return [];
  return [{ encoding: isStandard || letters.length !== text.length ? 'base64' : 'base64url', bytes: decoded.bytes }];
}

function hexReadings(text: string): readonly Reading[] {
  const read = /^[0-9A-Fa-f]+$/.test(text) ? bytesOfHex(text) : undefined;
  return read?.ok === true ? [{ encoding: 'hex', bytes: read.bytes }] : [];
}

/** UTF-8 by the letter (RFC 3629): a byte that cannot be is named, never replaced. */

export type DecodedUtf8 =
  | { readonly ok: true; readonly text: string }
  /** offset of the first byte that begins no whole, well-formed character */
  | { readonly ok: false; readonly badByte: number };

/** Bytes to text. A leading byte order mark is kept, so that every byte stays visible. Never throws. */
export function decodeUtf8(bytes: Uint8Array): DecodedUtf8 {
  try {
    return { ok: true, text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes) };
  } catch {
    return { ok: false, badByte: wellFormedLength(bytes) };
  }
}

/** Text to bytes. A lone surrogate, which UTF-8 cannot hold, becomes U+FFFD. */
export function encodeUtf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

/** Number of bytes at the start that are whole, well-formed characters. */
export function wellFormedLength(bytes: Uint8Array): number {
  let at = 0;
  while (at < bytes.length) {
    const length = characterLength(bytes, at);
    if (length === 0) return at;
    at += length;
  }
  return at;
}

/** Bytes of the character at `at` (table 3-7 of the Unicode standard); 0 where there is no well-formed one. */
export function characterLength(bytes: Uint8Array, at: number): number {
  const first = bytes[at] ?? 0;
  if (first < 0x80) return 1;
  const second = bytes[at + 1] ?? 0;
  if (first >= 0xc2 && first <= 0xdf) return isContinuation(second) ? 2 : 0;
  const third = bytes[at + 2] ?? 0;
  if (first >= 0xe0 && first <= 0xef) {
    const lowest = first === 0xe0 ? 0xa0 : 0x80;
    const highest = first === 0xed ? 0x9f : 0xbf;
    return second >= lowest && second <= highest && isContinuation(third) ? 3 : 0;
  }
  if (first >= 0xf0 && first <= 0xf4) {
    const lowest = first === 0xf0 ? 0x90 : 0x80;
    const highest = first === 0xf4 ? 0x8f : 0xbf;
    const fits = second >= lowest && second <= highest;
    return fits && isContinuation(third) && isContinuation(bytes[at + 3] ?? 0) ? 4 : 0;
  }
  return 0;
}

/** A byte that only goes on with a character: 10xxxxxx. */
export function isContinuation(byte: number): boolean {
  return byte >= 0x80 && byte <= 0xbf;
}

/**
 * Offset of the byte where the character at `offset` (UTF-16 units) begins. `text` and `bytes` are the same content.
 * The second half of a surrogate pair belongs to the byte where the pair begins.
 */
export function byteOfCharacter(text: string, bytes: Uint8Array, offset: number): number {
  const wanted = Math.min(offset, text.length);
  if (text.length === bytes.length) return wanted;
  let byte = 0;
  for (let i = 0; i < wanted; ) {
    const point = text.codePointAt(i) ?? 0;
    i += point > 0xffff ? 2 : 1;
    if (i > wanted) return byte;
    byte += utf8Length(point);
  }
  return byte;
}

/** Offset (UTF-16 units) of the character that the byte at `byte` is part of. `text` and `bytes` are the same content. */
export function characterOfByte(text: string, bytes: Uint8Array, byte: number): number {
  if (text.length === bytes.length) return Math.min(byte, text.length);
  let passed = 0;
  let i = 0;
  while (i < text.length) {
    const point = text.codePointAt(i) ?? 0;
    passed += utf8Length(point);
    if (passed > byte) return i;
    i += point > 0xffff ? 2 : 1;
  }
  return i;
}

function utf8Length(point: number): number {
  return point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
}

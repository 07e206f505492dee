/** How the characters of a segment go to bits and bytes: six bits a character, eight a byte (RFC 4648 section 5). */
import { type DecodedBase64url, decodeBase64url, isBitsCode, looseSextetOf } from '../base64url.ts';

/** Bits behind the last whole byte. */
export interface SpareBits {
  /** 0, 2 or 4; 6 where a lone last character begins no whole byte */
  readonly count: 0 | 2 | 4 | 6;
  /** RFC 4648 section 3.5 asks for it */
  readonly areZero: boolean;
}

/** Offsets of characters are UTF-16 units within `text`, those of bytes within `bytes`; bits count from the first. */
export interface ByteMap {
  readonly text: string;
  readonly bytes: Uint8Array;
  /** characters that are read; where this is less than all, the one at `readEnd` ended the reading */
  readonly readEnd: number;
  /** nothing but `=` follows there */
  readonly isPadded: boolean;
  /** characters that stand for six bits each */
  readonly letters: number;
  readonly spare: SpareBits;
  /** number of letters before a character */
  lettersBefore(at: number): number;
  /** offset of the letter with this index; `readEnd` where there is none */
  placeOfLetter(index: number): number;
}

/**
 * The map of any text, read as `decodeBase64url` reads it: by the letter where it can be, otherwise with blanks passed
 * over, `+` and `/` counted as `-` and `_`, and up to the first other character. One pass at most; nothing throws.
 */
export function byteMap(text: string): ByteMap {
  const decoded = decodeBase64url(text);
  const bytes = decoded.bytes ?? new Uint8Array();
  if (isLettersOnly(decoded)) {
    return {
      text,
      bytes,
      readEnd: text.length,
      isPadded: false,
      letters: text.length,
      spare: spareOf(text, text.length, text.length - 1),
      lettersBefore: (at) => at,
      placeOfLetter: (index) => Math.min(index, text.length),
    };
  }
  return looseMap(text, bytes);
}

function isLettersOnly(decoded: DecodedBase64url): boolean {
  return decoded.strict || decoded.code === 'base64-length' || decoded.code === 'base64-trailing-bits';
}

/** Blanks that a lenient reader passes over. */
const BLANK = /[ \t\r\n\u00a0]/;

function looseMap(text: string, bytes: Uint8Array): ByteMap {
  const before = new Uint32Array(text.length + 1);
  const places = new Uint32Array(text.length);
  let letters = 0;
  let at = 0;
  for (; at < text.length; at++) {
    before[at] = letters;
    if (isBitsCode(text.charCodeAt(at))) places[letters++] = at;
    else if (!BLANK.test(text.charAt(at))) break;
  }
  before.fill(letters, at);
  const readEnd = at;
  return {
    text,
    bytes,
    readEnd,
    isPadded: readEnd < text.length && /^=+$/.test(text.slice(readEnd)),
    letters,
    spare: spareOf(text, letters, places[letters - 1] ?? 0),
    lettersBefore: (offset) => before[Math.min(offset, text.length)] ?? letters,
    placeOfLetter: (index) => (index < letters ? (places[index] ?? readEnd) : readEnd),
  };
}

const SPARE = [0, 6, 4, 2] as const;

function spareOf(text: string, letters: number, last: number): SpareBits {
  const count = SPARE[letters % 4] ?? 0;
  return { count, areZero: (valueOfLetter(text, last) & ((1 << count) - 1)) === 0 };
}

/** The six bits of the character at `at`; 0 where it stands for none. */
export function valueOfLetter(text: string, at: number): number {
  return looseSextetOf(text.charCodeAt(at)) ?? 0;
}

/** Base64url as JOSE uses it: RFC 4648 section 5 without padding (RFC 7515 section 2). */

export type Base64Fault = 'illegal-character' | 'base64-padding' | 'base64-length' | 'base64-trailing-bits';

export type DecodedBase64url =
  | { readonly strict: true; readonly bytes: Uint8Array }
  | {
      readonly strict: false;
      /** What can be read besides the fault, see `decodeBase64url`; undefined where nothing can. */
      readonly bytes: Uint8Array | undefined;
      readonly code: Base64Fault;
      /** offset of the first character that is at fault */
      readonly at: number;
      /** true where `bytes` leave out a character that may have stood for something: what they hold is not the whole */
      readonly cut: boolean;
    };

interface NativeBase64 {
  readonly fromBase64?: (text: string, options: { alphabet: 'base64url' }) => Uint8Array;
  readonly prototype: { readonly toBase64?: (options: { alphabet: 'base64url'; omitPadding: boolean }) => string };
}

// The library types of ES2024 do not know these two methods; where the runtime lacks them they are undefined.
const native: NativeBase64 = Uint8Array as NativeBase64;

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const NO_LETTER = 255;
const VALUES = valuesOf(LETTERS);

function valuesOf(letters: string): Uint8Array {
  const values = new Uint8Array(128).fill(NO_LETTER);
  for (let value = 0; value < letters.length; value++) values[letters.charCodeAt(value)] = value;
  return values;
}

/** The six bits of a base64url character code; 255 where it is none. */
export function sextetOf(code: number): number {
  return VALUES[code] ?? NO_LETTER;
}

export function isBase64urlCode(code: number): boolean {
  return sextetOf(code) !== NO_LETTER;
}

/**
 * Reads base64url. `strict` is true only for the one spelling that RFC 7515 section 2 allows: letters of the
 * alphabet, no padding, no length of 4n+1, spare bits zero (RFC 4648 section 3.5). Otherwise `code` and `at` (UTF-16
 * offset) name the first fault, and `bytes` hold what can be read all the same: padding, white space and spare bits are
 * passed over, `+` and `/` count as `-` and `_`, a lone last character is dropped, and reading ends at any other
 * character. Never throws.
 */
export function decodeBase64url(text: string): DecodedBase64url {
  const fault = firstFault(text);
  if (fault === undefined) return { strict: true, bytes: decodeLetters(text) };
  const letters = lenientLetters(text);
  const bytes = letters.text === '' ? undefined : decodeLetters(letters.text);
  return { strict: false, bytes, code: fault.code, at: fault.at, cut: letters.cut };
}

/** Writes bytes as base64url without padding. */
export function encodeBase64url(bytes: Uint8Array): string {
  const toBase64 = native.prototype.toBase64;
  if (toBase64 !== undefined) return toBase64.call(bytes, { alphabet: 'base64url', omitPadding: true });
  return encodeByTable(bytes);
}

/**
 * Number of characters before `at` in `text` that stand for bits when it is read as `decodeBase64url` does. For strict
 * text that is `at` itself.
 */
export function lettersBefore(text: string, at: number): number {
  let count = 0;
  for (let i = 0; i < at; i++) if (isBitsCode(text.charCodeAt(i))) count++;
  return count;
}

/** Offset in `text` of the letter with this index among those that stand for bits; the text's length where there is none. */
export function offsetOfLetter(text: string, index: number): number {
  let left = index;
  for (let i = 0; i < text.length; i++) {
    if (!isBitsCode(text.charCodeAt(i))) continue;
    if (left === 0) return i;
    left--;
  }
  return text.length;
}

/** A letter of base64url, or `+` or `/` of the standard alphabet (RFC 4648 section 4), which count as `-` and `_`. */
export function isBitsCode(code: number): boolean {
  return isBase64urlCode(code) || code === 43 || code === 47;
}

/** The six bits of such a character; undefined of any other. */
export function looseSextetOf(code: number): number | undefined {
  if (code === 43) return 62;
  if (code === 47) return 63;
  return isBase64urlCode(code) ? sextetOf(code) : undefined;
}

/** The letter that stands for six bits (0 to 63). */
export function letterOf(sextet: number): string {
  return LETTERS.charAt(sextet & 63);
}

function firstFault(text: string): { readonly code: Base64Fault; readonly at: number } | undefined {
  const foreign = text.search(/[^A-Za-z0-9_-]/);
  if (foreign >= 0) return faultOfCharacter(text, foreign);
  const last = text.length - 1;
  const over = text.length % 4;
  if (over === 1) return { code: 'base64-length', at: last };
  const spare = over === 2 ? 0b1111 : over === 3 ? 0b11 : 0;
  if (spare > 0 && (sextetOf(text.charCodeAt(last)) & spare) !== 0) return { code: 'base64-trailing-bits', at: last };
  return undefined;
}

/** `=` is padding only where nothing but `=` follows; anywhere else it is as foreign as any other character. */
function faultOfCharacter(text: string, at: number): { readonly code: Base64Fault; readonly at: number } {
  return { code: isPaddingFrom(text, at) ? 'base64-padding' : 'illegal-character', at };
}

function isPaddingFrom(text: string, at: number): boolean {
  for (let i = at; i < text.length; i++) if (text.charCodeAt(i) !== 61) return false;
  return true;
}

/** The letters that `decodeBase64url` reads of a faulty text, in the url alphabet, their number not 4n+1. */
function lenientLetters(text: string): { readonly text: string; readonly cut: boolean } {
  const unspaced = text.replace(/[ \t\r\n\u00a0]+/g, '');
  const found = /^[A-Za-z0-9+/_-]*/.exec(unspaced)?.[0] ?? '';
  const letters = found.replace(/\+/g, '-').replace(/\//g, '_');
  const whole = letters.length % 4 === 1 ? letters.slice(0, -1) : letters;
  return { text: whole, cut: whole !== letters || !isPaddingFrom(unspaced, found.length) };
}

function decodeLetters(letters: string): Uint8Array {
  const fromBase64 = native.fromBase64;
  if (fromBase64 !== undefined) return fromBase64(letters, { alphabet: 'base64url' });
  return decodeByTable(letters);
}

/** For runtimes without `Uint8Array.fromBase64`. A loop over bytes is several times faster than one over a string. */
function decodeByTable(letters: string): Uint8Array {
  const codes = new TextEncoder().encode(letters);
  const bytes = new Uint8Array(Math.floor((codes.length * 3) / 4));
  let to = 0;
  for (let from = 0; from < codes.length; from += 4) {
    const first = sextetOf(codes[from] ?? 0);
    const second = sextetOf(codes[from + 1] ?? 0);
    const third = sextetOf(codes[from + 2] ?? 0);
    // Writing past the end of a typed array is ignored, so the last group needs no case of its own.
    bytes[to++] = (first << 2) | (second >> 4);
    bytes[to++] = (second << 4) | (third >> 2);
    bytes[to++] = (third << 6) | sextetOf(codes[from + 3] ?? 0);
  }
  return bytes;
}

function encodeByTable(bytes: Uint8Array): string {
  const codes = new Uint8Array(Math.ceil((bytes.length * 4) / 3));
  let to = 0;
  for (let from = 0; from < bytes.length; from += 3) {
    const bits = ((bytes[from] ?? 0) << 16) | ((bytes[from + 1] ?? 0) << 8) | (bytes[from + 2] ?? 0);
    codes[to++] = LETTERS.charCodeAt(bits >> 18);
    codes[to++] = LETTERS.charCodeAt((bits >> 12) & 63);
    codes[to++] = LETTERS.charCodeAt((bits >> 6) & 63);
    codes[to++] = LETTERS.charCodeAt(bits & 63);
  }
  return new TextDecoder().decode(codes);
}

/** Which characters can stand in a token, beside it, and between its parts. */

/** A character that a compact token may hold, good or faulty, and those that are taken away from it. */
export type CharacterClass = 0 | 1 | 2 | 3 | 4 | 5 | 6;

export const OTHER = 0;
/** base64url */
export const LETTER = 1;
export const DOT = 2;
/** between the parts of an SD-JWT (RFC 9901 section 4) */
export const TILDE = 3;
export const BLANK = 4;
export const BREAK = 5;
/** U+200B to U+200D, U+FEFF and U+00AD: nothing to see, lost in copying */
export const INVISIBLE = 6;

const ASCII = classesOfAscii();

function classesOfAscii(): Uint8Array {
  const classes = new Uint8Array(128);
  for (let code = 0; code < 128; code++) {
    const character = String.fromCharCode(code);
    if (/[A-Za-z0-9_-]/.test(character)) classes[code] = LETTER;
  }
  classes[0x2e] = DOT;
  classes[0x7e] = TILDE;
  classes[0x20] = BLANK;
  classes[0x09] = BLANK;
  classes[0x0a] = BREAK;
  classes[0x0d] = BREAK;
  return classes;
}

export function classOf(code: number): number {
  if (code < 128) return ASCII[code] ?? OTHER;
  if ((code >= 0x200b && code <= 0x200d) || code === 0xfeff || code === 0xad) return INVISIBLE;
  if (code === 0xa0 || code === 0x3000 || (code >= 0x2000 && code <= 0x200a) || code === 0x202f) return BLANK;
  return code === 0x2028 || code === 0x2029 ? BREAK : OTHER;
}

export function classAt(text: string, at: number): number {
  // charCodeAt gives NaN past the end, which is below nothing and equal to nothing.
  return at < text.length ? classOf(text.charCodeAt(at)) : OTHER;
}

/**
 * The ASCII character that `%` and two hexadecimal digits at `at` stand for; undefined where they do not stand there.
 * Other characters take several such triples, and none of them can be in a token.
 */
export function percentDecodedAt(text: string, at: number): string | undefined {
  if (text.charCodeAt(at) !== 0x25) return undefined;
  const digits = text.slice(at + 1, at + 3);
  return /^[0-7][0-9a-fA-F]$/.test(digits) ? String.fromCharCode(Number.parseInt(digits, 16)) : undefined;
}

/** Whether a percent-encoded character that is not ASCII begins here. */
export function isForeignPercent(text: string, at: number): boolean {
  return text.charCodeAt(at) === 0x25 && /^[89a-fA-F][0-9a-fA-F]$/.test(text.slice(at + 1, at + 3));
}

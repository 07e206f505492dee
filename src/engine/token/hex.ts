/** Bytes as hexadecimal text, for payloads that are no text. */

const BLANK = 0x20;
const LINE_FEED = 0x0a;

/** '0' to '9', 'a' to 'f' */
const digitCode = (value: number): number => value + (value < 10 ? 0x30 : 0x57);

/** For each byte the codes of its digits, the first one in the low eight bits. */
const DIGITS = Uint16Array.from({ length: 256 }, (_, byte) => digitCode(byte >> 4) | (digitCode(byte & 15) << 8));

/**
 * Two digits a byte, a blank between, sixteen bytes a line. Written as bytes by a plain loop: a text for each byte takes
 * 100 times as long, a callback for each four times.
 */
export function hexOf(bytes: Uint8Array): string {
  const text = new Uint8Array(Math.max(0, bytes.length * 3 - 1));
  for (let index = 0, at = 0; index < bytes.length; index++) {
    const digits = DIGITS[bytes[index] ?? 0] ?? 0;
    text[at++] = digits & 0xff;
    text[at++] = digits >> 8;
    // behind the last byte this is past the end, where a typed array takes nothing
    text[at++] = index % 16 === 15 ? LINE_FEED : BLANK;
  }
  return new TextDecoder().decode(text);
}

export type BytesOfHex =
  | { readonly ok: true; readonly bytes: Uint8Array }
  /** offset of the character that is no digit, or of the digit that has no second */
  | { readonly ok: false; readonly at: number };

/** Reads hexadecimal digits, two a byte. White space may stand between bytes, not between the two digits of one. */
export function bytesOfHex(text: string): BytesOfHex {
  const bytes = new Uint8Array(text.length >> 1);
  let length = 0;
  let at = 0;
  while (at < text.length) {
    if (/\s/.test(text.charAt(at))) {
      at++;
      continue;
    }
    const high = digitOf(text, at);
    const low = digitOf(text, at + 1);
    if (high === undefined) return { ok: false, at };
    if (low === undefined)
      return { ok: false, at: at + 1 < text.length && !/\s/.test(text.charAt(at + 1)) ? at + 1 : at };
    bytes[length++] = high * 16 + low;
    at += 2;
  }
  return { ok: true, bytes: bytes.slice(0, length) };
}

function digitOf(text: string, at: number): number | undefined {
  const digit = text.charAt(at);
  return /^[0-9a-fA-F]$/.test(digit) ? Number.parseInt(digit, 16) : undefined;
}

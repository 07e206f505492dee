/** Bytes as hexadecimal text, for payloads that are no text. */

/** Two digits a byte, a blank between, sixteen bytes a line. */
export function hexOf(bytes: Uint8Array): string {
  const lines: string[] = [];
  for (let from = 0; from < bytes.length; from += 16) {
    const line = Array.from(bytes.subarray(from, from + 16), (byte) => byte.toString(16).padStart(2, '0'));
    lines.push(line.join(' '));
  }
  return lines.join('\n');
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

/** Bytes as the characters that they spell in UTF-8 (RFC 3629), for any window of them. */
import type { Span } from '../segment-bytes.ts';
import { characterLength, isContinuation } from '../utf8.ts';

const DECODER = new TextDecoder('utf-8', { ignoreBOM: true });

/** `bytes`: those of the character, or the one byte that is part of none. */
export type DecodedCharacter =
  | { readonly kind: 'character'; readonly bytes: Span; readonly text: string }
  | { readonly kind: 'invalid'; readonly bytes: Span; readonly reason: InvalidByte };

/** `continuation`: goes on with no character; `unfinished`: begins one that does not go on; `never`: no byte of UTF-8. */
export type InvalidByte = 'continuation' | 'unfinished' | 'never';

/** Every character that has a byte in the window `from` to `to` (exclusive), in order. */
export function charactersIn(bytes: Uint8Array, from: number, to: number): readonly DecodedCharacter[] {
  const end = Math.min(to, bytes.length);
  const found: DecodedCharacter[] = [];
  for (let at = startOfCharacter(bytes, from); at < end; ) {
    const one = characterAt(bytes, at);
    at = one.bytes[1];
    if (at > from) found.push(one);
  }
  return found;
}

/** The character that a byte is part of. Undefined behind the last byte. */
export function characterOf(bytes: Uint8Array, byte: number): DecodedCharacter | undefined {
  return charactersIn(bytes, byte, byte + 1)[0];
}

function characterAt(bytes: Uint8Array, at: number): DecodedCharacter {
  const length = characterLength(bytes, at);
  if (length === 0) return { kind: 'invalid', bytes: [at, at + 1], reason: whyInvalid(bytes[at] ?? 0) };
  return { kind: 'character', bytes: [at, at + length], text: DECODER.decode(bytes.subarray(at, at + length)) };
}

/** Where the character, or the byte that is part of none, begins: no byte of a character has more than three before it. */
function startOfCharacter(bytes: Uint8Array, at: number): number {
  for (let start = at; start >= Math.max(0, at - 3); start--) if (!isContinuation(bytes[start] ?? 0)) return start;
  return at;
}

function whyInvalid(byte: number): InvalidByte {
  if (isContinuation(byte)) return 'continuation';
  return byte >= 0xc2 && byte <= 0xf4 ? 'unfinished' : 'never';
}

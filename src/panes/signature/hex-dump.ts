/** Bytes as a hex dump: offset, and groups of eight. */
import type { PaintSpan } from '../../editor/paint.ts';

const GROUP = 8;

/** Lines of `perLine` bytes (a multiple of 8) for the first `limit` bytes; `offset` is four or more hex digits. */
export function hexLines(
  bytes: Uint8Array,
  perLine: number,
  limit: number,
): readonly { readonly offset: string; readonly hex: string }[] {
  const end = Math.min(bytes.length, limit);
  const lines: { offset: string; hex: string }[] = [];
  for (let at = 0; at < end; at += perLine) {
    lines.push({
      offset: at.toString(16).padStart(4, '0'),
      hex: groups(bytes.subarray(at, Math.min(at + perLine, end))),
    });
  }
  return lines;
}

function groups(bytes: Uint8Array): string {
  const words: string[] = [];
  for (let at = 0; at < bytes.length; at += GROUP) {
    words.push(Array.from(bytes.subarray(at, at + GROUP), (byte) => byte.toString(16).padStart(2, '0')).join(' '));
  }
  return words.join('  ');
}

/** Spans that count bytes, in the characters of the line that shows `count` bytes from `first` on. */
export function hexSpans(spans: readonly PaintSpan[], first: number, count: number): readonly PaintSpan[] {
  return spans.flatMap(({ start, end, className }) => {
    const from = Math.max(0, start - first);
    const last = Math.min(count, end - first) - 1;
    return last < from ? [] : [{ className, start: placeOf(from), end: placeOf(last) + 2 }];
  });
}

function placeOf(byte: number): number {
  return byte * 3 + Math.floor(byte / GROUP);
}

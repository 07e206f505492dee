/** Bytes as a hex dump: offset, and groups of eight. */
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

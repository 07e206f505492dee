/** The one run of characters that differs between two texts. */
export interface TextChange {
  readonly start: number;
  readonly endBefore: number;
  readonly endAfter: number;
}

/** Characters compared at once: whole blocks are compared by the runtime, many times faster than one by one. */
const BLOCK = 4096;

/** The shortest change from `before` to `after`; empty, at the end, where they are equal. Offsets in UTF-16 units. */
export function changeBetween(before: string, after: string): TextChange {
  const shorter = Math.min(before.length, after.length);
  const start = sameAtStart(before, after, shorter);
  const tail = sameAtEnd(before, after, shorter - start);
  return { start, endBefore: before.length - tail, endAfter: after.length - tail };
}

function sameAtStart(before: string, after: string, limit: number): number {
  let same = 0;
  while (same + BLOCK <= limit && before.slice(same, same + BLOCK) === after.slice(same, same + BLOCK)) same += BLOCK;
  while (same < limit && before.charCodeAt(same) === after.charCodeAt(same)) same += 1;
  return same;
}

function sameAtEnd(before: string, after: string, limit: number): number {
  const block = (text: string, same: number) => text.slice(text.length - same - BLOCK, text.length - same);
  const unit = (text: string, same: number) => text.charCodeAt(text.length - 1 - same);
  let same = 0;
  while (same + BLOCK <= limit && block(before, same) === block(after, same)) same += BLOCK;
  while (same < limit && unit(before, same) === unit(after, same)) same += 1;
  return same;
}

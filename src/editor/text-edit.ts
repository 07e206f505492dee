/** One replacement in a text. Offsets in the text before it, UTF-16, end exclusive. */
export interface TextEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

const isHigh = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdbff;
const isLow = (unit: number): boolean => unit >= 0xdc00 && unit <= 0xdfff;

/** true where a cut at `offset` would part the two halves of one character */
const splitsPair = (text: string, offset: number): boolean =>
  offset > 0 && offset < text.length && isHigh(text.charCodeAt(offset - 1)) && isLow(text.charCodeAt(offset));

/**
 * The smallest single replacement that turns `before` into `after`; undefined where they are equal.
 * Where several are equally small ("aa" to "a"), `caret`, the place of the caret in `after`, decides: what was typed
 * or deleted ends there. Never parts a surrogate pair.
 */
export function editBetween(before: string, after: string, caret = 0): TextEdit | undefined {
  if (before === after) {
    return undefined;
  }
  const shorter = Math.min(before.length, after.length);
  const behindCaret = Math.min(shorter, after.length - caret);
  let suffix = sameAtEnd(before, after, 0, behindCaret);
  let prefix = sameAtStart(before, after, shorter - suffix);
  suffix = sameAtEnd(before, after, suffix, shorter - prefix);
  if (splitsPair(before, prefix) || splitsPair(after, prefix)) {
    prefix -= 1;
  }
  if (splitsPair(before, before.length - suffix) || splitsPair(after, after.length - suffix)) {
    suffix -= 1;
  }
  return { start: prefix, end: before.length - suffix, text: after.slice(prefix, after.length - suffix) };
}

/** Characters compared at once: whole blocks are compared by the runtime, many times faster than one by one. */
const BLOCK = 4096;

function sameAtStart(before: string, after: string, limit: number): number {
  let same = 0;
  while (same + BLOCK <= limit && before.slice(same, same + BLOCK) === after.slice(same, same + BLOCK)) {
    same += BLOCK;
  }
  while (same < limit && before.charCodeAt(same) === after.charCodeAt(same)) {
    same += 1;
  }
  return same;
}

/** How many characters agree at the end, where `known` are known to; at most `limit`. */
function sameAtEnd(before: string, after: string, known: number, limit: number): number {
  let same = known;
  while (same + BLOCK <= limit && blockFromEnd(before, same) === blockFromEnd(after, same)) {
    same += BLOCK;
  }
  while (same < limit && unitFromEnd(before, same) === unitFromEnd(after, same)) {
    same += 1;
  }
  return same;
}

const unitFromEnd = (text: string, fromEnd: number): number => text.charCodeAt(text.length - 1 - fromEnd);

const blockFromEnd = (text: string, fromEnd: number): string =>
  text.slice(text.length - fromEnd - BLOCK, text.length - fromEnd);

/** Where the caret stands in the edited text: behind the last edit. */
export function caretAfter(edits: readonly TextEdit[]): number {
  const [last, ...earlier] = inReverse(edits);
  if (last === undefined) {
    return 0;
  }
  const moved = earlier.reduce((sum, edit) => sum + edit.text.length - (edit.end - edit.start), 0);
  return last.start + last.text.length + moved;
}

/** From the last in the text to the first, so that none moves the place of one that is still to be made. */
export const inReverse = (edits: readonly TextEdit[]): readonly TextEdit[] =>
  [...edits].sort((a, b) => b.start - a.start);

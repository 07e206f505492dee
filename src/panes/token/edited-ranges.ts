import { changeBetween } from '../../workbench/text-change.ts';

/** What of a token differs from the token as it came in. */
export interface EditedRange {
  readonly part: 'header' | 'payload' | 'signature';
  /** in the text after the edit */
  readonly start: number;
  readonly end: number;
  /** how many characters were put in, or taken away where none were put in */
  readonly characters: number;
}

const PARTS = ['header', 'payload', 'signature'] as const;

/**
 * Compares segment by segment: from the first to the last character that differs. Empty where the two are not both
 * texts of three segments, since parts cannot then be told apart.
 */
export function editedRanges(before: string, after: string): readonly EditedRange[] {
  const old = before.split('.');
  const now = after.split('.');
  if (old.length !== PARTS.length || now.length !== PARTS.length) return [];
  let offset = 0;
  return PARTS.flatMap((part, index) => {
    const start = offset;
    const segment = now[index] ?? '';
    offset += segment.length + 1;
    return differing(part, old[index] ?? '', segment, start);
  });
}

function differing(part: EditedRange['part'], before: string, after: string, offset: number): readonly EditedRange[] {
  if (before === after) return [];
  const { start, endBefore, endAfter } = changeBetween(before, after);
  const put = endAfter - start;
  const characters = put > 0 ? put : endBefore - start;
  return [{ part, start: offset + start, end: offset + endAfter, characters }];
}

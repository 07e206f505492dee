import type { TokenPart } from './types.ts';

/** Where the marks of a part stand, in rows of the wrapped text counted from 0. */
export interface RailRows {
  readonly letter: string;
  readonly segment: TokenPart['segment'];
  /** row of the letter: the first one that begins inside the part */
  readonly badge: number;
  /** last row that holds a character of the part */
  readonly last: number;
}

/** What stands between two line feeds, and the row it begins in. */
interface Paragraph {
  readonly start: number;
  readonly length: number;
  readonly firstRow: number;
}

const rowsOf = (length: number, columns: number): number => Math.max(1, Math.ceil(length / columns));

function paragraphs(text: string, columns: number): readonly Paragraph[] {
  const found: Paragraph[] = [];
  let firstRow = 0;
  let start = 0;
  for (;;) {
    const newline = text.indexOf('\n', start);
    const end = newline === -1 ? text.length : newline;
    found.push({ start, length: end - start, firstRow });
    if (newline === -1) {
      return found;
    }
    firstRow += rowsOf(end - start, columns);
    start = end + 1;
  }
}

function paragraphAt(list: readonly Paragraph[], offset: number): Paragraph {
  return list.findLast((paragraph) => paragraph.start <= offset) ?? { start: 0, length: 0, firstRow: 0 };
}

/** Row of the character at `offset`, in a paragraph; the place behind its last character counts to its last row. */
function rowIn(paragraph: Paragraph, offset: number, columns: number): number {
  const within = Math.max(0, Math.min(offset - paragraph.start, paragraph.length));
  const row = Math.floor(within / columns);
  return paragraph.firstRow + Math.min(row, rowsOf(paragraph.length, columns) - 1);
}

/** How many rows `text` fills when it wraps after every `columns` characters and at every line feed; at least 1. */
export function rowCount(text: string, columns: number): number {
  const last = paragraphAt(paragraphs(text, columns), text.length);
  return last.firstRow + rowsOf(last.length, columns);
}

/** Row (from 0) that shows the character at `offset`. */
export function rowOfOffset(text: string, offset: number, columns: number): number {
  return rowIn(paragraphAt(paragraphs(text, columns), offset), offset, columns);
}

/** First row that begins at or behind `offset`; it may lie behind the text. */
function firstRowFrom(list: readonly Paragraph[], offset: number, columns: number): number {
  const paragraph = paragraphAt(list, offset);
  const within = offset - paragraph.start;
  return within > paragraph.length
    ? paragraph.firstRow + rowsOf(paragraph.length, columns)
    : paragraph.firstRow + Math.ceil(within / columns);
}

/**
 * Rows of the rail: for each part the row of its letter and its last row. A part in which no row begins (a short one in
 * the middle of a row, an empty one) has no place of its own in the rail and is left out.
 */
export function railRows(text: string, parts: readonly TokenPart[], columns: number): readonly RailRows[] {
  const list = paragraphs(text, columns);
  return parts.flatMap((part) => {
    if (part.end <= part.start) {
      return [];
    }
    const badge = firstRowFrom(list, part.start, columns);
    const lastCharacter = part.end - 1;
    const last = rowIn(paragraphAt(list, lastCharacter), lastCharacter, columns);
    return badge > last ? [] : [{ letter: part.letter, segment: part.segment, badge, last }];
  });
}

/** Smallest share of the composition bar, in characters, so that no part vanishes. */
const SMALLEST_SHARE = 14;

/** Shares of the composition bar, one for each part, as `flex-grow` numbers; 0 for an empty part. */
export function shares(parts: readonly TokenPart[]): readonly number[] {
  const total = parts.reduce((sum, part) => sum + part.end - part.start, 0);
  // "14 units" of a bar of 734 units, the width of an ordinary token in characters: long tokens scale it.
  const smallest = Math.max(SMALLEST_SHARE, (total * SMALLEST_SHARE) / 734);
  return parts.map(({ start, end }) => (end > start ? Math.max(end - start, smallest) : 0));
}

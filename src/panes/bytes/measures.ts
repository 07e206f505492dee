/** How much fits: groups of four characters in the grid, characters in a row of the list. */
import type { NumberForm } from '../../words/bytes.ts';

/** Pixels of the labels beside the grid, and the least that a bit takes so that its digit can be read. */
export const GRID_LABEL = 76;
const LEAST_BIT = 7.2;
const MOST_GROUPS = 4;

/** Groups of four characters that the grid shows at once in a width of so many pixels. */
export function groupsFitting(width: number): number {
  const fitting = Math.floor((width - GRID_LABEL) / (24 * LEAST_BIT));
  return Math.max(1, Math.min(MOST_GROUPS, fitting));
}

/** Pixels of a character in the list (its font is 0.6 times as wide as it is high), and of what stands between columns. */
export const LIST_CHARACTER = 7.2;
export const LIST_GAP = 14;

/** Characters of a byte as a number, with the blank before the next. */
export const NUMBER_WIDTH: Readonly<Record<NumberForm, number>> = { hex: 3, dec: 4, bits: 9 };

/** The words above the characters take so many. */
export const LEAST_LETTERS = 13;

const PER_ROW = [12, 8, 4];

/** Characters of a row of the list, a multiple of four, in a width of so many pixels. */
export function charactersFitting(width: number, form: NumberForm, offsetDigits: number): number {
  const fits = (perRow: number) => {
    const bytes = (perRow * 3) / 4;
    const letters = offsetDigits + Math.max(LEAST_LETTERS, perRow) + bytes * NUMBER_WIDTH[form] + bytes;
    return letters * LIST_CHARACTER + 3 * LIST_GAP <= width;
  };
  return PER_ROW.find(fits) ?? 4;
}

export const LIST_ROW = 24;

/** Pixels that every browser lets an element be high. */
const MOST_PIXELS = 8_000_000;

/** How high the list's inside is. */
export function listHeight(rows: number): number {
  return Math.min(rows * LIST_ROW, MOST_PIXELS);
}

export interface RowWindow {
  readonly first: number;
  /** pixels that the first row is scrolled out */
  readonly hidden: number;
  readonly count: number;
}

/**
 * The rows on the screen where a list of `rows` is scrolled by `top` in a window `height` pixels high. More rows than
 * an element can be high share its height: one pixel of scrolling is then more than one of rows.
 */
export function rowsShown(rows: number, top: number, height: number): RowWindow {
  const all = rows * LIST_ROW;
  const range = listHeight(rows) - height;
  const offset = Math.max(0, range <= 0 ? 0 : (Math.min(top, range) / range) * (all - height));
  const first = Math.floor(offset / LIST_ROW);
  return {
    first,
    hidden: offset - first * LIST_ROW,
    count: Math.max(0, Math.min(rows - first, Math.ceil(height / LIST_ROW) + 1)),
  };
}

/** Where the list is to be scrolled so that a row is seen: where it is, if it is seen already. */
export function topShowing(rows: number, row: number, top: number, height: number): number {
  const all = rows * LIST_ROW;
  const range = listHeight(rows) - height;
  if (range <= 0) return 0;
  const offset = (top / range) * (all - height);
  const isSeen = row * LIST_ROW >= offset && (row + 1) * LIST_ROW <= offset + height;
  if (isSeen) return top;
  const wanted = Math.max(0, Math.min(all - height, row * LIST_ROW - height / 3));
  return Math.round((wanted / (all - height)) * range);
}

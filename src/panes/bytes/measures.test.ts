import { describe, expect, test } from 'vitest';
import { charactersFitting, groupsFitting, LIST_ROW, listHeight, rowsShown, topShowing } from './measures.ts';

test.each([
  [452, 2],
  [568, 2],
  [620, 3],
  [358, 1],
  [0, 1],
  [4000, 4],
])('in %i pixels the grid shows %i groups', (width, groups) => {
  expect(groupsFitting(width)).toBe(groups);
});

test.each([
  [452, 'hex', 12],
  [452, 'dec', 8],
  [452, 'bits', 4],
  [358, 'hex', 8],
  [100, 'hex', 4],
] as const)('in %i pixels a row of the list with %s has %i characters', (width, form, characters) => {
  expect(charactersFitting(width, form, 4)).toBe(characters);
});

describe('the rows of a list', () => {
  test.each([
    [3, 0, 240, { first: 0, hidden: 0, count: 3 }],
    [1000, 0, 240, { first: 0, hidden: 0, count: 11 }],
    [1000, 36, 240, { first: 1, hidden: 12, count: 11 }],
    [1000, 1000 * 24 - 240, 240, { first: 990, hidden: 0, count: 10 }],
    [0, 0, 240, { first: 0, hidden: 0, count: 0 }],
  ])('%i of them scrolled by %i', (rows, top, height, shown) => {
    expect(rowsShown(rows, top, height)).toEqual(shown);
  });

  test('are all reached where there are more than an element can be high', () => {
    const rows = 2_800_000;
    const bottom = listHeight(rows) - 240;
    expect(listHeight(rows)).toBeLessThan(rows * LIST_ROW);
    expect(rowsShown(rows, bottom, 240)).toEqual({ first: rows - 10, hidden: 0, count: 10 });
    const top = topShowing(rows, 1_234_567, 0, 240);
    const { first, count } = rowsShown(rows, top, 240);
    expect(first <= 1_234_567 && 1_234_567 < first + count).toBe(true);
  });

  test('stay where they are while the wanted one is seen', () => {
    expect(topShowing(1000, 5, 48, 240)).toBe(48);
    expect(topShowing(1000, 500, 48, 240)).toBe(500 * 24 - 80);
    expect(topShowing(1000, 0, 480, 240)).toBe(0);
    expect(topShowing(3, 2, 0, 240)).toBe(0);
  });
});

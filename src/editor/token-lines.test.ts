import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { railRows, rowCount, rowOfOffset, shares } from './token-lines.ts';
import type { TokenPart } from './types.ts';

const part = (segment: TokenPart['segment'], start: number, end: number): TokenPart => ({
  letter: segment.toUpperCase(),
  segment,
  start,
  end,
});

describe('rowCount and rowOfOffset, four characters in a row', () => {
  it.each([
    ['an empty text has one row', '', 1, [0]],
    ['a full row is one row, its end included', 'abcd', 1, [0, 0, 0, 0, 0]],
    ['one more character begins the next', 'abcde', 2, [0, 0, 0, 0, 1, 1]],
    ['a line feed ends its row', 'ab\ncd', 2, [0, 0, 0, 1, 1, 1]],
    ['a line feed behind a full row does not add one', 'abcd\ne', 2, [0, 0, 0, 0, 0, 1, 1]],
    ['an empty line is a row', 'a\n\nb', 3, [0, 0, 1, 2, 2]],
    ['a last line feed leaves an empty row', 'a\n', 2, [0, 0, 1]],
  ])('%s', (_rule, text, count, rows) => {
    expect(rowCount(text, 4)).toBe(count);
    expect(Array.from({ length: text.length + 1 }, (_, offset) => rowOfOffset(text, offset, 4))).toEqual(rows);
  });

  it('rows never go back, and end in the last one', () => {
    const text = fc.string({ unit: fc.constantFrom('a', '.', '\n'), maxLength: 60 });
    fc.assert(
      fc.property(text, fc.integer({ min: 1, max: 12 }), (value, columns) => {
        const rows = Array.from({ length: value.length + 1 }, (_, offset) => rowOfOffset(value, offset, columns));
        expect(rows.every((row, index) => row >= (rows[index - 1] ?? 0))).toBe(true);
        expect(rows.at(-1)).toBe(rowCount(value, columns) - 1);
      }),
    );
  });
});

describe('railRows, four characters in a row', () => {
  const rows = (text: string, parts: readonly TokenPart[]) =>
    railRows(text, parts, 4).map(({ segment, badge, last }) => [segment, badge, last]);

  it.each<
    readonly [
      rule: string,
      text: string,
      parts: readonly TokenPart[],
      expected: readonly (readonly [string, number, number])[],
    ]
  >([
    ['no parts, no rail', 'abc', [], []],
    [
      'a letter stands at the first row that begins inside its part',
      'aaaaaa.bbbbbbbbb.cccc',
      [part('h', 0, 6), part('p', 7, 16), part('s', 17, 21)],
      [
        ['h', 0, 1],
        ['p', 2, 3],
        ['s', 5, 5],
      ],
    ],
    [
      'a part in which no row begins has no place',
      'aa.b.cccc',
      [part('h', 0, 2), part('p', 3, 4), part('s', 5, 9)],
      [
        ['h', 0, 0],
        ['s', 2, 2],
      ],
    ],
    ['an empty part has no place', 'aaaa..', [part('h', 0, 4), part('p', 5, 5), part('s', 6, 6)], [['h', 0, 0]]],
    [
      'a part that begins with a row has it',
      'aaa.bbbb',
      [part('h', 0, 3), part('p', 4, 8)],
      [
        ['h', 0, 0],
        ['p', 1, 1],
      ],
    ],
    [
      'line feeds in the text count',
      'aa\naa.\nbb',
      [part('h', 0, 5), part('p', 7, 9)],
      [
        ['h', 0, 1],
        ['p', 2, 2],
      ],
    ],
  ])('%s', (_rule, text, parts, expected) => {
    expect(rows(text, parts)).toEqual(expected);
  });

  it('marks of two parts never stand in one row', () => {
    fc.assert(
      fc.property(fc.nat(40), fc.nat(40), fc.nat(40), fc.integer({ min: 2, max: 12 }), (h, p, s, columns) => {
        const text = `${'a'.repeat(h)}.${'b'.repeat(p)}.${'c'.repeat(s)}`;
        const parts = [part('h', 0, h), part('p', h + 1, h + 1 + p), part('s', h + p + 2, h + p + 2 + s)];
        const badges = railRows(text, parts, columns).map(({ badge }) => badge);
        expect(new Set(badges).size).toBe(badges.length);
      }),
    );
  });
});

describe('shares', () => {
  it.each<readonly [rule: string, parts: readonly TokenPart[], expected: readonly number[]]>([
    ['as long as the parts are', [part('h', 0, 100), part('p', 101, 401)], [100, 300]],
    ['a short part keeps fourteen', [part('h', 0, 2), part('p', 3, 303)], [14, 300]],
    ['an empty part has none', [part('h', 0, 20), part('p', 21, 21)], [20, 0]],
    ['the smallest grows with long tokens', [part('h', 0, 10), part('p', 11, 7341)], [140, 7330]],
  ])('%s', (_rule, parts, expected) => {
    expect(shares(parts)).toEqual(expected);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type JsonColour, jsonRuns } from './json-colours.ts';

const coloured = (line: string): readonly (readonly [string, JsonColour])[] =>
  jsonRuns(line).map(({ start, end, colour }) => [line.slice(start, end), colour]);

type Row = readonly [rule: string, line: string, expected: readonly (readonly [string, JsonColour])[]];

const rows: readonly Row[] = [
  ['an empty line has no run', '', []],
  [
    'a string before a colon is a name',
    '"a":"b"',
    [
      ['"a"', 'name'],
      [':', 'punctuation'],
      ['"b"', 'string'],
    ],
  ],
  [
    'blanks may stand before the colon',
    '"a" : 1',
    [
      ['"a"', 'name'],
      [' ', 'plain'],
      [':', 'punctuation'],
      [' ', 'plain'],
      ['1', 'number'],
    ],
  ],
  ['a colon within a string makes no name', '"a:b"', [['"a:b"', 'string']]],
  ['an escaped quote ends no string', '"a\\":"', [['"a\\":"', 'string']]],
  ['a string that is being typed runs to the end', '"a\\', [['"a\\', 'string']]],
  [
    'numbers as they are written',
    '[-1.50E+3,0]',
    [
      ['[', 'punctuation'],
      ['-1.50E+3', 'number'],
      [',', 'punctuation'],
      ['0', 'number'],
      [']', 'punctuation'],
    ],
  ],
  [
    'the three literals',
    'true false null',
    [
      ['true', 'literal'],
      [' ', 'plain'],
      ['false', 'literal'],
      [' ', 'plain'],
      ['null', 'literal'],
    ],
  ],
  ['a word that only holds a literal is plain', 'untrue nulls', [['untrue nulls', 'plain']]],
  ['what is no JSON is plain', '?? \u2028', [['?? \u2028', 'plain']]],
];

describe('jsonRuns', () => {
  it.each(rows)('%s', (_rule, line, expected) => {
    expect(coloured(line)).toEqual(expected);
  });

  it('covers any line from its first to its last character without a gap', () => {
    const line = fc.string({
      unit: fc.oneof(
        fc.constantFrom('"', '\\', ':', '{', ',', ' ', '1', 'e', '-', 'true'),
        fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
      ),
    });
    fc.assert(
      fc.property(line, (text) => {
        const runs = jsonRuns(text);
        const edges = [0, ...runs.map(({ end }) => end)];
        expect(runs.map(({ start }) => start)).toEqual(edges.slice(0, -1));
        expect(edges.at(-1)).toBe(text.length);
        expect(runs.every(({ start, end }) => start < end)).toBe(true);
      }),
    );
  });

  it('is done in time that grows with the line', () => {
    const escapes = `"${'\\"'.repeat(50_000)}`;
    const quotes = '"'.repeat(100_001);
    expect(jsonRuns(escapes)).toHaveLength(1);
    expect(jsonRuns(quotes)).toHaveLength(50_001);
  });
});

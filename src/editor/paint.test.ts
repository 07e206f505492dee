import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jsonPieces, linesWithSpans, type PaintSpan, paintSpans, pieces, visible } from './paint.ts';

const span = (start: number, end: number, className: string): PaintSpan => ({ start, end, className });

describe('visible', () => {
  it.each([
    ['a marker over characters stays', 1, 3, 'abcd', { start: 1, end: 3 }],
    ['a place takes its character', 1, 1, 'abcd', { start: 1, end: 2 }],
    ['behind the text, the last one', 4, 4, 'abcd', { start: 3, end: 4 }],
    ['at a line feed, the one before it', 2, 2, 'ab\ncd', { start: 1, end: 2 }],
    ['in an empty text there is none', 0, 0, '', { start: 0, end: 1 }],
    ['a line feed at the very front has none before it', 0, 0, '\na', { start: 0, end: 1 }],
  ])('%s', (_rule, start, end, text, expected) => {
    expect(visible({ start, end }, text)).toEqual(expected);
  });
});

describe('paintSpans', () => {
  it('adds the markers behind the spans, by their severity', () => {
    const painted = paintSpans(
      'abc',
      [{ start: 0, end: 1, className: 'seg-h' }],
      [
        { start: 3, end: 3, severity: 'error', message: 'm' },
        { start: 0, end: 2, severity: 'warning', message: 'm' },
      ],
    );
    expect(painted).toEqual([span(0, 1, 'seg-h'), span(2, 3, 'mark-error'), span(0, 2, 'mark-warning')]);
  });
});

describe('pieces', () => {
  it.each<
    readonly [rule: string, text: string, spans: readonly PaintSpan[], expected: readonly (readonly [string, string])[]]
  >([
    ['no spans, one piece', 'abc', [], [['abc', '']]],
    ['an empty text has no pieces', '', [span(0, 4, 'a')], []],
    [
      'text between spans has no class',
      'abcde',
      [span(1, 2, 'a'), span(3, 5, 'b')],
      [
        ['a', ''],
        ['b', 'a'],
        ['c', ''],
        ['de', 'b'],
      ],
    ],
    [
      'classes of spans over each other add up',
      'abcd',
      [span(0, 3, 'a'), span(2, 4, 'b')],
      [
        ['ab', 'a'],
        ['c', 'a b'],
        ['d', 'b'],
      ],
    ],
    [
      'a span that lies outside is cut',
      'ab',
      [span(-3, 1, 'a'), span(5, 9, 'b')],
      [
        ['a', 'a'],
        ['b', ''],
      ],
    ],
    ['a span of nothing is left out', 'ab', [span(1, 1, 'a')], [['ab', '']]],
  ])('%s', (_rule, text, spans, expected) => {
    expect(pieces(text, spans).map((piece) => [piece.text, piece.className])).toEqual(expected);
  });

  const spans = fc.array(
    fc.record({
      start: fc.integer({ min: -2, max: 30 }),
      end: fc.integer({ min: -2, max: 30 }),
      className: fc.constantFrom('a', 'b'),
    }),
    { maxLength: 6 },
  );

  it('holds the whole text, in order, whatever the spans', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 25 }), spans, (text, list) => {
        expect(
          pieces(text, list)
            .map((piece) => piece.text)
            .join(''),
        ).toBe(text);
        expect(
          jsonPieces(text, list)
            .map((piece) => piece.text)
            .join(''),
        ).toBe(text);
      }),
    );
  });
});

describe('jsonPieces', () => {
  it('lays a mark over the colours', () => {
    expect(jsonPieces('"a":1', [span(3, 5, 'mark-error')])).toEqual([
      { text: '"a"', className: 'json-name' },
      { text: ':', className: 'json-punctuation mark-error' },
      { text: '1', className: 'json-number mark-error' },
    ]);
  });
});

describe('linesWithSpans', () => {
  it('cuts spans to lines and moves them to the offsets there', () => {
    const lines = linesWithSpans('ab\n\ncd\n', [span(1, 6, 'a')]);
    expect(lines).toEqual([
      { number: 1, text: 'ab', spans: [span(1, 6, 'a')] },
      { number: 2, text: '', spans: [] },
      { number: 3, text: 'cd', spans: [span(-3, 2, 'a')] },
      { number: 4, text: '', spans: [] },
    ]);
  });

  it('gives lines without a span the same list each time', () => {
    const [first, second] = linesWithSpans('a\nb', []);
    expect(first?.spans).toBe(second?.spans);
  });
});

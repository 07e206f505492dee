import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shownText, valueAfter } from './shown-text.ts';

describe('shownText', () => {
  it.each([
    ['a text without carriage returns is shown as it is', 'a\nb', 'a\nb', [0, 1, 2, 3]],
    ['CR LF is one line end', 'a\r\nb', 'a\nb', [0, 1, 3, 4]],
    ['a CR alone is a line end of its own', 'a\rb', 'a\nb', [0, 1, 2, 3]],
    ['mixed line ends', '\r\r\n\n\r', '\n\n\n\n', [0, 1, 3, 4, 5]],
    [
      'separators of Unicode, tabs and control characters stay',
      '\u2028\t\u0000\u202e',
      '\u2028\t\u0000\u202e',
      [0, 1, 2, 3, 4],
    ],
    ['a lone surrogate stays', '\ud83d\r\n', '\ud83d\n', [0, 1, 3]],
  ])('%s', (_rule, value, text, offsets) => {
    const shown = shownText(value);
    expect(shown.text).toBe(text);
    expect(Array.from({ length: text.length + 1 }, (_, offset) => shown.toValue(offset))).toEqual(offsets);
    expect(offsets.map((offset) => shown.toText(offset))).toEqual(
      Array.from({ length: text.length + 1 }, (_, offset) => offset),
    );
  });
});

const lines = fc.string({ unit: fc.constantFrom('a', 'b', '\r', '\n', '\r\n', '\u2028'), maxLength: 20 });

describe('valueAfter', () => {
  it.each([
    ['typing keeps the line ends of the value', 'a\r\nb\rc', [{ start: 3, end: 3, text: 'x' }], 'a\r\nbx\rc'],
    ['a deleted line end goes whole', 'a\r\nb', [{ start: 1, end: 2, text: '' }], 'ab'],
    ['an edit right behind a line end stays behind it', 'a\r\nb', [{ start: 2, end: 2, text: 'x' }], 'a\r\nxb'],
    ['an edit right before a line end stays before it', 'a\r\nb', [{ start: 1, end: 1, text: 'x' }], 'ax\r\nb'],
    ['a line feed behind a CR is a line end of its own', '\r', [{ start: 1, end: 1, text: '\n' }], '\r\r\n'],
    ['a CR and a line feed that come together stay two', '\rx\n', [{ start: 1, end: 2, text: '' }], '\r\r\n'],
    [
      'several edits at once',
      'a\r\nb\r\nc',
      [
        { start: 0, end: 1, text: '' },
        { start: 4, end: 5, text: 'z' },
      ],
      '\r\nb\r\nz',
    ],
  ])('%s', (_rule, value, edits, after) => {
    expect(valueAfter(shownText(value), edits)).toBe(after);
  });

  it('shows the text that the person sees after the edit', () => {
    fc.assert(
      fc.property(lines, fc.nat(20), fc.nat(20), fc.constantFrom('', 'x', '\n', 'x\ny'), (value, one, other, text) => {
        const shown = shownText(value);
        const edit = {
          start: Math.min(one, other, shown.text.length),
          end: Math.min(Math.max(one, other), shown.text.length),
          text,
        };
        expect(shownText(valueAfter(shown, [edit])).text).toBe(
          shown.text.slice(0, edit.start) + edit.text + shown.text.slice(edit.end),
        );
      }),
    );
  });
});

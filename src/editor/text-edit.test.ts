import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { caretAfter, editBetween, type TextEdit } from './text-edit.ts';

type Case = readonly [rule: string, before: string, after: string, caret: number, expected: TextEdit | undefined];

const cases: readonly Case[] = [
  ['equal texts need no edit', 'abc', 'abc', 0, undefined],
  ['two empty texts need no edit', '', '', 0, undefined],
  ['a text from nothing', '', 'ab', 0, { start: 0, end: 0, text: 'ab' }],
  ['nothing from a text', 'ab', '', 0, { start: 0, end: 2, text: '' }],
  ['what stays at both ends is left alone', 'abcd', 'axxd', 3, { start: 1, end: 3, text: 'xx' }],
  ['one character typed in the middle', 'abd', 'abcd', 3, { start: 2, end: 2, text: 'c' }],
  [
    'of equal letters, the one behind which the caret stands was typed',
    'aaa',
    'aaaa',
    2,
    { start: 1, end: 1, text: 'a' },
  ],
  ['typed at the end of equal letters', 'aaa', 'aaaa', 4, { start: 3, end: 3, text: 'a' }],
  ['of equal letters, the one at the caret was deleted', 'aaa', 'aa', 1, { start: 1, end: 2, text: '' }],
  ['deleted at the front', 'aaa', 'aa', 0, { start: 0, end: 1, text: '' }],
  ['the caret may lie behind the text', 'aa', 'a', 9, { start: 1, end: 2, text: '' }],
  [
    'a surrogate pair is replaced whole: low half differs',
    '\ud83d\ude00',
    '\ud83d\ude01',
    2,
    { start: 0, end: 2, text: '\ud83d\ude01' },
  ],
  [
    'a surrogate pair is replaced whole: high half differs',
    'a\ud83d\ude00',
    'a\ud83c\ude00',
    3,
    { start: 1, end: 3, text: '\ud83c\ude00' },
  ],
  ['a lone surrogate is a character', 'a\ud83d', 'a\ud83db', 3, { start: 2, end: 2, text: 'b' }],
];

const units = fc.string({
  unit: fc.constantFrom('a', 'b', '.', '\n', '\ud83d', '\ude00', '\ude01', '\ud83c'),
  maxLength: 24,
});

describe('editBetween', () => {
  it.each(cases)('%s', (_rule, before, after, caret, expected) => {
    expect(editBetween(before, after, caret)).toEqual(expected);
  });

  it('turns any text into any other', () => {
    fc.assert(
      fc.property(units, units, fc.nat(26), (before, after, caret) => {
        const edit = editBetween(before, after, caret);
        expect(edit === undefined ? before : before.slice(0, edit.start) + edit.text + before.slice(edit.end)).toBe(
          after,
        );
      }),
    );
  });

  it('parts no surrogate pair of either text', () => {
    fc.assert(
      fc.property(units, units, fc.nat(26), (before, after, caret) => {
        const edit = editBetween(before, after, caret);
        if (edit === undefined) {
          return;
        }
        const cuts = [before.slice(0, edit.start), before.slice(edit.end)];
        const halves = (text: string): number =>
          text.replace(/[\ud800-\udbff][\udc00-\udfff]/g, '').replace(/[^\ud800-\udfff]/g, '').length;
        const removed = before.slice(edit.start, edit.end);
        expect(halves(cuts[0] ?? '') + halves(removed) + halves(cuts[1] ?? '')).toBe(halves(before));
        expect(halves(cuts[0] ?? '') + halves(edit.text) + halves(cuts[1] ?? '')).toBe(halves(after));
      }),
    );
  });

  it('an insertion at the caret is found where it was made', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', 'b'), maxLength: 20 }),
        fc.constantFrom('a', 'b'),
        fc.nat(20),
        (text, typed, at) => {
          const place = Math.min(at, text.length);
          const after = text.slice(0, place) + typed + text.slice(place);
          expect(editBetween(text, after, place + 1)).toEqual({ start: place, end: place, text: typed });
        },
      ),
    );
  });
});

describe('caretAfter', () => {
  it.each<readonly [rule: string, edits: readonly TextEdit[], caret: number]>([
    ['no edit leaves it at the front', [], 0],
    ['behind what was put in', [{ start: 1, end: 1, text: 'xyz' }], 4],
    [
      'earlier edits move it',
      [
        { start: 0, end: 1, text: '__' },
        { start: 2, end: 3, text: '' },
      ],
      3,
    ],
    [
      'the order of the list says nothing',
      [
        { start: 2, end: 3, text: '' },
        { start: 0, end: 1, text: '__' },
      ],
      3,
    ],
  ])('%s', (_rule, edits, caret) => {
    expect(caretAfter(edits)).toBe(caret);
  });
});

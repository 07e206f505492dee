import { describe, expect, it } from 'vitest';
import { editedRanges } from './edited-ranges.ts';

const cases: readonly [rule: string, before: string, after: string, expected: ReturnType<typeof editedRanges>][] = [
  ['nothing changed, nothing differs', 'aa.bb.cc', 'aa.bb.cc', []],
  [
    'names the part and the characters',
    'aa.bxxb.cc',
    'aa.byb.cc',
    [{ part: 'payload', start: 4, end: 5, characters: 1 }],
  ],
  ['counts what was taken away', 'aa.bxxb.cc', 'aa.bb.cc', [{ part: 'payload', start: 4, end: 4, characters: 2 }]],
  [
    'lists each part that differs',
    'aa.bb.cc',
    'ab.bb.dd',
    [
      { part: 'header', start: 1, end: 2, characters: 1 },
      { part: 'signature', start: 6, end: 8, characters: 2 },
    ],
  ],
  [
    'repeated characters are not counted twice',
    'a.bbb.c',
    'a.bb.c',
    [{ part: 'payload', start: 4, end: 4, characters: 1 }],
  ],
  ['another number of segments cannot be compared', 'aa.bb', 'aa.bb.', []],
];

describe('editedRanges', () => {
  it.each(cases)('%s', (_rule, before, after, expected) => {
    expect(editedRanges(before, after)).toEqual(expected);
  });
});

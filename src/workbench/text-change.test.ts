import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changeBetween } from './text-change.ts';

describe('the change between two texts', () => {
  it.each<[before: string, after: string, change: readonly [number, number, number]]>([
    ['abc', 'abxc', [2, 2, 3]],
    ['abc', 'ac', [1, 2, 1]],
    ['aa', 'aaa', [2, 2, 3]],
    ['abc', 'abc', [3, 3, 3]],
    ['', 'x', [0, 0, 1]],
  ])('%j to %j', (before, after, [start, endBefore, endAfter]) => {
    expect(changeBetween(before, after)).toEqual({ start, endBefore, endAfter });
  });

  it.each([0, 1, 4095, 4096, 4097, 8192, 9000])(
    'is the same between long texts that agree around it (%i characters)',
    (length) => {
      const same = 'same.'.repeat(length).slice(0, length);
      expect(changeBetween(`${same}ab${same}`, `${same}xyz${same}`)).toEqual({
        start: length,
        endBefore: length + 2,
        endAfter: length + 3,
      });
    },
  );

  it('turns one into the other', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', 'b') }),
        fc.string({ unit: fc.constantFrom('a', 'b') }),
        (before, after) => {
          const { start, endBefore, endAfter } = changeBetween(before, after);
          expect(before.slice(0, start) + after.slice(start, endAfter) + before.slice(endBefore)).toBe(after);
        },
      ),
    );
  });
});

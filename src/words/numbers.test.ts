import { describe, expect, it } from 'vitest';
import { bytes, characters, number } from './numbers.ts';

describe('counts in words', () => {
  it.each([
    [0, '0'],
    [999, '999'],
    [1000, '1,000'],
    [1_048_576, '1,048,576'],
  ])('parts %i into thousands', (value, words) => expect(number(value)).toBe(words));

  it('says one in the singular', () => {
    expect([bytes(1), bytes(2), characters(1), characters(1204)]).toEqual([
      '1 byte',
      '2 bytes',
      '1 character',
      '1,204 characters',
    ]);
  });
});

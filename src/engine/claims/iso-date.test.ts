import { expect, test } from 'vitest';
import { readIsoDate, writeIsoDate } from './iso-date.ts';

test('every day of 10,000 years is written as the runtime writes it, and read again', () => {
  for (let seconds = -62_167_219_200; seconds < 253_402_300_800; seconds += 86_400 * 13 + 7919) {
    const expected = new Date(seconds * 1000).toISOString().slice(0, -5).replace('T', ' ');
    expect(writeIsoDate(seconds)).toBe(expected);
    expect(readIsoDate(expected)).toBe(seconds);
  }
});

test.each([
  [0, '1970-01-01 00:00:00'],
  [-0.5, '1969-12-31 23:59:59'],
  [951_782_400.9, '2000-02-29 00:00:00'],
  [253_402_300_799, '9999-12-31 23:59:59'],
  [253_402_300_800, undefined],
  [-62_167_219_201, undefined],
  [Number.NaN, undefined],
  [Number.POSITIVE_INFINITY, undefined],
])('%d is written as %s', (seconds, text) => {
  expect(writeIsoDate(seconds)).toBe(text);
});

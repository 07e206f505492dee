import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Json } from '../types.ts';
import { readIsoDate } from './iso-date.ts';
import { type NumericDate, readNumericDate, timesIn } from './times.ts';

const NOW = 1_790_000_000;

const READ: readonly (readonly [value: Json, read: NumericDate])[] = [
  [NOW, { kind: 'seconds', seconds: NOW, isWhole: true }],
  [0, { kind: 'seconds', seconds: 0, isWhole: true }],
  [-1, { kind: 'seconds', seconds: -1, isWhole: true }],
  [1.5, { kind: 'seconds', seconds: 1.5, isWhole: false }],
  [99_999_999_999, { kind: 'seconds', seconds: 99_999_999_999, isWhole: true }],
  [1e11, { kind: 'milliseconds-likely', seconds: 1e8 }],
  [1_790_000_000_123, { kind: 'milliseconds-likely', seconds: 1_790_000_000.123 }],
  [1e14, { kind: 'out-of-range', unit: 'microseconds', seconds: 1e8 }],
  [1e17, { kind: 'out-of-range', unit: 'nanoseconds', seconds: 1e8 }],
  [1e20, { kind: 'out-of-range' }],
  [JSON.parse('1e999') as Json, { kind: 'out-of-range' }],
  [-1e11, { kind: 'out-of-range' }],
  ['1790000000', { kind: 'not-a-number', found: 'string', reads: 'digits', seconds: NOW }],
  ['1790000000000', { kind: 'not-a-number', found: 'string', reads: 'digits', seconds: NOW }],
  ['17900000000000000', { kind: 'not-a-number', found: 'string', reads: 'digits' }],
  ['2026-09-21T14:13:20Z', { kind: 'not-a-number', found: 'string', reads: 'iso-8601', seconds: 1_790_000_000 }],
  ['tomorrow', { kind: 'not-a-number', found: 'string' }],
  ['', { kind: 'not-a-number', found: 'string' }],
  [true, { kind: 'not-a-number', found: 'boolean' }],
  [null, { kind: 'not-a-number', found: 'null' }],
  [[NOW], { kind: 'not-a-number', found: 'array' }],
  [{}, { kind: 'not-a-number', found: 'object' }],
];

test.each(READ)('%j as a NumericDate', (value, read) => {
  expect(readNumericDate(value)).toEqual(read);
});

test('any value is read as one of the four kinds', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (made) => {
      const { kind } = readNumericDate(JSON.parse(JSON.stringify(made)) as Json);
      expect(['seconds', 'milliseconds-likely', 'out-of-range', 'not-a-number']).toContain(kind);
    }),
  );
});

describe('a date of ISO 8601', () => {
  test('is read as the runtime’s own calendar reads it', () => {
    const from = Date.UTC(1, 0, 1) - 1900 * 365 * 86_400_000;
    fc.assert(
      fc.property(
        fc.date({ min: new Date(from), max: new Date('9999-12-31T23:59:59Z'), noInvalidDate: true }),
        (date) => {
          if (date.getUTCFullYear() < 1) return;
          expect(readIsoDate(date.toISOString())).toBeCloseTo(date.getTime() / 1000, 3);
        },
      ),
    );
  });

  test.each([
    ['2026-11-24', '2026-11-24T00:00:00Z'],
    ['2026-11-24 15:25', '2026-11-24T15:25:00Z'],
    ['2026-11-24t15:25:28z', '2026-11-24T15:25:28Z'],
    ['2026-11-24T15:25:28+02:00', '2026-11-24T13:25:28Z'],
    ['2026-11-24T15:25:28-0530', '2026-11-24T20:55:28Z'],
    ['2024-02-29T00:00:00Z', '2024-02-29T00:00:00Z'],
  ])('%s', (text, same) => {
    expect(readIsoDate(text)).toBe(Date.parse(same) / 1000);
  });

  test.each([
    '2026-02-29',
    '1900-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-04-31',
    '2026-11-24T24:00Z',
    '26-11-24',
    '2026-11-24T1:00Z',
    '2026-11-24Z',
    ' 2026-11-24',
  ])('%s is none', (text) => {
    expect(readIsoDate(text)).toBeUndefined();
  });
});

test('the points in time of a claims set are found at the top and where providers put them', () => {
  const claims = {
    sub: 'a',
    iat: NOW,
    exp: 'later',
    nbf: null,
    'kubernetes.io': { warnafter: NOW + 1 },
    amr: [{ method: 'otp', timestamp: NOW - 1 }, 'pwd'],
  };
  expect(timesIn(claims)).toEqual([
    { name: 'exp', pointer: '/exp', value: 'later' },
    { name: 'nbf', pointer: '/nbf', value: null },
    { name: 'iat', pointer: '/iat', value: NOW },
    { name: 'warnafter', pointer: '/kubernetes.io/warnafter', value: NOW + 1 },
    { name: 'timestamp', pointer: '/amr/0/timestamp', value: NOW - 1 },
  ]);
  for (const none of [undefined, null, 1, 'exp', ['exp']]) expect(timesIn(none)).toEqual([]);
});

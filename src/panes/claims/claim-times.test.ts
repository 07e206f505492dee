import { expect, test } from 'vitest';
import { readNumericDate } from '../../engine/claims/times.ts';
import type { Json } from '../../engine/types.ts';
import { TIME_FAULTS } from '../../words/claims-tab.ts';
import { dateOf, faultOf, firstChange, nextChange, secondsUntil, yearOf } from './claim-times.ts';

test.each<[number, number, number]>([
  [100, 99, 1],
  [100, 100, 0],
  [100, 101, -1],
  [100.2, 100, 1],
  [99.9, 100, 0],
])('from %s, seen at %s, it is %s s', (seconds, now, ahead) => {
  expect(secondsUntil(seconds, now)).toBe(ahead);
});

test.each<[string, number, number | undefined]>([
  ['below an hour ahead', 3599, 1],
  ['at the moment itself', 0, 1],
  ['below an hour ago', -3599, 1],
  ['a full hour ahead: the next second is below it', 3600, 1],
  ['an hour ahead: at the next lower minute', 3661, 2],
  ['just below a day ahead', 86_399, 60],
  ['an hour ago: at the next higher minute', -3600, 60],
  ['an hour ago, in the last second of a minute', -3659, 1],
  ['just below a day ago', -86_399, 1],
  ['a day ahead: when less is left', 86_400, 1],
  ['three days ahead: when less than one is left', 3 * 86_400, 2 * 86_400 + 1],
  ['a day ago', -86_400, undefined],
])('words change next, %s', (_, ahead, wait) => {
  expect(nextChange(ahead)).toBe(wait);
});

test('the clock goes by the moment that changes first, and stands where none does', () => {
  expect(firstChange([1000 + 7261, 1000 - 4000], 1000)).toBe(2);
  expect(firstChange([1000 + 7261, 1005], 1000)).toBe(1);
  expect(firstChange([-100_000], 1000)).toBeUndefined();
  expect(firstChange([], 1000)).toBeUndefined();
});

test.each<[Json, keyof typeof TIME_FAULTS | undefined, number | undefined]>([
  [1_795_534_800, undefined, undefined],
  [1_795_534_800_000, 'milliseconds', 1_795_534_800],
  [1_795_534_800_000_000, 'microseconds', 1_795_534_800],
  [1_795_534_800_000_000_000, 'nanoseconds', 1_795_534_800],
  [1e30, 'no-time', undefined],
  ['1795534800', 'digits', 1_795_534_800],
  ['2026-11-24T15:40:00Z', 'iso-8601', 1_795_534_800],
  ['soon', 'string', undefined],
  [null, 'null', undefined],
  [[1], 'array', undefined],
  [{}, 'object', undefined],
  [true, 'boolean', undefined],
])('%j in the place of seconds is named', (value, fault, seconds) => {
  expect(faultOf(readNumericDate(value))).toEqual(fault && { words: TIME_FAULTS[fault], seconds });
});

test.each<[string, string | undefined, boolean]>([
  ['exp', undefined, true],
  ['its_time', 'NumericDate', true],
  ['sub', 'string', false],
])('%s with the type %s is read as a time: %s', (name, type, isTime) => {
  expect(dateOf(name, type, 1) !== undefined).toBe(isTime);
});

test('milliseconds taken for seconds are a far year', () => {
  expect(yearOf(1_795_534_800_000)).toBe(58_868);
  expect(yearOf(0)).toBe(1970);
});

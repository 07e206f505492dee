import { expect, test } from 'vitest';
import type { TimeVerdict } from '../engine/types.ts';
import { UTC } from './claims-tab.ts';
import { contradiction, exactLabel, lengthWords, momentLabel, needleText, needleWords, skewLabel } from './timeline.ts';

const AT = Date.UTC(2026, 10, 24, 15, 25, 28) / 1000;
const BERLIN = { name: 'Europe/Berlin', offsetAt: () => 60 };

test.each<[number, typeof UTC, string, string]>([
  [AT, UTC, '15:25:28', '15:25:28'],
  [AT, BERLIN, '16:25:28', '16:25:28'],
  [AT + 8 * 3600, BERLIN, '25 Nov 00:25', '25 Nov 00:25:28'],
  [AT - 86_400, UTC, '23 Nov 15:25', '23 Nov 15:25:28'],
  [AT + 366 * 86_400, UTC, '25 Nov 2027', '25 Nov 2027 15:25:28'],
])('%s in %o', (seconds, zone, label, exact) => {
  expect([momentLabel(seconds, AT, zone), exactLabel(seconds, AT, zone)]).toEqual([label, exact]);
});

test.each<[TimeVerdict, readonly [string, string], string]>([
  [{ state: 'valid', exp: AT + 872, left: 872 }, ['14 min 32 s left', 'of 30 min'], 'valid'],
  [{ state: 'expired', exp: AT - 11_700, ago: 11_700 }, ['expired', '3 h 15 min ago'], 'expired'],
  [{ state: 'within-skew', name: 'exp', at: AT, by: 20 }, ['expired 20 s ago', 'within the skew'], 'within the skew'],
  [{ state: 'within-skew', name: 'exp', at: AT, by: 0 }, ['expired now', 'within the skew'], 'within the skew'],
  [{ state: 'within-skew', name: 'nbf', at: AT, by: 9 }, ['starts in 9 s', 'within the skew'], 'within the skew'],
  [{ state: 'not-yet-valid', nbf: AT, ahead: 130 }, ['not valid yet', 'starts in 2 min 10 s'], 'not valid yet'],
  [{ state: 'no-end' }, ['', ''], 'valid, no end'],
  [{ state: 'contradict', name: 'nbf', apart: 0 }, ['', ''], 'the times contradict'],
  [{ state: 'unreadable', name: 'exp', found: 'string' }, ['', ''], 'the times cannot be read'],
  [{ state: 'not-asked' }, ['', ''], 'no times'],
])('%o is told at the needle', (verdict, words, state) => {
  expect(needleWords(verdict, 1800)).toEqual(words);
  expect(needleText('15:25:28', verdict)).toBe(`15:25:28, ${state}`);
});

test.each([
  [1800, '30 min'],
  [5400, '1 h 30 min'],
  [7200, '2 h'],
  [60, '1 min'],
  [45, '45 s'],
  [86_400, '1 day'],
])('%s s are %s long', (seconds, words) => {
  expect(lengthWords(seconds)).toBe(words);
});

test('the skew and a contradiction are told in lengths', () => {
  expect([skewLabel(60), skewLabel(300)]).toEqual(['± 60 s skew', '± 5 min skew']);
  expect(contradiction('nbf', 200)).toBe('exp is 3 min 20 s before nbf: there is no moment at which the token holds.');
  expect(contradiction('iat', 0)).toBe('exp and iat are the same moment: there is none at which the token holds.');
});

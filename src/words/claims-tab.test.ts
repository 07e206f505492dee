import { expect, test } from 'vitest';
import { expiryWords, looksLikeKind, momentWords, relativeWords, UTC } from './claims-tab.ts';

const DAY = 86_400;

test.each<[number, string]>([
  [0, 'now'],
  [1, 'in 1 s'],
  [-59, '59 s ago'],
  [872, 'in 14 min 32 s'],
  [-3599, '59 min 59 s ago'],
  [3600, 'in 1 h 0 min'],
  [-11_700, '3 h 15 min ago'],
  [DAY - 1, 'in 23 h 59 min'],
  [DAY, 'in 1 day'],
  [-3 * DAY, '3 days ago'],
  [700 * DAY, 'in 700 days'],
  [-2900 * DAY, 'about 8 years ago'],
])('%s s from now are told as %s', (ahead, words) => {
  expect(relativeWords(ahead)).toBe(words);
});

test('exp has passed at the very second that it names', () => {
  expect([1, 0, -1].map(expiryWords)).toEqual(['Expires in 1 s', 'Expired now', 'Expired 1 s ago']);
});

test.each<[number, string]>([
  [1_795_534_800, 'Tue 24 Nov 2026 15:40:00 UTC'],
  [1_795_534_800.9, 'Tue 24 Nov 2026 15:40:00 UTC'],
  [0, 'Thu 1 Jan 1970 00:00:00 UTC'],
  [-62_135_596_800, 'Mon 1 Jan 0001 00:00:00 UTC'],
])('%s is %s', (seconds, words) => {
  expect(momentWords(seconds, UTC)).toBe(words);
});

test.each<[string, number, string]>([
  ['Europe/Berlin', 60, 'Tue 24 Nov 2026 16:40:00 Europe/Berlin (UTC+01:00)'],
  ['America/St_Johns', -210, 'Tue 24 Nov 2026 12:10:00 America/St_Johns (UTC−03:30)'],
  ['Pacific/Kiritimati', 840, 'Wed 25 Nov 2026 05:40:00 Pacific/Kiritimati (UTC+14:00)'],
  ['Europe/London', 0, 'Tue 24 Nov 2026 15:40:00 Europe/London (UTC+00:00)'],
  ['UTC', 0, 'Tue 24 Nov 2026 15:40:00 UTC'],
])('in %s, %s min from UTC, it is told in that zone', (name, offset, words) => {
  expect(momentWords(1_795_534_800, { name, offsetAt: () => offset })).toBe(words);
});

test.each<[string, string]>([
  ['ID token', 'Looks like an ID token.'],
  ['SD-JWT VC', 'Looks like an SD-JWT VC.'],
  ['userinfo response', 'Looks like a userinfo response.'],
  ['entity statement', 'Looks like an entity statement.'],
  ['DPoP proof', 'Looks like a DPoP proof.'],
])('%s has its article', (kind, words) => {
  expect(looksLikeKind(kind)).toBe(words);
});

import { expect, test } from 'vitest';
import { parseJson } from '../../engine/token/json.ts';
import { layOut } from '../../engine/token/layout.ts';
import { UTC, type Zone } from '../../words/claims-tab.ts';
import { hintsAt, timePlaces } from './time-hints.ts';

/** 24 November 2026, 15:25:28 UTC */
const NOW = 1_795_533_928;
const shownOf = (claims: unknown) => {
  const text = JSON.stringify(claims);
  return { text: layOut(text, parseJson(text)), as: 'json', view: 'laid-out' } as const;
};

/** The line that each hint stands behind, and its words. */
function hints(claims: unknown, isShort = false, zone: Zone = UTC): readonly string[] {
  const shown = shownOf(claims);
  return hintsAt(timePlaces(shown), NOW, isShort, zone).map(
    ({ at, words, tone }) => `${shown.text.slice(0, at).split('\n').at(-1)?.trim()} // ${words} (${tone})`,
  );
}

test.each<[string, unknown, readonly string[]]>([
  ['an expiry ahead', { exp: NOW + 872, a: 1 }, [`"exp": ${NOW + 872}, // today 15:40:00 UTC · in 14 min 32 s (ok)`]],
  ['one that has come', { exp: NOW }, [`"exp": ${NOW} // today 15:25:28 UTC · now (fail)`]],
  ['a start', { nbf: NOW - 900 }, [`"nbf": ${NOW - 900} // today 15:10:28 UTC · 15 min 0 s ago (plain)`]],
  ['yesterday', { iat: NOW - 60_000 }, [`"iat": ${NOW - 60_000} // yesterday 22:45:28 UTC · 16 h 40 min ago (plain)`]],
  ['tomorrow', { exp: NOW + 40_000 }, [`"exp": ${NOW + 40_000} // tomorrow 02:32:08 UTC · in 11 h 6 min (ok)`]],
  [
    'another day',
    { iat: 1_000_000_000 },
    ['"iat": 1000000000 // 9 Sep 2001 01:46:40 UTC · about 25 years ago (plain)'],
  ],
  ['a fraction', { exp: NOW + 1.5 }, [`"exp": ${NOW + 1.5} // today 15:25:29 UTC · in 2 s (ok)`]],
  ['milliseconds, a text, null', { exp: NOW * 1000, nbf: String(NOW), iat: null }, []],
  [
    'inside a claim',
    { amr: [{ method: 'pwd', timestamp: NOW }] },
    [`"timestamp": ${NOW} // today 15:25:28 UTC · now (plain)`],
  ],
  [
    'several, in the order of the lines',
    { iat: NOW, exp: NOW },
    [`"iat": ${NOW}, // today 15:25:28 UTC · now (plain)`, `"exp": ${NOW} // today 15:25:28 UTC · now (fail)`],
  ],
  ['no object', [NOW], []],
])('%s', (_, claims, expected) => {
  expect(hints(claims)).toEqual(expected);
});

test('where there is no room, only how long it is', () => {
  expect(hints({ exp: NOW + 872 }, true)).toEqual([`"exp": ${NOW + 872} // in 14 min 32 s (ok)`]);
});

test('in another zone the day and the clock are those of the zone', () => {
  const tokyo: Zone = { name: 'Asia/Tokyo', offsetAt: () => 540 };
  expect(hints({ exp: NOW + 872 }, false, tokyo)).toEqual([
    `"exp": ${NOW + 872} // today 00:40:00 UTC+09:00 · in 14 min 32 s (ok)`,
  ]);
});

test('none in the exact view, in what is not JSON, and in a large text', () => {
  const shown = shownOf({ exp: NOW });
  expect(timePlaces({ ...shown, view: 'exact' })).toEqual([]);
  expect(timePlaces({ ...shown, text: shown.text.slice(0, -1) })).toEqual([]);
  expect(timePlaces({ ...shown, as: 'text' })).toEqual([]);
  expect(timePlaces(shownOf({ exp: NOW, a: 'x'.repeat(20_000) }))).toEqual([]);
});

test('of a name that stands twice the last has it', () => {
  const text = `{\n  "exp": 1,\n  "exp": ${NOW}\n}`;
  expect(timePlaces({ text, as: 'json', view: 'laid-out' })).toEqual([
    { name: 'exp', seconds: NOW, at: text.length - 2 },
  ]);
});

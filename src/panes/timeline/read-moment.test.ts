import { describe, expect, test } from 'vitest';
import { UTC, type Zone } from '../../words/claims-tab.ts';
import { typedMoment } from '../../words/timeline.ts';
import { type ReadMoment, readMoment, readSpan } from './read-moment.ts';

const AT = 1_795_533_928;
/** Central Europe in 2026: summer from 29 March to 25 October. */
const BERLIN: Zone = {
  name: 'Europe/Berlin',
  offsetAt: (seconds) => (seconds >= 1_774_746_000 && seconds < 1_792_890_000 ? 120 : 60),
};

const date = (seconds: number): ReadMoment => ({ ok: true, seconds, as: 'date' });
const no = (why: Extract<ReadMoment, { ok: false }>['why']): ReadMoment => ({ ok: false, why });

test.each<[string, ReadMoment]>([
  ['2026-11-24 15:25:28Z', date(AT)],
  [' 2026-11-24T15:25:28Z ', date(AT)],
  ['2026-11-24  15:25:28 UTC', date(AT)],
  ['2026-11-24 15:25:28 GMT', date(AT)],
  ['2026-11-24 16:25:28 +01:00', date(AT)],
  ['2026-11-24T10:25:28-0500', date(AT)],
  ['2026-11-24 15:25:28', date(AT)],
  ['2026-11-24 15:25', date(AT - 28)],
  ['2026-11-24', date(AT - 28 - 25 * 60 - 15 * 3600)],
  ['1795533928', { ok: true, seconds: AT, as: 'seconds' }],
  ['0', { ok: true, seconds: 0, as: 'seconds' }],
  ['-1.5', { ok: true, seconds: -1.5, as: 'seconds' }],
  ['1795533928000', no('milliseconds')],
  ['', no('empty')],
  ['   ', no('empty')],
  ['tomorrow', no('no-date')],
  ['24.11.2026', no('no-date')],
  ['2026-02-30', no('no-such-time')],
  ['2026-11-24 25:00', no('no-such-time')],
  ['2026-1-4 12:00', no('no-such-time')],
])('%j', (text, read) => {
  expect(readMoment(text, UTC)).toEqual(read);
});

test.each<[string, number]>([
  ['2026-11-24 16:25:28', AT],
  ['2026-11-24 15:25:28Z', AT],
  ['2026-07-01 12:00', Date.UTC(2026, 6, 1, 10) / 1000],
  ['2026-07-01', Date.UTC(2026, 5, 30, 22) / 1000],
  ['2026-03-29 03:30', Date.UTC(2026, 2, 29, 1, 30) / 1000],
])('without an offset it is a moment of the chosen zone: %s', (text, seconds) => {
  expect(readMoment(text, BERLIN)).toEqual(date(seconds));
});

test('what a field shows is read as the same moment, in any zone', () => {
  expect([typedMoment(AT, UTC), typedMoment(AT, BERLIN)]).toEqual([
    '2026-11-24 15:25:28Z',
    '2026-11-24 16:25:28+01:00',
  ]);
  const west: Zone = { name: 'America/St_Johns', offsetAt: () => -210 };
  for (const zone of [UTC, BERLIN, west]) expect(readMoment(typedMoment(AT, zone), UTC)).toEqual(date(AT));
});

describe('a length of time', () => {
  test.each<[string, number | undefined]>([
    ['+15 min', 900],
    ['15min', 900],
    ['−2 h', -7200],
    ['-2 hours', -7200],
    ['1 day 6 h', 108_000],
    ['1.5h', 5400],
    ['90', 90],
    ['90 s', 90],
    [' 2 weeks ', 1_209_600],
    ['0', undefined],
    ['', undefined],
    ['min', undefined],
    ['15 parsecs', undefined],
    ['1 h, 5 min', undefined],
    ['99999999999 days', undefined],
  ])('%j', (text, seconds) => {
    expect(readSpan(text)).toBe(seconds);
  });
});

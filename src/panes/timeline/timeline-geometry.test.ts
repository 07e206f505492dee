import { describe, expect, test } from 'vitest';
import { lifeOf, type Timeline, type TimelineInput, timelineOf } from './timeline-geometry.ts';
import { momentAt, placeOf, scaleOf, ticksOf } from './timeline-scale.ts';

const NOW = 1_795_533_928;

const drawn = (input: Omit<TimelineInput, 'now' | 'skew'>, now = NOW, skew = 60): Timeline => {
  const timeline = timelineOf({ ...input, now, skew });
  if (timeline === undefined) throw new Error('there is something to draw');
  return timeline;
};

/** In hundredths of the line; ticks have a test of their own, the scale is held by the marks. */
function told({ marks, band, passed, skews, breaks, needle }: Timeline) {
  const at = (place: number) => Math.round(place * 100);
  const span = ({ from, to }: { from: number; to: number }) => `${at(from)}-${at(to)}`;
  return {
    marks: marks.map((mark) => `${mark.names.join(' ')} ${at(mark.at)}`).join(', '),
    band: band && `${band.openStart ? '<' : ''}${span(band)}${band.openEnd ? '>' : ''}`,
    passed: passed && span(passed),
    skews: skews.map(span).join(', '),
    breaks: breaks.map(span).join(', '),
    needle: at(needle),
  };
}

const NONE = { band: undefined, passed: undefined, skews: '', breaks: '' };

test.each<[string, TimelineInput['times'], ReturnType<typeof told>]>([
  [
    'valid: the same moment has one mark, and the skew stands out on both sides',
    { iat: NOW - 900, nbf: NOW - 900, exp: NOW + 900 },
    { marks: 'iat nbf 14, exp 86', band: '14-86', passed: '14-50', skews: '12-14, 86-89', breaks: '', needle: 50 },
  ],
  [
    'without nbf nothing is forgiven before the start',
    { iat: NOW - 900, exp: NOW + 900 },
    { marks: 'iat 12, exp 86', band: '12-86', passed: '12-49', skews: '86-89', breaks: '', needle: 49 },
  ],
  [
    'expired not more than four lifetimes ago: no break',
    { iat: NOW - 4500, exp: NOW - 3600 },
    { marks: 'iat 12, exp 27', band: '12-27', passed: '12-27', skews: '27-28', breaks: '', needle: 89 },
  ],
  [
    'expired long ago: the axis is broken behind the skew, and the needle stands right of it',
    { iat: NOW - 90_000, exp: NOW - 89_100 },
    { marks: 'iat 12, exp 61', band: '12-61', passed: '12-61', skews: '61-64', breaks: '64-78', needle: 83 },
  ],
  [
    'not yet valid mirrors that',
    { nbf: NOW + 89_100, exp: NOW + 90_000 },
    { marks: 'nbf 39, exp 85', band: '39-85', passed: undefined, skews: '36-39, 85-89', breaks: '22-36', needle: 17 },
  ],
  [
    'a sign-in long before the token',
    { auth_time: NOW - 900_000, iat: NOW - 300, exp: NOW + 300 },
    {
      marks: 'auth_time 17, iat 36, exp 84',
      band: '36-84',
      passed: '36-60',
      skews: '84-89',
      breaks: '22-36',
      needle: 60,
    },
  ],
  [
    'without exp the band is open at the right edge',
    { iat: NOW - 7200 },
    { marks: 'iat 12', band: '12-100>', passed: '12-50', skews: '', breaks: '', needle: 50 },
  ],
  [
    'with exp alone it is open at the left edge',
    { exp: NOW + 7200 },
    { marks: 'exp 89', band: '<0-89', passed: '0-50', skews: '89-89', breaks: '', needle: 50 },
  ],
  [
    'a moment of sign-in alone is a mark without a band',
    { auth_time: NOW - 60 },
    { ...NONE, marks: 'auth_time 12', needle: 89 },
  ],
  [
    'exp before nbf: there is no band',
    { nbf: NOW + 100, exp: NOW - 100 },
    { ...NONE, marks: 'exp 12, nbf 89', needle: 50 },
  ],
  ['exp at the very start', { iat: NOW, exp: NOW }, { ...NONE, marks: 'iat exp 50', needle: 50 }],
])('%s', (_, times, picture) => {
  expect(told(drawn({ times }))).toEqual(picture);
});

test('where a time cannot be read, nothing is said of when the token holds', () => {
  const timeline = drawn({ times: { nbf: NOW - 100 }, isPartial: true });
  expect(told(timeline)).toMatchObject({ band: undefined, passed: undefined, skews: '' });
});

test('no time, no picture', () => {
  expect(timelineOf({ times: {}, now: NOW, skew: 60 })).toBeUndefined();
});

test('while the needle is dragged, nothing but the needle moves', () => {
  const times = { iat: NOW - 900, exp: NOW + 900 };
  const { scale, marks } = drawn({ times });
  const dragged = drawn({ times, scale }, NOW + 100_000);
  expect(dragged).toMatchObject({ scale, marks, needle: 1 });
});

test.each([
  [{ iat: 10, nbf: 20, exp: 100 }, 80],
  [{ iat: 10, exp: 100 }, 90],
  [{ exp: 100 }, undefined],
  [{ iat: 100, exp: 100 }, undefined],
])('the life of %j is %s s', (times, life) => {
  expect(lifeOf(times)).toBe(life);
});

describe('the scale', () => {
  test.each([
    [[0, 100], undefined],
    [[0, 100, 10_000], 100],
    [[-5_000_000, 0, 100, 10_000, 4e9], 100],
    [[50], undefined],
    [[0, 253_402_300_799], 1],
  ])('of %j goes to places and back, always forward', (moments, life) => {
    const scale = scaleOf(moments, life);
    expect([scale[0]?.start, scale.at(-1)?.end]).toEqual([0, expect.closeTo(1, 9)]);
    for (const moment of moments) expect(momentAt(scale, placeOf(scale, moment))).toBeCloseTo(moment, -1);
    const places = Array.from({ length: 101 }, (_, index) => momentAt(scale, index / 100));
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(placeOf(scale, Number.MAX_SAFE_INTEGER)).toBe(1);
    expect(placeOf(scale, Number.MIN_SAFE_INTEGER)).toBe(0);
  });

  test.each([1, 60, 1800, 86_400, 31e6, 31e8, 25e10])(
    'over %s s has ticks at round times, no more than have room',
    (life) => {
      const scale = scaleOf([1_795_533_000, 1_795_533_000 + life], undefined);
      const ticks = ticksOf(scale);
      expect(ticks.length).toBeLessThanOrEqual(60);
      expect(ticks.map(({ at }) => at)).toEqual([...new Set(ticks.map(({ at }) => at))].toSorted((a, b) => a - b));
    },
  );
});

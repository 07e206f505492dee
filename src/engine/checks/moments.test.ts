import { expect, test } from 'vitest';
import { checksOfLayers, layerOf, NOW } from '../testing/checked.ts';
import { itemOf, randomFrom } from '../testing/random.ts';
import type { Expectations, Json, Layer } from '../types.ts';
import { nextMoment } from './moments.ts';

/** What the checks say, without the age in words, which changes all the time. */
async function answersAt(layers: readonly Layer[], expectations: Expectations, now: number): Promise<string> {
  const checks = await checksOfLayers(layers, expectations, now);
  return JSON.stringify(checks.map(({ id, outcome, code }) => [id, outcome, code]));
}

async function firstChange(layers: readonly Layer[], expectations: Expectations, now: number, last: number) {
  const before = await answersAt(layers, expectations, now);
  for (let second = now + 1; second <= last; second++)
    if ((await answersAt(layers, expectations, second)) !== before) return second;
  return undefined;
}

const NEAR = [-40, -20, -9, -1, 0, 1, 0.5, 9, 20, 40];

test('the next moment is the second at which an answer changes, and none is passed over', async () => {
  const random = randomFrom(7);
  const time = (): Json => NOW + itemOf(NEAR, random);
  for (let round = 0; round < 60; round++) {
    const claims = { exp: time(), nbf: time(), iat: time(), auth_time: time() };
    const typ = itemOf(['JWT', 'dpop+jwt'], random);
    const keyBinding: Layer['keyBinding'] = { header: {}, payload: { iat: time() }, verdict: layerOf({}, {}).verdict };
    const layers = [layerOf({ typ }, claims, random.below(2) === 0 ? {} : { keyBinding })];
    const expectations: Expectations = {
      clockSkewSeconds: itemOf([0, 10], random),
      ...(random.below(2) === 0 ? {} : { maxAgeSeconds: 15 }),
      profile: itemOf(['jwt', 'id-token'], random),
      ...(random.below(4) === 0 ? { ignoreExp: true } : {}),
    };
    const last = NOW + 90;
    let now = NOW - 60;
    for (;;) {
      const change = await firstChange(layers, expectations, now, last);
      let moment = nextMoment(layers, expectations, now);
      // a moment may bring nothing new, where another check says the same for both; none may be missing
      while (moment !== undefined && change !== undefined && moment < change)
        moment = nextMoment(layers, expectations, moment);
      if (change === undefined) break;
      expect([claims, expectations, moment]).toEqual([claims, expectations, change]);
      now = change;
    }
  }
});

test.each<[string, Json, Expectations, number | undefined]>([
  ['an exp to come', { exp: NOW + 100 }, {}, NOW + 100],
  ['an exp within the skew', { exp: NOW - 10 }, {}, NOW + 50],
  ['an exp that is past', { exp: NOW - 60 }, {}, undefined],
  ['an exp that is not looked at', { exp: NOW + 100, nbf: NOW + 200 }, { ignoreExp: true }, NOW + 140],
  ['an nbf beyond the skew', { nbf: NOW + 100.5 }, {}, NOW + 41],
  ['the greatest age', { iat: NOW - 10 }, { maxAgeSeconds: 30 }, NOW + 21],
  ['no time at all', { sub: 'a' }, {}, undefined],
  ['a time that no clock has', { exp: 1e300 }, {}, undefined],
  ['a claim of another type', { exp: '1' }, {}, undefined],
  ['no claims', 'text', {}, undefined],
])('%s', (_rule, claims, expectations, moment) => {
  expect(nextMoment([layerOf({}, claims)], expectations, NOW)).toBe(moment);
});

test('nothing changes where there is no token', () => {
  expect(nextMoment([], {}, NOW)).toBeUndefined();
});

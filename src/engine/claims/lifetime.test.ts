import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Json } from '../types.ts';
import { type ExpIgnored, type TimeVerdict, timeVerdict, timeVerdictWithoutExp } from './lifetime.ts';

const NOW = 1_790_000_000;
const SKEW = 60;

test.each<[claims: Json | undefined, verdict: TimeVerdict]>([
  [undefined, { state: 'not-asked' }],
  [['exp'], { state: 'not-asked' }],
  [{ sub: 'a', auth_time: 1 }, { state: 'not-asked' }],
  [{ exp: '1' }, { state: 'unreadable', name: 'exp', found: 'string' }],
  [
    { exp: NOW + 5, nbf: null },
    { state: 'unreadable', name: 'nbf', found: 'null' },
  ],
  [
    { exp: NOW - 500, iat: [1] },
    { state: 'unreadable', name: 'iat', found: 'array' },
  ],
  [
    { iat: {}, exp: true },
    { state: 'unreadable', name: 'exp', found: 'boolean' },
  ],
  [{ iat: {} }, { state: 'unreadable', name: 'iat', found: 'object' }],
  [JSON.parse('{"exp":1e999}') as Json, { state: 'unreadable', name: 'exp', found: 'infinite' }],
  [
    { exp: NOW, nbf: NOW },
    { state: 'contradict', name: 'nbf', apart: 0 },
  ],
  [
    { exp: NOW - 500, nbf: NOW - 400, iat: NOW },
    { state: 'contradict', name: 'nbf', apart: 100 },
  ],
  [
    { exp: NOW + 5, iat: NOW + 7 },
    { state: 'contradict', name: 'iat', apart: 2 },
  ],
  [{ exp: NOW + 1 }, { state: 'valid', exp: NOW + 1, left: 1 }],
  [{ exp: NOW }, { state: 'within-skew', name: 'exp', at: NOW, by: 0 }],
  [{ exp: NOW - 59 }, { state: 'within-skew', name: 'exp', at: NOW - 59, by: 59 }],
  [{ exp: NOW - 60 }, { state: 'expired', exp: NOW - 60, ago: 60 }],
  [{ nbf: NOW }, { state: 'no-end' }],
  [{ iat: NOW + 500 }, { state: 'no-end' }],
  [{ nbf: NOW + 60 }, { state: 'within-skew', name: 'nbf', at: NOW + 60, by: 60 }],
  [
    { nbf: NOW + 61, exp: NOW + 100 },
    { state: 'not-yet-valid', nbf: NOW + 61, ahead: 61 },
  ],
  [{ exp: NOW * 1000 }, { state: 'valid', exp: NOW * 1000, left: NOW * 999 }],
])('the time verdict of %j', (claims, verdict) => {
  expect(timeVerdict(claims, NOW, SKEW)).toEqual(verdict);
});

test.each<[claims: Json | undefined, verdict: TimeVerdict | ExpIgnored]>([
  [undefined, { state: 'not-asked' }],
  [{ iat: 1 }, { state: 'no-end' }],
  [{ nbf: NOW + 60 }, { state: 'within-skew', name: 'nbf', at: NOW + 60, by: 60 }],
  [{ exp: NOW + 500 }, { state: 'exp-ignored' }],
  [{ exp: NOW - 500, iat: NOW - 900 }, { state: 'exp-ignored' }],
  [{ exp: NOW, nbf: NOW + 60 }, { state: 'exp-ignored' }],
  [{ exp: 'soon' }, { state: 'exp-ignored' }],
  [
    { exp: 'soon', nbf: NOW + 61 },
    { state: 'not-yet-valid', nbf: NOW + 61, ahead: 61 },
  ],
  [
    { exp: NOW + 5, iat: null },
    { state: 'unreadable', name: 'iat', found: 'null' },
  ],
])('the time verdict of %j where exp is not looked at', (claims, verdict) => {
  expect(timeVerdictWithoutExp(claims, NOW, SKEW)).toEqual(verdict);
});

test('without skew nothing is within it', () => {
  expect(timeVerdict({ exp: NOW }, NOW, 0)).toEqual({ state: 'expired', exp: NOW, ago: 0 });
  expect(timeVerdict({ nbf: NOW + 1 }, NOW, 0)).toEqual({ state: 'not-yet-valid', nbf: NOW + 1, ahead: 1 });
});

test('any claims get a verdict', () => {
  const value = fc.option(fc.jsonValue(), { nil: undefined });
  fc.assert(
    fc.property(fc.record({ exp: value, nbf: value, iat: value }), (made) => {
      const claims = JSON.parse(JSON.stringify(made)) as Json;
      expect(timeVerdict(claims, NOW, SKEW).state).toMatch(/^[a-z-]+$/);
      expect(timeVerdictWithoutExp(claims, NOW, SKEW).state).toMatch(
        /^(exp-ignored|not-yet-valid|unreadable|not-asked|no-end|within-skew)$/,
      );
    }),
  );
});

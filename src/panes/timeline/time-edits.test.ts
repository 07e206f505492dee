import { expect, test } from 'vitest';
import type { JsonObject } from '../../engine/types.ts';
import { setTime, shiftTimes, type TimeEdit, toIssuedAt } from './time-edits.ts';
import { timeFacts } from './timeline-facts.ts';

const AT = 1_795_533_928;

test.each<[JsonObject, TimeEdit]>([
  [{}, { changes: [{ name: 'exp', value: AT }], rewritten: [], left: [] }],
  [{ exp: 5 }, { changes: [{ name: 'exp', value: AT }], rewritten: [], left: [] }],
  [{ exp: AT * 1000 }, { changes: [{ name: 'exp', value: AT }], rewritten: ['exp'], left: [] }],
  [{ exp: 'soon' }, { changes: [{ name: 'exp', value: AT }], rewritten: ['exp'], left: [] }],
])('exp of %j is set to seconds', (claims, edit) => {
  expect(setTime(claims, 'exp', AT)).toEqual(edit);
});

test('every time that can be read moves by the same, whatever form it has', () => {
  const claims = { sub: 'a', updated_at: 1, exp: AT * 1000, nbf: `${AT}`, iat: AT + 0.25, auth_time: 'then' };
  expect(shiftTimes(claims, -900)).toEqual({
    changes: [
      { name: 'iat', value: AT - 899.75 },
      { name: 'nbf', value: AT - 900 },
      { name: 'exp', value: AT - 900 },
    ],
    rewritten: ['nbf', 'exp'],
    left: ['auth_time'],
  });
  expect(shiftTimes({ sub: 'a' }, 60)).toEqual({ changes: [], rewritten: [], left: [] });
});

test.each<[JsonObject, number | undefined]>([
  [{ iat: AT - 900 }, 900],
  [{ iat: (AT - 900) * 1000 }, 900],
  [{ iat: AT + 0.5 }, 0],
  [{ iat: 'then' }, undefined],
  [{}, undefined],
])('issued now: %j moves by %s', (claims, by) => {
  expect(toIssuedAt(claims, AT)).toBe(by);
});

test('what cannot be read is told with its fault, and not drawn', () => {
  expect(timeFacts({ iat: AT * 1000, nbf: AT, exp: 'soon', auth_time: null })).toEqual({
    times: { nbf: AT },
    unreadable: [
      { name: 'auth_time', fault: 'Null: no time is given' },
      { name: 'iat', fault: 'Milliseconds stand where seconds belong' },
      { name: 'exp', fault: 'A text, not a number of seconds' },
    ],
  });
});

import { describe, expect, it, test } from 'vitest';
import type { Check, Json } from '../../engine/types.ts';
import { UTC } from '../../words/claims-tab.ts';
import { handClient } from '../../workbench/testing/hand-client.ts';
import type { WorkbenchView } from '../../workbench/types.ts';
import { createWorkbench } from '../../workbench/workbench.ts';
import { innermostClaims, momentsOf, stageOf, timeFacts } from './time-facts.ts';

const NOW = 1_795_533_928;
const EMPTY = createWorkbench({ client: handClient() }).view();
const EXP = { exp: NOW + 872 };

const claims = (of: Record<string, Json>) => ({ kind: 'claims', claims: of }) as const;
const check = (id: string, outcome: Check['outcome']): Check => ({ id, outcome, code: '', message: '', refs: [] });

function viewWith(over: Partial<WorkbenchView>): WorkbenchView {
  return { ...EMPTY, ...over };
}

describe('what is judged', () => {
  it('says why there are no claims', () => {
    expect(innermostClaims(EMPTY)).toEqual({ kind: 'nothing' });
    expect(innermostClaims(viewWith({ text: 'no token' }))).toEqual({ kind: 'no-claims' });
  });

  it.each<[string, Partial<WorkbenchView>, object]>([
    [
      'the clock and a skew of 60 s',
      { checks: [] },
      {
        verdict: { state: 'valid', exp: EXP.exp, left: 872 },
        failed: [],
        skewSeconds: 60,
        now: NOW,
        isNow: true,
        zone: UTC,
      },
    ],
    [
      'the moment and the skew that the person chose',
      { checks: [], asOf: EXP.exp + 100, expectations: { clockSkewSeconds: 200 } },
      {
        verdict: { state: 'within-skew', name: 'exp', at: EXP.exp, by: 100 },
        failed: [],
        skewSeconds: 200,
        now: EXP.exp + 100,
        isNow: false,
        zone: UTC,
      },
    ],
    [
      'failed checks with what was asked, but those of exp and nbf',
      {
        checks: [
          check('exp', 'fail'),
          check('nbf', 'fail'),
          check('aud', 'fail'),
          check('iss', 'pass'),
          check('jti', 'cannot'),
        ],
        expectations: { audience: ['a', 'b'] },
      },
      {
        verdict: { state: 'valid', exp: EXP.exp, left: 872 },
        failed: [{ id: 'aud', asked: 'a or b' }],
        skewSeconds: 60,
        now: NOW,
        isNow: true,
        zone: UTC,
      },
    ],
    [
      'no exp where that is not looked at',
      { checks: [check('exp', 'not-asked')], expectations: { ignoreExp: true } },
      { verdict: { state: 'exp-ignored' }, failed: [], skewSeconds: 60, now: NOW, isNow: true, zone: UTC },
    ],
  ])('by %s', (_what, over, facts) => {
    expect(timeFacts(viewWith(over), claims(EXP), NOW, UTC)).toEqual({ kind: 'judged', ...facts });
  });

  it.each<[string, Partial<WorkbenchView>, string]>([
    ['waits for checks that were asked', { expectations: { audience: 'a' } }, 'waiting'],
    ['does not where only the skew was set', { expectations: { clockSkewSeconds: 5 } }, 'judged'],
    ['does not where only exp is not looked at', { expectations: { ignoreExp: true } }, 'judged'],
    ['does not where they cannot come', { expectations: { audience: 'a' }, meaningMissing: true }, 'judged'],
  ])('%s', (_rule, over, kind) => {
    expect(timeFacts(viewWith(over), claims(EXP), NOW, UTC).kind).toBe(kind);
  });
});

test('the moments are exp and nbf, and where the skew ends', () => {
  const all = { exp: 100, nbf: 50, iat: 10 };
  expect(momentsOf(claims(all), 60, {})).toEqual([100, 160, 50, -10]);
  expect(momentsOf(claims(all), 60, { ignoreExp: true })).toEqual([50, -10]);
  expect(momentsOf(claims({ exp: '100', nbf: null }), 60, {})).toEqual([]);
  expect(momentsOf({ kind: 'locked' }, 60, {})).toEqual([]);
});

test('what is said aloud changes five minutes before the end, one minute before it, and at it', () => {
  const seconds = [400, 301, 300, 299, 61, 60, 1, 0, -59, -60, -4000];
  const stages = seconds.map((left) =>
    stageOf(timeFacts(viewWith({ checks: [] }), claims({ exp: NOW + left }), NOW, UTC)),
  );
  const changes = seconds.filter((_, index) => index > 0 && stages[index] !== stages[index - 1]);
  expect(changes).toEqual([300, 60, 0, -60]);
});

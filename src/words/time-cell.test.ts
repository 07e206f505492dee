import { describe, expect, it, test } from 'vitest';
import { UTC, type Zone } from './claims-tab.ts';
import { asOfWords, type Judged, type TimeFacts, timeWords, wholeMoment } from './time-cell.ts';

/** 24 Nov 2026 15:25:28 UTC */
const NOW = 1_795_533_928;
const DAY = 86_400;
const BERLIN: Zone = { name: 'Europe/Berlin', offsetAt: () => 60 };

const judged = (verdict: Judged['verdict'], over: Partial<Judged> = {}): Judged => ({
  kind: 'judged',
  verdict,
  failed: [],
  skewSeconds: 60,
  now: NOW,
  isNow: true,
  zone: UTC,
  ...over,
});
const VALID: Judged['verdict'] = { state: 'valid', exp: NOW + 872, left: 872 };
const AUD = { id: 'aud', asked: 'orders-api' };

function said(facts: TimeFacts): string {
  const { word, short, reason } = timeWords(facts);
  return `${word} (${short}): ${reason}`;
}

describe('the words of Time and claims', () => {
  it.each<[TimeFacts, string]>([
    [{ kind: 'nothing' }, 'Not asked (Not asked): no token yet'],
    [{ kind: 'no-claims' }, 'Not asked (Not asked): no claims to ask about'],
    [{ kind: 'locked' }, 'Cannot read (Cannot read): content is encrypted'],
    [{ kind: 'elsewhere' }, 'Cannot read (Cannot read): payload is detached'],
    [{ kind: 'waiting' }, 'Checking… (Checking…): '],
    [judged({ state: 'not-asked' }), 'Not asked (Not asked): no exp, nbf or iat'],
    [judged({ state: 'no-end' }), 'No end (No end): no exp claim: never expires'],
    [judged({ state: 'exp-ignored' }), 'Expiry ignored (exp ignored): exp was not looked at'],
    [judged(VALID), 'Valid now (14 min left): expires in 14 min 32 s'],
    [judged({ state: 'valid', exp: NOW, left: 0.4 }), 'Valid now (1 s left): expires in 1 s'],
    [judged({ state: 'valid', exp: NOW, left: 9 * DAY }), 'Valid now (9 days left): expires in 9 days'],
    [judged({ state: 'valid', exp: NOW, left: 900 * DAY }), 'Valid now (2 years left): expires in about 2 years'],
    [
      judged({ state: 'expired', exp: NOW - 11_700, ago: 11_700 }),
      'Expired 3 h 15 min ago (Expired): exp was 12:10:28 UTC',
    ],
    [
      judged({ state: 'expired', exp: NOW - 9 * DAY, ago: 9 * DAY }),
      'Expired 9 days ago (Expired): exp was 15 Nov 2026',
    ],
    [
      judged({ state: 'expired', exp: -1e18, ago: 1e18 }),
      'Expired about 31,688,738,507 years ago (Expired): exp was a moment that no calendar has',
    ],
    [
      judged({ state: 'not-yet-valid', nbf: NOW + 130, ahead: 130 }),
      'Not valid yet (Not valid yet): starts in 2 min 10 s',
    ],
    [
      judged({ state: 'within-skew', name: 'exp', at: NOW, by: 20 }),
      'Expires within skew (Within skew): exp was 20 s ago, skew 60 s',
    ],
    [
      judged({ state: 'within-skew', name: 'exp', at: NOW, by: 0 }),
      'Expires within skew (Within skew): exp is now, skew 60 s',
    ],
    [
      judged({ state: 'within-skew', name: 'nbf', at: NOW, by: 20 }, { skewSeconds: 120 }),
      'Starts within skew (Within skew): nbf is in 20 s, skew 120 s',
    ],
    [
      judged({ state: 'unreadable', name: 'exp', found: 'string' }),
      'Times unreadable (Unreadable): exp is text, not a number',
    ],
    [
      judged({ state: 'unreadable', name: 'nbf', found: 'infinite' }),
      'Times unreadable (Unreadable): nbf is too large a number',
    ],
    [judged({ state: 'contradict', name: 'nbf', apart: 1 }), 'Times contradict (Contradict): exp is before nbf'],
    [judged({ state: 'contradict', name: 'iat', apart: 0 }), 'Times contradict (Contradict): exp equals iat'],
  ])('of %j', (facts, words) => {
    expect(said(facts)).toBe(words);
  });

  it.each<[string, Judged, string]>([
    ['one names itself', judged(VALID, { failed: [AUD] }), 'Wrong audience (Wrong audience): asked orders-api'],
    [
      'one that has no word of its own is counted',
      judged(VALID, { failed: [{ id: 'kb-nonce', asked: undefined }] }),
      '1 check failed (1 failed): nonce',
    ],
    [
      'several are counted',
      judged(VALID, { failed: [AUD, { id: 'iss', asked: 'a' }, { id: 'nonce', asked: undefined }] }),
      '3 checks failed (3 failed): aud, iss, nonce',
    ],
    [
      'they come before the moment',
      judged({ state: 'expired', exp: NOW - 9, ago: 9 }, { failed: [{ id: 'typ', asked: undefined }] }),
      'Wrong type (Wrong type): typ',
    ],
    [
      'and after what cannot be read or contradicts itself',
      judged({ state: 'unreadable', name: 'iat', found: 'null' }, { failed: [AUD] }),
      'Times unreadable (Unreadable): iat is null, not a number',
    ],
    [
      'contradiction',
      judged({ state: 'contradict', name: 'nbf', apart: 5 }, { failed: [AUD] }),
      'Times contradict (Contradict): exp is before nbf',
    ],
  ])('of failed checks: %s', (_rule, facts, words) => {
    expect(said(facts)).toBe(words);
  });

  it.each<[Judged['verdict'], string]>([
    [VALID, 'Valid then (Valid then): expires 14 min 32 s later'],
    [{ state: 'expired', exp: NOW - 11_700, ago: 11_700 }, 'Expired by then (Expired): exp was 12:10:28 UTC'],
    [
      { state: 'not-yet-valid', nbf: NOW + 130, ahead: 130 },
      'Not valid then (Not valid then): starts 2 min 10 s later',
    ],
    [
      { state: 'within-skew', name: 'exp', at: NOW, by: 20 },
      'Expires within skew (Within skew): exp was 20 s before, skew 60 s',
    ],
    [
      { state: 'within-skew', name: 'nbf', at: NOW, by: 20 },
      'Starts within skew (Within skew): nbf is 20 s later, skew 60 s',
    ],
  ])('of another moment than now never say now or ago: %j', (verdict, words) => {
    expect(said(judged(verdict, { isNow: false }))).toBe(words);
  });
});

test('the note says which moment it is judged at', () => {
  expect([
    asOfWords(NOW - 12_328, NOW, UTC),
    asOfWords(NOW - 10, NOW, UTC),
    asOfWords(NOW + 40 * DAY, NOW, UTC),
    wholeMoment(NOW - 12_328, UTC),
    asOfWords(NOW - 12_328, NOW, BERLIN),
    asOfWords(NOW + 9 * 3600, NOW, BERLIN),
    wholeMoment(NOW - 12_328, BERLIN),
  ]).toEqual([
    'as of 12:00, not now',
    'as of 15:25:18, not now',
    'as of 3 Jan 2027, not now',
    '24 Nov 2026 12:00 UTC',
    'as of 13:00, not now',
    'as of 25 Nov 2026, not now',
    '24 Nov 2026 13:00 UTC+01:00',
  ]);
});

import { describe, expect, it } from 'vitest';
import {
  authorityWords,
  comparisonWords,
  durationWords,
  orderWords,
  publicKeyWords,
  spanWords,
  usageWords,
  validityWords,
} from './certificates.ts';

const DAY = 86_400;
const at = (iso: string) => Date.parse(iso) / 1000;

describe('the time of a certificate in words', () => {
  const from = at('2026-01-01T00:00:00Z');
  const to = at('2027-01-01T00:00:00Z');
  it.each<[number | undefined, number | undefined, string, string, string]>([
    [from, to, '2026-11-24T12:00:00Z', 'valid', 'valid for another 1 month'],
    [from, to, '2026-12-31T23:59:30Z', 'valid', 'valid for another 30 seconds'],
    [from, to, '2027-01-01T00:00:00Z', 'valid', 'valid for another 0 seconds'],
    [from, to, '2027-01-01T00:00:01Z', 'expired', 'expired 1 second ago'],
    [from, to, '2027-04-10T00:00:00Z', 'expired', 'expired 3 months ago'],
    [from, to, '2036-01-01T00:00:00Z', 'expired', 'expired 8 years ago'],
    [from, to, '2025-12-30T00:00:00Z', 'not-yet', 'not valid yet, starts in 2 days'],
    [from, at('9999-12-31T23:59:59Z'), '2026-11-24T12:00:00Z', 'valid', 'valid now, without an end'],
    [to, from, '2026-11-24T12:00:00Z', 'contradiction', 'never valid: it ends before it begins'],
    [undefined, to, '2026-11-24T12:00:00Z', 'unreadable', 'dates unreadable'],
    [from, undefined, '2026-11-24T12:00:00Z', 'unreadable', 'dates unreadable'],
  ])('from %s to %s at %s: %s', (notBefore, notAfter, now, state, words) => {
    expect(validityWords(notBefore, notAfter, at(now))).toEqual({ state, words });
  });

  it.each([
    [0, '0 seconds'],
    [59, '59 seconds'],
    [60, '1 minute'],
    [3 * 3600 + 59, '3 hours'],
    [DAY, '1 day'],
    [30 * DAY, '30 days'],
    [31 * DAY, '1 month'],
    [365 * DAY, '11 months'],
    [366 * DAY, '1 year'],
    [2000 * 366 * DAY, '2,004 years'],
  ])('%i seconds are %s', (seconds, words) => expect(durationWords(seconds)).toBe(words));

  it('is written in UTC, whatever the year', () => {
    expect(spanWords(at('1950-01-01T00:00:00Z'), at('2026-11-24T12:30:59Z'))).toBe(
      '1950-01-01 00:00 UTC – 2026-11-24 12:30 UTC',
    );
    expect(spanWords(at('0000-01-01T00:00:00Z'), at('9999-12-31T23:59:59Z'))).toBe('0000-01-01 00:00 UTC – no end');
    expect(spanWords(undefined, undefined)).toBe('? – ?');
  });
});

describe('other facts in words', () => {
  it('counts certificates from one', () => {
    expect(orderWords([2, 1, 0])).toContain('that is 3, 2, 1.');
    expect(comparisonWords('differs', 1)).toBe('Differs from the first certificate: it is of certificate 2');
    expect(comparisonWords('differs', undefined)).toBe('Differs from every certificate here');
    expect(comparisonWords('equal', undefined)).toBe('Equals the first certificate');
  });

  it.each([
    [undefined, 'does not say'],
    [{ ca: false }, 'no'],
    [{ ca: true }, 'yes'],
    [{ ca: true, pathLength: 0 }, 'yes, but not for other authorities'],
    [{ ca: true, pathLength: 1 }, 'yes, with at most 1 authority below it'],
  ])('authority %j: %s', (constraints, words) => expect(authorityWords(constraints)).toBe(words));

  it.each([
    [undefined, 'anything: the certificate does not say'],
    [[], 'nothing'],
    [['digitalSignature', 'keyCertSign'], 'sign data, sign certificates'],
  ])('usage %j: %s', (usage, words) => expect(usageWords(usage)).toBe(words));

  it.each([
    [{ kty: 'RSA', bits: 2048 }, 'RSA, 2,048 bits'],
    [{ kty: 'EC', crv: 'P-256', bits: 256 }, 'EC on P-256'],
    [{ kty: 'OKP', crv: 'Ed25519' }, 'Ed25519'],
    [{ kty: 'AKP', jwk: { alg: 'ML-DSA-44' } }, 'ML-DSA-44'],
  ])('key %j: %s', (facts, words) => {
    expect(publicKeyWords({ format: 'x', private: false, notes: [], tried: [], ...facts })).toBe(words);
  });
});

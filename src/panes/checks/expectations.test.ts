import { expect, test } from 'vitest';
import type { Expectations } from '../../engine/types.ts';
import { EXPECTED, type Expected } from '../../words/checks.ts';
import { expectationOf, NOTHING_EXPECTED, readField, withExpectation } from './expectations.ts';

const FIELDS = Object.keys(EXPECTED) as Expected[];

/** Without what is no longer expected, as the workbench takes it. */
function part(before: Expectations, field: Expected, text: string): Expectations {
  const entries = Object.entries(withExpectation(before, field, text) ?? {});
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
}

/** What is put into each field, and how it is shown then. */
const PUT: Readonly<Record<Expected, readonly [put: string, shown: string]>> = {
  algorithms: ['RS256 ES256,,PS256', 'RS256, ES256, PS256'],
  typ: ['at+jwt', 'at+jwt'],
  issuer: ['https://a.example', 'https://a.example'],
  audience: ['"My API" orders-api', '"My API", orders-api'],
  subject: ['of subject', 'of subject'],
  nonce: ['n', 'n'],
  authorizedParty: ['app', 'app'],
  tokenType: ['access', 'access'],
  maxAge: ['90 min', '90 min'],
  requiredClaims: ['jti sub', 'jti, sub'],
  hashedToken: ['of a token', 'of a token'],
  code: ['c', 'c'],
  state: ['s', 's'],
  method: ['POST', 'POST'],
  url: ['https://api.example/', 'https://api.example/'],
  // the same expectation as `hashedToken`
  accessToken: ['of a token', 'of a token'],
  keyThumbprint: ['t', 't'],
  holderAudience: ['v', 'v'],
  holderNonce: ['n2', 'n2'],
};

test('what is put into a field comes out of it, and leaves the others as they were', () => {
  let filled: Expectations = {};
  for (const field of FIELDS) filled = { ...filled, ...part(filled, field, PUT[field][0]) };
  for (const field of FIELDS) {
    expect([field, expectationOf(filled, field)]).toEqual([field, PUT[field][1]]);
    expect([field, readField(field, PUT[field][0])]).toEqual([field, PUT[field][1]]);
  }
  const emptied = { ...filled, ...part(filled, 'holderAudience', '') };
  expect([expectationOf(emptied, 'holderAudience'), expectationOf(emptied, 'holderNonce')]).toEqual(['', 'n2']);
});

test.each(['algorithms', 'audience', 'maxAge', 'subject', 'code'] as const)('a blank %s is not asked', (field) => {
  expect([part({}, field, ' '), readField(field, ' ')]).toEqual([{}, '']);
});

test('an age that cannot be read is not taken', () => {
  expect([withExpectation({}, 'maxAge', 'soon'), readField('maxAge', 'soon')]).toEqual([undefined, undefined]);
});

test('to reset takes every expectation away', () => {
  let filled: Expectations = { clockSkewSeconds: 0, profile: 'jwt', ignoreExp: true };
  for (const field of FIELDS) filled = { ...filled, ...part(filled, field, PUT[field][0]) };
  expect(Object.values({ ...filled, ...NOTHING_EXPECTED }).every((value) => value === undefined)).toBe(true);
});

test('fields that nothing was put into are empty', () => {
  for (const field of FIELDS) expect(expectationOf({}, field)).toBe('');
});

test('no field has the name of an editor in its own', () => {
  for (const { label } of Object.values(EXPECTED)) expect(label).not.toMatch(/Encoded token|Header|Payload|Key/i);
});

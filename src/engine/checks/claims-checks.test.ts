import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { checksOfLayers, layerOf, NOW } from '../testing/checked.ts';
import type { Expectations, Json, Verdict } from '../types.ts';

const ISSUER = 'https://id.example';
const HEADER = { alg: 'ES256', typ: 'JWT' };
const CLAIMS = { iss: ISSUER, aud: 'orders-api', sub: 'u-1', iat: NOW - 60, exp: NOW + 240 };

type Answer = readonly [outcome: string, message: string] | undefined;
type Row = readonly [id: string, header: Json, claims: Json | undefined, expectations: Expectations, answer: Answer];

/** Of the header and claims above, with other members. */
const claims = (id: string, more: Json, expectations: Expectations, ...answer: [string, string]): Row => [
  id,
  HEADER,
  { ...CLAIMS, ...(typeof more === 'object' ? more : {}) },
  expectations,
  answer,
];
const header = (id: string, more: object, expectations: Expectations, ...answer: [string, string]): Row => [
  id,
  { ...HEADER, ...more } as Json,
  CLAIMS,
  expectations,
  answer,
];

async function answerOf([id, head, set, expectations]: Row): Promise<Answer> {
  const checks = await checksOfLayers([layerOf(head, set)], expectations);
  const check = checks.find((one) => one.id === id);
  return check && [check.outcome, check.message];
}

function held(title: string, rows: readonly Row[]): void {
  test.each(rows)(`${title}: %s %j %j %j`, async (...row) => {
    expect(await answerOf(row)).toEqual(row[4]);
  });
}

test('any token with claims is asked the same twelve things, in one order', async () => {
  const checks = await checksOfLayers([layerOf(HEADER, CLAIMS)], {});
  expect(checks.map(({ id, outcome, said }) => [id, outcome, said])).toEqual([
    ['alg', 'not-asked', ['ES256']],
    ['typ', 'not-asked', ['JWT']],
    ['iss', 'not-asked', [ISSUER]],
    ['aud', 'not-asked', ['orders-api']],
    ['sub', 'not-asked', ['u-1']],
    ['exp', 'pass', [String(NOW + 240)]],
    ['nbf', 'not-asked', undefined],
    ['iat', 'pass', [String(NOW - 60)]],
    ['max-age', 'not-asked', undefined],
    ['nonce', 'not-asked', undefined],
    ['azp', 'not-asked', undefined],
    ['required', 'not-asked', undefined],
  ]);
  expect(checks.every(({ refs }) => refs.length > 0)).toBe(true);
});

test('no layer, no checks', async () => {
  expect(await checksOfLayers([], {})).toEqual([]);
});

const NO_STRING = 'must be a string, and is';

held('the header', [
  header('alg', {}, {}, 'not-asked', 'The token says “ES256”.'),
  header('alg', {}, { algorithms: ['RS256', 'ES256'] }, 'pass', 'The token says “ES256”, which you allow.'),
  header('alg', {}, { algorithms: ['es256'] }, 'fail', 'The token says “ES256”; you allow “es256”.'),
  header(
    'alg',
    {},
    { algorithms: ['RS256', 'PS256'] },
    'fail',
    'The token says “ES256”; you allow “RS256” or “PS256”.',
  ),
  header('alg', { alg: 7 }, { algorithms: ['ES256'] }, 'cannot', 'No “alg” can be read in the header.'),
  header('alg', { alg: 7 }, { algorithms: [' '] }, 'not-asked', 'No “alg” can be read in the header.'),
  header('typ', {}, {}, 'not-asked', 'The token says “JWT”.'),
  header(
    'typ',
    { typ: 'application/AT+JWT' },
    { typ: 'at+jwt' },
    'pass',
    'The token says “application/AT+JWT”, as you expect.',
  ),
  header('typ', {}, { typ: 'at+jwt' }, 'fail', 'The token says “JWT”; you expect “at+jwt”.'),
  header('typ', { typ: 1 }, {}, 'fail', `“typ” in the header ${NO_STRING} a number.`),
  ['typ', { alg: 'ES256' }, CLAIMS, { typ: 'at+jwt' }, ['fail', 'The token has no “typ”; you expect “at+jwt”.']],
  ['typ', 'no object', CLAIMS, {}, ['not-asked', 'The token has no “typ”.']],
]);

const EXACT = 'and the comparison is exact.';

held('who and for whom', [
  claims('iss', {}, { issuer: ISSUER }, 'pass', `The token says “${ISSUER}”, as you expect.`),
  claims('iss', {}, { issuer: [` ${ISSUER} `, 'b'] }, 'pass', `The token says “${ISSUER}”, as you expect.`),
  claims('iss', {}, { issuer: ['a', 'b'] }, 'fail', `The token says “${ISSUER}”; you expect one of “a”, “b”.`),
  claims(
    'iss',
    {},
    { issuer: `${ISSUER}/` },
    'fail',
    `The token says “${ISSUER}”; you expect “${ISSUER}/”. They differ by a slash at the end, ${EXACT}`,
  ),
  claims(
    'iss',
    {},
    { issuer: 'https://ID.example/' },
    'fail',
    `The token says “${ISSUER}”; you expect “https://ID.example/”. They differ in capital letters, ${EXACT}`,
  ),
  claims('iss', {}, { issuer: '' }, 'not-asked', `The token says “${ISSUER}”.`),
  claims('iss', { iss: null }, {}, 'fail', `The claim “iss” ${NO_STRING} null.`),
  claims('iss', { iss: [ISSUER] }, { issuer: ISSUER }, 'fail', `The claim “iss” ${NO_STRING} a list.`),
  ['iss', HEADER, {}, { issuer: 'a' }, ['fail', 'The token has no “iss”; you expect “a”.']],
  ['iss', HEADER, {}, {}, ['not-asked', 'The token has no “iss”.']],
  claims('aud', {}, { audience: 'orders-api' }, 'pass', 'The token says “orders-api”, as you expect.'),
  claims(
    'aud',
    { aud: ['a', 'b'] },
    { audience: ['x', 'b'] },
    'pass',
    'The token says “a”, “b”; “b” is what you expect.',
  ),
  claims('aud', { aud: ['a', 'b'] }, { audience: 'c' }, 'fail', 'The token says “a”, “b”; you expect “c”.'),
  claims('aud', { aud: [] }, { audience: 'c' }, 'fail', 'The token has no “aud”; you expect “c”.'),
  claims('aud', { aud: {} }, {}, 'fail', 'The claim “aud” must be a string or a list of strings, and is an object.'),
  claims(
    'aud',
    { aud: ['c', 1] },
    { audience: 'c' },
    'fail',
    'The claim “aud” must be a string or a list of strings, and is a list that holds a number.',
  ),
  claims(
    'sub',
    {},
    { subject: 'U-1' },
    'fail',
    `The token says “u-1”; you expect “U-1”. They differ in capital letters, ${EXACT}`,
  ),
  claims('sub', { sub: 1 }, {}, 'fail', `The claim “sub” ${NO_STRING} a number.`),
  claims('nonce', { nonce: 'n' }, { nonce: 'n' }, 'pass', 'The token says “n”, as you expect.'),
  claims('nonce', {}, { nonce: 'n' }, 'fail', 'The token has no “nonce”; you expect “n”.'),
  claims('azp', { azp: 'app' }, { authorizedParty: 'other' }, 'fail', 'The token says “app”; you expect “other”.'),
  claims(
    'token_type',
    { token_type: 'refresh' },
    { tokenType: 'access' },
    'fail',
    'The token says “refresh”; you expect “access”.',
  ),
  claims('token_type', {}, { profile: 'simplejwt' }, 'not-asked', 'The token has no “token_type”.'),
  ['token_type', HEADER, CLAIMS, {}, undefined],
]);

const LATER = ' Clocks may differ by 1 minute.';

held('the clock', [
  claims('exp', {}, {}, 'pass', 'The token holds until 24 Nov 2026 12:04:00 UTC.'),
  claims(
    'exp',
    { exp: NOW },
    {},
    'pass',
    'The token expired at 24 Nov 2026 12:00:00 UTC, and is taken for the 1 minute that clocks may differ by.',
  ),
  claims('exp', { exp: NOW }, { clockSkewSeconds: 0 }, 'fail', 'The token expired at 24 Nov 2026 12:00:00 UTC.'),
  claims(
    'exp',
    { exp: NOW - 59.5 },
    {},
    'pass',
    'The token expired at 24 Nov 2026 11:59:00 UTC, and is taken for the 1 minute that clocks may differ by.',
  ),
  claims('exp', { exp: NOW - 60 }, {}, 'fail', `The token expired at 24 Nov 2026 11:59:00 UTC.${LATER}`),
  claims(
    'exp',
    { exp: NOW - 60 },
    { clockSkewSeconds: Number.NaN },
    'fail',
    `The token expired at 24 Nov 2026 11:59:00 UTC.${LATER}`,
  ),
  claims(
    'exp',
    { exp: NOW * 1000 },
    {},
    'pass',
    '“exp” is 1795521600000. As seconds that is far in the future, and the number looks like milliseconds.',
  ),
  claims('exp', { exp: '2030' }, {}, 'fail', 'The claim “exp” must be a number of seconds since 1970.'),
  claims('exp', { exp: null }, {}, 'fail', 'The claim “exp” must be a number of seconds since 1970.'),
  claims(
    'exp',
    { exp: Number.POSITIVE_INFINITY },
    {},
    'fail',
    'The claim “exp” must be a number of seconds since 1970.',
  ),
  claims('exp', { exp: 1e15 }, {}, 'pass', 'The token holds until the second 1000000000000000.'),
  ['exp', HEADER, {}, {}, ['not-asked', 'The token has no “exp”, so it has no end.']],
  ...[NOW + 1, NOW - 60, NOW * 1000, '2030', null].map((exp) =>
    claims(
      'exp',
      { exp },
      { ignoreExp: true, maxAgeSeconds: 1 },
      'not-asked',
      '“exp” was not looked at, as you asked, so nothing is said of whether the token has expired.',
    ),
  ),
  ['exp', HEADER, {}, { ignoreExp: true }, ['not-asked', 'The token has no “exp”, so it has no end.']],
  [
    'required',
    HEADER,
    { iss: ISSUER },
    { ignoreExp: true, requiredClaims: ['exp'] },
    ['fail', 'The token lacks “exp”.'],
  ],
  ...(['nbf', 'iat'] as const).map((name) =>
    claims(
      name,
      { [name]: '1' },
      { ignoreExp: true },
      'fail',
      `The claim “${name}” must be a number of seconds since 1970.`,
    ),
  ),
  claims('nbf', { nbf: NOW }, {}, 'pass', 'The token holds since 24 Nov 2026 12:00:00 UTC.'),
  claims(
    'nbf',
    { nbf: NOW + 60 },
    {},
    'pass',
    '“nbf” is 24 Nov 2026 12:01:00 UTC, which is to come, within the 1 minute that clocks may differ by.',
  ),
  claims('nbf', { nbf: NOW + 61 }, {}, 'fail', `The token does not hold before 24 Nov 2026 12:01:01 UTC.${LATER}`),
  claims(
    'nbf',
    { nbf: NOW * 1000 },
    {},
    'fail',
    '“nbf” is 1795521600000. As seconds that is far in the future, and the number looks like milliseconds.',
  ),
  claims('nbf', {}, {}, 'not-asked', 'The token has no “nbf”, so there is nothing to compare.'),
  claims('iat', {}, {}, 'pass', 'The token was issued at 24 Nov 2026 11:59:00 UTC.'),
  claims(
    'iat',
    { iat: NOW + 61 },
    {},
    'fail',
    `The token says that it was issued at 24 Nov 2026 12:01:01 UTC, which is to come. RFC 7519 refuses no token for this; many verifiers do.${LATER}`,
  ),
  claims('max-age', {}, {}, 'not-asked', 'The token counts its age from “iat”, 24 Nov 2026 11:59:00 UTC.'),
  claims(
    'max-age',
    {},
    { maxAgeSeconds: -1 },
    'not-asked',
    'The token counts its age from “iat”, 24 Nov 2026 11:59:00 UTC.',
  ),
  claims(
    'max-age',
    {},
    { maxAgeSeconds: 3600 },
    'pass',
    '“iat” is 24 Nov 2026 11:59:00 UTC; the 1 hour that you allow end at 24 Nov 2026 12:59:00 UTC.',
  ),
  claims(
    'max-age',
    {},
    { maxAgeSeconds: 30 },
    'pass',
    '“iat” is 24 Nov 2026 11:59:00 UTC; the 30 seconds that you allow ended at 24 Nov 2026 11:59:30 UTC, and clocks may differ by 1 minute.',
  ),
  claims(
    'max-age',
    { iat: NOW - 91 },
    { maxAgeSeconds: 30 },
    'fail',
    `“iat” is 24 Nov 2026 11:58:29 UTC; the 30 seconds that you allow ended at 24 Nov 2026 11:58:59 UTC.${LATER}`,
  ),
  claims(
    'max-age',
    { iat: NOW + 61 },
    { maxAgeSeconds: 30 },
    'fail',
    `“iat” is 24 Nov 2026 12:01:01 UTC, which is to come.${LATER}`,
  ),
  claims(
    'max-age',
    {},
    { maxAgeSeconds: 30, profile: 'id-token' },
    'fail',
    'The token has no “auth_time”, so its age cannot be told.',
  ),
  claims('required', {}, {}, 'not-asked', 'No claim is asked to be there.'),
  claims('required', {}, { requiredClaims: ['iss', ' sub'] }, 'pass', 'The token has “iss” and “sub”.'),
  claims(
    'required',
    {},
    { requiredClaims: ['iss', 'jti', 'toString'] },
    'fail',
    'The token lacks “jti” and “toString”.',
  ),
]);

const half = (hash: string, value: string) => {
  const bytes = createHash(hash).update(value).digest();
  return bytes.subarray(0, bytes.length / 2).toString('base64url');
};
const whole = createHash('sha256').update('at-1').digest('base64url');
const given = { accessToken: 'at-1' };
const hashRow = (alg: string, found: Json, expectations: Expectations, ...answer: [string, string]): Row => [
  'at_hash',
  { alg },
  { ...CLAIMS, at_hash: found },
  expectations,
  answer,
];
const HELD = '“at_hash” is the left half of the hash of the access token.';

held('hashes', [
  hashRow('RS256', half('sha256', 'at-1'), given, 'pass', HELD),
  hashRow('ES384', half('sha384', 'at-1'), given, 'pass', HELD),
  hashRow('PS512', half('sha512', 'at-1'), given, 'pass', HELD),
  hashRow('ES256K', half('sha256', 'at-1'), given, 'pass', HELD),
  hashRow('EdDSA', half('sha512', 'at-1'), given, 'pass', HELD),
  hashRow('Ed25519', half('sha512', 'at-1'), given, 'pass', HELD),
  // the example of OpenID Connect Core appendix A.3
  hashRow(
    'RS256',
    '77QmUPtjPfzWtF2AnpK9RQ',
    { accessToken: 'jHkWEdUXMU1BwAsC4vtUsZwnNvTIxEl0z9K3vx5KF0Y' },
    'pass',
    HELD,
  ),
  hashRow('RS256', 'x', {}, 'not-asked', 'The token says “x”. Enter the access token to compare them.'),
  hashRow('RS256', 1, {}, 'fail', `The claim “at_hash” ${NO_STRING} a number.`),
  hashRow(
    'RS256',
    whole,
    given,
    'fail',
    `“at_hash” is the whole hash of the access token, “${whole}”; it must be the left half of it.`,
  ),
  hashRow(
    'RS256',
    'x',
    given,
    'fail',
    `“at_hash” is “x”; for the access token and RS256 it is “${half('sha256', 'at-1')}”.`,
  ),
  hashRow(
    'RS256',
    'x',
    { accessToken: 'ä' },
    'cannot',
    'What was entered as the access token holds characters outside of ASCII, so it has no hash.',
  ),
  hashRow(
    'EdDSA',
    'x'.repeat(76),
    given,
    'cannot',
    '“at_hash” was not compared: no hash that is known here goes with “EdDSA”.',
  ),
  hashRow('Ed448', 'x', given, 'cannot', '“at_hash” was not compared: no hash that is known here goes with “Ed448”.'),
  hashRow(
    'RSA-OAEP',
    'x',
    given,
    'cannot',
    '“at_hash” was not compared: no hash that is known here goes with “RSA-OAEP”.',
  ),
  claims(
    'c_hash',
    { c_hash: half('sha256', 'code-1') },
    { code: 'code-1' },
    'pass',
    '“c_hash” is the left half of the hash of the authorization code.',
  ),
  claims(
    's_hash',
    {},
    { state: 's' },
    'cannot',
    'The token has no “s_hash”, so nothing in it ties it to the state. Not every flow puts one in.',
  ),
  claims('at_hash', {}, { profile: 'id-token' }, 'not-asked', 'The token has no “at_hash”.'),
  ['at_hash', HEADER, CLAIMS, given, undefined],
]);

const LOGOUT = 'http://schemas.openid.net/event/backchannel-logout';

held('rules of a kind', [
  claims('id-token-aud', {}, { profile: 'id-token' }, 'pass', 'The token is for one audience alone.'),
  ['id-token-aud', HEADER, {}, { profile: 'id-token' }, ['pass', 'The token is for nobody else: it has no “aud”.']],
  claims(
    'id-token-aud',
    { aud: ['a', 'b'] },
    { profile: 'id-token' },
    'not-asked',
    'The token is for several audiences, “a” and “b”. Enter all that you trust to compare them.',
  ),
  claims(
    'id-token-aud',
    { aud: ['a', 'b'] },
    { profile: 'id-token', audience: 'a' },
    'fail',
    'The token is also for “b”, which you do not expect.',
  ),
  claims(
    'id-token-aud',
    { aud: ['a', 'b'] },
    { profile: 'id-token', audience: ['b', 'a'] },
    'pass',
    'The token is for “a” and “b”, all of which you expect.',
  ),
  claims('id-token-sub', {}, { profile: 'id-token' }, 'pass', '“sub” has at most 255 ASCII characters.'),
  claims(
    'id-token-sub',
    { sub: 'x'.repeat(256) },
    { profile: 'id-token' },
    'fail',
    '“sub” must have at most 255 characters of ASCII, and has 256 characters.',
  ),
  ['id-token-sub', HEADER, {}, { profile: 'id-token' }, ['fail', 'The claim “sub” is required here and missing.']],
  ['id-token-sub', HEADER, CLAIMS, { profile: 'jwt' }, undefined],
  claims(
    'logout-events',
    { events: { [LOGOUT]: {} } },
    { profile: 'logout' },
    'pass',
    '“events” holds the event of a back-channel logout.',
  ),
  claims(
    'logout-events',
    { events: { [LOGOUT]: 1 } },
    { profile: 'logout' },
    'fail',
    `“events” must hold “${LOGOUT}” with an object.`,
  ),
  claims('logout-subject', {}, { profile: 'logout' }, 'pass', 'The token says whose session ends: it has “sub”.'),
  [
    'logout-subject',
    HEADER,
    {},
    { profile: 'logout' },
    ['fail', 'The token has neither “sub” nor “sid”, so it does not say whose session ends.'],
  ],
  claims('logout-nonce', {}, { profile: 'logout' }, 'pass', 'The token has no “nonce”, as it must be.'),
  claims(
    'logout-nonce',
    { nonce: 'n' },
    { profile: 'logout' },
    'fail',
    'A logout token must have no “nonce”, so that it is never taken for an ID token.',
  ),
  claims(
    'assertion-subject',
    { sub: ISSUER },
    { profile: 'client-assertion' },
    'pass',
    `“iss” and “sub” are both “${ISSUER}”: the client speaks for itself.`,
  ),
  claims(
    'assertion-subject',
    {},
    { profile: 'client-assertion' },
    'fail',
    `“iss” and “sub” must both be the client’s identifier; they are “${ISSUER}” and “u-1”.`,
  ),
  [
    'assertion-subject',
    HEADER,
    {},
    { profile: 'client-assertion' },
    ['fail', '“iss” and “sub” must both be the client’s identifier; they are nothing and nothing.'],
  ],
]);

const ALL: Expectations = {
  profile: 'id-token',
  issuer: 'a',
  audience: 'a',
  subject: 'a',
  nonce: 'a',
  authorizedParty: 'a',
  tokenType: 'a',
  maxAgeSeconds: 1,
  requiredClaims: ['a'],
  accessToken: 'a',
  code: 'a',
  state: 'a',
};

describe('where there are no claims to look at, what is asked cannot be compared', () => {
  test.each([
    ['jwe', undefined, 'The content is encrypted and has not been opened, so nothing in it was compared.'],
    ['jws', undefined, 'The token leaves its content out, so there is no claim to compare.'],
    ['jws', 'text', 'The payload is no JSON object, so there is no claim to compare.'],
  ] as const)('%s %j', async (type, payload, message) => {
    const layers = [layerOf(HEADER, CLAIMS), layerOf(HEADER, payload, { type })];
    const checks = await checksOfLayers(layers, ALL);
    const ofClaims = checks.filter(({ id }) => id !== 'alg' && id !== 'typ');
    expect(ofClaims.map(({ outcome, message }) => [outcome, message])).toEqual(ofClaims.map(() => ['cannot', message]));
    const unasked = await checksOfLayers(layers, { profile: 'logout' });
    const outcomes = Object.fromEntries(unasked.map(({ id, outcome }) => [id, outcome]));
    expect(outcomes).toEqual({
      ...{ alg: 'not-asked', typ: 'not-asked', iss: 'not-asked', aud: 'not-asked', sub: 'not-asked' },
      ...{ exp: 'cannot', nbf: 'cannot', iat: 'cannot', 'max-age': 'not-asked', nonce: 'not-asked' },
      ...{ azp: 'not-asked', required: 'not-asked' },
      ...{ 'logout-events': 'cannot', 'logout-subject': 'cannot', 'logout-nonce': 'cannot' },
    });
  });
});

describe('several signatures', () => {
  const failed: Verdict = { state: 'failed', code: 'signature-mismatch', message: '', values: {} };
  const done = { trust: 'your-key', by: 'webcrypto' } as const;
  const verified: Verdict = { state: 'verified', code: 'signature-match', message: '', values: {}, ...done };
  const entry = (alg: string, verdict: Verdict) => ({ header: { alg }, verdict });
  const algCheck = async (...signatures: readonly ReturnType<typeof entry>[]) => {
    const checks = await checksOfLayers([layerOf(HEADER, CLAIMS, { signatures })], { algorithms: ['ES256'] });
    return checks[0] && [checks[0].outcome, checks[0].said];
  };

  test('those that were verified count, and all where none was', async () => {
    expect(await algCheck(entry('HS256', failed), entry('ES256', verified))).toEqual(['pass', ['ES256']]);
    expect(await algCheck(entry('HS256', verified), entry('ES256', failed))).toEqual(['fail', ['HS256']]);
    expect(await algCheck(entry('HS256', failed), entry('ES256', failed))).toEqual(['fail', ['HS256', 'ES256']]);
  });
});

test('the claims of an SD-JWT are those with the disclosures in place', async () => {
  const layer = layerOf(HEADER, { _sd: [] }, { processedPayload: { sub: 'u-9' } });
  const checks = await checksOfLayers([layer], { subject: 'u-9' });
  expect(checks.find(({ id }) => id === 'sub')?.outcome).toBe('pass');
});

test('the iat of a DPoP proof has one check, and the profile makes any JWS a proof', async () => {
  const ids = async (header: Json, expectations: Expectations) =>
    (await checksOfLayers([layerOf(header, CLAIMS)], expectations)).map(({ id }) => id).filter((id) => /iat/.test(id));
  expect(await ids({ typ: 'dpop+jwt' }, {})).toEqual(['dpop-iat']);
  expect(await ids({ typ: 'JWT' }, { profile: 'dpop' })).toEqual(['dpop-iat']);
  expect(await ids({ typ: 'JWT' }, {})).toEqual(['iat']);
});

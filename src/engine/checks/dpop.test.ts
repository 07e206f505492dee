import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openText } from '../open.ts';
import { ownObjectCases } from '../testing/own-vectors.ts';
import { sharedCases, sharedCounts } from '../testing/shared-pack.ts';
import { encodeBase64url } from '../token/base64url.ts';
import { encodeUtf8 } from '../token/utf8.ts';
import type { Check, Expectations, Json } from '../types.ts';
import { checksOf } from './registry.ts';

const NOW = 1_790_000_030;
const JWK = {
  kty: 'EC',
  crv: 'P-256',
  x: 'l8tFrhx-34tV3hRICRDY9zCkDlpBhF42UQUfWVAWBFs',
  y: '9VE4jf_Ok_o64zbTTlcuNJajHmt6v9TDVrU0CdvGRDA',
};
const JKT = '0ZcOCORZNYy-DWpqq30jZyJGHTN0d2HglBV3uiguA4I';
const CLAIMS = { jti: 'a1', htm: 'POST', htu: 'https://api.example/v1/orders', iat: NOW - 30 };

const seg = (value: unknown) => encodeBase64url(encodeUtf8(JSON.stringify(value)));
const athOf = (text: string) => createHash('sha256').update(text).digest('base64url');
const proofOf = (claims: unknown, header: object = {}) =>
  `${seg({ typ: 'dpop+jwt', alg: 'ES256', jwk: JWK, ...header })}.${seg(claims)}.c2ln`;
const accessToken = (claims: unknown) => `${seg({ typ: 'at+jwt', alg: 'ES256' })}.${seg(claims)}.c2ln`;

async function checksOn(text: string, expectations: Expectations, pick = 0): Promise<readonly Check[]> {
  const opened = openText(text, pick);
  const verdict = { state: 'unchecked', code: 'no-token', message: '', values: {} } as const;
  const layers = opened.layer === undefined ? [] : [{ ...opened.layer, verdict }];
  const checks = await checksOf({ opened, layers, expectations, now: NOW });
  return checks.filter(({ id }) => id.startsWith('dpop-'));
}

async function one(id: string, text: string, expectations: Expectations, pick = 0): Promise<unknown> {
  const check = (await checksOn(text, expectations, pick)).find((each) => each.id === id);
  return check && [check.outcome, check.code, check.message];
}

test('a proof has six checks, each with its references; any other token has none', async () => {
  const checks = await checksOn(proofOf(CLAIMS), {});
  expect(checks.map(({ id }) => id)).toEqual(['dpop-htm', 'dpop-htu', 'dpop-ath', 'dpop-jkt', 'dpop-iat', 'dpop-jti']);
  expect(checks.every(({ refs }) => refs.includes('RFC 9449 section 4.3'))).toBe(true);
  expect(await checksOn(accessToken({}), {})).toEqual([]);
  expect(await checksOn('', {})).toEqual([]);
});

test.each(['DPoP+JWT', 'application/dpop+jwt'])('typ %s is that of a proof', async (typ) => {
  expect(await checksOn(proofOf(CLAIMS, { typ }), {})).toHaveLength(6);
});

const at = accessToken({ cnf: { jkt: JKT } });
const otherAt = accessToken({ cnf: { jkt: 'other' } });
const bare = accessToken({ sub: 'a' });
const withAth = (text: string) => ({ ...CLAIMS, ath: athOf(text) });

describe('each outcome of a DPoP check', () => {
  const rows: readonly (readonly [id: string, claims: Json, expectations: Expectations, answer: readonly string[]])[] =
    [
      [
        'dpop-htm',
        CLAIMS,
        { request: { method: 'POST', url: '' } },
        ['pass', 'htm-equal', 'The proof is for the method “POST”, as the request.'],
      ],
      [
        'dpop-htm',
        CLAIMS,
        { request: { method: 'GET', url: '' } },
        ['fail', 'htm-differs', 'The proof is for the method “POST”; the request’s is “GET”.'],
      ],
      [
        'dpop-htm',
        CLAIMS,
        { request: { method: 'post', url: '' } },
        ['fail', 'htm-case-differs', 'The proof says “POST” and the request “post”. Methods are case-sensitive.'],
      ],
      [
        'dpop-htm',
        CLAIMS,
        { request: { method: ' ', url: '' } },
        [
          'not-asked',
          'htm-not-asked',
          'The proof is for the method “POST”. Enter the request’s method to compare them.',
        ],
      ],
      ['dpop-htm', {}, {}, ['fail', 'claim-missing', 'The claim “htm” is required here and missing.']],
      ['dpop-htm', { htm: 1 }, {}, ['fail', 'claim-not-text', 'The claim “htm” must be a string that is not empty.']],
      [
        'dpop-htm',
        'text',
        {},
        ['cannot', 'claims-unreadable', 'The payload is no JSON object, so there is no claim to compare.'],
      ],
      [
        'dpop-htu',
        CLAIMS,
        { request: { method: '', url: 'HTTPS://API.example:443/v1/./orders?page=2#top' } },
        [
          'pass',
          'htu-equal',
          'The proof is for “https://api.example/v1/orders”, as the request without its query and fragment.',
        ],
      ],
      [
        'dpop-htu',
        { ...CLAIMS, htu: 'https://api.example/v1/orders?page=2' },
        { request: { method: '', url: 'https://api.example/v1/orders' } },
        [
          'pass',
          'htu-equal-with-more',
          'The proof is for “https://api.example/v1/orders”, as the request. Its “htu” has a query or fragment, which it should leave out.',
        ],
      ],
      [
        'dpop-htu',
        CLAIMS,
        { request: { method: '', url: 'https://api.example/v1/Orders' } },
        [
          'fail',
          'htu-differs',
          'The proof is for “https://api.example/v1/orders”; the request goes to “https://api.example/v1/Orders”.',
        ],
      ],
      [
        'dpop-htu',
        CLAIMS,
        { request: { method: '', url: 'api.example/v1' } },
        [
          'cannot',
          'request-no-address',
          '“api.example/v1” is no absolute http or https address, so “htu” was not compared with it.',
        ],
      ],
      [
        'dpop-htu',
        { htu: '/v1' },
        {},
        ['fail', 'htu-no-address', 'The claim “htu” is “/v1”, which is no absolute http or https address.'],
      ],
      [
        'dpop-htu',
        CLAIMS,
        {},
        [
          'not-asked',
          'htu-not-asked',
          'The proof is for “https://api.example/v1/orders”. Enter the request’s URL to compare them.',
        ],
      ],
      [
        'dpop-ath',
        withAth('t'),
        { accessToken: 't' },
        ['pass', 'ath-equal', 'The hash in “ath” is that of the access token.'],
      ],
      [
        'dpop-ath',
        withAth('t'),
        { accessToken: 'u' },
        ['fail', 'ath-differs', `The hash in “ath” is “${athOf('t')}”; that of the access token is “${athOf('u')}”.`],
      ],
      [
        'dpop-ath',
        CLAIMS,
        { accessToken: 't' },
        ['fail', 'ath-missing', 'The proof has no “ath”, so nothing ties it to the access token.'],
      ],
      [
        'dpop-ath',
        withAth('t'),
        { accessToken: 'é' },
        [
          'cannot',
          'access-token-not-ascii',
          'The access token holds characters outside of ASCII, so it has no hash by RFC 9449. Check what was entered.',
        ],
      ],
      ['dpop-ath', { ath: 1 }, {}, ['fail', 'claim-not-text', 'The claim “ath” must be a string that is not empty.']],
      [
        'dpop-ath',
        CLAIMS,
        {},
        [
          'not-asked',
          'ath-absent',
          'The proof names no access token (“ath”), as when a token is asked for. A request that uses one needs it.',
        ],
      ],
      [
        'dpop-ath',
        withAth('t'),
        {},
        [
          'not-asked',
          'ath-not-asked',
          'The proof belongs to an access token (“ath”). Enter that token to compare them.',
        ],
      ],
      [
        'dpop-jkt',
        CLAIMS,
        { keyThumbprint: ` ${JKT} ` },
        ['pass', 'jkt-equal', `The proof’s key has the expected thumbprint, “${JKT}”.`],
      ],
      [
        'dpop-jkt',
        CLAIMS,
        { keyThumbprint: 'x' },
        ['fail', 'jkt-differs', `The proof’s key has the thumbprint “${JKT}”; expected is “x”.`],
      ],
      [
        'dpop-jkt',
        CLAIMS,
        { accessToken: at },
        ['pass', 'jkt-equal-cnf', `The proof’s key is the one that “cnf” of the access token names, “${JKT}”.`],
      ],
      [
        'dpop-jkt',
        CLAIMS,
        { accessToken: otherAt },
        [
          'fail',
          'jkt-differs-cnf',
          `The proof’s key has the thumbprint “${JKT}”; “cnf” of the access token names “other”.`,
        ],
      ],
      [
        'dpop-jkt',
        CLAIMS,
        { accessToken: 'opaque' },
        [
          'not-asked',
          'jkt-not-bound',
          `The proof’s key has the thumbprint “${JKT}”. No key (“cnf” with “jkt”) can be read in the access token to compare it with.`,
        ],
      ],
      [
        'dpop-jkt',
        CLAIMS,
        {},
        [
          'not-asked',
          'jkt-not-asked',
          `The proof’s key has the thumbprint “${JKT}”. Enter the expected one, or the access token, to compare them.`,
        ],
      ],
      [
        'dpop-iat',
        CLAIMS,
        {},
        ['pass', 'proof-fresh', 'The proof was made 30 seconds ago, within the 1 minute that are allowed.'],
      ],
      [
        'dpop-iat',
        { ...CLAIMS, iat: NOW - 180 },
        {},
        ['fail', 'proof-old', 'The proof was made 3 minutes ago. A server that allows 1 minute would refuse it now.'],
      ],
      [
        'dpop-iat',
        { ...CLAIMS, iat: NOW - 180 },
        { clockSkewSeconds: 180 },
        ['pass', 'proof-fresh', 'The proof was made 3 minutes ago, within the 3 minutes that are allowed.'],
      ],
      [
        'dpop-iat',
        { ...CLAIMS, iat: NOW + 61 },
        {},
        ['fail', 'iat-ahead', '“iat” lies 61 seconds ahead of the clock here, and clocks may differ by 1 minute.'],
      ],
      [
        'dpop-iat',
        { ...CLAIMS, iat: '1' },
        {},
        ['fail', 'claim-not-time', 'The claim “iat” must be a number of seconds since 1970.'],
      ],
      ['dpop-iat', {}, {}, ['fail', 'claim-missing', 'The claim “iat” is required here and missing.']],
      [
        'dpop-jti',
        CLAIMS,
        {},
        [
          'pass',
          'jti-present',
          'The proof has an identifier, “a1”, by which a server can see that it was used before.',
        ],
      ],
      ['dpop-jti', { jti: '' }, {}, ['fail', 'claim-not-text', 'The claim “jti” must be a string that is not empty.']],
    ];
  test.each(rows)('%s of %j with %j', async (id, claims, expectations, answer) => {
    expect(await one(id, proofOf(claims), expectations)).toEqual(answer);
  });

  test('without a key in the header, and with one that is none', async () => {
    expect(await one('dpop-jkt', proofOf(CLAIMS, { jwk: undefined }), {})).toEqual([
      'fail',
      'jwk-missing',
      'The header has no “jwk”, and the proof must hold the public key that it is checked with.',
    ]);
    expect(await one('dpop-jkt', proofOf(CLAIMS, { jwk: { kty: 'EC', crv: 'P-256', x: 'AA', y: 'AA' } }), {})).toEqual([
      'cannot',
      'jwk-unreadable',
      'The “jwk” in the header is no key that can be read, so its thumbprint was not compared.',
    ]);
  });
});

describe('the access token in the same paste', () => {
  const request = (token: string, proof: string) =>
    `GET /orders HTTP/1.1\nHost: api.example\nAuthorization: DPoP ${token}\nDPoP: ${proof}\n`;

  test('counts where none is given, wherever it stands', async () => {
    const equal = ['pass', 'ath-equal', 'The hash in “ath” is that of the other token in this paste.'];
    expect(await one('dpop-ath', request(at, proofOf(withAth(at))), {}, 1)).toEqual(equal);
    expect(await one('dpop-ath', `${proofOf(withAth(at))}\n\n${at}`, {})).toEqual(equal);
    expect(await one('dpop-jkt', request(at, proofOf(CLAIMS)), {}, 1)).toEqual([
      'pass',
      'jkt-equal-cnf',
      `The proof’s key is the one that “cnf” of the other token in this paste names, “${JKT}”.`,
    ]);
  });

  test('is told where it is another one', async () => {
    expect(await one('dpop-ath', request(bare, proofOf(withAth(at))), {}, 1)).toEqual([
      'fail',
      'ath-differs',
      `The hash in “ath” is “${athOf(at)}”; that of the other token in this paste is “${athOf(bare)}”.`,
    ]);
  });

  test('one that is given counts before it, and another proof is none', async () => {
    expect(await one('dpop-ath', request(at, proofOf(withAth('t'))), { accessToken: 't' }, 1)).toEqual([
      'pass',
      'ath-equal',
      'The hash in “ath” is that of the access token.',
    ]);
    expect(await one('dpop-ath', `${proofOf(withAth(at))}\n\n${proofOf(CLAIMS)}`, {})).toEqual([
      'not-asked',
      'ath-not-asked',
      'The proof belongs to an access token (“ath”). Enter that token to compare them.',
    ]);
  });
});

describe('the rows of the vectors', () => {
  const rows = [...ownObjectCases('dpop'), ...(sharedCases('jws-compact') ?? [])].filter(
    ({ expect: { checks } }) => checks !== undefined,
  );
  test.each(rows)('$id', async ({ input, expect: { checks } }) => {
    const { text, expectations = {} } = input;
    const found = await checksOn(text, expectations);
    expect(Object.fromEntries(found.map(({ id, outcome }) => [id, outcome]))).toMatchObject(checks ?? {});
  });

  test('are there', () => expect(rows.length).toBeGreaterThanOrEqual(sharedCounts() === undefined ? 10 : 15));
});

test('never throws, whatever the claims and the expectations are', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.jsonValue(),
      fc.jsonValue(),
      fc.record({ accessToken: fc.string(), keyThumbprint: fc.string(), url: fc.string() }),
      async (claims, jwk, { accessToken: token, keyThumbprint, url }) => {
        const expectations = { accessToken: token, keyThumbprint, request: { method: 'GET', url } };
        expect(await checksOn(proofOf(claims, { jwk }), expectations)).toHaveLength(6);
      },
    ),
  );
});

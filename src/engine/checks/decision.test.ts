import { expect, test } from 'vitest';
import { checksOfLayers, layerOf, NOW } from '../testing/checked.ts';
import type { Expectations, Json, Verdict } from '../types.ts';
import { decisionLog } from './decision.ts';

const message = 'As the verdict says.';
const said = { message, values: {} };
const VERIFIED: Verdict = { state: 'verified', code: 'signature-match', trust: 'your-key', by: 'webcrypto', ...said };
const BY_TOKEN: Verdict = { ...VERIFIED, trust: 'token-supplied-key' };
const HEADER = { alg: 'ES256', typ: 'JWT' };
const CLAIMS = { iss: 'i', aud: 'a', exp: NOW + 60 };
const ASKED: Expectations = { algorithms: ['ES256'], issuer: 'i', audience: 'a' };
const P256 = {
  ...{ kty: 'EC', crv: 'P-256', x: 'l8tFrhx-34tV3hRICRDY9zCkDlpBhF42UQUfWVAWBFs' },
  y: '9VE4jf_Ok_o64zbTTlcuNJajHmt6v9TDVrU0CdvGRDA',
};
const JWK = { kty: 'EC', crv: 'P-256', x: 'a', y: 'b' };

interface Given {
  readonly verdict?: Verdict;
  readonly header?: Json;
  readonly claims?: Json;
  readonly expected?: Expectations;
}

async function logOf({ verdict = VERIFIED, header = HEADER, claims = CLAIMS, expected = ASKED }: Given) {
  const layer = layerOf(header, claims, { verdict });
  return decisionLog({ verdict, layers: [layer], checks: await checksOfLayers([layer], expected) });
}

const LETTERS = { ok: 'o', stop: 'X', cannot: '?', skipped: '.', 'not-asked': '-' } as const;

/** One letter for each step: form, alg, crit, key, signature; typ, issuer, audience, time, required, rules. */
const row = ({ steps }: Awaited<ReturnType<typeof logOf>>) => steps.map(({ outcome }) => LETTERS[outcome]).join('');

test.each<[rule: string, given: Given, steps: string, outcome: string, step: number | undefined]>([
  ['all is as expected', {}, 'ooooo-ooo--', 'accept', undefined],
  [
    'more is expected',
    { expected: { ...ASKED, typ: 'JWT', requiredClaims: ['iss'] } },
    'oooooooooo-',
    'accept',
    undefined,
  ],
  ['malformed', { verdict: { state: 'malformed', code: 'segment-count', ...said } }, 'X..........', 'refuse', 1],
  ['unsecured', { verdict: { state: 'unsecured', code: 'alg-none', ...said } }, 'oX.........', 'refuse', 2],
  [
    'unsecured, and allowed',
    {
      verdict: { state: 'unsecured', code: 'alg-none', ...said },
      header: { alg: 'none' },
      expected: { algorithms: ['none'] },
    },
    'oX.........',
    'refuse',
    2,
  ],
  ['an alg that is not allowed, whatever the key says', { header: { alg: 'HS256' } }, 'oX.........', 'refuse', 2],
  [
    'a prohibited alg',
    { verdict: { state: 'unsupported', code: 'alg-prohibited', ...said } },
    'oX.........',
    'refuse',
    2,
  ],
  [
    'an unknown alg',
    { verdict: { state: 'unsupported', code: 'alg-unknown', ...said } },
    'o?...-ooo--',
    'undecided',
    2,
  ],
  ['an unknown crit', { verdict: { state: 'unsupported', code: 'crit-unknown', ...said } }, 'ooX........', 'refuse', 3],
  ['no key', { verdict: { state: 'unchecked', code: 'key-missing', ...said } }, 'ooo?.-ooo--', 'undecided', 4],
  [
    'no key, and expired',
    { verdict: { state: 'unchecked', code: 'key-missing', ...said }, claims: { ...CLAIMS, exp: 1 } },
    'ooo?.-ooX..',
    'refuse',
    9,
  ],
  ['the token’s own key', { verdict: BY_TOKEN, header: { ...HEADER, jwk: JWK } }, 'oooX.......', 'refuse', 4],
  [
    'a proof’s own key',
    {
      verdict: BY_TOKEN,
      header: { alg: 'ES256', typ: 'dpop+jwt', jwk: JWK },
      claims: {},
      expected: { algorithms: ['ES256'] },
    },
    'ooooo----' + '-X',
    'refuse',
    11,
  ],
  [
    'a wrong signature',
    { verdict: { state: 'failed', code: 'signature-mismatch', ...said } },
    'ooooX......',
    'refuse',
    5,
  ],
  ['no signature', { verdict: { state: 'failed', code: 'signature-empty', ...said } }, 'ooooX......', 'refuse', 5],
  [
    'what the runtime lacks',
    { verdict: { state: 'unsupported', code: 'runtime-lacks', ...said } },
    'oooo?-ooo--',
    'undecided',
    5,
  ],
  [
    'opened, with claims',
    { verdict: { state: 'decrypted', code: 'decrypted', trust: 'your-key', by: 'webcrypto', ...said } },
    'ooooo-ooo--',
    'accept',
    undefined,
  ],
  ['another issuer', { expected: { ...ASKED, issuer: 'x' } }, 'ooooo-X....', 'refuse', 7],
  ['another audience', { expected: { ...ASKED, audience: 'x' } }, 'ooooo-oX...', 'refuse', 8],
  ['expired', { claims: { ...CLAIMS, exp: 1 } }, 'ooooo-ooX..', 'refuse', 9],
  [
    'expired, which is not looked at',
    { claims: { ...CLAIMS, iat: 1, exp: 2 }, expected: { ...ASKED, ignoreExp: true } },
    'ooooo-oo---',
    'undecided',
    undefined,
  ],
  [
    'an exp that is no moment and is not looked at',
    { claims: { ...CLAIMS, exp: 'soon' }, expected: { ...ASKED, ignoreExp: true } },
    'ooooo-oo---',
    'undecided',
    undefined,
  ],
  [
    'too old, with an exp that is not looked at',
    { claims: { ...CLAIMS, iat: 1 }, expected: { ...ASKED, ignoreExp: true, maxAgeSeconds: 60 } },
    'ooooo-ooX..',
    'refuse',
    9,
  ],
  [
    'no exp to look at',
    { claims: { iss: 'i', aud: 'a' }, expected: { ...ASKED, ignoreExp: true } },
    'ooooo-oo---',
    'accept',
    undefined,
  ],
  ['a missing claim', { expected: { ...ASKED, requiredClaims: ['jti'] } }, 'ooooo-oooX.', 'refuse', 10],
  ['another nonce', { expected: { ...ASKED, nonce: 'x' } }, 'ooooo-ooo-X', 'refuse', 11],
  ['nothing asked', { expected: {} }, 'o-ooo---o--', 'undecided', undefined],
  ['nothing to ask for', { claims: {}, expected: { algorithms: ['ES256'] } }, 'ooooo------', 'accept', undefined],
])('%s', async (_rule, given, steps, outcome, step) => {
  const log = await logOf(given);
  expect([row(log), log.conclusion.outcome, log.conclusion.step]).toEqual([steps, outcome, step]);
});

test('each step says why, with the words of the verdict or of the check, and where that is written', async () => {
  const { steps, conclusion } = await logOf({
    verdict: { state: 'unchecked', code: 'key-missing', ...said },
    expected: { ...ASKED, audience: 'b' },
  });
  expect(steps.map(({ id, code, message, refs }) => [id, code, message, refs[0]])).toEqual([
    ['form', 'form-read', 'The token is whole, and every part of it could be read.', 'RFC 7515 section 5.2'],
    ['alg', 'alg-allowed', 'The token says “ES256”, which you allow.', 'RFC 8725 section 3.1'],
    ['crit', 'crit-none', 'The header names no parameter that must be understood (“crit”).', 'RFC 7515 section 4.1.11'],
    ['key', 'key-missing', message, 'RFC 7515 section 6'],
    ['signature', 'not-reached', 'Not reached.', 'RFC 7515 section 5.2'],
    ['typ', 'nothing-asked', 'Nothing was asked of the type.', 'RFC 8725 section 3.11'],
    ['issuer', 'text-equal', 'The token says “i”, as you expect.', 'RFC 7519 section 4.1.1'],
    ['audience', 'text-differs', 'The token says “a”; you expect “b”.', 'RFC 7519 section 4.1.3'],
    ['time', 'not-reached', 'Not reached.', 'RFC 7519 section 4.1.4'],
    ['required', 'not-reached', 'Not reached.', 'RFC 7519 section 4.1'],
    ['rules', 'not-reached', 'Not reached.', 'RFC 8725 section 3.12'],
  ]);
  expect(conclusion).toEqual({
    outcome: 'refuse',
    step: 8,
    code: 'would-refuse',
    message: 'A sound verifier would refuse this token at step 8.',
  });
});

test.each<[Given, string]>([
  [{}, 'A sound verifier that expects what you expect would accept this token.'],
  [
    { verdict: { state: 'unchecked', code: 'key-missing', ...said } },
    'Whether a sound verifier would accept this token cannot be decided: step 4 is open.',
  ],
  [
    { expected: { ...ASKED, ignoreExp: true } },
    'Nothing that was asked speaks against this token. A sound verifier would also ask for the end (“exp”).',
  ],
  [
    { expected: {} },
    'Nothing that was asked speaks against this token. A sound verifier would also ask for the allowed algorithms, the issuer and the audience.',
  ],
  [
    {
      verdict: BY_TOKEN,
      header: { alg: 'ES256', typ: 'dpop+jwt', jwk: P256 },
      claims: { htm: 'GET', htu: 'https://api.example/', iat: NOW, jti: 'j' },
      expected: { algorithms: ['ES256'] },
    },
    'Nothing that was asked speaks against this token. A sound verifier would also ask for the method and the URL.',
  ],
])('the conclusion says no more than it knows', async (given, message) => {
  expect((await logOf(given)).conclusion.message).toBe(message);
});

test('a critical parameter that is known here is named', async () => {
  const { steps } = await logOf({ header: { ...HEADER, crit: ['b64'], b64: false } });
  expect(steps[2]?.code).toBe('crit-understood');
});

import { describe, expect, test } from 'vitest';
import type { Expectations, Json, Layer } from '../types.ts';
import { checksOf } from './registry.ts';

const NOW = 1_790_000_030;

describe('key binding', () => {
  const layer = (payload: Json | undefined): Layer => ({
    type: 'jws',
    header: {},
    payload: undefined,
    problems: [],
    disclosures: [],
    verdict: { state: 'unchecked', code: 'no-token', message: '', values: {} },
    ...(payload === undefined
      ? {}
      : {
          keyBinding: {
            header: {},
            payload,
            verdict: { state: 'unchecked', code: 'no-token', message: '', values: {} },
          },
        }),
  });
  async function run(payload: Json | undefined, expectations: Expectations) {
    const opened = { found: [], picked: undefined };
    const checks = await checksOf({ opened, layers: [layer(payload)], expectations, now: NOW });
    return checks.filter(({ id }) => id.startsWith('kb-'));
  }
  const bound = { aud: 'https://verifier.example', nonce: 'n1', iat: NOW - 7200 };
  const asks = { audience: 'https://verifier.example', nonce: 'n1' };

  const rows: readonly (readonly [
    rule: string,
    payload: Json | undefined,
    keyBinding: Expectations['keyBinding'],
    answers: readonly (readonly string[])[],
  ])[] = [
    [
      'as expected',
      bound,
      asks,
      [
        ['kb-aud', 'pass', 'The key binding has the expected “aud”, “https://verifier.example”.'],
        ['kb-nonce', 'pass', 'The key binding has the expected “nonce”, “n1”.'],
        ['kb-iat', 'pass', 'The key binding was made 2 hours ago. How old it may be is for the verifier to say.'],
      ],
    ],
    [
      'otherwise, with a list of audiences and a time to come',
      { aud: ['a', 'b'], nonce: 'n2', iat: NOW + 3600 },
      asks,
      [
        ['kb-aud', 'fail', 'The key binding has “aud” “a, b”; expected is “https://verifier.example”.'],
        ['kb-nonce', 'fail', 'The key binding has “nonce” “n2”; expected is “n1”.'],
        ['kb-iat', 'fail', '“iat” lies 1 hour ahead of the clock here, and clocks may differ by 1 minute.'],
      ],
    ],
    [
      'nothing expected',
      bound,
      undefined,
      [
        [
          'kb-aud',
          'not-asked',
          'The key binding has “aud” “https://verifier.example”. Enter what you expect to compare them.',
        ],
        ['kb-nonce', 'not-asked', 'The key binding has “nonce” “n1”. Enter what you expect to compare them.'],
        ['kb-iat', 'pass', 'The key binding was made 2 hours ago. How old it may be is for the verifier to say.'],
      ],
    ],
    [
      'claims missing or wrong',
      { aud: 7, iat: 'now' },
      asks,
      [
        ['kb-aud', 'fail', 'The claim “aud” must be a string that is not empty.'],
        ['kb-nonce', 'fail', 'The claim “nonce” is required here and missing.'],
        ['kb-iat', 'fail', 'The claim “iat” must be a number of seconds since 1970.'],
      ],
    ],
    [
      'expected and not there',
      undefined,
      { nonce: 'n1' },
      [
        ['kb-aud', 'not-asked', 'This presentation has no key binding JWT, so there is nothing to compare.'],
        ['kb-nonce', 'fail', 'Expected is a key binding JWT with “nonce” “n1”, and this presentation has none.'],
        ['kb-iat', 'not-asked', 'This presentation has no key binding JWT, so there is nothing to compare.'],
      ],
    ],
    [
      'neither there nor expected',
      undefined,
      undefined,
      ['kb-aud', 'kb-nonce', 'kb-iat'].map((id) => [
        id,
        'not-asked',
        'This presentation has no key binding JWT, so there is nothing to compare.',
      ]),
    ],
  ];
  test.each(rows)('%s', async (_rule, payload, keyBinding, answers) => {
    const checks = await run(payload, keyBinding === undefined ? {} : { keyBinding });
    expect(checks.map(({ id, outcome, message }) => [id, outcome, message])).toEqual(answers);
  });
});

/** The project's own vectors through `inspect`. */
import { describe, expect, it } from 'vitest';
import { inspect } from './index.ts';
import {
  OBJECT_FILES,
  type ObjectFile,
  ownFormatCases,
  ownKeyCases,
  ownObjectCases,
  ownTokenCases,
} from './testing/own-vectors.ts';
import { runVectors } from './testing/run-vectors.ts';

/** How many rows each file has: a row that is not run is missed here. */
const OBJECT_ROWS: Readonly<Record<ObjectFile, number>> = {
  jwe: 212,
  'jwe-by-hand': 100,
  nested: 28,
  'jws-json': 70,
  detached: 33,
  'sd-jwt': 79,
  dpop: 14,
};

describe('own vectors', () => {
  it('answers every row of tokens.json as it says', { timeout: 60_000 }, async () => {
    expect(await runVectors(ownTokenCases(), inspect)).toEqual({ passed: 299, failed: [] });
  });

  it('reads every row of keys.json as it says', { timeout: 60_000 }, async () => {
    expect(await runVectors(ownKeyCases(), inspect)).toEqual({ passed: 260, failed: [] });
  });

  it.each(OBJECT_FILES)('answers every row of %s.json as it says', { timeout: 120_000 }, async (name) => {
    expect(await runVectors(ownObjectCases(name), inspect)).toEqual({ passed: OBJECT_ROWS[name], failed: [] });
  });

  it('verifies a token with its key in every format', { timeout: 60_000 }, async () => {
    expect(await runVectors(ownFormatCases(), inspect)).toEqual({ passed: 215, failed: [] });
  });
});

describe('the sentence', () => {
  const inputs = new Map(ownTokenCases().map((vector) => [vector.id, vector.input]));
  const messageOf = async (id: string) => {
    const input = inputs.get(id);
    return input ? (await inspect(input)).verdict.message : `no row ${id}`;
  };

  const told: readonly (readonly [rule: string, one: string, other: string])[] = [
    ['an empty secret that would match', 'empty-secret-matches', 'empty-secret'],
    ['an empty k that would match', 'empty-k-matches', 'empty-k'],
    ['a key confusion with a PEM', 'confusion-forged-pem', 'confusion-no-match'],
    ['a key confusion with a PEM whose encoding was chosen', 'confusion-forged-pem-as-text', 'confusion-no-match'],
    ['a key confusion with a JWK', 'confusion-forged-jwk', 'confusion-no-match'],
    ['a key confusion with a certificate', 'confusion-certificate', 'confusion-no-match'],
    ['a DER signature that would verify in the form of JOSE', 'der', 'der-wrong-key'],
    ['a chosen encoding where another would verify', 'secret-hex-chosen-as-text', 'secret-wrong'],
  ];
  it.each(told)('tells %s apart', async (_, one, other) => {
    const [first, second] = await Promise.all([messageOf(one), messageOf(other)]);
    expect(first).not.toContain('no row');
    expect(first).not.toBe(second);
  });
});

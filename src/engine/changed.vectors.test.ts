/** What was not signed is never verified, nor decrypted: one byte changed anywhere, and keys of every other kind. */
import { describe, expect, it } from 'vitest';
import { inspect } from './index.ts';
import { withLetter } from './testing/mutate.ts';
import { OBJECT_FILES, ownFormatCases, ownObjectCases, ownTokenCases } from './testing/own-vectors.ts';
import { randomFrom } from './testing/random.ts';
import { runVectors } from './testing/run-vectors.ts';
import { sharedCases } from './testing/shared-pack.ts';
import type { VectorCase } from './testing/vector-case.ts';

const SEED = 20261124;
const PLACES = 6;

const own = ownTokenCases();
const pack = sharedCases('jws-compact') ?? [];
/** Valid cases whose text is the token and nothing else, so that every byte counts. */
const valid = [...own, ...pack].filter(({ input, expect: { state } }) => {
  return state === 'verified' && /^[\w.-]+$/.test(input.text);
});

/** Of the other forms those without JSON, in which a blank may stand anywhere and an unprotected header is not signed. */
const objects = [
  ...OBJECT_FILES.flatMap(ownObjectCases),
  ...(sharedCases('jwe-compact') ?? []),
  ...(sharedCases('sd-jwt') ?? []),
].filter(({ input, expect: { state } }) => {
  return (state === 'verified' || state === 'decrypted') && /^[\w.~-]+$/.test(input.text);
});

describe('a token with one byte changed', () => {
  it('is never verified, wherever the byte stands', { timeout: 120_000 }, async () => {
    const random = randomFrom(SEED);
    const changed = valid.flatMap((vector) =>
      Array.from({ length: PLACES }, () => withByteChanged(vector, random.below)),
    );
    // the public pack adds its own where it lies beside the project
    expect(changed.length).toBeGreaterThanOrEqual(PLACES * (pack.length > 0 ? 100 : 60));
    expect((await runVectors(changed, inspect)).failed).toEqual([]);
  });

  it('is never verified or decrypted, in any other form', { timeout: 240_000 }, async () => {
    const random = randomFrom(SEED);
    const changed = objects.flatMap((vector) =>
      Array.from({ length: PLACES }, () => withByteChanged(vector, random.below)),
    );
    expect(changed.length).toBeGreaterThanOrEqual(PLACES * 150);
    expect((await runVectors(changed, inspect)).failed).toEqual([]);
  });

  it('is never verified, at any place of a short token', { timeout: 60_000 }, async () => {
    const [vector] = valid.filter(({ id }) => id === 'secret-right');
    const length = vector?.input.text.length ?? 0;
    const changed = vector ? Array.from({ length }, (_, at) => withByteChanged(vector, () => at)) : [];
    expect(changed.length).toBeGreaterThan(200);
    expect((await runVectors(changed, inspect)).failed).toEqual([]);
  });
});

describe('a key of another kind', () => {
  it('never verifies a token of any other algorithm', { timeout: 120_000 }, async () => {
    const tokens = own.filter(({ id, expect: { state } }) => state === 'verified' && ALGORITHM_ROW.test(id));
    const keys = ownFormatCases().filter(({ id }) => /(pem-spki|pem-pkcs8|jwk-private)$/.test(id));
    expect([tokens.length, keys.length]).toEqual([20, 30]);
    const pairs = tokens.flatMap((token) =>
      keys.filter((key) => !isOfSameKind(token, key)).map((key) => pair(token, key)),
    );
    expect(pairs.length).toBe(PAIRS);
    expect((await runVectors(pairs, inspect)).failed).toEqual([]);
  });
});

/** Rows of the algorithms themselves: hs256, es256k, eddsa-ed448, ml-dsa-65 … */
const ALGORITHM_ROW = /^(hs\d+|rs\d+|ps\d+|es\d+k?|(eddsa-)?ed\d+|ml-dsa-\d+)$/;
/** 20 tokens and 30 keys, without the six RSA tokens for 3 keys, two for each Edwards curve, one for each other kind */
const PAIRS = 20 * 30 - 6 * 3 - 2 * 2 * 3 - 7 * 3;

/** A row's key is public and written as JWK; a format row is named `token with key`. */
function isOfSameKind(token: VectorCase, key: VectorCase): boolean {
  const [format = ''] = key.id.split(' with ').slice(1);
  const jwk: { kty?: string; crv?: string; alg?: string } = JSON.parse(token.input.keys?.[0]?.text ?? '{}');
  const family = (jwk.crv ?? jwk.alg ?? (jwk.kty === 'RSA' ? 'RSA-2048' : 'oct')).toLowerCase();
  return format.startsWith(`${family}-`);
}

function pair(token: VectorCase, key: VectorCase): VectorCase {
  const keys = key.input.keys ?? [];
  return { id: `${token.id} / ${key.id}`, input: { text: token.input.text, keys }, expect: { never: 'verified' } };
}

function withByteChanged(vector: VectorCase, choose: (limit: number) => number): VectorCase {
  const { text } = vector.input;
  const at = choose(text.length);
  return {
    ...vector,
    id: `${vector.id}, byte ${at}`,
    input: { ...vector.input, text: withLetter(text, at, randomFrom(SEED + at)) },
    expect: { never: vector.expect.state ?? 'verified' },
  };
}

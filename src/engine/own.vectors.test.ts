/** The project's own vectors through `inspect`. */
import { describe, expect, it } from 'vitest';
import { inspect } from './index.ts';
import { ownFormatCases, ownKeyCases, ownTokenCases } from './testing/own-vectors.ts';
import { runVectors } from './testing/run-vectors.ts';

describe('own vectors', () => {
  it('answers every row of tokens.json as it says', { timeout: 60_000 }, async () => {
    expect(await runVectors(ownTokenCases(), inspect)).toEqual({ passed: 296, failed: [] });
  });

  it('reads every row of keys.json as it says', { timeout: 60_000 }, async () => {
    expect(await runVectors(ownKeyCases(), inspect)).toEqual({ passed: 260, failed: [] });
  });

  it('verifies a token with its key in every format', { timeout: 60_000 }, async () => {
    expect(await runVectors(ownFormatCases(), inspect)).toEqual({ passed: 215, failed: [] });
  });
});

describe('an empty secret', () => {
  it('is told apart by whether it would match', async () => {
    const rows = ownTokenCases().filter(({ id }) => id.startsWith('empty-secret') || id.startsWith('empty-k'));
    const messages = await Promise.all(rows.map(async ({ input }) => (await inspect(input)).verdict.message));
    expect(new Set(messages.slice(0, 2)).size).toBe(2);
    expect(new Set(messages.slice(2, 4)).size).toBe(2);
  });
});

describe('a public key under an HMAC algorithm', () => {
  it('is called a forgery where the MAC over exactly that text matches', async () => {
    const cases = new Map(ownTokenCases().map((vector) => [vector.id, vector.input]));
    const messageOf = async (id: string) => (await inspect(cases.get(id) ?? { text: '' })).verdict.message;
    const plain = await messageOf('confusion-no-match');
    for (const id of [
      'confusion-forged-pem',
      'confusion-forged-pem-as-text',
      'confusion-forged-jwk',
      'confusion-certificate',
    ]) {
      expect([id, await messageOf(id)]).not.toEqual([id, plain]);
    }
  });
});

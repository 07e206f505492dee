/** The public vectors beside the project, where they are, through `inspect`. */
import { describe, expect, it } from 'vitest';
import { inspect } from './index.ts';
import type { TokenKind } from './testing/pack-entry.ts';
import { runVectors } from './testing/run-vectors.ts';
import {
  sharedCases,
  sharedCounts,
  sharedKeyCases,
  sharedPasteCases,
  sharedThumbprintCases,
} from './testing/shared-pack.ts';

const counts = sharedCounts();
const thumbprints = sharedThumbprintCases();
const keys = sharedKeyCases();
const pastes = sharedPasteCases();

/** A run without them says so in the name of what it skips. */
const NAME = counts ? 'public vectors' : 'public vectors (skipped: they do not lie beside the project)';

const TOKENS: readonly (readonly [count: number, kind: TokenKind, what: string])[] = [
  [127, 'jws-compact', 'compact JWS that hold their payload'],
  [1, 'detached-no-content', 'compact JWS that left it out, with no content given'],
  [12, 'detached', 'JWS whose content is given beside them'],
  [48, 'jws-json', 'JSON serializations of a JWS'],
  [27, 'sd-jwt', 'SD-JWTs'],
  [53, 'jwe-compact', 'compact JWEs'],
  [52, 'jwe-json', 'JSON serializations of a JWE'],
];

describe.skipIf(counts === undefined)(NAME, () => {
  it('are each of a kind that a test runs', () => {
    const run = Object.fromEntries(TOKENS.map(([count, kind]) => [kind, count]));
    // the shared secrets are a matter of crypto/agreement
    expect(counts).toEqual({ ...run, thumbprint: 16, ecdh: 4 });
  });

  it.each(TOKENS)('answers the %i %s: %s', { timeout: 120_000 }, async (count, kind) => {
    expect(await runVectors(sharedCases(kind) ?? [], inspect)).toEqual({ passed: count, failed: [] });
  });

  it('computes the 16 thumbprints', async () => {
    expect(await runVectors(thumbprints ?? [], inspect)).toEqual({ passed: 16, failed: [] });
  });

  it('reads the 240 keys, or says what is wrong with them', { timeout: 60_000 }, async () => {
    expect(await runVectors(keys ?? [], inspect)).toEqual({ passed: 240, failed: [] });
  });

  it('finds the token that is the whole text, and none where there is none', async () => {
    expect(await runVectors(pastes?.whole ?? [], inspect)).toEqual({ passed: 25, failed: [] });
  });

  it('finds every token that stands in a longer text', async () => {
    expect(await runVectors(pastes?.within ?? [], inspect)).toEqual({ passed: 39, failed: [] });
  });
});

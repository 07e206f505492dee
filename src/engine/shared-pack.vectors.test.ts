/** The public vectors beside the project, where they are, through `inspect`. */
import { describe, expect, it } from 'vitest';
import { inspect } from './index.ts';
import { runVectors } from './testing/run-vectors.ts';
import {
  sharedDetachedCases,
  sharedKeyCases,
  sharedPasteCases,
  sharedThumbprintCases,
  sharedTokenCases,
} from './testing/shared-pack.ts';

const tokens = sharedTokenCases();
const detached = sharedDetachedCases();
const thumbprints = sharedThumbprintCases();
const keys = sharedKeyCases();
const pastes = sharedPasteCases();

/** A run without them says so in the name of what it skips. */
const NAME = tokens ? 'public vectors' : 'public vectors (skipped: they do not lie beside the project)';

describe.skipIf(tokens === undefined)(NAME, () => {
  it('answers the 127 compact tokens that hold their payload', { timeout: 60_000 }, async () => {
    expect(await runVectors(tokens ?? [], inspect)).toEqual({ passed: 127, failed: [] });
  });

  it('asks for the content of a token that left it out', async () => {
    expect(await runVectors(detached ?? [], inspect)).toEqual({ passed: 1, failed: [] });
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

/** Random and mutated texts without a key: no exception, and nothing verified that was not signed. */
import { expect, it } from 'vitest';
import { examine } from './index.ts';
import { mutated, randomText } from './testing/mutate.ts';
import { ownSignedTokens, ownTokenCases } from './testing/own-vectors.ts';
import { itemOf, randomFrom } from './testing/random.ts';
import { storm } from './testing/storm.ts';

const SEED = 7515;
const COUNT = 50_000;

/** ML-DSA tokens are long, and differ from the others in nothing that matters here. */
const texts = ownTokenCases().flatMap(({ input: { text } }) => (text.length < 2000 ? [text] : []));

it('answers 50,000 random and mutated texts', { timeout: 240_000 }, async () => {
  const random = randomFrom(SEED);
  const make = () => {
    const text = random.below(5) === 0 ? randomText(random) : mutated(itemOf(texts, random), random);
    return { text, pick: random.below(20) === 0 ? 1 : 0, useTokenKey: random.below(4) === 0 };
  };
  const { inspected, states, wrong } = await storm(COUNT, make, ownSignedTokens(), examine);
  expect(wrong.slice(0, 5)).toEqual([]);
  expect(inspected).toBe(COUNT);
  expect(Object.keys(states).sort()).toEqual([
    'failed',
    'malformed',
    'unchecked',
    'unsecured',
    'unsupported',
    'verified',
  ]);
});

/** Random and mutated tokens with random and mutated keys: no exception, and nothing verified that was not signed. */
import { expect, it } from 'vitest';
import { examine } from './index.ts';
import { mutated, randomText } from './testing/mutate.ts';
import { ownKeyCases, ownSignedTokens, ownTokenCases } from './testing/own-vectors.ts';
import { itemOf, type Random, randomFrom } from './testing/random.ts';
import { storm } from './testing/storm.ts';
import type { InspectInput, KeyEncoding, KeyInput } from './types.ts';

const SEED = 7517;
const ENCODINGS: readonly KeyEncoding[] = ['auto', 'auto', 'auto', 'utf8', 'base64', 'base64url', 'hex'];

/** Rows with an HMAC secret or none are quick; those with other keys are drawn less often. */
const cases = ownTokenCases().filter(({ input }) => input.text.length < 2000);
const isQuick = ({ input }: (typeof cases)[number]) => input.keys?.every((key) => key.text.length < 120) ?? true;
const quick = cases.filter(isQuick).map(({ input }) => input);
const slow = cases.filter((vector) => !isQuick(vector)).map(({ input }) => input);
const signed = ownSignedTokens();
const tokens = slow.flatMap(({ text }) => (signed.has(text) ? [text] : []));
/** Deriving a key from a passphrase is slow by design, and has rows of its own. */
const keys = ownKeyCases().flatMap(({ id, input }) =>
  /encrypted|passphrase|ml-dsa/.test(id) ? [] : (input.keys ?? []),
);

it('answers 40,000 mutated tokens with HMAC secrets, random texts among the keys', { timeout: 240_000 }, async () => {
  const random = randomFrom(SEED);
  const make = () => withSomethingChanged(itemOf(quick, random), random);
  const { inspected, states, wrong } = await storm(40_000, make, signed, examine);
  expect(wrong.slice(0, 5)).toEqual([]);
  expect(inspected).toBe(40_000);
  expect(Object.keys(states).sort()).toEqual([
    'failed',
    'malformed',
    'unchecked',
    'unsecured',
    'unsupported',
    'verified',
  ]);
});

it('answers 6,000 mutated tokens with keys of every kind', { timeout: 240_000 }, async () => {
  const random = randomFrom(SEED + 1);
  const make = () => withSomethingChanged(itemOf(slow, random), random);
  const { inspected, states, wrong } = await storm(6_000, make, signed, examine);
  expect(wrong.slice(0, 5)).toEqual([]);
  expect(inspected).toBe(6_000);
  expect(Object.keys(states).sort()).toEqual(['failed', 'malformed', 'unchecked', 'unsupported', 'verified']);
});

it('reads 4,000 mutated keys of every format, with a token of any kind', { timeout: 240_000 }, async () => {
  const random = randomFrom(SEED + 2);
  const make = () => {
    const key = itemOf(keys, random);
    return { text: itemOf(tokens, random), keys: [{ ...key, text: mutated(key.text, random) }] };
  };
  const { inspected, states, wrong } = await storm(4_000, make, signed, examine);
  expect(wrong.slice(0, 5)).toEqual([]);
  expect(inspected).toBe(4_000);
  expect(Object.keys(states).sort()).toEqual(['failed', 'unchecked', 'unsupported', 'verified']);
});

/** The token or its keys changed, seldom neither; the switches as they come. */
function withSomethingChanged(input: InspectInput, random: Random): InspectInput {
  const text = random.below(5) < 3 ? mutated(input.text, random) : input.text;
  const given = input.keys ?? [];
  const changed = random.below(2) === 0 ? given.map((key) => changedKey(key, random)) : given;
  return { text, keys: changed, ignoreKid: random.below(2) === 0, useTokenKey: random.below(2) === 0 };
}

function changedKey(key: KeyInput, random: Random): KeyInput {
  const text = random.below(6) === 0 ? randomText(random) : mutated(key.text, random);
  return { text, encoding: itemOf(ENCODINGS, random) };
}

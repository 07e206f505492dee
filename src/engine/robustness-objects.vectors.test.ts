/** Mutated tokens of every other form with their keys: no exception, and no content that nobody has sealed. */
import { expect, it } from 'vitest';
import { inspect } from './index.ts';
import { mutated, randomText } from './testing/mutate.ts';
import { OBJECT_FILES, ownObjectCases } from './testing/own-vectors.ts';
import { itemOf, type Random, randomFrom } from './testing/random.ts';
import type { InspectInput, Inspection } from './types.ts';

const SEED = 7516;
const COUNT = 6_000;

/** Deriving a key from a password is slow by design; a bomb is long and has rows of its own. */
const rows = OBJECT_FILES.flatMap(ownObjectCases).filter(({ id, input }) => {
  return !id.includes('pbes2') && input.text.length < 5_000;
});

it('answers 6,000 mutated tokens, and opens none to a content that nobody sealed', { timeout: 240_000 }, async () => {
  const random = randomFrom(SEED);
  const states: Record<string, number> = {};
  const wrong: unknown[] = [];
  for (let index = 0; index < COUNT; index += 1) {
    const { id, input } = itemOf(rows, random);
    const changed = withSomethingChanged(input, random);
    const seen = await answerOf(changed);
    const isWrong = typeof seen === 'string' || (isDone(seen) && !contentsOf(seen).every((each) => sealed.has(each)));
    if (isWrong) wrong.push({ index, id, changed, seen: typeof seen === 'string' ? seen : contentsOf(seen) });
    const state = typeof seen === 'string' ? 'exception' : seen.verdict.state;
    states[state] = (states[state] ?? 0) + 1;
  }
  expect(wrong.slice(0, 3)).toEqual([]);
  expect(Object.keys(states).sort()).toEqual([
    ...['decrypted', 'failed', 'malformed', 'unchecked', 'unsecured', 'unsupported', 'verified'],
  ]);
});

/**
 * What the rows hold unchanged, in any of their layers. Of all rows, since a change may mend a row that is broken: a
 * misspelt `unprotected` is a member like any other, and a header that clashed clashes no more.
 */
const sealed = new Set<string>();
for (const { input } of rows) for (const content of contentsOf(await inspect(input))) sealed.add(content);

function contentsOf(seen: Inspection): readonly string[] {
  return seen.layers.flatMap(({ payload }) => (payload ? [Buffer.from(payload.bytes).toString('hex')] : []));
}

function isDone({ verdict }: Inspection): boolean {
  return verdict.state === 'verified' || verdict.state === 'decrypted';
}

async function answerOf(input: InspectInput): Promise<Inspection | string> {
  try {
    return await inspect(input);
  } catch (error) {
    return String(error);
  }
}

/** Nearly always the token changed, sometimes a key or the content beside it too. */
function withSomethingChanged(input: InspectInput, random: Random): InspectInput {
  const { keys = [] } = input;
  return {
    ...input,
    text: random.below(10) === 0 ? input.text : mutated(input.text, random),
    keys: random.below(8) === 0 ? keys.map((key) => ({ ...key, text: mutated(key.text, random) })) : keys,
    ...(random.below(20) === 0 && { detachedPayload: randomText(random) }),
    ignoreKid: random.below(2) === 0,
  };
}

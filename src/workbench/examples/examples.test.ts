import { describe, expect, it } from 'vitest';
import { openText } from '../../engine/open.ts';
import { EXAMPLE_WORDS } from '../../words/examples.ts';
import { EXAMPLE_IDS } from './example.ts';
import data from './examples.json';
import { EXAMPLES } from './examples.ts';

describe('the examples', () => {
  it('are those that are offered, in that order, each with its words', () => {
    expect(data.map(({ id }) => id)).toEqual(EXAMPLE_IDS);
    expect(Object.keys(EXAMPLE_WORDS)).toEqual(EXAMPLE_IDS);
    expect(EXAMPLES.length).toBe(EXAMPLE_IDS.length);
  });

  it.each(EXAMPLES)('$id is one whole token', ({ id, token }) => {
    const { found, verdict } = openText(token);
    expect(found.map(({ text, complete }) => [text, complete])).toEqual([[token, true]]);
    expect(verdict?.code).toBe(id === 'unsecured' ? 'alg-none' : undefined);
  });
});

import { describe, expect, it } from 'vitest';
import { foundLine, foundTitle, noneYetLine, notFoundLine } from './secret-search.ts';

describe('the words of a search for a weak secret', () => {
  it.each([
    [{ reading: 'utf8', from: 'known', tried: 12 }, 'Found among the known secrets, at try 12.'],
    [{ reading: 'hex', from: 'list', tried: 1204 }, 'Found in your word list, read as hex, at try 1,204.'],
  ] as const)('tell where %j was found', (found, line) => {
    expect(foundLine(found)).toBe(line);
  });

  it.each([
    ['secret', 'The secret is “secret”: anyone can sign such a token'],
    ['', 'The secret is empty: anyone can sign such a token'],
  ])('name the secret %j', (secret, title) => {
    expect(foundTitle(secret)).toBe(title);
  });

  it('tell how many there were, and how fast it goes', () => {
    expect([notFoundLine(15000), noneYetLine(310_000.4), noneYetLine(undefined)]).toEqual([
      'No match among 15,000 secrets. That does not make it a strong one: it only is none of these.',
      'No match so far, 310,000 a second.',
      'No match so far.',
    ]);
  });
});

import { describe, expect, it } from 'vitest';
import { dropOldVersions } from './old-versions.ts';

const SCOPE = 'https://site.example/app/';
const OWN = `${SCOPE}assets/live-x.js`;
const name = (hash: string, scope = SCOPE) => `jwt-debugger-${hash}-precache-v2-${scope}`;

/** The names that are left of these, oldest first; those of `holding` hold the asking page's own file. */
async function left(names: readonly string[], holding: readonly string[] = []): Promise<readonly string[]> {
  const store = new Set(names);
  await dropOldVersions(
    {
      keys: async () => [...store],
      open: async (opened) => ({ match: async (url) => (holding.includes(opened) && url === OWN ? {} : undefined) }),
      delete: async (dropped) => store.delete(dropped),
    },
    SCOPE,
    OWN,
  );
  return [...store];
}

describe('of the versions that are kept', () => {
  it.each<[rule: string, before: string[], holding: string[], after: string[]]>([
    ['nothing is dropped where there are none', [], [], []],
    ['one and two stay', [name('a'), name('b')], [name('b')], [name('a'), name('b')]],
    ['older ones go', [name('a'), name('b'), name('c'), name('d')], [name('d')], [name('c'), name('d')]],
    [
      'the one in use stays, whatever its age',
      [name('a'), name('b'), name('c')],
      [name('a')],
      [name('a'), name('b'), name('c')],
    ],
    [
      'those of other pages of the site stay',
      [name('a', 'https://site.example/'), 'theirs', name('b'), name('c'), name('d')],
      [],
      [name('a', 'https://site.example/'), 'theirs', name('c'), name('d')],
    ],
  ])('%s', async (_, before, holding, after) => {
    expect(await left(before, holding)).toEqual(after);
  });
});

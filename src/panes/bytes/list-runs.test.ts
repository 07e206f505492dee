import { expect, test } from 'vitest';
import { runsOf } from './list-runs.ts';

test.each([
  ['aabBb', ['aab', 'B', 'b']],
  ['', []],
  // each digit alone
  ['a11b', ['a', '1', '1', 'b']],
])('the runs of %j', (text, runs) => {
  const look = (letter: string) =>
    /\d/.test(letter) ? undefined : letter === letter.toUpperCase() ? 'upper' : 'lower';
  expect(runsOf([...text], look).map(({ items }) => items.join(''))).toEqual(runs);
});

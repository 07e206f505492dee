// @ts-check
/** What came of the tests in a browser, said and written down for the count of CI. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';

/** @typedef {import('./visit-page.mjs').Outcome} Outcome */

/**
 * @param {string} name of the file among the results
 * @param {readonly Outcome[]} outcomes
 * @returns {boolean} whether nothing failed
 */
export function report(name, outcomes) {
  for (const outcome of outcomes) {
    console.log(`${outcome.name}: ${outcome.passed} passed, ${outcome.failures.length} failed`);
    for (const failure of outcome.failures) console.log(`  ${failure}`);
  }
  const passed = outcomes.reduce((sum, outcome) => sum + outcome.passed, 0);
  const failed = outcomes.reduce((sum, { failures }) => sum + failures.length, 0);
  const directory = resolve(import.meta.dirname, '../../.cache/results');
  mkdirSync(directory, { recursive: true });
  writeFileSync(resolve(directory, `${name}.json`), JSON.stringify({ passed, failed, outcomes }, null, 2));
  return failed === 0;
}

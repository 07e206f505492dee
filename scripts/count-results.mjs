// @ts-check
/** The closing line of .ci/run: how many tests passed and failed, from what the runners wrote. Takes their status. */
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

/**
 * @typedef {{ passed: number, failed: number }} Counts
 * @typedef {{ numPassedTests: number, numFailedTests: number, numFailedTestSuites: number }} VitestResults
 * @typedef {{ stats: { expected: number, unexpected: number, flaky: number }, errors: unknown[] }} PlaywrightResults
 */

/** @type {Readonly<Record<string, (json: string) => Counts>>} by runner, each from the JSON that it writes */
const READERS = {
  vitest(json) {
    /** @type {VitestResults} */
    const { numPassedTests, numFailedTests, numFailedTestSuites } = JSON.parse(json);
    // a file that cannot be loaded fails without a failing test
    return { passed: numPassedTests, failed: numFailedTests > 0 ? numFailedTests : numFailedTestSuites };
  },
  playwright(json) {
    /** @type {PlaywrightResults} */
    const { stats, errors } = JSON.parse(json);
    return { passed: stats.expected + stats.flaky, failed: stats.unexpected + errors.length };
  },
  firefox: readCounts,
  webkit: readCounts,
  hosts: readCounts,
};

/**
 * @param {string} json of a runner of our own
 * @returns {Counts}
 */
function readCounts(json) {
  /** @type {Counts} */
  const { passed, failed } = JSON.parse(json);
  return { passed, failed };
}

/**
 * Sums what the runners wrote. A runner that wrote nothing has crashed or was never reached: one failure.
 *
 * @param {string} directory with a file for each runner, as in vitest.json
 * @param {boolean} endedWell whether every command ended well; if not, at least one failure is counted
 * @returns {Counts & { notes: string[] }}
 */
export function countResults(directory, endedWell) {
  const notes = [];
  let passed = 0;
  let failed = 0;
  for (const [name, read] of Object.entries(READERS)) {
    const file = resolve(directory, `${name}.json`);
    const counts = existsSync(file) ? read(readFileSync(file, 'utf8')) : undefined;
    notes.push(counts ? `${name}: ${counts.passed} passed, ${counts.failed} failed` : `${name}: left no results`);
    passed += counts?.passed ?? 0;
    failed += counts?.failed ?? 1;
  }
  if (!endedWell && failed === 0) {
    notes.push('a step besides the tests failed: see above');
    failed = 1;
  }
  return { passed, failed, notes };
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const directory = resolve(import.meta.dirname, '../.cache/results');
  const { passed, failed, notes } = countResults(directory, process.argv[2] === '0');
  for (const note of notes) console.log(note);
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = failed === 0 ? 0 : 1;
}

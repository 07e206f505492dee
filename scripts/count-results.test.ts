import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { countResults } from './count-results.mjs';

let directory = '';
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'results-'));
});
afterEach(() => rmSync(directory, { recursive: true }));

const ALL = {
  vitest: { numPassedTests: 10, numFailedTests: 0, numFailedTestSuites: 0 },
  playwright: { stats: { expected: 5, unexpected: 0, flaky: 1 }, errors: [] },
  firefox: { passed: 3, failed: 0 },
  webkit: { passed: 2, failed: 0 },
  hosts: { passed: 1, failed: 0 },
};
const { webkit: _left, ...WITHOUT_WEBKIT } = ALL;

const ROWS = [
  ['everything passed', ALL, true, [22, 0]],
  ['another step failed', ALL, false, [22, 1]],
  ['a runner left no results', WITHOUT_WEBKIT, false, [20, 1]],
  ['nothing ran', {}, false, [0, 5]],
  [
    'a unit test failed',
    { ...ALL, vitest: { ...ALL.vitest, numFailedTests: 2, numFailedTestSuites: 1 } },
    false,
    [22, 2],
  ],
  ['a test file could not be loaded', { ...ALL, vitest: { ...ALL.vitest, numFailedTestSuites: 1 } }, false, [22, 1]],
  [
    'browsers failed',
    {
      ...ALL,
      playwright: { stats: { expected: 4, unexpected: 2, flaky: 0 }, errors: [{}] },
      firefox: { passed: 1, failed: 2 },
    },
    false,
    [18, 5],
  ],
] as const;

test.each(ROWS)('%s', (_name, results, endedWell, [passed, failed]) => {
  for (const [runner, written] of Object.entries(results)) {
    writeFileSync(join(directory, `${runner}.json`), JSON.stringify(written));
  }
  expect(countResults(directory, endedWell)).toMatchObject({ passed, failed });
});

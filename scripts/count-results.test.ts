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

const VITEST = { numPassedTests: 10, numFailedTests: 0, numFailedTestSuites: 0 };
const PLAYWRIGHT = { stats: { expected: 5, unexpected: 0, flaky: 1 }, errors: [] };
const FIREFOX = { passed: 3, failed: 0 };

const ROWS = [
  ['everything passed', { vitest: VITEST, playwright: PLAYWRIGHT, firefox: FIREFOX }, true, [19, 0]],
  ['another step failed', { vitest: VITEST, playwright: PLAYWRIGHT, firefox: FIREFOX }, false, [19, 1]],
  ['a runner left no results', { vitest: VITEST, playwright: PLAYWRIGHT }, false, [16, 1]],
  ['nothing ran', {}, false, [0, 3]],
  [
    'a unit test failed',
    { vitest: { ...VITEST, numFailedTests: 2, numFailedTestSuites: 1 }, playwright: PLAYWRIGHT, firefox: FIREFOX },
    false,
    [19, 2],
  ],
  [
    'a test file could not be loaded',
    { vitest: { ...VITEST, numFailedTestSuites: 1 }, playwright: PLAYWRIGHT, firefox: FIREFOX },
    false,
    [19, 1],
  ],
  [
    'browsers failed',
    {
      vitest: VITEST,
      playwright: { stats: { expected: 4, unexpected: 2, flaky: 0 }, errors: [{}] },
      firefox: { passed: 1, failed: 2 },
    },
    false,
    [15, 5],
  ],
] as const;

test.each(ROWS)('%s', (_name, results, endedWell, [passed, failed]) => {
  for (const [runner, written] of Object.entries(results)) {
    writeFileSync(join(directory, `${runner}.json`), JSON.stringify(written));
  }
  expect(countResults(directory, endedWell)).toMatchObject({ passed, failed });
});

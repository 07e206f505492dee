// @ts-check
/** The content policy in browsers that Playwright does not drive: normal use offends nothing, and attempts are refused. */
import { setTimeout as wait } from 'node:timers/promises';
import { ATTEMPTS, OUTSIDE } from './attempts.mjs';

/** @typedef {import('./main-job.mjs').Visitor} Visitor */

/** How long a report may take: it is told after the offence. */
const REPORT_MS = 5000;

/**
 * Begins to note the violations of the policy: to be called as soon as a page is there.
 *
 * @param {Visitor} visitor
 */
export async function watchPolicy(visitor) {
  await visitor.run(() => {
    if ('violations' in globalThis) return;
    /** @type {string[]} */
    const violations = [];
    Reflect.set(globalThis, 'violations', violations);
    document.addEventListener('securitypolicyviolation', (event) => {
      violations.push(`${event.effectiveDirective} ${event.blockedURI}`);
    });
  }, '');
}

/**
 * What was noted since it was last asked for.
 *
 * @param {Visitor} visitor
 * @returns {Promise<readonly string[]>} 'directive blocked-address'
 */
export async function takeViolations(visitor) {
  const text = await visitor.run(() => {
    const violations = Reflect.get(globalThis, 'violations');
    return JSON.stringify(violations.splice(0));
  }, '');
  return JSON.parse(text);
}

/**
 * Tries everything that the policy forbids.
 *
 * @param {Visitor} visitor on a page that is watched
 * @returns {Promise<{ passed: number, failures: string[] }>}
 */
export async function tryPolicy(visitor) {
  const failures = [];
  let passed = 0;
  for (const { what, directive, attempt } of ATTEMPTS) {
    // where the browser refuses by an exception, the report tells which directive it was
    await visitor.run(attempt, `${OUTSIDE}/x`).catch(() => undefined);
    const reports = await reportsOf(visitor, directive);
    if (reports.some((report) => report.startsWith(`${directive} `))) passed += 1;
    else failures.push(`${what} should be refused by ${directive}; reported: ${reports.join(', ') || 'nothing'}`);
  }
  return { passed, failures };
}

/**
 * @param {Visitor} visitor
 * @param {string} directive
 * @returns {Promise<string[]>} all that is reported until the directive is named, or until the time is over
 */
async function reportsOf(visitor, directive) {
  const end = Date.now() + REPORT_MS;
  /** @type {string[]} */
  const reports = [];
  while (Date.now() < end && !reports.some((report) => report.startsWith(`${directive} `))) {
    reports.push(...(await takeViolations(visitor)));
    await wait(20);
  }
  return reports;
}

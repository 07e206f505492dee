// @ts-check
/** The built page, visited: the main job, then what the policy forbids. */
import { doMainJob } from './main-job.mjs';
import { takeViolations, tryPolicy } from './policy.mjs';

/**
 * @typedef {import('./main-job.mjs').Visitor} Visitor
 * @typedef {{ name: string, passed: number, failures: string[] }} Outcome
 */

/**
 * @param {Visitor} visitor whose `open` calls `watchPolicy` as soon as the page is there
 * @param {() => Promise<readonly string[]>} takeTroubles what else went wrong: exceptions, errors, requests to elsewhere
 * @returns {Promise<readonly Outcome[]>}
 */
export async function visitPage(visitor, takeTroubles) {
  const job = await attempt('the main job', () => doMainJob(visitor));
  const quiet = await attempt('normal use offends nothing', async () => {
    const failures = [...(await takeTroubles()), ...(await takeViolations(visitor)).map((one) => `policy: ${one}`)];
    return { passed: failures.length === 0 ? 1 : 0, failures };
  });
  const policy = await attempt('the policy', async () => {
    await visitor.open('');
    return tryPolicy(visitor);
  });
  return [job, quiet, policy];
}

/**
 * @param {string} name
 * @param {() => Promise<{ passed: number, failures: string[] }>} run
 * @returns {Promise<Outcome>} an exception is a failure
 */
export async function attempt(name, run) {
  try {
    return { name, ...(await run()) };
  } catch (error) {
    return { name, passed: 0, failures: [String(error)] };
  }
}

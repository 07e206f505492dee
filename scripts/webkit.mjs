// @ts-check
/** npm run test:webkit: the main job and the content policy of the built page, in WebKitGTK over WebDriver. */
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { watchPolicy } from './browsers/policy.mjs';
import { report } from './browsers/report.mjs';
import { visitPage } from './browsers/visit-page.mjs';
import { openInWebKit } from './browsers/webkit-session.mjs';
import { createPageServer } from './page-server.mjs';

const directory = resolve(import.meta.dirname, '../dist');
if (!existsSync(resolve(directory, 'index.html'))) {
  console.error('There is no built page: run "npm run build".');
  process.exit(1);
}
const server = createPageServer({ directory }).listen(0, '127.0.0.1');
await once(server, 'listening');
const bound = server.address();
if (bound === null || typeof bound === 'string') throw new Error('The server listens on no port.');
const address = `http://127.0.0.1:${bound.port}/`;

const page = await openInWebKit('about:blank');
console.log(`WebKitGTK ${page.version}`);
/** @type {import('./browsers/main-job.mjs').Visitor} */
const visitor = {
  async open(hash) {
    await page.open('about:blank');
    await page.open(address + hash);
    await watchPolicy(visitor);
  },
  async run(work, given) {
    const answer = JSON.parse(await page.run(`(${runInPage})(${work}, ...arguments)`, given));
    if ('error' in answer) throw new Error(answer.error);
    return answer.value;
  },
  chord: page.chord,
};
const outcomes = await visitPage(visitor, async () => []);
await page.close();
server.close();
server.closeAllConnections();
process.exit(report('webkit', outcomes) ? 0 : 1);

/**
 * Runs in the page and stands alone for that.
 *
 * @param {(given: string) => unknown} work
 * @param {string} given
 * @param {(answer: string) => void} done takes { value } or { error }, as JSON
 */
async function runInPage(work, given, done) {
  try {
    done(JSON.stringify({ value: await work(given) }));
  } catch (error) {
    done(JSON.stringify({ error: String(error) }));
  }
}

// @ts-check
/**
 * npm run runtimes: who does each algorithm, WebCrypto or JavaScript, in each browser that is there. One good token of
 * the project's own vectors for each algorithm goes through the engine; the answer's `by` is what is printed.
 */
import { once } from 'node:events';
import { chromium } from '@playwright/test';
import puppeteer from 'puppeteer-core';
import { openInWebKit } from './browsers/webkit-session.mjs';
import { CHROMIUM_FLAGS, findChromium, findFirefox } from './find-browser.mjs';
import { createVectorServer, readRuntimeSamples } from './vector-page.mjs';

/**
 * @typedef {import('../src/engine/testing/runtime-samples.ts').RuntimeSample} RuntimeSample
 * @typedef {import('../src/engine/types.ts').InspectInput} InspectInput
 * @typedef {import('../src/engine/types.ts').Verdict} Verdict
 * @typedef {{ version: string, verdicts: readonly Verdict[] }} Answer
 */

const { server, directory } = await createVectorServer('runtimes');
const samples = await readRuntimeSamples(directory);
server.listen(0, '127.0.0.1');
await once(server, 'listening');
const bound = server.address();
if (bound === null || typeof bound === 'string') throw new Error('The server listens on no port.');
const address = `http://127.0.0.1:${bound.port}/`;
const inputs = JSON.stringify(samples.map(({ input }) => input));

const answers = [
  await attempt('Chromium', askChromium),
  await attempt('Firefox', askFirefox),
  await attempt('WebKitGTK', askWebKit),
].filter((answer) => answer !== undefined);
server.close();
server.closeAllConnections();
if (answers.length > 0) printAnswers(samples, answers);
process.exit(answers.length > 0 ? 0 : 1);

/** @returns {Promise<Answer>} */
async function askChromium() {
  const browser = await chromium.launch({ executablePath: findChromium(), args: CHROMIUM_FLAGS });
  try {
    const page = await browser.newPage();
    await page.goto(address);
    await page.waitForFunction(() => 'engineVerdict' in globalThis);
    return { version: `Chromium ${browser.version()}`, verdicts: JSON.parse(await page.evaluate(verdictsOf, inputs)) };
  } finally {
    await browser.close();
  }
}

/** @returns {Promise<Answer>} */
async function askFirefox() {
  const browser = await puppeteer.launch({ browser: 'firefox', executablePath: findFirefox(), headless: true });
  try {
    const page = await browser.newPage();
    await page.goto(address);
    await page.waitForFunction('"engineVerdict" in globalThis');
    const version = (await browser.version()).replace(/^firefox\//i, 'Firefox ');
    return { version, verdicts: JSON.parse(await page.evaluate(verdictsOf, inputs)) };
  } finally {
    await browser.close();
  }
}

/** @returns {Promise<Answer>} */
async function askWebKit() {
  const page = await openInWebKit(address);
  try {
    const answer = JSON.parse(await page.run(`(${runInWebKit})(${verdictsOf}, ...arguments)`, inputs));
    if ('error' in answer) throw new Error(answer.error);
    return { version: `WebKitGTK ${page.version}`, verdicts: JSON.parse(answer.text) };
  } finally {
    await page.close();
  }
}

/**
 * Runs in the page and stands alone, as `verdictsOf` does. The driver waits for the page and not for its modules.
 *
 * @param {(inputs: string) => Promise<string>} ask
 * @param {string} inputs
 * @param {(answer: string) => void} done takes { text } or { error }, as JSON
 */
function runInWebKit(ask, inputs, done) {
  if (!('engineVerdict' in globalThis)) return void setTimeout(runInWebKit, 50, ask, inputs, done);
  ask(inputs)
    .then((text) => ({ text }))
    .catch((error) => ({ error: String(error) }))
    .then((answer) => done(JSON.stringify(answer)));
}

/**
 * Runs in the page and stands alone for that.
 *
 * @param {string} inputs InspectInputs, as JSON
 * @returns {Promise<string>} their verdicts, as JSON
 */
async function verdictsOf(inputs) {
  const verdicts = [];
  for (const input of JSON.parse(inputs)) verdicts.push(await globalThis.engineVerdict(input));
  return JSON.stringify(verdicts);
}

/**
 * @param {string} name
 * @param {() => Promise<Answer>} ask
 * @returns {Promise<Answer | undefined>} undefined, with a sentence said, where the browser cannot be asked
 */
async function attempt(name, ask) {
  try {
    return await ask();
  } catch (error) {
    console.log(`${name} is left out. ${error instanceof Error ? error.message : error}`);
    return undefined;
  }
}

/**
 * A table in Markdown, so that it can stand in a text as it is printed.
 *
 * @param {readonly RuntimeSample[]} samples
 * @param {readonly Answer[]} answers
 */
function printAnswers(samples, answers) {
  const lines = [
    ['algorithm', 'for', ...answers.map(({ version }) => version)],
    ['---', '---', ...answers.map(() => '---')],
    ...samples.map(({ name, group }, at) => [name, group, ...answers.map(({ verdicts }) => doerOf(verdicts[at]))]),
  ];
  for (const cells of lines) console.log(`| ${cells.join(' | ')} |`);
}

/**
 * @param {Verdict | undefined} verdict
 * @returns {string}
 */
function doerOf(verdict) {
  if (verdict === undefined) return 'not asked';
  if ('by' in verdict) return verdict.by === 'webcrypto' ? 'WebCrypto' : 'JavaScript';
  return `not (${verdict.code})`;
}

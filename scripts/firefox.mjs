// @ts-check
/** npm run test:firefox: the engine's vectors and an errand through the built page, in Firefox over WebDriver BiDi. */
import { createHmac } from 'node:crypto';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import puppeteer from 'puppeteer-core';
import { findFirefox } from './find-browser.mjs';
import { createPageServer } from './page-server.mjs';
import { createVectorServer, readEveryCase } from './vector-page.mjs';

/**
 * @typedef {import('puppeteer-core').Browser} Browser
 * @typedef {import('puppeteer-core').Page} Page
 * @typedef {{ name: string, passed: number, failures: string[] }} Outcome
 */

const root = resolve(import.meta.dirname, '..');
const RESULTS = resolve(root, '.cache/results/firefox.json');
const VECTORS_MS = 300_000;
const ANSWER_MS = 20_000;

const browser = await puppeteer.launch({ browser: 'firefox', executablePath: findFirefox(), headless: true });
/** @type {Outcome[]} */
const outcomes = [];
try {
  console.log(await browser.version());
  for (const outcome of [...(await runVectors(browser)), await attempt('the built page', () => runErrand(browser))]) {
    outcomes.push(outcome);
    console.log(`${outcome.name}: ${outcome.passed} passed, ${outcome.failures.length} failed`);
    for (const failure of outcome.failures) console.log(`  ${failure}`);
  }
} finally {
  await browser.close();
}
const failed = outcomes.reduce((sum, { failures }) => sum + failures.length, 0);
mkdirSync(dirname(RESULTS), { recursive: true });
writeFileSync(
  RESULTS,
  JSON.stringify({ passed: outcomes.reduce((sum, { passed }) => sum + passed, 0), failed, outcomes }, null, 2),
);
process.exit(failed === 0 ? 0 : 1);

/**
 * @param {Browser} browser
 * @returns {Promise<Outcome[]>}
 */
async function runVectors(browser) {
  const { server, directory } = await createVectorServer('vectors-firefox');
  const { own, shared } = await readEveryCase(directory);
  if (shared === undefined) console.log('public vectors: skipped, they do not lie beside the project');
  const address = await listen(server);
  const sets = [{ name: 'own vectors', cases: own }, ...(shared ? [{ name: 'public vectors', cases: shared }] : [])];
  const done = [];
  for (const { name, cases } of sets) {
    done.push(
      await attempt(name, async () => {
        const page = await browser.newPage();
        page.setDefaultTimeout(VECTORS_MS);
        await page.goto(address);
        await page.waitForFunction('"runEngineVectors" in globalThis');
        const results = await page.evaluate(
          async (text) => JSON.stringify(await globalThis.runEngineVectors(JSON.parse(text))),
          JSON.stringify(cases),
        );
        await page.close();
        /** @type {import('../src/engine/testing/run-vectors.ts').VectorResults} */
        const { passed, failed } = JSON.parse(results);
        return { passed, failures: failed.map((one) => `${one.id}: expected ${one.expected}, got ${one.got}`) };
      }),
    );
  }
  close(server);
  return done;
}

/**
 * Pastes a token and its secret into the built page, edits the payload, and looks at the verdicts.
 *
 * @param {Browser} browser
 * @returns {Promise<{ passed: number, failures: string[] }>}
 */
async function runErrand(browser) {
  const directory = resolve(root, 'dist');
  if (!existsSync(resolve(directory, 'index.html'))) throw new Error('There is no built page: run "npm run build".');
  const server = createPageServer({ directory });
  const address = await listen(server);
  const page = await browser.newPage();
  page.setDefaultTimeout(ANSWER_MS);
  /** @type {string[]} */
  const troubles = [];
  page.on('pageerror', (error) => troubles.push(`exception: ${error instanceof Error ? error.message : error}`));
  page.on('console', (message) => {
    if (message.type() === 'error') troubles.push(`console: ${message.text()}`);
  });
  page.on('request', (request) => {
    const { origin, protocol } = new URL(request.url());
    if (origin !== address && protocol !== 'data:') troubles.push(`request to ${origin}`);
  });
  await page.evaluateOnNewDocument(() => {
    /** @type {string[]} */
    const violations = [];
    Reflect.set(globalThis, 'violations', violations);
    document.addEventListener('securitypolicyviolation', (event) => {
      violations.push(`policy: ${event.effectiveDirective} ${event.blockedURI}`);
    });
  });

  const secret = 'a secret of forty letters for the tests.';
  const token = hs256('{"sub":"firefox"}', secret);
  await page.goto(`${address}/`, { waitUntil: 'networkidle0' });
  await put(page, 'Encoded token', token);
  await waitForVerdict(page, 'key-missing');
  await put(page, 'Key', secret);
  await waitForVerdict(page, 'signature-match');
  await put(page, 'Key', 'some other secret');
  await waitForVerdict(page, 'signature-mismatch');
  await put(page, 'Key', secret);
  await waitForVerdict(page, 'signature-match');
  await put(page, 'Payload', '{"sub":"edited"}');
  await waitForVerdict(page, 'signed-here');
  const violations = await page.evaluate(() => /** @type {string[]} */ (Reflect.get(globalThis, 'violations')));
  await page.close();
  close(server);
  return { passed: 5, failures: [...troubles, ...violations] };
}

/**
 * Focuses a box by its accessible name, selects what is in it and pastes from the clipboard.
 *
 * @param {Page} page
 * @param {string} name
 * @param {string} text
 */
async function put(page, name, text) {
  const scratch = await page.evaluateHandle((value) => {
    const field = document.createElement('textarea');
    field.value = value;
    document.body.append(field);
    field.select();
    return field;
  }, text);
  await chord(page, 'x');
  await scratch.evaluate((field) => field.remove());
  const box = await page.waitForSelector(`::-p-aria([name="${name}"][role="textbox"])`);
  await box?.focus();
  await chord(page, 'a');
  await chord(page, 'v');
}

/**
 * @param {Page} page
 * @param {'a' | 'v' | 'x'} key
 */
async function chord(page, key) {
  await page.keyboard.down('Control');
  await page.keyboard.press(key);
  await page.keyboard.up('Control');
}

/**
 * @param {Page} page
 * @param {string} code
 */
async function waitForVerdict(page, code) {
  try {
    await page.waitForSelector(`section[aria-label="Verdict"][data-code="${code}"][aria-busy="false"]`);
  } catch {
    const seen = await page.$eval('section[aria-label="Verdict"]', (bar) => bar.getAttribute('data-code'));
    throw new Error(`the verdict should be ${code} and is ${seen}`);
  }
}

/**
 * @param {string} payload
 * @param {string} secret
 * @returns {string} a compact JWS
 */
function hs256(payload, secret) {
  const input = ['{"alg":"HS256","typ":"JWT"}', payload]
    .map((part) => Buffer.from(part).toString('base64url'))
    .join('.');
  return `${input}.${createHmac('sha256', secret).update(input).digest('base64url')}`;
}

/**
 * @param {string} name
 * @param {() => Promise<{ passed: number, failures: string[] }>} run
 * @returns {Promise<Outcome>} an exception is a failure
 */
async function attempt(name, run) {
  try {
    return { name, ...(await run()) };
  } catch (error) {
    return { name, passed: 0, failures: [String(error)] };
  }
}

/**
 * @param {import('node:http').Server} server
 * @returns {Promise<string>} its address, a secure context
 */
async function listen(server) {
  await new Promise((done) => server.listen(0, '127.0.0.1', () => done(undefined)));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server listens on no port.');
  return `http://127.0.0.1:${address.port}`;
}

/** @param {import('node:http').Server} server */
function close(server) {
  server.close();
  server.closeAllConnections();
}

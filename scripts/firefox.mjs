// @ts-check
/** npm run test:firefox: the engine's vectors, the main job and the content policy of the built page, in Firefox over WebDriver BiDi. */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import puppeteer from 'puppeteer-core';
import { watchPolicy } from './browsers/policy.mjs';
import { report } from './browsers/report.mjs';
import { attempt, visitPage } from './browsers/visit-page.mjs';
import { findFirefox } from './find-browser.mjs';
import { createPageServer } from './page-server.mjs';
import { createVectorServer, readEveryCase } from './vector-page.mjs';

/**
 * @typedef {import('puppeteer-core').Browser} Browser
 * @typedef {import('./browsers/main-job.mjs').Visitor} Visitor
 * @typedef {import('./browsers/visit-page.mjs').Outcome} Outcome
 */

const root = resolve(import.meta.dirname, '..');
const VECTORS_MS = 300_000;

const browser = await puppeteer.launch({ browser: 'firefox', executablePath: findFirefox(), headless: true });
/** @type {Outcome[]} */
const outcomes = [];
try {
  console.log(await browser.version());
  outcomes.push(...(await runVectors(browser)), ...(await runVisit(browser)));
} finally {
  await browser.close();
}
process.exit(report('firefox', outcomes) ? 0 : 1);

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
 * @param {Browser} browser
 * @returns {Promise<readonly Outcome[]>}
 */
async function runVisit(browser) {
  const directory = resolve(root, 'dist');
  if (!existsSync(resolve(directory, 'index.html'))) throw new Error('There is no built page: run "npm run build".');
  const server = createPageServer({ directory });
  const address = await listen(server);
  const page = await browser.newPage();
  /** @type {string[]} */
  const troubles = [];
  page.on('pageerror', (error) => troubles.push(`exception: ${error instanceof Error ? error.message : error}`));
  page.on('console', (message) => {
    if (message.type() === 'error') troubles.push(`console: ${message.text()}`);
  });
  page.on('request', (request) => {
    const { origin, protocol } = new URL(request.url());
    if (origin !== address && protocol.startsWith('http')) troubles.push(`request to ${origin}`);
  });
  /** @type {Visitor} */
  const visitor = {
    async open(hash) {
      // where only what follows # changes, nothing is opened anew
      await page.goto('about:blank');
      await page.goto(`${address}/${hash}`, { waitUntil: 'domcontentloaded' });
      await watchPolicy(visitor);
    },
    run: (work, given) => page.evaluate(work, given),
    async chord(letter) {
      await page.keyboard.down('Control');
      await page.keyboard.press(letter);
      await page.keyboard.up('Control');
    },
  };
  const outcomes = await visitPage(visitor, async () => troubles.splice(0));
  await page.close();
  close(server);
  return outcomes;
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

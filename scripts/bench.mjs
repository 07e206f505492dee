// @ts-check
/** npm run bench: the built page in Chromium, served with gzip -9. Prints tables, writes bench-results/*.json. */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { resolve } from 'node:path';
import { chromium } from '@playwright/test';
import { measureFirstLoads } from './bench/first-load.mjs';
import { measureInput } from './bench/input.mjs';
import { measureMeaning } from './bench/meaning.mjs';
import { printTable } from './bench/numbers.mjs';
import { CHROMIUM_FLAGS, findChromium } from './find-browser.mjs';
import { createPageServer } from './page-server.mjs';

const root = resolve(import.meta.dirname, '..');
const directory = resolve(root, 'dist');
const rounds = Number(process.env.BENCH_ROUNDS ?? 9);

if (!existsSync(resolve(directory, 'index.html'))) {
  console.error('There is no built page. Run "npm run build" first.');
  process.exit(1);
}
const server = createPageServer({ directory, codings: ['gzip', 'identity'] });
await new Promise((done) => server.listen(0, '127.0.0.1', () => done(undefined)));
const bound = server.address();
if (bound === null || typeof bound === 'string') throw new Error('The server listens on no port.');
const address = `http://127.0.0.1:${bound.port}/`;

const browser = await chromium.launch({ executablePath: findChromium(), args: CHROMIUM_FLAGS });
try {
  const date = new Date().toISOString();
  const firstLoads = await measureFirstLoads(browser, address, rounds);
  printTable(
    'First visit with a token in the address (median / p95)',
    ['network', 'decoded ms', 'first paint ms', 'KB before', 'of fonts besides'],
    firstLoads.map((row) => [
      row.network,
      both(row.decodedMs),
      both(row.firstPaintMs),
      row.kilobytes.median,
      row.fontKilobytes.median,
    ]),
  );
  const input = await measureInput(browser, address, rounds);
  printTable(
    'In use, Monaco in all panes (median / p95)',
    ['token', 'paste to decoded ms', 'key in token ms', 'key in payload ms', 'panes followed', 'nodes'],
    input.map((row) => [
      row.size,
      both(row.pasteMs),
      both(row.keyInTokenMs),
      both(row.keyInPayloadMs),
      row.followed,
      row.nodes,
    ]),
  );
  const meaning = await measureMeaning(browser, address, rounds * 2);
  printTable(
    'Claims, kind, checks and findings: main thread per edit of the payload (median / p95)',
    ['token', 'with ms', 'without ms', 'they add ms'],
    [[meaning.size, both(meaning.withMs), both(meaning.withoutMs), meaning.addsMs]],
  );
  const machine = {
    browser: browser.version(),
    processors: cpus().length,
    model: cpus()[0]?.model,
    node: process.version,
  };
  mkdirSync(resolve(root, 'bench-results'), { recursive: true });
  const file = resolve(root, 'bench-results', `${date.replaceAll(':', '-')}.json`);
  writeFileSync(file, `${JSON.stringify({ date, machine, rounds, firstLoads, input, meaning }, null, 2)}\n`);
  console.log(`\nWritten: ${file}`);
} finally {
  await browser.close();
  server.close();
  server.closeAllConnections();
}

/** @param {{ median: number, p95: number }} figures */
function both({ median, p95 }) {
  return `${median} / ${p95}`;
}

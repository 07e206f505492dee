// @ts-check
/**
 * npm run test:hosts: the built page behind nginx, Apache and Caddy, with the files of deploy/, at the root and under a
 * path: headers, bytes, compression, caching, and a token verified in Chromium.
 */
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, resolve, sep } from 'node:path';
import { chromium } from '@playwright/test';
import { report } from './browsers/report.mjs';
import { attempt } from './browsers/visit-page.mjs';
import { CHROMIUM_FLAGS, findChromium, isRoot } from './find-browser.mjs';
import { CHECKS } from './hosts/checks.mjs';
import { SERVERS, startServer } from './hosts/servers.mjs';
import { verifyInPage } from './hosts/verify-in-page.mjs';

const dist = resolve(import.meta.dirname, '../dist');
if (!existsSync(join(dist, 'index.html'))) {
  console.error('There is no built page: run "npm run build".');
  process.exit(1);
}
/** What a host is asked for: files whose names begin with a dot or an underline are for the host alone. */
const files = new Map(
  readdirSync(dist, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => /** @type {const} */ ([relative(dist, path).split(sep).join('/'), readFileSync(path)]))
    .filter(([path]) => !/(^|\/)[._]/.test(path)),
);
const SUB_PATH = 'tools/jwt/';

const folder = mkdtempSync(join(tmpdir(), 'hosts-'));
const browser = await chromium.launch({ executablePath: findChromium(), args: CHROMIUM_FLAGS });
/** @type {import('./browsers/visit-page.mjs').Outcome[]} */
const outcomes = [];
try {
  // the page, and the page once more below a path of the same site
  const site = join(folder, 'site');
  cpSync(dist, site, { recursive: true });
  cpSync(dist, join(site, SUB_PATH), { recursive: true });
  chmodSync(folder, 0o755);
  for (const name of Object.keys(SERVERS)) outcomes.push(await attempt(name, () => tryHost(name, site)));
} finally {
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
}
process.exit(report('hosts', outcomes) ? 0 : 1);

/**
 * @param {string} name
 * @param {string} site
 */
async function tryHost(name, site) {
  const own = join(folder, name.replaceAll(' ', '-'));
  mkdirSync(own);
  if (isRoot) chownSync(own, 65_534, 65_534);
  const server = await startServer(name, { folder: own, site });
  let passed = 0;
  const failures = [];
  try {
    for (const path of ['', SUB_PATH]) {
      const base = `${server.origin}/${path}`;
      /** @type {Readonly<Record<string, import('./hosts/checks.mjs').Check>>} */
      const checks = { ...CHECKS, 'a token is verified in the page': () => verifyInPage(browser, base) };
      for (const [what, check] of Object.entries(checks)) {
        const wrong = await check({ base, built: { files } });
        if (wrong.length === 0) passed += 1;
        else failures.push(`/${path}: ${what}: ${wrong.slice(0, 5).join('; ')}`);
      }
    }
  } finally {
    await server.stop();
  }
  return { passed, failures };
}

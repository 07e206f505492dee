// @ts-check
/**
 * npm run measure: the built page behind nginx, three times on each of Lighthouse's presets; prints the medians and writes
 * the reports that they are from. `--url` names another page; CHROME_PATH another Chromium or Chrome than the one found.
 */
import { chmodSync, cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { launch } from 'chrome-launcher';
import lighthouse, { desktopConfig } from 'lighthouse';
import { startServer } from '../../scripts/hosts/servers.mjs';

const RUNS = 3;
/** What the page promises, in hundredths. */
const AIMS = {
  mobile: { performance: 97, accessibility: 100, 'best-practices': 100, seo: 100 },
  desktop: { performance: 100, accessibility: 100, 'best-practices': 100, seo: 100 },
};
const FLAGS = [
  '--headless=new',
  '--disable-gpu',
  '--disable-quic',
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
];

/** The name by which Lighthouse loads it. */
const ROBOTS_TXT = resolve(import.meta.dirname, 'robots-txt-from-outside.mjs');

const { values } = parseArgs({ options: { url: { type: 'string' } } });
const server = values.url === undefined ? await behindNginx() : undefined;
const url = values.url ?? `${server?.origin}/`;

const results = resolve(import.meta.dirname, 'results');
mkdirSync(results, { recursive: true });
let missed = 0;
for (const preset of /** @type {const} */ (['mobile', 'desktop'])) {
  const runs = [];
  for (let run = 0; run < RUNS; run += 1) runs.push(await measure(url, preset));
  for (const [id, aim] of Object.entries(AIMS[preset])) {
    const scored = runs.map((report) => ({ report, score: Math.round((report.categories[id]?.score ?? 0) * 100) }));
    const median = scored.sort((a, b) => a.score - b.score)[Math.floor(RUNS / 2)];
    if (median === undefined) continue;
    const list = scored.map(({ score }) => score).join(', ');
    console.log(`${preset} ${id}: ${median.score} (of ${list}; aim ${aim})`);
    if (median.score < 100) for (const line of shortcomings(median.report, id)) console.log(`  ${line}`);
    if (median.score < aim) missed += 1;
    writeFileSync(resolve(results, `${preset}-${id}.json`), JSON.stringify(median.report));
  }
}
await server?.stop();
process.exit(missed === 0 ? 0 : 1);

/** @returns {Promise<import('../../scripts/hosts/servers.mjs').RunningServer>} */
async function behindNginx() {
  const folder = mkdtempSync(join(tmpdir(), 'lighthouse-'));
  // the server has no rights of its own, so what it reads and where it writes must be open to it
  chmodSync(folder, 0o755);
  const site = join(folder, 'site');
  const own = join(folder, 'nginx');
  cpSync(resolve(import.meta.dirname, '../../dist'), site, { recursive: true });
  mkdirSync(own);
  chmodSync(own, 0o777);
  const running = await startServer('nginx', { folder: own, site });
  return {
    origin: running.origin,
    async stop() {
      await running.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/**
 * One visit in a browser of its own, so that none finds what another has kept.
 *
 * @param {string} url
 * @param {'mobile' | 'desktop'} preset
 * @returns {Promise<import('lighthouse').Result>}
 */
async function measure(url, preset) {
  const browser = await launch({ chromeFlags: FLAGS });
  try {
    const base = preset === 'desktop' ? desktopConfig : { extends: 'lighthouse:default' };
    const config = { ...base, artifacts: [{ id: 'RobotsTxt', gatherer: ROBOTS_TXT }] };
    const onlyCategories = Object.keys(AIMS[preset]);
    const outcome = await lighthouse(url, { port: browser.port, onlyCategories, logLevel: 'error' }, config);
    if (outcome === undefined) throw new Error('Lighthouse answered nothing.');
    return outcome.lhr;
  } finally {
    browser.kill();
  }
}

/**
 * @param {import('lighthouse').Result} report
 * @param {string} category
 * @returns {readonly string[]} what kept a category from its 100
 */
function shortcomings(report, category) {
  const audits = report.categories[category]?.auditRefs.filter(({ weight }) => weight > 0) ?? [];
  return audits.flatMap(({ id }) => {
    const audit = report.audits[id];
    if (audit?.score === undefined || audit.score === null || audit.score >= 1) return [];
    return [`${id}: ${Math.round(audit.score * 100)} ${audit.displayValue ?? audit.explanation ?? ''}`];
  });
}

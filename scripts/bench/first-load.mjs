// @ts-check
/** A first visit with a token in the address: when its payload can be read, and what had come by then. */
import { round, summary } from './numbers.mjs';
import { tokenOf } from './tokens.mjs';

/** @typedef {import('@playwright/test').Browser} Browser */

const NETWORKS = [
  { name: 'local', bitsPerSecond: 0, latencyMs: 0, slowdown: 1 },
  { name: '9 Mbit/s, 60 ms', bitsPerSecond: 9_000_000, latencyMs: 60, slowdown: 1 },
  { name: '1.6 Mbit/s, 150 ms, CPU 4x slower', bitsPerSecond: 1_600_000, latencyMs: 150, slowdown: 4 },
];
const MARK = 'seen-by-the-reader';
/**
 * A new window of Chromium first loads pages of its own (the popup of its address bar, some 90 files), and for a second
 * they take time from the page under test.
 */
const BROWSER_SETTLES_MS = 1500;

/**
 * @param {Browser} browser
 * @param {string} address
 * @param {number} rounds
 */
export async function measureFirstLoads(browser, address, rounds) {
  const results = [];
  for (const network of NETWORKS) {
    const loads = [];
    for (let round = 0; round < rounds; round += 1) loads.push(await firstLoad(browser, address, network));
    results.push({
      network: network.name,
      decodedMs: summary(loads.map(({ decodedMs }) => decodedMs)),
      firstPaintMs: summary(loads.map(({ firstPaintMs }) => firstPaintMs)),
      kilobytes: summary(loads.map(({ kilobytes }) => kilobytes)),
      fontKilobytes: summary(loads.map(({ fontKilobytes }) => fontKilobytes)),
    });
  }
  return results;
}

/**
 * @param {Browser} browser
 * @param {string} address
 * @param {(typeof NETWORKS)[number]} network
 */
async function firstLoad(browser, address, network) {
  // a context of its own has an empty cache
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  await page.waitForTimeout(BROWSER_SETTLES_MS);
  const devtools = await context.newCDPSession(page);
  await devtools.send('Network.enable');
  if (network.bitsPerSecond > 0) {
    const throughput = network.bitsPerSecond / 8;
    await devtools.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: network.latencyMs,
      downloadThroughput: throughput,
      uploadThroughput: throughput,
    });
  }
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: network.slowdown });
  const arrived = collectArrivals(devtools);
  await page.addInitScript(noteWhenSeen, MARK);
  await page.goto(`${address}#token=${tokenOf(300, MARK)}`, { waitUntil: 'commit' });
  const seen = await page.waitForFunction(() => Reflect.get(globalThis, 'seen'), undefined, { timeout: 60_000 });
  const { decodedMs, firstPaintMs, wallMs } = /** @type {Seen} */ (await seen.jsonValue());
  const before = arrived.filter(({ atMs }) => atMs <= wallMs);
  await context.close();
  const kilobytesOf = (/** @type {boolean} */ fonts) =>
    round(before.filter(({ font }) => font === fonts).reduce((sum, { bytes }) => sum + bytes, 0) / 1024);
  return { decodedMs, firstPaintMs, kilobytes: kilobytesOf(false), fontKilobytes: kilobytesOf(true) };
}

/** @typedef {{ decodedMs: number, firstPaintMs: number, wallMs: number }} Seen */

/**
 * Runs in the page: looks in every frame whether the payload has been drawn.
 *
 * @param {string} mark
 */
function noteWhenSeen(mark) {
  const look = () => {
    const fields = [...document.querySelectorAll('textarea')];
    const drawn = document.body?.textContent?.includes(mark) || fields.some((field) => field.value.includes(mark));
    if (!drawn) return requestAnimationFrame(look);
    const paint = performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? performance.now();
    const seen = { decodedMs: performance.now(), firstPaintMs: paint, wallMs: Date.now() };
    return Reflect.set(globalThis, 'seen', seen);
  };
  requestAnimationFrame(look);
}

/** @param {import('@playwright/test').CDPSession} devtools */
function collectArrivals(devtools) {
  /** @type {Map<string, { font: boolean, startWall: number, startTime: number }>} */
  const asked = new Map();
  /** @type {{ atMs: number, bytes: number, font: boolean }[]} */
  const arrived = [];
  devtools.on('Network.requestWillBeSent', ({ requestId, type, wallTime, timestamp }) => {
    asked.set(requestId, { font: type === 'Font', startWall: wallTime, startTime: timestamp });
  });
  devtools.on('Network.loadingFinished', ({ requestId, timestamp, encodedDataLength }) => {
    const request = asked.get(requestId);
    if (request === undefined) return;
    const atMs = (request.startWall + timestamp - request.startTime) * 1000;
    arrived.push({ atMs, bytes: encodedDataLength, font: request.font });
  });
  return arrived;
}

// @ts-check
/** What claims, kind, checks and findings add to the main thread's work of an edit. */
import { settle, startKeys, typeKey } from './input.mjs';
import { round, summary } from './numbers.mjs';
import { SECRET, tokenOf } from './tokens.mjs';

/** @typedef {import('@playwright/test').Page} Page */

/** Long enough for the engine to tell what the token means, and for the page to draw it. */
const REST_MS = 700;
const LENGTH = 204_800;

/**
 * The same edits in a page as it is, and in one that neither has an inspector nor asks what the token means; in turn,
 * since a machine is not equally busy all the time.
 *
 * @param {import('@playwright/test').Browser} browser
 * @param {string} address
 * @param {number} rounds edits of each
 */
export async function measureMeaning(browser, address, rounds) {
  const whole = await openPage(browser, address, async () => undefined);
  const bare = await openPage(browser, address, withoutMeaning);
  const times = { whole: /** @type {number[]} */ ([]), bare: /** @type {number[]} */ ([]) };
  for (let index = 0; index < rounds; index += 1) {
    times.whole.push(await timeEdit(whole));
    times.bare.push(await timeEdit(bare));
  }
  await whole.context().close();
  await bare.context().close();
  const [withMs, withoutMs] = [summary(times.whole), summary(times.bare)];
  return { size: '200 KB', withMs, withoutMs, addsMs: round(withMs.median - withoutMs.median) };
}

/** @param {Page} page */
async function withoutMeaning(page) {
  await page.route(/\/inspector-view-[^/]*\.js$/, (route) => route.abort());
  await page.addInitScript(() => {
    const { postMessage } = Worker.prototype;
    Worker.prototype.postMessage = function (message) {
      if (message?.call !== 'mean') postMessage.call(this, message);
    };
  });
}

/**
 * @param {import('@playwright/test').Browser} browser
 * @param {string} address
 * @param {(page: Page) => Promise<void>} prepare
 */
async function openPage(browser, address, prepare) {
  const viewport = { width: 1440, height: 900 };
  const context = await browser.newContext({ viewport, permissions: ['clipboard-read', 'clipboard-write'] });
  const page = await context.newPage();
  await prepare(page);
  await startKeys(page, address, tokenOf(LENGTH, 'mark'), SECRET);
  return page;
}

/**
 * Milliseconds that the main thread works for one letter, until nothing follows any more.
 *
 * @param {Page} page
 */
async function timeEdit(page) {
  await page.bringToFront();
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const before = await taskSeconds(session);
  await typeKey(page);
  await settle(page);
  await page.waitForTimeout(REST_MS);
  const after = await taskSeconds(session);
  await session.detach();
  return (after - before) * 1000;
}

/** @param {import('@playwright/test').CDPSession} session */
async function taskSeconds(session) {
  const { metrics } = await session.send('Performance.getMetrics');
  const metric = metrics.find(({ name }) => name === 'TaskDuration');
  if (metric === undefined) throw new Error('Chromium tells no TaskDuration.');
  return metric.value;
}

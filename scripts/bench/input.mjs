// @ts-check
/** A page in use: from a paste to its payload, from a key to the frame in which every pane has followed. */
import { summary } from './numbers.mjs';
import { SECRET, SIZES, tokenOf } from './tokens.mjs';

/** @typedef {import('@playwright/test').Page} Page */

/**
 * @param {import('@playwright/test').Browser} browser
 * @param {string} address
 * @param {number} rounds pastes of each size; keys are typed four times as often
 */
export async function measureInput(browser, address, rounds) {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  const page = await context.newPage();
  await page.addInitScript(installClock);
  await page.goto(address);
  await box(page, 'Payload').and(page.locator('div')).waitFor();
  const results = [];
  for (const [size, length] of SIZES) {
    const pastes = [];
    for (let round = 0; round < rounds; round += 1)
      pastes.push(await timePaste(page, length, `mark-${length}-${round}`));
    const inToken = await timeKeys(page, 'Encoded token', 'Payload', rounds * 4);
    await paste(page, 'Key', SECRET);
    await page.locator('[data-code="signature-match"]').waitFor();
    const inPayload = await timeKeys(page, 'Payload', 'Encoded token', rounds * 4);
    results.push({
      size,
      pasteMs: summary(pastes),
      keyInTokenMs: summary(inToken.times),
      keyInPayloadMs: summary(inPayload.times),
      followed: `${inToken.followed + inPayload.followed}/${inToken.times.length + inPayload.times.length}`,
      nodes: await page.evaluate(() => document.getElementsByTagName('*').length),
    });
    await paste(page, 'Key', '');
  }
  await context.close();
  return results;
}

/**
 * @param {Page} page
 * @param {string} name
 */
function box(page, name) {
  return page.getByRole('textbox', { name, exact: true });
}

/**
 * @param {Page} page
 * @param {string} name
 * @param {string} text
 */
async function paste(page, name, text) {
  await page.evaluate((value) => navigator.clipboard.writeText(value), text);
  await box(page, name).focus();
  await page.keyboard.press('Control+A');
  await page.keyboard.press(text === '' ? 'Delete' : 'Control+V');
}

/**
 * From the key press of a paste to the frame after the one in which the payload shows the mark.
 *
 * @param {Page} page
 * @param {number} length
 * @param {string} mark
 */
async function timePaste(page, length, mark) {
  await page.evaluate((value) => Reflect.get(globalThis, 'bench').waitForMark(value), mark);
  await paste(page, 'Encoded token', tokenOf(length, mark));
  const time = await page.waitForFunction(() => Reflect.get(globalThis, 'bench').markMs, undefined, {
    timeout: 60_000,
  });
  await settle(page);
  return Number(await time.jsonValue());
}

/**
 * Types digits into the pane; each time from the key to the second frame after it, and whether the other pane had
 * changed by then.
 *
 * @param {Page} page
 * @param {'Encoded token' | 'Payload'} pane
 * @param {'Encoded token' | 'Payload'} follower
 * @param {number} keys
 */
async function timeKeys(page, pane, follower, keys) {
  await box(page, pane).focus();
  await page.keyboard.press('Control+Home');
  await goToFirstClaim(page, pane);
  const section = page.getByRole('region', { name: follower, exact: true });
  await section.evaluate((element) => Reflect.get(globalThis, 'bench').watch(element));
  const times = [];
  let followed = 0;
  for (let key = 0; key < keys; key += 1) {
    await page.evaluate(() => Reflect.get(globalThis, 'bench').waitForKey());
    await page.keyboard.press(pane === 'Payload' ? 'x' : 'ABCDEFGH'.charAt(key % 8));
    const result = await page.waitForFunction(() => Reflect.get(globalThis, 'bench').key);
    const { ms, changed } = /** @type {{ ms: number, changed: boolean }} */ (await result.jsonValue());
    times.push(ms);
    followed += changed ? 1 : 0;
    if (pane === 'Encoded token') await page.keyboard.press('Backspace');
    await settle(page);
  }
  return { times, followed };
}

/**
 * Puts the caret where a letter changes the first claim: in the payload behind `"mark": "`, in the token so far into the
 * payload segment that the change is in the first line of the payload.
 *
 * @param {Page} page
 * @param {'Encoded token' | 'Payload'} pane
 */
async function goToFirstClaim(page, pane) {
  if (pane === 'Payload') {
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('End');
    for (let step = 0; step < 4; step += 1) await page.keyboard.press('ArrowLeft');
    return;
  }
  // header of 36 characters, a dot, then whole groups of four characters up to the claim's value
  for (let step = 0; step < 37 + 16; step += 1) await page.keyboard.press('ArrowRight');
}

/**
 * Waits until the page has come to rest, so that one measurement does not pay for another.
 *
 * @param {Page} page
 */
export async function settle(page) {
  await page.locator('[aria-busy="false"][data-code]').waitFor();
  await page.evaluate(() => new Promise((done) => requestIdleCallback(() => done(undefined), { timeout: 2000 })));
}

/**
 * Opens the page with a token and its secret, and puts the caret into the first claim of the payload.
 *
 * @param {Page} page
 * @param {string} address
 * @param {string} token
 * @param {string} secret
 */
export async function startKeys(page, address, token, secret) {
  await page.goto(address);
  await box(page, 'Payload').and(page.locator('div')).waitFor();
  await paste(page, 'Encoded token', token);
  await paste(page, 'Key', secret);
  await page.locator('[data-code="signature-match"]').waitFor();
  await box(page, 'Payload').focus();
  await page.keyboard.press('Control+Home');
  await goToFirstClaim(page, 'Payload');
}

/** @param {Page} page */
export async function typeKey(page) {
  await page.keyboard.press('x');
}

/** Runs in the page: takes times of input events and of frames. */
function installClock() {
  /** @type {Element | undefined} */
  let watched;
  let pressedMs = 0;
  let awaitsKey = false;
  /** @type {{ markMs: number | undefined, key: { ms: number, changed: boolean } | undefined, [name: string]: unknown }} */
  const bench = {
    markMs: undefined,
    key: undefined,
    waitForMark(/** @type {string} */ mark) {
      bench.markMs = undefined;
      const look = () => {
        const fields = [...document.querySelectorAll('textarea')];
        const drawn = document.body.textContent?.includes(mark) || fields.some((field) => field.value.includes(mark));
        if (drawn) bench.markMs = performance.now() - pressedMs;
        else requestAnimationFrame(look);
      };
      requestAnimationFrame(look);
    },
    watch(/** @type {Element} */ element) {
      watched = element;
    },
    waitForKey() {
      bench.key = undefined;
      awaitsKey = true;
    },
  };
  Reflect.set(globalThis, 'bench', bench);
  addEventListener(
    'keydown',
    (event) => {
      pressedMs = event.timeStamp;
      if (!awaitsKey) return;
      awaitsKey = false;
      const before = watched?.textContent;
      requestAnimationFrame(() =>
        requestAnimationFrame(() => {
          bench.key = { ms: performance.now() - event.timeStamp, changed: watched?.textContent !== before };
        }),
      );
    },
    { capture: true },
  );
}

// @ts-check
/** A page in WebKitGTK, driven through WebKitWebDriver by the plain WebDriver protocol. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { findBroadway, findWebKitGtk } from '../find-browser.mjs';

/**
 * @typedef {object} WebKitPage
 * @property {string} version of WebKitGTK
 * @property {(script: string, ...given: readonly string[]) => Promise<string>} run the body of an asynchronous function
 *   of `arguments`, whose last one takes the answer
 * @property {(address: string) => Promise<void>} open another page in its place; what only differs after # is the same page
 * @property {(letter: string) => Promise<void>} chord with Control, as the keyboard sends it
 * @property {() => Promise<void>} close
 */

const START_MS = 15_000;
const ANSWER_MS = 120_000;

/**
 * @param {string} address of the page to open
 * @returns {Promise<WebKitPage>}
 * @throws {Error} with one sentence where WebKitGTK is not installed or does not start
 */
export async function openInWebKit(address) {
  const { driver, browser } = findWebKitGtk();
  const display = await openDisplay();
  const port = await freePort();
  const process = spawn(driver, [`--port=${port}`], { env: display.env, stdio: 'ignore' });
  const stop = () => {
    process.kill();
    display.close();
  };
  try {
    const ask = clientOf(`http://127.0.0.1:${port}`);
    await untilReady(ask);
    const options = { binary: browser, args: ['--automation'] };
    const session = await ask('POST', '/session', {
      capabilities: { alwaysMatch: { 'webkitgtk:browserOptions': options, timeouts: { script: ANSWER_MS } } },
    });
    const path = `/session/${session.sessionId}`;
    const close = async () => {
      await ask('DELETE', path).finally(stop);
    };
    await ask('POST', `${path}/url`, { url: address }).catch((error) => close().then(() => Promise.reject(error)));
    return {
      version: session.capabilities.browserVersion,
      run: (script, ...given) => ask('POST', `${path}/execute/async`, { script, args: given }),
      open: (other) => ask('POST', `${path}/url`, { url: other }),
      chord: async (letter) => void (await ask('POST', `${path}/actions`, { actions: [chordOf(letter)] })),
      close,
    };
  } catch (error) {
    stop();
    throw error;
  }
}

const CONTROL = '\uE009';

/**
 * @param {string} letter
 * @returns {object} a sequence of actions (W3C WebDriver, section 17)
 */
function chordOf(letter) {
  const press = [
    ['keyDown', CONTROL],
    ['keyDown', letter],
    ['keyUp', letter],
    ['keyUp', CONTROL],
  ];
  return { type: 'key', id: 'keyboard', actions: press.map(([type, value]) => ({ type, value })) };
}

/**
 * The display that there is, or Broadway's, which draws for a browser that nobody opens.
 *
 * @returns {Promise<{ env: NodeJS.ProcessEnv, close: () => void }>}
 */
async function openDisplay() {
  const { env } = process;
  if (env.DISPLAY || env.WAYLAND_DISPLAY) return { env, close: () => {} };
  const display = `:${100 + (process.pid % 800)}`;
  const given = ['--address=127.0.0.1', `--port=${await freePort()}`, display];
  const broadway = spawn(findBroadway(), given, { stdio: ['ignore', 'pipe', 'ignore'] });
  await Promise.race([once(broadway.stdout, 'data'), wait(START_MS, undefined, { ref: false })]);
  return {
    env: { ...env, GDK_BACKEND: 'broadway', BROADWAY_DISPLAY: display },
    close: () => void broadway.kill(),
  };
}

/**
 * @typedef {(method: string, path: string, body?: object) => Promise<any>} Ask answers the `value`
 */

/**
 * @param {string} driver its address
 * @returns {Ask}
 */
function clientOf(driver) {
  return async (method, path, body) => {
    const response = await fetch(driver + path, { method, ...(body && { body: JSON.stringify(body) }) });
    const { value } = await response.json();
    if (!response.ok) throw new Error(`WebKitWebDriver answers ${value.error}: ${value.message}`);
    return value;
  };
}

/** @param {Ask} ask */
async function untilReady(ask) {
  const end = Date.now() + START_MS;
  for (;;) {
    const ready = await ask('GET', '/status').catch(() => undefined);
    if (ready?.ready) return;
    if (Date.now() > end) throw new Error('WebKitWebDriver does not start.');
    await wait(100);
  }
}

/** @returns {Promise<number>} a port that nobody listens on */
async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  if (address === null || typeof address === 'string') throw new Error('The machine has no free port.');
  return address.port;
}

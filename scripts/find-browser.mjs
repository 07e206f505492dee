// @ts-check
/** Finds a browser for the tests, or gets one. Node 20 runs this file as it stands. */
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, readdirSync, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from '@playwright/test';

const CHROMIUM_NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
const CHROMIUM_PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];
const FIREFOX_NAMES = ['firefox', 'firefox-esr'];
const FIREFOX_PLACES = ['/Applications/Firefox.app/Contents/MacOS/firefox'];

const WEBKIT_NAMES = ['WebKitWebDriver'];
/** MiniBrowser is no command: distributions keep it beside the library. */
const MINI_BROWSER_FOLDERS = ['/usr/lib', '/usr/lib64', '/usr/libexec'];

/** True where the process is the superuser, whose browsers have no sandbox. */
export const isRoot = process.getuid?.() === 0;

/** Flags for Chromium: quiet on the network, and without a sandbox only where the superuser runs it. */
export const CHROMIUM_FLAGS = [
  ...(isRoot ? ['--no-sandbox'] : []),
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * The first Chromium there is: CHROMIUM_PATH, Playwright's own, one of the system, Playwright's after an installation,
 * the distribution's after an installation (superuser only).
 *
 * @returns {string} path of the executable
 * @throws {Error} with one sentence that names all five, where there is none
 */
export function findChromium() {
  const found =
    named('CHROMIUM_PATH') ??
    playwrightChromium() ??
    onThisSystem(CHROMIUM_NAMES, CHROMIUM_PLACES) ??
    (run('npx', ['playwright', 'install', 'chromium']) ? playwrightChromium() : undefined) ??
    (aptInstall('chromium') ? onThisSystem(CHROMIUM_NAMES, CHROMIUM_PLACES) : undefined);
  if (found !== undefined) return found;
  throw new Error(
    'No Chromium was found: set CHROMIUM_PATH to one, or put a Playwright browser, a system Chromium or Chrome, ' +
      'a working "npx playwright install chromium" or, as root, the package "chromium" of apt-get within reach.',
  );
}

/**
 * The first Firefox there is: FIREFOX_PATH, one of the system, the distribution's after an installation (superuser only).
 *
 * @returns {string} path of the executable
 * @throws {Error} with one sentence that names all three, where there is none
 */
export function findFirefox() {
  const found =
    named('FIREFOX_PATH') ??
    onThisSystem(FIREFOX_NAMES, FIREFOX_PLACES) ??
    (aptInstall('firefox-esr') ? onThisSystem(FIREFOX_NAMES, FIREFOX_PLACES) : undefined);
  if (found !== undefined) return found;
  throw new Error(
    'No Firefox was found: set FIREFOX_PATH to one, install one on the PATH or, as root, the package "firefox-esr" of apt-get.',
  );
}

/**
 * WebKitGTK's driver and the small browser that it drives. Nothing is installed for it.
 *
 * @returns {{ driver: string, browser: string }} paths of the executables
 * @throws {Error} with one sentence that says what to install, where one of them is missing
 */
export function findWebKitGtk() {
  const driver = onThisSystem(WEBKIT_NAMES, []);
  const browser = onThisSystem([], MINI_BROWSER_FOLDERS.flatMap(miniBrowsersIn));
  if (driver !== undefined && browser !== undefined) return { driver, browser };
  throw new Error('No WebKitGTK with WebKitWebDriver was found: in Debian they are the package "webkit2gtk-driver".');
}

/**
 * The newest first; in Debian the folder of the library lies in one of the architecture.
 *
 * @param {string} folder
 * @returns {string[]} paths
 */
function miniBrowsersIn(folder) {
  const below = existsSync(folder) ? readdirSync(folder) : [];
  const libraries = below
    .filter((name) => /-linux-gnu/.test(name))
    .flatMap((name) => readdirSync(join(folder, name)).map((inner) => join(name, inner)));
  return [...below, ...libraries]
    .filter((name) => /(^|\/)webkit(2gtk|gtk)-[\d.]+$/.test(name))
    .sort()
    .reverse()
    .map((name) => join(folder, name, 'MiniBrowser'));
}

/**
 * A display that shows nothing, for a browser that cannot do without one.
 *
 * @returns {string} path of GTK's Broadway server
 * @throws {Error} with one sentence that says what to install
 */
export function findBroadway() {
  const found = onThisSystem(['broadwayd', 'gtk3-broadwayd'], []);
  if (found !== undefined) return found;
  throw new Error('WebKitGTK needs a display, or GTK\'s own without a screen: in Debian the package "libgtk-3-bin".');
}

/**
 * @param {string} variable of the environment
 * @returns {string | undefined}
 */
function named(variable) {
  const path = process.env[variable];
  if (path === undefined || path === '') return undefined;
  if (!isExecutable(path)) throw new Error(`${variable} names ${path}, which cannot be run.`);
  return path;
}

/** @returns {string | undefined} */
function playwrightChromium() {
  const path = chromium.executablePath();
  return existsSync(path) ? path : undefined;
}

/**
 * @param {readonly string[]} names looked for on the PATH
 * @param {readonly string[]} places whole paths
 * @returns {string | undefined}
 */
function onThisSystem(names, places) {
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  return [...names.flatMap((name) => folders.map((folder) => join(folder, name))), ...places].find(isExecutable);
}

/**
 * @param {string} path
 * @returns {boolean}
 */
function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

/**
 * @param {string} name of a Debian package
 * @returns {boolean} whether it is installed now
 */
function aptInstall(name) {
  if (!isRoot || onThisSystem(['apt-get'], []) === undefined) return false;
  run('apt-get', ['update']);
  return run('apt-get', ['install', '--yes', '--no-install-recommends', name]);
}

/**
 * @param {string} command
 * @param {readonly string[]} parameters
 * @returns {boolean} whether it ended well
 */
function run(command, parameters) {
  return spawnSync(command, parameters, { stdio: ['ignore', process.stderr, process.stderr] }).status === 0;
}

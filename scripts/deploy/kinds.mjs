// @ts-check
import { headersFor } from '../security-headers.mjs';

/**
 * @typedef {Readonly<Record<string, string>>} Headers values by name
 */

/** @type {Headers} of index.html and all that no other kind holds */
export const PAGE = headersFor('index.html');
/** @type {Headers} of what lies below assets/ */
export const ASSETS = headersFor('assets/a.js');
/** @type {Headers} */
export const WORKER = headersFor('sw.js');

/** The files of the built page that lie beside index.html; hosts that cannot say "all but" are told each. */
export const BESIDE_INDEX = Object.freeze([
  'favicon.svg',
  'icon-180.png',
  'icon-192.png',
  'icon-512.png',
  'icon-maskable-512.png',
  'index.html',
  'licenses.txt',
  'manifest.webmanifest',
  'robots.txt',
  'SHA256SUMS',
  'theme.js',
]);

/** @type {readonly string[]} names of headers that differ between the kinds */
export const VARYING = Object.keys(PAGE).filter((name) => PAGE[name] !== ASSETS[name] || PAGE[name] !== WORKER[name]);

/** @type {Headers} what every file is sent with */
export const COMMON = pick(PAGE, (name) => !VARYING.includes(name));

/**
 * @param {Headers} headers
 * @returns {Headers} those of them that only this kind has so
 */
export function own(headers) {
  return pick(headers, (name) => VARYING.includes(name));
}

/**
 * @param {Headers} headers
 * @param {(name: string) => boolean} isWanted
 * @returns {Headers}
 */
function pick(headers, isWanted) {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => isWanted(name)));
}

/**
 * @param {unknown} value
 * @returns {string} JSON as a file
 */
export function jsonFile(value) {
  return `${JSON.stringify(value, null, 2)}\n`;
}

export const MADE_BY = 'Made by "npm run deploy:files" from scripts/security-headers.mjs.';

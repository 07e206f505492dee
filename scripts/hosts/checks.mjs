// @ts-check
/** What must hold of the built page wherever it is served. */
import { get } from 'node:http';
import { gunzipSync } from 'node:zlib';
import { headersFor } from '../security-headers.mjs';

/**
 * @typedef {{ status: number, headers: import('node:http').IncomingHttpHeaders, body: Buffer }} Answer
 * @typedef {{ files: ReadonlyMap<string, Buffer> }} Built by path relative to the built page
 * @typedef {(given: { base: string, built: Built }) => Promise<readonly string[]>} Check answers what does not hold
 */

/** By file name's end. */
const TYPES = /** @type {const} */ ({
  html: /^text\/html; ?charset=utf-8$/i,
  js: /^(text|application)\/javascript(; ?charset=utf-8)?$/i,
  css: /^text\/css(; ?charset=utf-8)?$/i,
  svg: /^image\/svg\+xml(; ?charset=utf-8)?$/i,
  png: /^image\/png$/,
  woff2: /^font\/woff2$/,
  webmanifest: /^application\/manifest\+json(; ?charset=utf-8)?$/,
});
const COMPRESSED = /\.(html|js|css|svg|webmanifest)$/;
const LONG_BYTES = 2048;

/** @type {Readonly<Record<string, Check>>} */
export const CHECKS = {
  async 'every file is served byte for byte, with the headers that are promised'({ base, built }) {
    const wrong = [];
    for (const [path, bytes] of built.files) {
      const answer = await ask(base + path);
      if (answer.status !== 200) wrong.push(`${path}: status ${answer.status}`);
      else if (!answer.body.equals(bytes)) wrong.push(`${path}: other bytes`);
      wrong.push(...wrongHeaders(path, answer, headersFor(path)));
      const type = Object.entries(TYPES).find(([end]) => path.endsWith(`.${end}`));
      const said = answer.headers['content-type'] ?? 'none';
      if (type !== undefined && !type[1].test(said)) wrong.push(`${path}: Content-Type ${said}`);
    }
    return wrong;
  },

  async 'the folder answers with the page, with and without its slash'({ base, built }) {
    const wrong = [];
    const page = await ask(base);
    if (page.status !== 200 || !page.body.equals(built.files.get('index.html') ?? Buffer.alloc(0)))
      wrong.push(`${base}: status ${page.status}, not the page`);
    wrong.push(...wrongHeaders(base, page, headersFor('index.html')));
    const { pathname } = new URL(base);
    if (pathname !== '/') {
      const bare = await ask(base.slice(0, -1));
      const leads = new URL(bare.headers.location ?? '', base).pathname;
      if (![301, 302, 307, 308].includes(bare.status) || leads !== pathname)
        wrong.push(`without its slash: status ${bare.status}, to ${leads}`);
    }
    return wrong;
  },

  async 'what is not there is not found, and is no page without its policy'({ base }) {
    const wrong = [];
    for (const path of ['nothing-here', 'assets/nothing-here.js', 'learn/deep/link']) {
      const answer = await ask(base + path);
      if (answer.status !== 404) wrong.push(`${path}: status ${answer.status}`);
      const { 'Cache-Control': _cache, ...promised } = headersFor(path);
      wrong.push(...wrongHeaders(path, answer, promised));
    }
    const folder = await ask(`${base}assets/`);
    if (folder.status !== 403 && folder.status !== 404) wrong.push(`assets/ is listed: status ${folder.status}`);
    return wrong;
  },

  async 'text is compressed for those who take it'({ base, built }) {
    const wrong = [];
    for (const [path, bytes] of built.files) {
      if (!COMPRESSED.test(path) || bytes.length < LONG_BYTES) continue;
      const answer = await ask(base + path, { 'Accept-Encoding': 'gzip' });
      if (answer.headers['content-encoding'] !== 'gzip') wrong.push(`${path}: not compressed`);
      else if (!gunzipSync(answer.body).equals(bytes)) wrong.push(`${path}: other bytes when compressed`);
      if (!/accept-encoding/i.test(answer.headers.vary ?? '')) wrong.push(`${path}: no Vary`);
      wrong.push(...wrongHeaders(path, answer, headersFor(path)));
    }
    return wrong;
  },

  async 'what has not changed is not sent again'({ base, built }) {
    const wrong = [];
    for (const path of [
      'index.html',
      'sw.js',
      [...built.files.keys()].find((one) => one.startsWith('assets/')) ?? '',
    ]) {
      for (const coding of ['identity', 'gzip']) {
        const first = await ask(base + path, { 'Accept-Encoding': coding });
        const { etag, 'last-modified': modified } = first.headers;
        const known = etag === undefined ? { 'If-Modified-Since': modified ?? '' } : { 'If-None-Match': etag };
        const again = await ask(base + path, { 'Accept-Encoding': coding, ...known });
        if (again.status !== 304) wrong.push(`${path}, ${coding}: status ${again.status} for ${JSON.stringify(known)}`);
      }
    }
    return wrong;
  },
};

/**
 * @param {string} path
 * @param {Answer} answer
 * @param {Readonly<Record<string, string>>} promised
 */
function wrongHeaders(path, { headers }, promised) {
  return Object.entries(promised)
    .filter(([name, value]) => headers[name.toLowerCase()] !== value)
    .map(([name]) => `${path}: ${name} is ${headers[name.toLowerCase()] ?? 'not sent'}`);
}

/**
 * A request as it stands, without following anything or taking a coding off.
 *
 * @param {string} address
 * @param {Readonly<Record<string, string>>} [headers]
 * @returns {Promise<Answer>}
 */
function ask(address, headers = {}) {
  return new Promise((done, fail) => {
    get(address, { headers }, (response) => {
      /** @type {Buffer[]} */
      const parts = [];
      response.on('data', (part) => parts.push(part));
      response.on('error', fail);
      response.on('end', () =>
        done({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(parts) }),
      );
    }).on('error', fail);
  });
}

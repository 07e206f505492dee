// @ts-check
/** Serves the built page: exact files only, with the headers of security-headers.mjs, compressed. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, relative, sep } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { headersFor, SECURITY_HEADERS } from './security-headers.mjs';

/** @type {Readonly<Record<string, string>>} */
const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
  '.ttf': 'font/ttf',
  '.txt': 'text/plain; charset=utf-8',
};
const COMPRESSED = new Set(['.html', '.js', '.css', '.svg', '.json', '.webmanifest', '.ttf', '.txt']);

/**
 * @typedef {'br' | 'gzip' | 'identity'} Coding
 * @typedef {{ path: string, type: string, etag: string, body(coding: Coding): Promise<Buffer>, codings: ReadonlySet<Coding> }} ServedFile
 * @typedef {object} PageServerOptions
 * @property {string} directory the built page
 * @property {string} [base] path that the page is served under, with a slash at both ends; '/' when left out
 * @property {readonly Coding[]} [codings] what may be sent, best first; brotli, gzip and plain when left out
 */

/** @type {Readonly<Record<Coding, (plain: Buffer) => Promise<Buffer>>>} */
const ENCODERS = {
  br: (plain) => promisify(brotliCompress)(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } }),
  gzip: (plain) => promisify(gzip)(plain, { level: 9 }),
  identity: async (plain) => plain,
};

/**
 * Reads the whole page, then answers from memory: what is not in the build is not found.
 *
 * @param {PageServerOptions} options
 * @returns {import('node:http').Server} not yet listening
 */
export function createPageServer({ directory, base = '/', codings = ['br', 'gzip', 'identity'] }) {
  const files = new Map(listFiles(directory).map((path) => [base + path, readServed(directory, path)]));
  const index = files.get(`${base}index.html`);
  if (index !== undefined) files.set(base, index);
  return createServer((request, response) => void answer(files, codings, request, response));
}

/**
 * @param {ReadonlyMap<string, ServedFile>} files by path of the address
 * @param {readonly Coding[]} codings
 * @param {import('node:http').IncomingMessage} request
 * @param {import('node:http').ServerResponse} response
 */
async function answer(files, codings, request, response) {
  for (const [name, value] of Object.entries(SECURITY_HEADERS)) response.setHeader(name, value);
  response.setHeader('Vary', 'Accept-Encoding');
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    return say(response, 405, 'Only GET and HEAD are answered here.');
  }
  const file = files.get((request.url ?? '/').replace(/[?#].*$/, ''));
  if (file === undefined) return say(response, 404, 'There is no such file.');
  for (const [name, value] of Object.entries(headersFor(file.path))) response.setHeader(name, value);
  response.setHeader('ETag', file.etag);
  if (request.headers['if-none-match'] === file.etag) return response.writeHead(304).end();
  const coding = chooseCoding(codings, file, request.headers['accept-encoding'] ?? '');
  const body = await file.body(coding);
  if (coding !== 'identity') response.setHeader('Content-Encoding', coding);
  response.writeHead(200, { 'Content-Type': file.type, 'Content-Length': body.length });
  return response.end(request.method === 'HEAD' ? undefined : body);
}

/**
 * @param {import('node:http').ServerResponse} response
 * @param {number} status
 * @param {string} sentence
 */
function say(response, status, sentence) {
  response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' });
  return response.end(`${sentence}\n`);
}

/**
 * @param {readonly Coding[]} codings
 * @param {ServedFile} file
 * @param {string} accepted value of Accept-Encoding
 * @returns {Coding}
 */
function chooseCoding(codings, file, accepted) {
  const names = new Set(accepted.split(',').map((part) => part.split(';')[0]?.trim()));
  return codings.find((coding) => names.has(coding) && file.codings.has(coding)) ?? 'identity';
}

/**
 * @param {string} directory
 * @returns {string[]} paths with forward slashes; names that start with a dot are the build's own notes
 */
function listFiles(directory) {
  return readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(directory, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter((path) => !path.split('/').some((name) => name.startsWith('.')));
}

/**
 * @param {string} directory
 * @param {string} path
 * @returns {ServedFile} compressed when first asked for
 */
function readServed(directory, path) {
  const plain = readFileSync(join(directory, path));
  const extension = extname(path);
  /** @type {Map<Coding, Promise<Buffer>>} */
  const bodies = new Map();
  return {
    path,
    type: TYPES[extension] ?? 'application/octet-stream',
    etag: `"${createHash('sha256').update(plain).digest('base64url')}"`,
    codings: new Set(COMPRESSED.has(extension) ? ['br', 'gzip', 'identity'] : ['identity']),
    body(coding) {
      const body = bodies.get(coding) ?? ENCODERS[coding](plain);
      bodies.set(coding, body);
      return body;
    },
  };
}

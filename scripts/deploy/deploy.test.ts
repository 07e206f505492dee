import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { expect, test } from 'vitest';
import { headersFor, META_POLICY } from '../security-headers.mjs';
import { DEPLOY_FILES } from './files.mjs';
import { BESIDE_INDEX } from './kinds.mjs';
import { READERS, type Reader, readCloudFront } from './readers.ts';

const root = resolve(import.meta.dirname, '../..');

test.each(Object.entries(DEPLOY_FILES))('deploy/%s is what is made', (path, made) => {
  expect(readFileSync(join(root, 'deploy', path), 'utf8')).toBe(made);
});

/** Paths of the built page; '' is the page itself, by its folder. */
const PATHS = ['', ...BESIDE_INDEX, 'assets/index-Dx4kXJAl.js', 'assets/inter-Bq_1.woff2', 'sw.js'];

const ROWS = Object.entries(READERS).flatMap(([path, { read, anywhere }]) =>
  (anywhere ? ['/', '/tools/jwt/'] : ['/']).map((base) => [path, base, read] as const),
);

test.each(ROWS)('by deploy/%s, at %s, every file has the headers that are promised', (path, base, read: Reader) => {
  const headersOf = read(DEPLOY_FILES[path] ?? '');
  for (const file of PATHS) expect([file, headersOf(base + file)]).toEqual([file, headersFor(file || 'index.html')]);
});

const CLOUDFRONT = { page: 'index.html', assets: 'assets/a.js', 'service-worker': 'sw.js' };

test.each(Object.entries(CLOUDFRONT))('by deploy/cloudfront/%s.json the headers are those of %s', (name, path) => {
  expect(readCloudFront(DEPLOY_FILES[`cloudfront/${name}.json`] ?? '')).toEqual(headersFor(path));
});

test('every file of deploy/ that holds a policy is made and read', () => {
  const found = readdirSync(join(root, 'deploy'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => readFileSync(path, 'utf8').includes('default-src'))
    .map((path) => relative(join(root, 'deploy'), path).replaceAll(sep, '/'));
  expect(found.sort()).toEqual(
    [...Object.keys(READERS), ...Object.keys(CLOUDFRONT).map((name) => `cloudfront/${name}.json`)].sort(),
  );
});

test('the meta element holds the policy of the header but for what browsers ignore there', () => {
  const header = headersFor('index.html')['Content-Security-Policy']?.split('; ') ?? [];
  expect(META_POLICY.split('; ')).toEqual(header.filter((directive) => !directive.startsWith('frame-ancestors')));
});

test('_headers keeps to the limits of Cloudflare: 100 rules, lines of 2,000 characters', () => {
  const lines = (DEPLOY_FILES._headers ?? '').split('\n');
  expect(lines.filter((line) => line.startsWith('/')).length).toBeLessThanOrEqual(100);
  expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(2000);
});

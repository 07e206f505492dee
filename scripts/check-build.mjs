// @ts-check
/** npm run budget: what the first visit loads, as a table; fails where it outgrows its budget. */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';

/** 90 KB of gzip -9: what the lightest other debugger sends before it has decoded a token. Fonts come after. */
const BUDGET_BYTES = 92_160;
/**
 * What the page weighed when it read signed tokens alone, of gzip -9. The other forms, the state of the live page and the
 * engine's client came after, and nothing of them is fetched before the first decode: what grows beyond this has taken
 * something of theirs into the first script.
 */
const FIRST_BYTES = 52_000;
const LISTED_FROM_BYTES = 1024;

/** @typedef {{ file: string, imports?: string[], css?: string[] }} Chunk */

const directory = resolve(import.meta.dirname, '../dist');
/** @type {Record<string, Chunk>} */
const manifest = JSON.parse(readFileSync(join(directory, '.vite/manifest.json'), 'utf8'));

const first = ['index.html', ...firstFiles()];
const sizes = first.map((file) => ({ file, bytes: gzipped(file) }));
const total = sizes.reduce((sum, { bytes }) => sum + bytes, 0);
const later = laterFiles()
  .map((file) => ({ file, bytes: gzipped(file) }))
  .filter(({ bytes }) => bytes >= LISTED_FROM_BYTES)
  .sort((a, b) => b.bytes - a.bytes);

console.log('First visit, bytes after gzip -9:');
for (const row of [...sizes, { file: `of ${FIRST_BYTES} allowed, ${BUDGET_BYTES} at the very most`, bytes: total }])
  print(row);
console.log('\nLoaded later, on demand (1 KB and more):');
for (const row of later) print(row);

if (total > BUDGET_BYTES) fail(`The first visit is ${total - BUDGET_BYTES} bytes over its budget.`);
if (total > FIRST_BYTES)
  fail(
    `The first visit is ${total - FIRST_BYTES} bytes over what reading a signed token takes. See which modules the entry imports statically now.`,
  );

/** @param {string} sentence */
function fail(sentence) {
  console.error(`\n${sentence}`);
  process.exit(1);
}

/** @returns {string[]} scripts and style sheets that index.html names, and all that these scripts import statically */
function firstFiles() {
  const html = readFileSync(join(directory, 'index.html'), 'utf8');
  const tags = html.match(/<(?:script|link)\b[^>]*>/g) ?? [];
  const named = tags
    .filter((tag) => tag.startsWith('<script') || /rel="(?:stylesheet|modulepreload|preload)"/.test(tag))
    .flatMap((tag) => /\s(?:src|href)="\.\/([^"]+)"/.exec(tag)?.[1] ?? []);
  const chunks = Object.values(manifest);
  const files = new Set(named);
  for (const file of files) {
    const chunk = chunks.find((one) => one.file === file);
    for (const name of chunk?.imports ?? []) files.add(manifest[name]?.file ?? name);
    for (const style of chunk?.css ?? []) files.add(style);
  }
  return [...files];
}

/** @returns {string[]} */
function laterFiles() {
  const files = Object.values(manifest).flatMap((chunk) => [chunk.file, ...(chunk.css ?? [])]);
  return [...new Set(files)].filter((file) => !first.includes(file));
}

/**
 * @param {string} file
 * @returns {number}
 */
function gzipped(file) {
  return gzipSync(readFileSync(join(directory, file)), { level: 9 }).length;
}

/** @param {{ file: string, bytes: number }} row */
function print({ file, bytes }) {
  console.log(`${String(bytes).padStart(9)}  ${file}`);
}

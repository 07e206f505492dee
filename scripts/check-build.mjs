// @ts-check
/** npm run budget: what the first visit loads, as a table; fails where it outgrows its budget. */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';

/** 90 KB of gzip -9: what the lightest other debugger sends before it has decoded a token. Fonts come after. */
const BUDGET_BYTES = 92_160;
const LISTED_FROM_BYTES = 1024;

/** @typedef {{ file: string, isEntry?: boolean, imports?: string[], css?: string[] }} Chunk */

const directory = resolve(import.meta.dirname, '../dist');
/** @type {Record<string, Chunk>} */
const manifest = JSON.parse(readFileSync(join(directory, '.vite/manifest.json'), 'utf8'));

const first = ['index.html', 'theme.js', ...firstFiles()];
const sizes = first.map((file) => ({ file, bytes: gzipped(file) }));
const total = sizes.reduce((sum, { bytes }) => sum + bytes, 0);
const later = laterFiles()
  .map((file) => ({ file, bytes: gzipped(file) }))
  .filter(({ bytes }) => bytes >= LISTED_FROM_BYTES)
  .sort((a, b) => b.bytes - a.bytes);

console.log('First visit, bytes after gzip -9:');
for (const row of [...sizes, { file: `of ${BUDGET_BYTES} allowed`, bytes: total }]) print(row);
console.log('\nLoaded later, on demand (1 KB and more):');
for (const row of later) print(row);

if (total > BUDGET_BYTES) {
  console.error(`\nThe first visit is ${total - BUDGET_BYTES} bytes over its budget.`);
  process.exit(1);
}

/** @returns {string[]} scripts and style sheets that index.html loads, and all that they import statically */
function firstFiles() {
  const names = new Set(Object.keys(manifest).filter((name) => manifest[name]?.isEntry));
  for (const name of names) for (const imported of manifest[name]?.imports ?? []) names.add(imported);
  const chunks = [...names].map((name) => manifest[name]).filter((chunk) => chunk !== undefined);
  return [...new Set(chunks.flatMap((chunk) => [chunk.file, ...(chunk.css ?? [])]))];
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

// @ts-check
/** npm run reproducible: builds the page once more, from a copy in another folder, and compares every byte with dist/. */
import { spawnSync } from 'node:child_process';
import {
  copyFileSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '..');
const LEFT_OUT = new Set(['.git', '.cache', 'bench-results', 'dist', 'dist-single', 'test-results', 'tools']);

const copy = mkdtempSync(join(tmpdir(), 'another-folder-'));
try {
  link(root, copy, LEFT_OUT);
  const { status, stderr } = spawnSync('npx', ['vite', 'build', '--logLevel', 'warn'], { cwd: copy, encoding: 'utf8' });
  if (status !== 0) fail(`The copy cannot be built:\n${stderr}`);
  const here = filesOf(join(root, 'dist'));
  const there = filesOf(join(copy, 'dist'));
  const paths = new Set([...here.keys(), ...there.keys()]);
  const other = [...paths].filter(
    (path) => !(here.get(path) ?? Buffer.alloc(0)).equals(there.get(path) ?? Buffer.alloc(1)),
  );
  if (other.length > 0) fail(`Two builds differ in: ${other.join(', ')}`);
  console.log(`Two builds, in two folders, are equal: ${paths.size} files.`);
} finally {
  rmSync(copy, { recursive: true, force: true });
}

/**
 * The same files in another folder.
 *
 * @param {string} from
 * @param {string} to
 * @param {ReadonlySet<string>} [leftOut] names
 */
function link(from, to, leftOut = new Set()) {
  mkdirSync(to, { recursive: true });
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    if (leftOut.has(entry.name)) continue;
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory()) link(source, target);
    else if (entry.isSymbolicLink()) symlinkSync(readlinkSync(source), target);
    else linkOrCopy(source, target);
  }
}

/**
 * A link is as good and takes no time, where both are on one disk.
 *
 * @param {string} source
 * @param {string} target
 */
function linkOrCopy(source, target) {
  try {
    linkSync(source, target);
  } catch {
    copyFileSync(source, target);
  }
}

/**
 * @param {string} directory
 * @returns {ReadonlyMap<string, Buffer>} by path relative to the folder
 */
function filesOf(directory) {
  const entries = readdirSync(directory, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = entries.map((entry) => join(entry.parentPath, entry.name));
  return new Map(paths.map((path) => [relative(directory, path), readFileSync(path)]));
}

/**
 * @param {string} sentence
 * @returns {never}
 */
function fail(sentence) {
  // KEEP
  console.error(sentence);
  process.exit(1);
}

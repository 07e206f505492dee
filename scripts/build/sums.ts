import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import type { Plugin } from 'vite';

const FILE = 'SHA256SUMS';

/** Writes the hash of every other file of the build, as `sha256sum --check` reads it. Must be the last to write. */
export function sums(): Plugin {
  let directory = '';
  return {
    name: 'sums',
    apply: 'build',
    configResolved({ root, build }) {
      directory = resolve(root, build.outDir);
    },
    closeBundle: {
      order: 'post',
      sequential: true,
      handler: () => writeFileSync(join(directory, FILE), sumsOf(directory)),
    },
  };
}

/** The lines of SHA256SUMS for a folder, by path; the file itself is left out. */
export function sumsOf(directory: string): string {
  return readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(directory, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter((path) => path !== FILE)
    .sort()
    .map((path) => `${hashOf(join(directory, path))}  ${path}\n`)
    .join('');
}

function hashOf(path: string): string {
  return createHash('sha256').update(readFileSync(path)).digest('hex');
}

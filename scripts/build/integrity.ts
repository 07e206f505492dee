import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';

const TAG = /<(?:script|link)\b[^>]*>/g;
const ADDRESS = /\s(?:src|href)="\.\/([^"]+)"/;

/**
 * Writes into index.html the hash of each script and style sheet that it names (Subresource Integrity), so that a file
 * which was changed on its way, by a host or a CDN, is not run. What these fetch later is named by hashes of the content,
 * and by SHA256SUMS.
 */
export function integrity(): Plugin {
  return {
    name: 'integrity',
    apply: 'build',
    writeBundle: {
      order: 'post',
      sequential: true,
      handler({ dir = '' }) {
        const file = join(dir, 'index.html');
        const html = readFileSync(file, 'utf8');
        writeFileSync(
          file,
          html.replace(TAG, (tag) => withIntegrity(tag, dir)),
        );
      },
    },
  };
}

function withIntegrity(tag: string, dir: string): string {
  const path = ADDRESS.exec(tag)?.[1];
  const runs = tag.startsWith('<script') || /rel="(?:stylesheet|modulepreload)"/.test(tag);
  if (path === undefined || !runs) return tag;
  const hash = createHash('sha384')
    .update(readFileSync(join(dir, path)))
    .digest('base64');
  return tag.replace(/\s*\/?>$/, ` integrity="sha384-${hash}">`);
}

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';

const FILE = 'licenses.txt';

/** What is in the page without being imported as a module. */
const NOT_MODULES = [
  '@fontsource-variable/inter',
  '@fontsource-variable/jetbrains-mono',
  'tailwindcss',
  'workbox-core',
  'workbox-precaching',
  'workbox-routing',
  'workbox-strategies',
] as const;

const LUCIDE = `Lucide (icons), ISC licence

Copyright (c) Lucide Icons and Contributors

Permission to use, copy, modify, and/or distribute this software for any purpose with or without fee is hereby granted,
provided that the above copyright notice and this permission notice appear in all copies.

THE SOFTWARE IS PROVIDED "AS IS" AND THE AUTHOR DISCLAIMS ALL WARRANTIES WITH REGARD TO THIS SOFTWARE INCLUDING ALL
IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS. IN NO EVENT SHALL THE AUTHOR BE LIABLE FOR ANY SPECIAL, DIRECT,
INDIRECT, OR CONSEQUENTIAL DAMAGES OR ANY DAMAGES WHATSOEVER RESULTING FROM LOSS OF USE, DATA OR PROFITS, WHETHER IN AN
ACTION OF CONTRACT, NEGLIGENCE OR OTHER TORTIOUS ACTION, ARISING OUT OF OR IN CONNECTION WITH THE USE OR PERFORMANCE OF
THIS SOFTWARE.`;

const PACKAGE = /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+/;
const LICENCE_FILE = /^(licen[cs]e|copying|notice|thirdpartynotices)/i;

/** Writes the licences of everything that the build holds beside the page, since most of them ask for that. */
export function notices(): Plugin {
  return {
    name: 'notices',
    apply: 'build',
    generateBundle(_options, bundle) {
      const modules = Object.values(bundle).flatMap((file) => (file.type === 'chunk' ? Object.keys(file.modules) : []));
      const roots = modules.flatMap((id) => PACKAGE.exec(id)?.[0] ?? []);
      const others = NOT_MODULES.map((name) => join(import.meta.dirname, '../../node_modules', name));
      const texts = [...new Set([...roots, ...others])].map(noticeOf).sort();
      this.emitFile({ type: 'asset', fileName: FILE, source: `${[...texts, LUCIDE].join(SEPARATOR)}\n` });
    },
  };
}

const SEPARATOR = `\n\n${'-'.repeat(80)}\n\n`;

function noticeOf(root: string): string {
  const { name, version, license }: Record<string, unknown> = JSON.parse(
    readFileSync(join(root, 'package.json'), 'utf8'),
  );
  const files = readdirSync(root).filter((file) => LICENCE_FILE.test(file));
  const texts = files.map((file) => readFileSync(join(root, file), 'utf8').trim());
  return [`${name} ${version}, ${license} licence`, ...texts].join('\n\n');
}

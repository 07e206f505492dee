import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '..');
const sandbox = mkdtempSync(join(tmpdir(), 'layers-'));
afterAll(() => rmSync(sandbox, { recursive: true }));

type Rule = 'noRestrictedImports' | 'noRestrictedGlobals' | 'noConsole';

/** One line of code in a file of a layer, and the rule that refuses it (undefined: allowed). */
type Row = readonly [file: string, code: string, rule: Rule | undefined];

const FOLDERS = ['app', 'panes', 'learn', 'compare', 'workbench', 'worker', 'engine', 'ui', 'editor', 'words'] as const;
type Folder = (typeof FOLDERS)[number];

/** Which folders of src each folder may use besides itself. Everything else is refused. */
const MAY_USE: Readonly<Record<Folder, readonly Folder[]>> = {
  app: ['panes', 'learn', 'compare', 'workbench', 'worker', 'engine', 'ui', 'editor', 'words'],
  panes: ['workbench', 'engine', 'ui', 'editor', 'words'],
  learn: ['workbench', 'worker', 'engine', 'ui', 'editor', 'words'],
  compare: ['workbench', 'worker', 'engine', 'ui', 'editor', 'words'],
  workbench: ['worker', 'engine', 'words'],
  worker: ['engine'],
  engine: [],
  ui: [],
  editor: ['words'],
  words: [],
};

const RUNGS = [
  'text',
  'token',
  'keys',
  'claims',
  'crypto',
  'sd-jwt',
  'certificates',
  'verdict',
  'checks',
  'seal',
  'secrets',
  'lint',
] as const;
type Rung = (typeof RUNGS)[number];

const READING = ['text', 'token', 'keys', 'claims'] as const;

/** The ladder inside the engine. */
const RUNG_MAY_USE: Readonly<Record<Rung, readonly Rung[]>> = {
  text: ['token'],
  token: ['text'],
  keys: ['text', 'token'],
  claims: ['text', 'token'],
  crypto: READING,
  'sd-jwt': [...READING, 'crypto'],
  certificates: [...READING, 'crypto'],
  verdict: [...READING, 'crypto', 'sd-jwt', 'certificates'],
  checks: [...READING, 'crypto', 'sd-jwt', 'certificates', 'verdict'],
  seal: [...READING, 'crypto', 'sd-jwt', 'certificates', 'verdict'],
  secrets: [...READING, 'crypto', 'sd-jwt', 'certificates', 'verdict'],
  // the known secrets
  lint: [...READING, 'crypto', 'sd-jwt', 'certificates', 'verdict', 'secrets'],
};

function edges<Name extends string>(
  names: readonly Name[],
  mayUse: Readonly<Record<Name, readonly Name[]>>,
  base: string,
): readonly Row[] {
  return names.flatMap((from) =>
    names
      .filter((to) => to !== from)
      .flatMap((to): Row[] => {
        const rule = mayUse[from].includes(to) ? undefined : 'noRestrictedImports';
        return [
          [`${base}/${from}/one.ts`, `import { thing } from '../${to}/thing.ts';\nthing();`, rule],
          [`${base}/${from}/deep/two.ts`, `const { thing } = await import('../../${to}/thing.ts');\nthing();`, rule],
        ];
      }),
  );
}

const GLOBALS = ['fetch', 'XMLHttpRequest', 'WebSocket', 'navigator', 'document', 'window', 'localStorage', 'caches'];

const ROWS: readonly Row[] = [
  ...edges(FOLDERS, MAY_USE, 'src'),
  ...edges(RUNGS, RUNG_MAY_USE, 'src/engine'),
  ...['text', 'token', 'keys', 'crypto'].flatMap((rung): Row[] => [
    [`src/engine/${rung}/up.ts`, "import { inspect } from '../index.ts';\ninspect();", 'noRestrictedImports'],
    [`src/engine/${rung}/react.ts`, "import { useState } from 'react';\nuseState();", 'noRestrictedImports'],
    [
      `src/engine/${rung}/node.ts`,
      "import { readFileSync } from 'node:fs';\nreadFileSync('x');",
      'noRestrictedImports',
    ],
  ]),
  ['src/engine/token/jose.ts', "import { base64url } from 'jose';\nbase64url.decode('');", 'noRestrictedImports'],
  [
    'src/engine/crypto/jose.ts',
    "import { compactVerify } from 'jose';\ncompactVerify('', new Uint8Array());",
    undefined,
  ],
  // the door may read the clock, and is below the page like the rest: one answer, not two
  ['src/engine/index.ts', "import { App } from '../app/app.tsx';\nApp(Date.now());", 'noRestrictedImports'],
  ['src/engine/inspect.ts', "import { readKey } from './keys/read.ts';\nreadKey();", undefined],
  ['src/worker/react.ts', "import { useState } from 'react';\nuseState();", 'noRestrictedImports'],
  ['src/words/codes.ts', "import { say } from '../engine/messages.ts';\nsay();", undefined],
  ...GLOBALS.map((name): Row => [`src/engine/crypto/${name.toLowerCase()}.ts`, `${name}.x();`, 'noRestrictedGlobals']),
  ['src/engine/lint/clock.ts', 'Date.now();', 'noRestrictedGlobals'],
  ['src/panes/log.ts', "console.log('x');", 'noConsole'],
];

/** Places every row in a file of its own and lets Biome, with this project's settings, judge all of them at once. */
function refusals(rows: readonly Row[]): Map<string, string[]> {
  copyFileSync(join(root, 'biome.json'), join(sandbox, 'biome.json'));
  rows.forEach((row, index) => {
    const file = join(sandbox, placeOf(row, index));
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, `${row[1]}\n`);
  });
  const run = spawnSync(
    process.execPath,
    [
      join(root, 'node_modules/@biomejs/biome/bin/biome'),
      'lint',
      '--vcs-enabled=false',
      '--max-diagnostics=none',
      '--reporter=json',
      ...(['noRestrictedImports', 'noRestrictedGlobals'] as const).map((rule) => `--only=style/${rule}`),
      '--only=suspicious/noConsole',
      '.',
    ],
    { cwd: sandbox, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 },
  );
  const report: { diagnostics: { category: string; location: { path: string } }[] } = JSON.parse(run.stdout);
  const found = new Map<string, string[]>();
  for (const { category, location } of report.diagnostics) {
    const rules = found.get(location.path) ?? [];
    rules.push(category.slice(category.lastIndexOf('/') + 1));
    found.set(location.path, rules);
  }
  return found;
}

/** Every row gets a file of its own; index.ts keeps its name, for there is a rule for it. */
function placeOf([file]: Row, index: number): string {
  return file === 'src/engine/index.ts' ? file : file.replace(/(\.tsx?)$/, `-${index}$1`);
}

test('every edge of the layers is held by the linter, static and dynamic imports alike', () => {
  const found = refusals(ROWS);
  const answers = ROWS.map((row, index) => [row[0], row[1], found.get(placeOf(row, index))?.join()]);
  expect(answers).toEqual(ROWS);
}, 60_000);

import { fileURLToPath } from 'node:url';
import { build, type Metafile } from 'esbuild';
import { beforeAll, describe, expect, it } from 'vitest';

const ENTRY = 'src/main.tsx';
let inputs: Metafile['inputs'];

beforeAll(async () => {
  const result = await build({
    entryPoints: [ENTRY],
    absWorkingDir: fileURLToPath(new URL('..', import.meta.url)),
    outdir: 'out',
    bundle: true,
    splitting: true,
    format: 'esm',
    external: ['*.css', '*?worker&url'],
    write: false,
    metafile: true,
  });
  inputs = result.metafile.inputs;
});

/** All that comes with a file at once; `later`: also what it asks for by `import()`. */
function comingWith(file: string, later: boolean): readonly string[] {
  const found = new Set([file]);
  for (const name of found)
    for (const { kind, path } of inputs[name]?.imports ?? [])
      if (kind === 'import-statement' || (later && kind === 'dynamic-import')) found.add(path);
  return [...found];
}

const NOT_FIRST: readonly [what: string, files: RegExp][] = [
  ['reads or says anything of a JWE', /jwe|recipient/],
  ['reads a JSON serialization', /token\/(?:json-jws|envelope|headers|together)\.ts|open-object/],
  ['reads or says anything of an SD-JWT', /sd-jwt/],
  ['says what only other forms bring about', /messages\/(?:reading|key|verdict|seal|convert)\.ts/],
  [
    'keeps the state, edits or asks the engine',
    /workbench\/(?:workbench|state|changes|derive|runs|layer-\w+)\.ts|worker\//,
  ],
  ['does cryptography or reads keys', /engine\/(?:crypto|keys|checks|lint|claims|certificates)\//],
  ['is a library', /node_modules/],
];

describe('nothing that comes first', () => {
  it.each(NOT_FIRST)('%s, and it does come later', (_, files) => {
    const first = comingWith(ENTRY, false);
    expect(first).toContain('src/engine/open-signed.ts');
    expect(first.filter((file) => files.test(file))).toEqual([]);
    expect(comingWith(ENTRY, true).some((file) => files.test(file))).toBe(true);
  });
});

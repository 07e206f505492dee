import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { expect, test } from 'vitest';

async function bundled(file: string) {
  const result = await build({
    entryPoints: [fileURLToPath(new URL(file, import.meta.url))],
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    write: false,
    metafile: true,
  });
  const [output] = result.outputFiles;
  return { gzipBytes: gzipSync(output?.contents ?? '', { level: 9 }).length, inputs: result.metafile.inputs };
}

/** What arrives with a file at once: all that is imported, but not by `import()`. */
async function arrivingWith(file: string): Promise<readonly string[]> {
  const { inputs } = await bundled(file);
  const found = new Set(Object.keys(inputs).filter((input) => input.endsWith(file.replace('./', 'jwe/'))));
  for (const name of found)
    for (const { kind, path } of inputs[name]?.imports ?? []) if (kind === 'import-statement') found.add(path);
  return [...found];
}

test.each([
  ['./javascript/aes.ts', 13_000],
  ['./javascript/chacha.ts', 6_000],
  ['./javascript/rsa.ts', 9_000],
])('%s with all that it needs stays under %i bytes (gzip)', async (file, most) => {
  const { gzipBytes } = await bundled(file);
  expect(gzipBytes).toBeGreaterThan(1000);
  expect(gzipBytes).toBeLessThan(most);
});

test.each(['./decrypt.ts', './encrypt.ts', './generate.ts', './zip.ts'])('%s brings no library along', async (file) => {
  const files = await arrivingWith(file);
  expect(files).toContain(`src/engine/crypto/jwe/${file.slice(2)}`);
  expect(files.filter((name) => name.includes('node_modules'))).toEqual([]);
});

test('a fallback does bring its library, so the rule above can be broken', async () => {
  expect(await arrivingWith('./javascript/aes.ts')).toContain('node_modules/@noble/ciphers/aes.js');
});

test('the tables and the fit bring nothing but tables, since the first script may read them', async () => {
  const folder = 'src/engine/crypto/jwe';
  expect(await arrivingWith('./key-management.ts')).toEqual([`${folder}/key-management.ts`]);
  expect(await arrivingWith('./content-encryption.ts')).toEqual([`${folder}/content-encryption.ts`]);
  expect((await arrivingWith('./fit.ts')).toSorted()).toEqual(
    ['content-encryption.ts', 'fit.ts', 'key-management.ts'].map((name) => `${folder}/${name}`),
  );
});

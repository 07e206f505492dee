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
  const found = new Set(Object.keys(inputs).filter((input) => input.endsWith(file.replace('./', 'crypto/'))));
  for (const name of found)
    for (const { kind, path } of inputs[name]?.imports ?? []) if (kind === 'import-statement') found.add(path);
  return [...found];
}

test.each([
  ['./javascript/secp256k1.ts', 18_000],
  ['./javascript/ed25519.ts', 16_000],
  ['./javascript/ed448.ts', 15_000],
  ['./javascript/ml-dsa.ts', 12_000],
  ['./jose-verify.ts', 7_000],
  ['./pbes2/javascript.ts', 6_000],
])('%s with all that it needs stays under %i bytes (gzip)', async (file, most) => {
  const { gzipBytes } = await bundled(file);
  expect(gzipBytes).toBeGreaterThan(1000);
  expect(gzipBytes).toBeLessThan(most);
});

test.each(['./verify.ts', './sign.ts', './generate.ts'])('%s brings no library along', async (file) => {
  const files = await arrivingWith(file);
  expect(files).toContain('src/engine/crypto/runtime.ts');
  expect(files.filter((name) => name.includes('node_modules'))).toEqual([]);
});

test.each(['./agreement/agree.ts', './pbes2/derive.ts', './digest.ts'])('nor does %s', async (file) => {
  const files = await arrivingWith(file);
  expect(files).toContain('src/engine/crypto/trials.ts');
  expect(files.filter((name) => name.includes('node_modules'))).toEqual([]);
});

test('a fallback does bring its library, so the rule above can be broken', async () => {
  const files = await arrivingWith('./javascript/ed448.ts');
  expect(files).toContain('node_modules/@noble/curves/ed448.js');
});

test('the table of algorithms imports nothing, since the page reads it without any key', async () => {
  expect(await arrivingWith('./algorithms.ts')).toEqual(['src/engine/crypto/algorithms.ts']);
});

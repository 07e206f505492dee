import { expect, test } from 'vitest';
import { arrivingWith, bundled } from '../testing/bundled.ts';

test.each([
  ['javascript/secp256k1.ts', 18_000],
  ['javascript/ed25519.ts', 16_000],
  ['javascript/ed448.ts', 15_000],
  ['javascript/ml-dsa.ts', 12_000],
  ['jose-verify.ts', 7_000],
  ['pbes2/javascript.ts', 6_000],
])('%s with all that it needs stays under %i bytes (gzip)', async (file, most) => {
  const { gzipBytes } = await bundled(file);
  expect(gzipBytes).toBeGreaterThan(1000);
  expect(gzipBytes).toBeLessThan(most);
});

test.each(['verify.ts', 'sign.ts', 'generate.ts'])('%s brings no library along', async (file) => {
  const files = await arrivingWith(file);
  expect(files).toContain('src/engine/crypto/runtime.ts');
  expect(files.filter((name) => name.includes('node_modules'))).toEqual([]);
});

test.each(['agreement/agree.ts', 'pbes2/derive.ts', 'digest.ts'])('nor does %s', async (file) => {
  const files = await arrivingWith(file);
  expect(files).toContain('src/engine/crypto/trials.ts');
  expect(files.filter((name) => name.includes('node_modules'))).toEqual([]);
});

test('a fallback does bring its library, so the rule above can be broken', async () => {
  const files = await arrivingWith('javascript/ed448.ts');
  expect(files).toContain('node_modules/@noble/curves/ed448.js');
});

test('the table of algorithms imports nothing, since the page reads it without any key', async () => {
  expect(await arrivingWith('algorithms.ts')).toEqual(['src/engine/crypto/algorithms.ts']);
});

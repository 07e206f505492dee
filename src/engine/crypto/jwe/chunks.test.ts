import { expect, test } from 'vitest';
import { arrivingWith, bundled } from '../../testing/bundled.ts';

test.each([
  ['jwe/javascript/aes.ts', 13_000],
  ['jwe/javascript/chacha.ts', 6_000],
  ['jwe/javascript/rsa.ts', 9_000],
])('%s with all that it needs stays under %i bytes (gzip)', async (file, most) => {
  const { gzipBytes } = await bundled(file);
  expect(gzipBytes).toBeGreaterThan(1000);
  expect(gzipBytes).toBeLessThan(most);
});

test.each(['jwe/decrypt.ts', 'jwe/encrypt.ts', 'jwe/generate.ts', 'jwe/zip.ts'])(
  '%s brings no library along',
  async (file) => {
    const files = await arrivingWith(file);
    expect(files).toContain(`src/engine/crypto/${file}`);
    expect(files.filter((name) => name.includes('node_modules'))).toEqual([]);
  },
);

test('a fallback does bring its library, so the rule above can be broken', async () => {
  expect(await arrivingWith('jwe/javascript/aes.ts')).toContain('node_modules/@noble/ciphers/aes.js');
});

test('the tables and the fit bring nothing but tables, since the first script may read them', async () => {
  const folder = 'src/engine/crypto/jwe';
  expect(await arrivingWith('jwe/key-management.ts')).toEqual([`${folder}/key-management.ts`]);
  expect(await arrivingWith('jwe/content-encryption.ts')).toEqual([`${folder}/content-encryption.ts`]);
  expect((await arrivingWith('jwe/fit.ts')).toSorted()).toEqual(
    ['content-encryption.ts', 'fit.ts', 'key-management.ts'].map((name) => `${folder}/${name}`),
  );
});

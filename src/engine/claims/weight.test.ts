import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { expect, test } from 'vitest';
import type { JsonObject } from '../types.ts';
import { describeClaim, explainParts } from './explanations.ts';
import { issuerOf } from './issuers.ts';
import { kindsOf } from './kinds.ts';

async function bundled(file: string) {
  const result = await build({
    entryPoints: [fileURLToPath(new URL(file, import.meta.url))],
    bundle: true,
    splitting: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    outdir: 'out',
    write: false,
    metafile: true,
  });
  const [entry] = Object.values(result.metafile.outputs).filter(({ entryPoint }) =>
    entryPoint?.endsWith(file.slice(2)),
  );
  return {
    gzipBytes: gzipSync(result.outputFiles[0]?.contents ?? '', { level: 9 }).length,
    inputs: Object.keys(entry?.inputs ?? {}),
  };
}

test.each([
  ['./kinds.ts', 6_500],
  ['./issuers.ts', 6_500],
  ['./times.ts', 1_600],
  ['./lifetime.ts', 700],
])('%s stays under %i bytes (gzip) and brings no dictionary', async (file, most) => {
  const { gzipBytes, inputs } = await bundled(file);
  expect(inputs.length).toBeGreaterThan(0);
  expect(inputs.filter((input) => /claims\/(?:dictionary|parts)\//.test(input))).toEqual([]);
  expect(gzipBytes).toBeLessThan(most);
});

test('the way to the dictionary brings none of it along', async () => {
  expect((await bundled('./load.ts')).inputs).toEqual(['src/engine/claims/load.ts']);
});

test('the dictionary with the parts stays under 26 kB (gzip)', async () => {
  const { gzipBytes } = await bundled('./explanations.ts');
  expect(gzipBytes).toBeGreaterThan(10_000);
  expect(gzipBytes).toBeLessThan(26_000);
});

/** Texts of 200 kB that a careless pattern would go through again and again. */
const HEAVY: readonly (readonly [of: string, claims: JsonObject])[] = [
  ['a job’s subject', { iss: 'https://a.example/', sub: `project_path:${':ref_type:'.repeat(20_000)}` }],
  ['a machine’s subject', { iss: 'https://a.example/', sub: '@clients'.repeat(25_000) }],
  ['a custom token’s audience', { aud: `.identitytoolkit.v${'1'.repeat(200_000)}`, uid: 'a' }],
  ['a host of many labels', { iss: `https://${'a.'.repeat(100_000)}` }],
  ['a path of many segments', { iss: `https://a.example/v1/${'identity/oidcx/'.repeat(13_000)}` }],
  ['a workload’s path', { sub: `spiffe://a${'/a'.repeat(100_000)}!` }],
  ['blanks', { scope: ' '.repeat(200_000) }],
  ['many claims', Object.fromEntries(Array.from({ length: 10_000 }, (_, i) => [`claim${i}`, i]))],
];

test.each(HEAVY)('a token of 200 kB is told and explained at once: %s', (_, claims) => {
  const start = performance.now();
  const kinds = kindsOf({ header: {}, payload: claims, form: 'jws-compact' });
  const issuer = issuerOf({ header: {}, payload: claims });
  for (const [name, value] of Object.entries(claims)) {
    describeClaim(name, { kinds, issuer });
    explainParts(name, value);
  }
  // Far above what it takes (under 25 ms on a slow machine), far below what going over it again and again would.
  expect(performance.now() - start).toBeLessThan(1000);
});

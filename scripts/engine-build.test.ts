import { resolve } from 'node:path';
import { build, type Plugin } from 'esbuild';
import { expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '..');
const NETWORK = /\bfetch\(|XMLHttpRequest|WebSocket|sendBeacon|EventSource|importScripts/;

/** Bundles the engine as somebody outside would, and answers the code by file name. */
async function bundle(platform: 'browser' | 'node', plugins: Plugin[] = []): Promise<Record<string, string>> {
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: ['src/engine/index.ts'],
    bundle: true,
    splitting: true,
    format: 'esm',
    platform,
    target: platform === 'node' ? 'node20' : 'es2023',
    outdir: 'unwritten',
    write: false,
    logLevel: 'silent',
    plugins,
  });
  return Object.fromEntries(outputFiles.map(({ path, text }) => [path.slice(path.lastIndexOf('/') + 1), text]));
}

test.each(['browser', 'node'] as const)(
  'the engine bundles for %s with nothing but its dependencies',
  async (platform) => {
    expect(Object.keys(await bundle(platform))).toContain('index.js');
  },
);

test('no word of the network is in the built engine, its dependencies included', async () => {
  const spoken = Object.entries(await bundle('browser')).filter(([, code]) => NETWORK.test(code));
  expect(spoken.map(([file]) => file)).toEqual([]);
});

test('a word of the network in the engine would be found, also behind globalThis', async () => {
  const leak: Plugin = {
    name: 'leak',
    setup: ({ onLoad }) =>
      onLoad({ filter: /engine\/index\.ts$/ }, () => ({
        contents: "globalThis.fetch('https://example.com')",
        loader: 'ts',
      })),
  };
  expect(Object.values(await bundle('browser', [leak])).some((code) => NETWORK.test(code))).toBe(true);
});

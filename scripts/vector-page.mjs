// @ts-check
/** A page that runs the engine's vectors: the engine bundled for browsers, served under the page's own policy. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { createPageServer } from './page-server.mjs';

const root = resolve(import.meta.dirname, '..');
const HTML =
  '<!doctype html><meta charset="utf-8"><title>Vectors</title><script type="module" src="./run.js"></script>';

/**
 * Bundles the engine with the runner (`globalThis.runEngineVectors`, `globalThis.engineVerdict`) and serves it.
 *
 * @param {string} name of a folder under .cache, one for each caller that may run at the same time
 * @returns {Promise<{ server: import('node:http').Server, directory: string }>} the server does not listen yet
 */
export async function createVectorServer(name) {
  const directory = join(root, '.cache', name);
  rmSync(directory, { recursive: true, force: true });
  mkdirSync(directory, { recursive: true });
  writeFileSync(join(directory, 'index.html'), HTML);
  await build({
    absWorkingDir: root,
    entryPoints: { run: 'src/engine/testing/browser-entry.ts' },
    outdir: directory,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'browser',
    target: 'es2023',
    logLevel: 'warning',
  });
  return { server: createPageServer({ directory }), directory };
}

/**
 * @typedef {object} TestsCode
 * @property {typeof import('../src/engine/testing/every-case.ts')} every-case
 * @property {typeof import('../src/engine/testing/runtime-samples.ts')} runtime-samples
 * @property {typeof import('../src/engine/testing/sealed-tokens.ts')} sealed-tokens
 */

/**
 * The cases themselves, read by the engine's own tests code; bundled, for Node 20 does not read TypeScript.
 *
 * @param {string} directory where the bundle may lie, inside the project
 * @returns {Promise<import('../src/engine/testing/every-case.ts').EveryCase>}
 */
export async function readEveryCase(directory) {
  return (await bundled('every-case', directory)).everyCase();
}

/**
 * One good token for each algorithm.
 *
 * @param {string} directory as in `readEveryCase`
 * @returns {Promise<readonly import('../src/engine/testing/runtime-samples.ts').RuntimeSample[]>}
 */
export async function readRuntimeSamples(directory) {
  return (await bundled('runtime-samples', directory)).runtimeSamples();
}

/**
 * Tokens that the engine encrypts, new each time.
 *
 * @param {string} directory as in `readEveryCase`
 * @returns {Promise<readonly import('../src/engine/testing/sealed-tokens.ts').SealedToken[]>}
 */
export async function makeSealedTokens(directory) {
  return (await bundled('sealed-tokens', directory)).sealedTokens();
}

/**
 * @template {keyof TestsCode} Name
 * @param {Name} name of a file of the engine's tests code
 * @param {string} directory
 * @returns {Promise<TestsCode[Name]>} what it exports
 */
async function bundled(name, directory) {
  const outfile = join(directory, `.${name}.mjs`);
  await build({
    absWorkingDir: root,
    entryPoints: [`src/engine/testing/${name}.ts`],
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    packages: 'external',
    logLevel: 'warning',
  });
  return import(pathToFileURL(outfile).href);
}

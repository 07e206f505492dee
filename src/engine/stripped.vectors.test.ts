/** Every vector again in Node with WebCrypto cut down to that of each browser: JavaScript must give the same answers. */
import { describe, expect, it } from 'vitest';
import { inspect } from './index.ts';
import { everyCase } from './testing/every-case.ts';
import { ownObjectCases, ownTokenCases } from './testing/own-vectors.ts';
import { type Inspect, runVectors } from './testing/run-vectors.ts';
import { type STRIPPED, strippedRuntime } from './testing/stripped-runtime.ts';
import type { VectorCase } from './testing/vector-case.ts';

type Name = keyof typeof STRIPPED;

const NAMES: readonly Name[] = ['chromium', 'firefox', 'webkitgtk', 'bare'];
const { own, shared } = everyCase();
const SHARED = shared ? 'the public vectors' : 'the public vectors (skipped: they do not lie beside the project)';

/** Who did the work may differ from runtime to runtime, and nothing else. */
function withoutBy(cases: readonly VectorCase[]): readonly VectorCase[] {
  return cases.map((vector) => {
    const { by: _by, byRuntime: _byRuntime, ...expected } = vector.expect;
    return { ...vector, expect: expected };
  });
}

function inspectIn(name: Name): Inspect {
  const runtime = strippedRuntime(name);
  return (input, options) => inspect(input, { ...options, runtime });
}

/** Rows of primitives that some runtime lacks, and of a few that none does, each with the runtimes that lack it. */
const DONE_BY: readonly (readonly [id: string, lacking: readonly Name[]])[] = [
  ['hs256', []],
  ['rs256', []],
  ['es512', []],
  ['jwe rsa-oaep-256-a256gcm', []],
  ['jwe a128kw-a128cbc-hs256', []],
  ['jwe ecdh-es-p-521-a256gcm', []],
  ['es256k', NAMES],
  ['ed448', NAMES],
  ['ml-dsa-44', NAMES],
  ['jwe rsa1_5-a128gcm', NAMES],
  ['jwe ecdh-es+a192kw-x448-a128gcm', NAMES],
  ['jwe dir-a192gcm', ['chromium', 'bare']],
  ['jwe dir-a192cbc-hs384', ['chromium', 'bare']],
  ['jwe a192kw-a192gcm', ['chromium', 'bare']],
  ['jwe pbes2-hs384+a192kw-a256gcm', ['chromium', 'bare']],
  ['ed25519', ['bare']],
  ['jwe ecdh-es-x25519-a128cbc-hs256', ['bare']],
];
const every = new Map([...ownTokenCases(), ...ownObjectCases('jwe')].map((vector) => [vector.id, vector]));
const rows = DONE_BY.flatMap(([id]) => every.get(id) ?? []);

describe.each(NAMES)('with the WebCrypto of %s', (name) => {
  const inspectHere = inspectIn(name);

  it('the own vectors give the same answers', { timeout: 300_000 }, async () => {
    expect(await runVectors(withoutBy(own), inspectHere)).toEqual({ passed: own.length, failed: [] });
  });

  it.skipIf(shared === undefined)(`${SHARED} give the same answers`, { timeout: 300_000 }, async () => {
    expect(await runVectors(withoutBy(shared ?? []), inspectHere)).toEqual({ passed: shared?.length, failed: [] });
  });

  it('what it lacks is done by JavaScript, and the rest is not', async () => {
    const done: Record<string, string> = {};
    for (const { id, input } of rows) {
      const { verdict } = await inspectHere(input);
      done[id] = 'by' in verdict ? verdict.by : verdict.code;
    }
    expect(done).toEqual(
      Object.fromEntries(DONE_BY.map(([id, lacking]) => [id, lacking.includes(name) ? 'javascript' : 'webcrypto'])),
    );
  });
});

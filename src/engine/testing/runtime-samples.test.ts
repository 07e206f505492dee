import { describe, expect, test } from 'vitest';
import type { Runtime } from '../crypto/answer.ts';
import { inspect } from '../index.ts';
import { runtimeSamples } from './runtime-samples.ts';
import { strippedRuntime } from './stripped-runtime.ts';

const samples = runtimeSamples();

/** What WebCrypto has in no browser, or not in Node 20, from whose these runtimes are made. */
const NOWHERE = ['EdDSA on Ed448', 'Ed448', 'ES256K', 'ECDH-ES on X448', 'RSA1_5', 'C20P', 'XC20P'];
const ML_DSA = ['ML-DSA-44', 'ML-DSA-65', 'ML-DSA-87'];
const AES_192 = ['A192KW', 'A192GCMKW', 'ECDH-ES+A192KW', 'PBES2-HS384+A192KW', 'A192GCM', 'A192CBC-HS384'];
const CURVE_25519 = ['EdDSA on Ed25519', 'Ed25519', 'ECDH-ES on X25519'];

async function doneByJavaScript(runtime: Runtime): Promise<readonly string[]> {
  const verdicts = await Promise.all(samples.map(({ input }) => inspect(input, { runtime })));
  expect(verdicts.filter(({ verdict }) => !('by' in verdict))).toEqual([]);
  return samples.filter((_, at) => byOf(verdicts[at]?.verdict) === 'javascript').map(({ name }) => name);
}

function byOf(verdict: object | undefined): unknown {
  return verdict !== undefined && 'by' in verdict ? verdict.by : undefined;
}

describe('the samples', () => {
  test('are one for each algorithm, of EdDSA and of ECDH-ES one for each curve', () => {
    const count = (group: string) => samples.filter((each) => each.group === group).length;
    expect([count('signature'), count('key management'), count('content encryption')]).toEqual([20, 23, 8]);
    expect(new Set(samples.map(({ name }) => name)).size).toBe(samples.length);
  });

  test.each([
    ['firefox', [...NOWHERE, ...ML_DSA]],
    ['chromium', [...NOWHERE, ...ML_DSA, ...AES_192]],
    ['bare', [...NOWHERE, ...ML_DSA, ...AES_192, ...CURVE_25519]],
  ] as const)('are each about one algorithm: JavaScript does what %s lacks, and nothing else', async (name, lacked) => {
    expect([...(await doneByJavaScript(strippedRuntime(name)))].sort()).toEqual([...lacked].sort());
  });
});

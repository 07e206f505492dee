/** The page's questions put to the engine: in the worker, and on the main thread where there is none. */
import { examine, generateKey, isSignatureAlg, readCertificates, sign } from '../engine/index.ts';
import type { EngineCalls } from './messages.ts';

export const engineCalls: EngineCalls = {
  async check(input, signal) {
    const { inspection, canSign } = await examine(input, { signal });
    return { verdict: inspection.verdict, keys: inspection.keys, canSign };
  },

  async sign(input, signal) {
    const answer = await sign(input, { signal });
    return answer.signed ? { signed: true, text: answer.text } : { signed: false, message: answer.message };
  },

  async generate({ alg, modulusLength }, signal) {
    if (!isSignatureAlg(alg)) return { generated: false, code: 'alg-unknown' };
    const answer = await generateKey(alg, { signal, modulusLength });
    if (!answer.done) return { generated: false, code: answer.code };
    const { privateJwk, kid } = answer.value;
    return { generated: true, keyText: JSON.stringify(privateJwk, null, 2), kid };
  },

  async exportKey(input, signal) {
    const { exportAs } = await import('./export-key.ts');
    const answer = await exportAs(input);
    signal.throwIfAborted();
    return answer;
  },

  certificates: ({ header }, signal) => readCertificates(header, { signal }),
};

/** The page's questions put to the engine: in the worker, and on the main thread where there is none. */
import {
  atNow,
  type Examination,
  examine,
  generateKey,
  generateKeyFor,
  isContentEncryption,
  isKeyManagementAlg,
  isSignatureAlg,
  readCertificates,
  reseal,
  searchSecret,
  sign,
} from '../engine/index.ts';
import type { InspectOptions, Layer } from '../engine/types.ts';
import type { CheckInput, EngineCalls, GenerateInput, OnProgress } from './messages.ts';
import { isSameInput } from './same-input.ts';

/** The payload of an outermost JWS has been read by the page, but for one that was given apart. */
function withoutOwnPayload(layer: Layer, depth: number): Layer {
  return depth === 0 && layer.type === 'jws' ? { ...layer, payload: undefined } : layer;
}

/** Undefined where `alg` is no algorithm that keys are made for. */
async function newKey({ alg, enc = 'A256GCM', modulusLength }: GenerateInput, signal: AbortSignal) {
  if (isSignatureAlg(alg)) return generateKey(alg, { signal, modulusLength });
  if (!isKeyManagementAlg(alg) || !isContentEncryption(enc)) return undefined;
  return generateKeyFor(alg, enc, { signal, modulusLength });
}

function toldBy(onProgress: OnProgress | undefined): InspectOptions {
  return onProgress === undefined ? {} : { onProgress: (done, total, what) => onProgress({ done, total, what }) };
}

interface Last {
  readonly input: CheckInput;
  readonly examination: Promise<Examination>;
}

/** The engine; it remembers the last examination, so that what a token means is told without verifying it again. */
export function createEngineCalls(): EngineCalls {
  let last: Last | undefined;

  function examineNow(input: CheckInput, options: InspectOptions): Promise<Examination> {
    const examination = examine(input, options);
    last = { input, examination };
    return examination;
  }

  /** One that was aborted is no answer to anybody else. */
  async function examined(input: CheckInput, signal: AbortSignal): Promise<Examination> {
    const known = last !== undefined && isSameInput(last.input, input) ? last.examination : undefined;
    return (await known?.catch(() => undefined)) ?? examineNow(input, { signal });
  }

  return {
    async check(input, signal, onProgress) {
      const { inspection, canMake } = await examineNow(input, { signal, ...toldBy(onProgress) });
      const { verdict, keys, layers } = inspection;
      const own = input.detachedPayload === undefined ? layers.map(withoutOwnPayload) : layers;
      return { verdict, keys, layers: own, canMake };
    },

    async mean({ expectations, now, verifiedBefore = false, ...input }, signal) {
      const { mean } = await examined(input, signal);
      return mean(atNow({ expectations, verifiedBefore, ...(now === undefined ? {} : { now }) }), { signal });
    },

    forget() {
      last = undefined;
    },
    ...CALLS,
  };
}

/** Those that remember nothing. */
const CALLS: Omit<EngineCalls, 'check' | 'mean' | 'forget'> = {
  async sign(input, signal) {
    const answer = await sign(input, { signal });
    return answer.signed ? { signed: true, text: answer.text } : { signed: false, message: answer.message };
  },

  reseal: (input, signal, onProgress) => reseal(input, { signal, ...toldBy(onProgress) }),

  async generate(input, signal) {
    const answer = await newKey(input, signal);
    if (answer === undefined) return { generated: false, code: 'alg-unknown' };
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

  searchSecrets: (input, signal, onProgress) =>
    searchSecret(input, {
      signal,
      onProgress: onProgress && ((progress) => onProgress({ ...progress, what: 'secrets' })),
    }),
};

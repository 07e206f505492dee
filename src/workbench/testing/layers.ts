/** Answers of the engine on tokens with several layers, made up: nothing here is encrypted or signed. */
import type { Disclosure, Layer, Verdict } from '../../engine/types.ts';
import type { Checked } from '../../worker/messages.ts';
import { VERIFIED } from './hand-client.ts';
import { segmentOf } from './tokens.ts';

const segmentOfBytes = (length: number) => segmentOf('x'.repeat(length));

export const JWE_HEADER = '{"alg":"A128KW","enc":"A128GCM","kid":"outer"}';

/** A compact JWE by the letter; `mark` makes its ciphertext another one. */
export function jweOf(mark: string, header: string = JWE_HEADER): string {
  return [segmentOf(header), segmentOfBytes(24), segmentOfBytes(12), segmentOf(mark), segmentOfBytes(16)].join('.');
}

export const DECRYPTED: Verdict = {
  state: 'decrypted',
  code: 'decrypted',
  trust: 'your-key',
  by: 'webcrypto',
  message: 'Decrypted.',
  values: {},
};

export const KEY_MISSING: Verdict = { state: 'unchecked', code: 'key-missing', message: 'Needs a key.', values: {} };

export function payloadOf(text: string): NonNullable<Layer['payload']> {
  return { bytes: new TextEncoder().encode(text), text };
}

export function encrypted(content: string | undefined, verdict: Verdict = DECRYPTED): Layer {
  return {
    type: 'jwe',
    header: undefined,
    payload: content === undefined ? undefined : payloadOf(content),
    problems: [],
    verdict,
  };
}

export function signed(verdict: Verdict = VERIFIED, more: Partial<Layer> = {}): Layer {
  return { type: 'jws', header: undefined, payload: undefined, problems: [], verdict, ...more };
}

/** The last layer's verdict is the whole one's. */
export function answerOf(layers: readonly Layer[], canMake: readonly boolean[] = layers.map(() => false)): Checked {
  const keys = layers.map(() => ({ format: 'utf8', private: false, notes: [], tried: [] }));
  return { verdict: layers.at(-1)?.verdict ?? KEY_MISSING, keys, layers, canMake };
}

export function disclosure(text: string, pointer: string): Disclosure {
  return { text: segmentOf(text), digest: text, pointer, state: 'referenced' };
}

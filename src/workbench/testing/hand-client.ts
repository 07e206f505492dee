/** An engine whose answers the test gives by hand, in whatever order it likes. */
import { say } from '../../engine/messages/verdict.ts';
import type { Verdict } from '../../engine/types.ts';
import type { Answer, Checked, EngineCalls, OnProgress, Progress, Question } from '../../worker/messages.ts';

export interface Asked {
  readonly question: Question;
  readonly signal: AbortSignal;
  answer(answer: Answer['answer']): Promise<void>;
  tell(progress: Progress): void;
  fail(): Promise<void>;
}

export interface HandClient extends EngineCalls {
  readonly asked: readonly Asked[];
  /** the last question */
  last(): Asked;
}

export function handClient(): HandClient {
  const asked: Asked[] = [];

  function ask<T>(question: Question, signal: AbortSignal, onProgress?: OnProgress): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      asked.push({
        question,
        signal,
        // as T: the test gives the kind of answer that its question asks for
        answer: (answer) => settled(() => resolve(answer as T)),
        tell: (progress) => onProgress?.(progress),
        fail: () => settled(() => reject(new Error('not loaded'))),
      });
    });
  }

  return {
    asked,
    last() {
      const last = asked.at(-1);
      if (last === undefined) throw new Error('nothing was asked');
      return last;
    },
    check: (input, signal, onProgress) => ask({ call: 'check', input }, signal, onProgress),
    mean: (input, signal) => ask({ call: 'mean', input }, signal),
    sign: (input, signal) => ask({ call: 'sign', input }, signal),
    reseal: (input, signal, onProgress) => ask({ call: 'reseal', input }, signal, onProgress),
    generate: (input, signal) => ask({ call: 'generate', input }, signal),
    exportKey: (input, signal) => ask({ call: 'exportKey', input }, signal),
    certificates: (input, signal) => ask({ call: 'certificates', input }, signal),
    searchSecrets: (input, signal, onProgress) => ask({ call: 'searchSecrets', input }, signal, onProgress),
    forget: () => undefined,
  };
}

/** Lets what hangs on the promise run. */
async function settled(act: () => void): Promise<void> {
  act();
  for (let turn = 0; turn < 8; turn++) await Promise.resolve();
}

const said = (code: Parameters<typeof say>[0], values = {}) => ({ message: say(code, values), values });

export const VERIFIED: Verdict = {
  state: 'verified',
  code: 'signature-match',
  trust: 'your-key',
  by: 'webcrypto',
  ...said('signature-match', { keyWord: 'secret' }),
};
export const FAILED: Verdict = { state: 'failed', code: 'signature-mismatch', ...said('signature-mismatch') };

export function checked(verdict: Verdict, canSign = false): Checked {
  return {
    verdict,
    keys: [{ format: 'utf8', private: false, notes: [], tried: [] }],
    layers: [],
    canMake: [canSign],
  };
}

/** How making layers is watched and stopped. */
import type { Runtime } from '../crypto/answer.ts';
import type { EncryptOptions } from '../crypto/jwe/encrypt.ts';
import type { InspectOptions } from '../types.ts';
import { MAX_PBES2_ROUNDS } from '../verdict/context.ts';

export interface SealOptions extends InspectOptions {
  /** stands for `globalThis.crypto`, so that tests can take parts of WebCrypto away */
  readonly runtime?: Runtime | undefined;
}

export function encryptingWith(
  { signal, runtime, onProgress }: SealOptions,
  maxPbes2Rounds: number | undefined,
): EncryptOptions {
  return {
    signal,
    runtime,
    maxPbes2Rounds: maxPbes2Rounds ?? MAX_PBES2_ROUNDS,
    onProgress: (done, total) => onProgress?.(done, total, 'pbes2'),
  };
}

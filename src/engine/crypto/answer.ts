/** What every function of this folder answers with, and what all of them may be given. */
import type { DoneBy } from '../types.ts';
import type { Fit } from './algorithms.ts';

/**
 * Why something was not done. None of these says anything about the signature.
 * - `key-unfit`: the key may not be used with this `alg`; `fitOf` says why
 * - `empty-key`: a secret of no bytes, see `emptySecretMatches`
 * - `private-key-needed`: signing with a public key
 * - `insecure-context`: WebCrypto is needed, and the runtime offers none (a page over plain http)
 * - `runtime-lacks`: WebCrypto is there without this algorithm, and nothing else does it
 * - `key-refused`: the runtime or library takes this kind of key, and not this one
 * - `not-loaded`: the code for this algorithm did not arrive
 */
export type NotDone =
  | { readonly done: false; readonly code: 'key-unfit'; readonly fit: Exclude<Fit, 'fits' | 'empty'> }
  | {
      readonly done: false;
      readonly code:
        | 'empty-key'
        | 'private-key-needed'
        | 'insecure-context'
        | 'runtime-lacks'
        | 'key-refused'
        | 'not-loaded';
    };

export type CryptoAnswer<T> = { readonly done: true; readonly value: T; readonly by: DoneBy } | NotDone;

/** The part of `globalThis.crypto` that matters here; `subtle` is missing on a page that came over plain http. */
export interface Runtime {
  readonly subtle?: SubtleCrypto | undefined;
}

export interface CryptoOptions {
  /** the promise rejects with its reason, and with nothing else */
  readonly signal?: AbortSignal | undefined;
  /** `globalThis.crypto` when left out */
  readonly runtime?: Runtime | undefined;
}

export function notDone(code: Exclude<NotDone['code'], 'key-unfit'>): NotDone {
  return { done: false, code };
}

/** What came of asking a runtime or library: undefined means that it refused the key. */
export function answered<T>(value: T | undefined, by: DoneBy): CryptoAnswer<T> {
  return value === undefined ? notDone('key-refused') : { done: true, value, by };
}

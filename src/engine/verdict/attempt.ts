/** What came of one key on offer: used, or passed over with the reason. */

import type { NotDone } from '../crypto/answer.ts';
import type { DecryptNote } from '../crypto/jwe/decrypt.ts';
import type { KeyMaterial, SecretReading } from '../keys/shapes.ts';
import type { DoneBy } from '../types.ts';
import type { Offer } from './offers.ts';

export type Miss =
  | {
      readonly reason: 'kty' | 'public-as-secret' | 'crv' | 'size' | 'alg' | 'use' | 'key_ops';
      readonly key: KeyMaterial | undefined;
    }
  /** `another-layer`: it opened or verified another part of this token, and this part names another key or none */
  | { readonly reason: 'empty' | 'kid' | 'unreadable' | 'another-layer' };

export type NotDoneHere = Exclude<NotDone['code'], 'key-unfit' | 'empty-key' | 'private-key-needed'>;

export type Attempt =
  | { readonly outcome: 'verified'; readonly offer: Offer; readonly by: DoneBy; readonly reading?: SecretReading }
  | {
      readonly outcome: 'decrypted';
      readonly offer: Offer;
      readonly by: DoneBy;
      readonly reading?: SecretReading;
      readonly plaintext: Uint8Array<ArrayBuffer>;
      readonly notes: readonly DecryptNote[];
    }
  /** the work was done and the answer is no; `readings` of a secret that were tried */
  | { readonly outcome: 'failed'; readonly offer: Offer; readonly readings: readonly SecretReading[] }
  | { readonly outcome: 'not-decrypted'; readonly offer: Offer; readonly readings: readonly SecretReading[] }
  /** an ECDSA signature in DER; whether the same r and s in JOSE's form would verify */
  | { readonly outcome: 'failed-der'; readonly offer: Offer; readonly wouldMatch: boolean }
  | { readonly outcome: 'skipped'; readonly offer: Offer; readonly miss: Miss }
  /** the password was not tried: more rounds than are allowed */
  | { readonly outcome: 'rounds'; readonly offer: Offer; readonly rounds: number }
  /** a parameter of the header that nothing can be done with, whatever the key is */
  | { readonly outcome: 'header'; readonly offer: Offer; readonly name: string; readonly reason: string }
  | { readonly outcome: 'not-done'; readonly offer: Offer; readonly code: NotDoneHere };

/** An answer of the cryptography that fit and emptiness, asked before, should have spared: 'refused' claims nothing. */
export function notDoneHere(code: NotDone['code']): NotDoneHere {
  return code === 'key-unfit' || code === 'empty-key' || code === 'private-key-needed' ? 'key-refused' : code;
}

/** A text that was not said to be a secret is no key where none is needed; one with a chosen encoding is of the wrong kind. */
export function secretMiss(offer: Offer): Miss {
  const saidToBeSecret = offer.input.encoding !== undefined && offer.input.encoding !== 'auto';
  return saidToBeSecret ? { reason: 'kty', key: undefined } : { reason: 'unreadable' };
}

/** A key text that could not be read: empty where a secret was wanted. */
export function unreadableMiss(offer: Extract<Offer, { kind: 'unreadable' }>, needsSecret: boolean): Miss {
  const isEmpty = offer.report.problem?.code === 'empty' && needsSecret;
  return { reason: isEmpty ? 'empty' : 'unreadable' };
}

/** What making a layer anew answers. */
import type { NotDone } from '../crypto/answer.ts';
import type { EncryptNotDone } from '../crypto/jwe/encrypt.ts';
import type { SealRefusal } from '../messages/seal.ts';
import type { DoneBy, Values } from '../types.ts';

export type Made =
  /** `text`: the token alone. `by` is left out where no key was used */
  { readonly made: true; readonly text: string; readonly by?: DoneBy } | Refusal;

export interface Refusal {
  readonly made: false;
  readonly code: SealRefusal;
  readonly values: Values;
}

export function refusal(code: SealRefusal, values: Values = {}): Refusal {
  return { made: false, code, values };
}

/** By JavaScript if any part of it was. */
export function together(one: DoneBy | undefined, other: DoneBy | undefined): DoneBy | undefined {
  return one === 'javascript' || other === undefined ? one : other;
}

/** What the cryptography did not do. */
export function refusalOf(answer: NotDone | EncryptNotDone, alg: string): Refusal {
  switch (answer.code) {
    case 'insecure-context':
    case 'runtime-lacks':
    case 'not-loaded':
    case 'decrypt-only':
    case 'content-key-fixed':
      return refusal(answer.code, { alg });
    case 'header-member':
      return refusal('header-parameter', { alg, name: answer.member });
    case 'pbes2-rounds':
      return refusal('pbes2-rounds', { rounds: answer.rounds, limit: answer.maxRounds });
    case 'key-unfit':
    case 'empty-key':
    case 'private-key-needed':
    case 'key-refused':
    case 'point-not-on-curve':
    case 'encrypted-key-not-empty':
      return refusal('key-refused', { alg });
    default:
      return answer satisfies never;
  }
}

/** What decrypting and encrypting answer with. */
import type { DoneBy } from '../../types.ts';
import type { NoPoint } from '../agreement/shared-secret.ts';
import type { CryptoAnswer, CryptoOptions, NotDone } from '../answer.ts';
import type { HeaderMember } from '../header-member.ts';
import type { OnRounds, TooManyRounds } from '../pbes2/derive.ts';

/** `dir` and `ECDH-ES` have no encrypted key, and this token has one (RFC 7516 section 5.2 step 10). */
export interface EncryptedKeyNotEmpty {
  readonly done: false;
  readonly code: 'encrypted-key-not-empty';
}

/**
 * The work was not done, which says nothing about the key or the token's being whole.
 * - `header-member`: a header parameter that this `alg` needs cannot be used as it stands
 * - `pbes2-rounds`: more rounds than were allowed
 * - `point-not-on-curve`: `epk` is no point that may be computed with
 */
export type JweNotDone = NotDone | HeaderMember | TooManyRounds | NoPoint | EncryptedKeyNotEmpty;

/** Undefined: the key is another one, or what was encrypted was changed. A real no. */
export type Opened = CryptoAnswer<Uint8Array<ArrayBuffer> | undefined>;

export interface Pbes2Options extends CryptoOptions {
  /** more rounds of PBKDF2 than these are not begun; 1,200,000 when left out */
  readonly maxPbes2Rounds?: number | undefined;
  /** rounds of PBKDF2 */
  readonly onProgress?: OnRounds | undefined;
}

/** By whom something was done in several steps: by JavaScript if any of them was. */
export function together(one: DoneBy, other: DoneBy): DoneBy {
  return one === other ? one : 'javascript';
}

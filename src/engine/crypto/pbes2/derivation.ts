/** One run of PBKDF2 as PBES2 needs it. */

export interface Derivation {
  readonly hash: 'SHA-256' | 'SHA-384' | 'SHA-512';
  readonly password: Uint8Array;
  readonly salt: Uint8Array;
  readonly rounds: number;
  /** bytes of the key: at most as many as the hash has */
  readonly length: 16 | 24 | 32;
}

/**
 * Told about ten times a second how many of `total` rounds are done. `estimated`: WebCrypto does all rounds in one call
 * that says nothing until it ends, so the number follows from the pace of a short run before it; it stays below `total`
 * until the end.
 */
export type OnRounds = (done: number, total: number, estimated: boolean) => void;

export const MS_BETWEEN_REPORTS = 100;

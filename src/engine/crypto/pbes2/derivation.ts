/** One run of PBKDF2 as PBES2 needs it. */

export interface Derivation {
  readonly hash: 'SHA-256' | 'SHA-384' | 'SHA-512';
  readonly password: Uint8Array;
  readonly salt: Uint8Array;
  readonly rounds: number;
  /** bytes of the key: at most as many as the hash has */
  readonly length: 16 | 24 | 32;
}

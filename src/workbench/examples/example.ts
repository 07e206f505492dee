/** A token to begin with, and the key that goes into the key box with it. Title and note stand in words. */
export interface Example {
  readonly id: ExampleId;
  readonly token: string;
  /** '' where there is none to give */
  readonly key: string;
  /** the content of a token that leaves it out */
  readonly detached?: string;
}

/** In the order in which they are offered. */
export const EXAMPLE_IDS = [
  'hs256',
  'hs384',
  'hs512',
  'rs256',
  'rs384',
  'rs512',
  'ps256',
  'ps384',
  'ps512',
  'es256',
  'es384',
  'es512',
  'es256k',
  'eddsa',
  'ed25519',
  'ed448',
  'ml-dsa-44',
  'ml-dsa-65',
  'ml-dsa-87',
  'encrypted',
  'key-agreement',
  'password',
  'nested',
  'two-signatures',
  'detached',
  'sd-jwt',
  'dpop',
  'expired',
  'tampered',
  'unsecured',
  'wrong-key',
  'key-confusion',
  'changed-ciphertext',
  'foreign-disclosure',
] as const;

export type ExampleId = (typeof EXAMPLE_IDS)[number];

export function isExampleId(id: string): id is ExampleId {
  return EXAMPLE_IDS.some((known) => known === id);
}

/** What all layers of one inspection share. */
import type { Runtime } from '../crypto/answer.ts';
import type { InspectInput, InspectOptions } from '../types.ts';
import type { Offer, Offers } from './offers.ts';
import type { TokenKey } from './token-key.ts';

export interface LayerOptions extends InspectOptions {
  readonly runtime?: Runtime | undefined;
}

export interface LayerContext {
  readonly input: InspectInput;
  /** of your keys; undefined where none was given */
  readonly offers: Offers | undefined;
  /** the key that a token brings, read */
  readonly offersOfTokenKey: (tokenKey: TokenKey) => Promise<Offers>;
  readonly options: LayerOptions;
  /** keys that have opened or verified a layer around this one */
  readonly spoken: ReadonlySet<Offer>;
  readonly layer: number;
}

/** Rounds of PBKDF2 that are done without asking: twice what OWASP advises for SHA-256. */
export const MAX_PBES2_ROUNDS = 1_200_000;
/** Bytes that a compressed content may inflate to. */
export const MAX_INFLATED_BYTES = 10_000_000;
/** Layers that are opened; what is nested deeper is named. */
export const MAX_LAYERS = 8;

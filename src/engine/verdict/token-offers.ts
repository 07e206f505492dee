import { readKey } from '../keys/read.ts';
import { type Offers, offersOf } from './offers.ts';
import type { TokenKey } from './token-key.ts';

/** The key that a token brings along, as what is on offer. */
export async function readTokenKeyOffers({ text }: TokenKey): Promise<Offers> {
  return offersOf([{ text }], [await readKey({ text })]);
}

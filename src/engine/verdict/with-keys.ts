/** What `inspect` loads where the letters alone do not decide. */

export { examineLayers } from './layers.ts';
export { canMakeLayers } from './making.ts';
export { offersOf } from './offers.ts';
export { reportsAfter } from './reports.ts';
export { signerOf } from './signer.ts';
export { readTokenKeyOffers } from './token-offers.ts';

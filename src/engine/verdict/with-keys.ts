/** What `inspect` loads once there is a key. */
export { judge } from './judge.ts';
export { offersOf } from './offers.ts';
export { reportsAfter } from './reports.ts';
export { signerOf } from './signer.ts';

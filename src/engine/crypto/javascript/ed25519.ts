import { ed25519 } from '@noble/curves/ed25519.js';
import { edwardsScheme } from './edwards.ts';

export const ed25519Scheme = edwardsScheme('Ed25519', ed25519);

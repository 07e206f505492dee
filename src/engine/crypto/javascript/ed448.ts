import { ed448 } from '@noble/curves/ed448.js';
import { edwardsScheme } from './edwards.ts';

export const ed448Scheme = edwardsScheme('Ed448', ed448);

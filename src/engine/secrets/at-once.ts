/** A look at the few secrets that one meets most, without a promise: it costs about a millisecond. */
import { hmac } from '@noble/hashes/hmac.js';
import { encodeUtf8 } from '../token/utf8.ts';
import type { SignedBytes } from '../verdict/attempt-verify.ts';
import { USUAL_SECRETS } from './known-secrets.ts';
import { isSameMac, nobleHashOf } from './mac-tests.ts';

/** Bytes that are hashed at most; a long token is left to the search. */
const MOST_BYTES = 100_000;

/** Blocks of the key, and the outer hash (RFC 2104). */
const BYTES_BESIDE = 256;

/** Answers whether one of the usual secrets made the MAC, as far as the token is short enough to try them. */
export function isMadeWithUsualSecret({ alg, signingInput, signature }: SignedBytes): boolean {
  const hash = nobleHashOf(alg);
  if (hash === undefined || signature.length !== hash.outputLen) return false;
  const count = Math.floor(MOST_BYTES / (signingInput.length + BYTES_BESIDE));
  return USUAL_SECRETS.slice(0, count).some((text) => isSameMac(hmac(hash, encodeUtf8(text), signingInput), signature));
}

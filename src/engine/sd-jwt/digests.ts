/** The digests of disclosures (RFC 9901 section 4.2.3). */
import type { CryptoOptions } from '../crypto/answer.ts';
import { digest, isKnownHash } from '../crypto/digest.ts';
import { encodeBase64url } from '../token/base64url.ts';
import { encodeUtf8 } from '../token/utf8.ts';
import type { DoneBy, Json } from '../types.ts';

/** Section 4.1.1. */
const DEFAULT_HASH = 'sha-256';

export type DigestsAnswer =
  | {
      readonly done: true;
      /** the hash that was used */
      readonly hash: string;
      /** one for each disclosure, base64url */
      readonly digests: readonly string[];
      readonly by: DoneBy;
    }
  /** `hash-unknown`: nobody here knows it; `not-loaded`: the code for it did not arrive */
  | { readonly done: false; readonly code: 'hash-unknown' | 'not-loaded'; readonly hash: string };

/** The hash that a payload's `_sd_alg` names. Anything but a string names none, and is a fault of the claims. */
export function hashNameOf(sdAlg: Json | undefined): string {
  return typeof sdAlg === 'string' ? sdAlg : DEFAULT_HASH;
}

/** What `digest` is asked for at once. */
const BATCH = 256;

/**
 * The digest of each disclosure: over the ASCII characters as they stand, not over what they decode to. Rejects only
 * with the reason of `options.signal`.
 */
export async function digestsOf(
  disclosures: readonly string[],
  sdAlg: Json | undefined,
  options: CryptoOptions = {},
): Promise<DigestsAnswer> {
  const hash = hashNameOf(sdAlg);
  if (!isKnownHash(hash)) return { done: false, code: 'hash-unknown', hash };
  const digests: string[] = [];
  let by: DoneBy = 'webcrypto';
  for (let at = 0; at < disclosures.length; at += BATCH) {
    const batch = disclosures.slice(at, at + BATCH);
    for (const made of await Promise.all(batch.map((text) => digest(hash, encodeUtf8(text), options)))) {
      if (made === undefined) return { done: false, code: 'not-loaded', hash };
      digests.push(encodeBase64url(made.bytes));
      by = made.by;
    }
  }
  return { done: true, hash, digests, by };
}

/** The digest of one text, base64url; undefined as in `digest`. */
export async function digestOfText(hash: string, text: string, options: CryptoOptions): Promise<string | undefined> {
  const made = await digest(hash, encodeUtf8(text), options);
  return made && encodeBase64url(made.bytes);
}

/** Disclosures from their texts to the processed payload, in one call. */
import type { CryptoOptions } from '../crypto/answer.ts';
import { ownMember } from '../token/json-kind.ts';
import type { DoneBy, JsonObject } from '../types.ts';
import { digestsOf } from './digests.ts';
import { type DisclosureContent, decodeDisclosure } from './disclosure.ts';
import { type ProcessedSdJwt, processDisclosures } from './process.ts';

export type OpenedDisclosures =
  | { readonly done: true; readonly hash: string; readonly by: DoneBy; readonly processed: ProcessedSdJwt }
  /** the disclosures can be read, and not be told to belong to the token */
  | {
      readonly done: false;
      readonly code: 'hash-unknown' | 'not-loaded';
      readonly hash: string;
      readonly contents: readonly DisclosureContent[];
    };

/**
 * Opens the disclosures of an SD-JWT whose payload is `payload` (RFC 9901 section 7.1, step 3). A payload that is no
 * JSON object has no digests: give `{}`, and every disclosure is unreferenced. Rejects only with the reason of
 * `options.signal`.
 */
export async function openDisclosures(
  payload: JsonObject,
  disclosures: readonly string[],
  options: CryptoOptions = {},
): Promise<OpenedDisclosures> {
  const answer = await digestsOf(disclosures, ownMember(payload, '_sd_alg'), options);
  if (!answer.done) return { ...answer, contents: disclosures.map(decodeDisclosure) };
  const { hash, by, digests } = answer;
  return { done: true, hash, by, processed: processDisclosures(payload, disclosures, digests) };
}

/** From the issuer's payload and the disclosures to the processed payload (RFC 9901 section 7.1, steps 3 to 5). */
import type { Disclosure, Json, JsonObject } from '../types.ts';
import { buildPayload, type Spot } from './build.ts';
import { type DisclosureContent, decodeDisclosure } from './disclosure.ts';
import { faultsInOrder, type SdFault, type Source } from './fault.ts';
import { findReferences, type PlacedDigest } from './references.ts';

export interface ProcessedDisclosure {
  readonly text: string;
  /** base64url, by `_sd_alg` */
  readonly digest: string;
  readonly content: DisclosureContent;
  readonly state: Disclosure['state'];
  /** what holds its digest: the payload, or another disclosure; undefined where nothing does */
  readonly parent: Source | undefined;
  /** in the processed payload; undefined where its value was not put there */
  readonly pointer: string | undefined;
}

/**
 * A digest for which no disclosure was sent. Whether it hides a claim or is a decoy (section 4.2.5) only the issuer and
 * the holder can tell.
 */
export interface HiddenDigest {
  readonly digest: string;
  readonly kind: PlacedDigest['kind'];
  readonly within: Source;
  /** JSON pointer of the digest in `within` */
  readonly pointer: string;
  /** the object or array of the processed payload that it belongs to; undefined where that was not put there */
  readonly spot: Spot | undefined;
}

export interface ProcessedSdJwt {
  readonly processedPayload: JsonObject;
  /** one for each that was sent, in the same order */
  readonly disclosures: readonly ProcessedDisclosure[];
  readonly hidden: readonly HiddenDigest[];
  /** those that decide first come first; any of them makes a verifier refuse the SD-JWT */
  readonly faults: readonly SdFault[];
}

/**
 * Puts the disclosures in place. `disclosures` are their texts as they stand in the token, `digests` one for each by
 * `digestsOf`. The processed payload has what could be put in place, also where there are faults; reserved names are
 * gone from it. Claims that were disclosed follow those that were there, in the order of `_sd`. Never throws for JSON
 * that `parseJson` has read.
 */
export function processDisclosures(
  payload: JsonObject,
  disclosures: readonly string[],
  digests: readonly string[],
): ProcessedSdJwt {
  const contents = disclosures.map(decodeDisclosure);
  const { placed, states, faults } = findReferences(payload, contents, digests);
  const built = buildPayload(payload, contents, placed);
  return {
    processedPayload: built.payload,
    disclosures: disclosures.map((text, index) => {
      const digest = digests[index] ?? '';
      const content = contents[index] ?? decodeDisclosure(text);
      const state = states[index] ?? 'malformed';
      const isFirst = placed.get(digest)?.disclosure === index;
      const pointer = isFirst ? built.pointers.get(index) : undefined;
      return { text, digest, content, state, parent: placed.get(digest)?.within, pointer };
    }),
    hidden: [...placed.values()]
      .filter(({ disclosure }) => disclosure === undefined)
      .map(({ digest, kind, within, pointer }) => ({ digest, kind, within, pointer, spot: built.spots.get(digest) })),
    faults: faultsInOrder([...faults, ...built.faults]),
  };
}

/** A disclosure as the engine's door answers with it. */
export function disclosureOf({ text, digest, content, state, pointer }: ProcessedDisclosure): Disclosure {
  const place = pointer === undefined ? {} : { pointer };
  if (!content.ok) return { text, digest, state, ...place };
  const { salt, value }: { salt: string; value: Json } = content;
  const name = content.kind === 'object-property' ? { name: content.name } : {};
  return { text, digest, salt, ...name, value, state, ...place };
}

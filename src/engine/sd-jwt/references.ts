/** Which digest belongs to which disclosure, and where it stands (RFC 9901 section 7.1, steps 3.b, 3.c, 4 and 5). */
import type { Disclosure, Json, JsonObject } from '../types.ts';
import type { DisclosureContent } from './disclosure.ts';
import { type EmbeddedDigest, embeddedDigests } from './embedded-digests.ts';
import type { SdFault, Source } from './fault.ts';

/** The first place of a digest; at any further place it is a fault. */
export interface PlacedDigest extends EmbeddedDigest {
  readonly within: Source;
  /** index of the disclosure with this digest; undefined where none was sent */
  readonly disclosure: number | undefined;
}

export interface References {
  /** by digest, in the order in which they were found: the payload's first, then those of the disclosures found so */
  readonly placed: ReadonlyMap<string, PlacedDigest>;
  /** of each disclosure */
  readonly states: readonly Disclosure['state'][];
  readonly faults: readonly SdFault[];
}

/**
 * Goes from the payload along the digests to every disclosure that belongs to it. It works by a list instead of calling
 * itself, since disclosures may be chained by the thousand. A disclosure is gone through once, so digests in a circle
 * come to an end.
 */
export function findReferences(
  payload: JsonObject,
  contents: readonly DisclosureContent[],
  digests: readonly string[],
): References {
  const sent = firstIndexes(digests);
  const placed = new Map<string, PlacedDigest>();
  const faults: SdFault[] = [];
  const twice = new Set<number>();
  const queue: { within: Source; value: Json }[] = [{ within: 'payload', value: payload }];
  for (const { within, value } of queue) {
    const found = embeddedDigests(value, within === 'payload');
    for (const { reason, pointer } of found.faults) faults.push({ code: 'sd-claims-invalid', reason, within, pointer });
    for (const embedded of found.digests) {
      const disclosure = sent.get(embedded.digest);
      if (placed.has(embedded.digest)) {
        faults.push(foundTwice(disclosure, within, embedded.pointer));
        if (disclosure !== undefined) twice.add(disclosure);
        continue;
      }
      placed.set(embedded.digest, { ...embedded, within, disclosure });
      const content = disclosure === undefined ? undefined : contents[disclosure];
      if (disclosure !== undefined && content?.ok) queue.push({ within: disclosure, value: content.value });
    }
  }
  const states = contents.map((content, index): Disclosure['state'] => {
    const digest = digests[index] ?? '';
    const place = placed.get(digest);
    if (!content.ok || (place !== undefined && place.kind !== content.kind)) return 'malformed';
    if (sent.get(digest) !== index || twice.has(index)) return 'duplicate';
    return place === undefined ? 'unreferenced' : 'referenced';
  });
  return { placed, states, faults: [...faults, ...disclosureFaults(contents, digests, sent, placed)] };
}

function firstIndexes(digests: readonly string[]): ReadonlyMap<string, number> {
  const first = new Map<string, number>();
  for (const [index, digest] of digests.entries()) if (!first.has(digest)) first.set(digest, index);
  return first;
}

function foundTwice(disclosure: number | undefined, within: Source, pointer: string): SdFault {
  return disclosure === undefined
    ? { code: 'sd-claims-invalid', reason: 'digest-twice', within, pointer }
    : { code: 'disclosure-duplicate', reason: 'digest-twice', disclosure, within, pointer };
}

/** What is wrong with each disclosure itself: at most one fault for each. */
function disclosureFaults(
  contents: readonly DisclosureContent[],
  digests: readonly string[],
  sent: ReadonlyMap<string, number>,
  placed: ReadonlyMap<string, PlacedDigest>,
): readonly SdFault[] {
  return contents.flatMap((content, disclosure): SdFault[] => {
    const digest = digests[disclosure] ?? '';
    const place = placed.get(digest);
    if (!content.ok) return [{ code: 'disclosure-malformed', reason: content.reason, disclosure }];
    if (place !== undefined && place.kind !== content.kind)
      return [{ code: 'disclosure-malformed', reason: 'other-kind', disclosure }];
    if (sent.get(digest) !== disclosure) return [{ code: 'disclosure-duplicate', reason: 'sent-twice', disclosure }];
    return place === undefined ? [{ code: 'disclosure-unreferenced', reason: 'no-digest', disclosure }] : [];
  });
}

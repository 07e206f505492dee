/** The digests that a JSON value holds in `_sd` and `...` (RFC 9901 section 4.2.4). */
import { isJsonArray, isJsonObject, ownMember } from '../token/json-kind.ts';
import { escapeToken } from '../token/json-pointer.ts';
import type { Json, JsonObject } from '../types.ts';
import type { DisclosureKind } from './disclosure.ts';
import type { ClaimReason } from './fault.ts';

export interface EmbeddedDigest {
  readonly digest: string;
  /** the kind of disclosure that belongs to it */
  readonly kind: DisclosureKind;
  /** of the string in `_sd`, or of the array's element that holds `...` */
  readonly pointer: string;
}

export interface ClaimFault {
  readonly reason: ClaimReason;
  readonly pointer: string;
}

export interface EmbeddedDigests {
  readonly digests: readonly EmbeddedDigest[];
  readonly faults: readonly ClaimFault[];
}

interface Search {
  readonly digests: EmbeddedDigest[];
  readonly faults: ClaimFault[];
}

/** Members that carry digests and are never claims themselves; step 3 of section 7.1 takes them away. */
const RESERVED: ReadonlySet<string> = new Set(['_sd', '...', '_sd_alg']);

export function isReserved(name: string): boolean {
  return RESERVED.has(name);
}

/**
 * Every digest in the value, in the order of the text, without looking into disclosures. `isPayload` allows `_sd_alg` at
 * the top, which must be a string. A misuse of the reserved names is a fault, and what can be made of it is taken all
 * the same: of an `_sd` that has other things in it, its strings.
 */
export function embeddedDigests(value: Json, isPayload: boolean): EmbeddedDigests {
  const search: Search = { digests: [], faults: [] };
  if (isPayload && isJsonObject(value)) searchPayload(search, value);
  else searchValue(search, value, '');
  return search;
}

function searchPayload(search: Search, payload: JsonObject): void {
  const sdAlg = ownMember(payload, '_sd_alg');
  if (sdAlg !== undefined && typeof sdAlg !== 'string') {
    search.faults.push({ reason: 'sd-alg-not-string', pointer: '/_sd_alg' });
  }
  if (Object.hasOwn(payload, '...')) search.faults.push({ reason: 'dots-misplaced', pointer: '/...' });
  searchMembers(search, payload, '');
}

function searchValue(search: Search, value: Json, pointer: string): void {
  if (isJsonArray(value)) searchItems(search, value, pointer);
  else if (isJsonObject(value)) {
    if (Object.hasOwn(value, '...')) search.faults.push({ reason: 'dots-misplaced', pointer: `${pointer}/...` });
    searchNestedObject(search, value, pointer);
  }
}

function searchNestedObject(search: Search, object: JsonObject, pointer: string): void {
  if (Object.hasOwn(object, '_sd_alg')) {
    search.faults.push({ reason: 'sd-alg-misplaced', pointer: `${pointer}/_sd_alg` });
  }
  searchMembers(search, object, pointer);
}

function searchItems(search: Search, items: readonly Json[], pointer: string): void {
  for (const [index, item] of items.entries()) {
    // most items are scalars, which need no pointer
    if (typeof item !== 'object' || item === null) continue;
    const place = `${pointer}/${index}`;
    const element = elementOf(item);
    if (element.kind === 'digest') {
      search.digests.push({ digest: element.digest, kind: 'array-element', pointer: place });
    } else if (element.kind === 'fault') {
      search.faults.push({ reason: element.reason, pointer: place });
      if (isJsonObject(item)) searchNestedObject(search, item, place);
    } else {
      searchValue(search, item, place);
    }
  }
}

function searchMembers(search: Search, object: JsonObject, pointer: string): void {
  const sd = ownMember(object, '_sd');
  if (sd !== undefined && !isStrings(sd)) search.faults.push({ reason: 'sd-not-strings', pointer: `${pointer}/_sd` });
  for (const { digest, index } of digestsIn(sd)) {
    search.digests.push({ digest, kind: 'object-property', pointer: `${pointer}/_sd/${index}` });
  }
  for (const [name, member] of Object.entries(object)) {
    if (isReserved(name) || typeof member !== 'object' || member === null) continue;
    searchValue(search, member, `${pointer}/${escapeToken(name)}`);
  }
}

function isStrings(value: Json): boolean {
  return isJsonArray(value) && value.every((item) => typeof item === 'string');
}

/** The strings of an `_sd`, with their places in it. */
export function digestsIn(sd: Json | undefined): readonly { readonly digest: string; readonly index: number }[] {
  if (!isJsonArray(sd)) return [];
  return sd.flatMap((digest, index) => (typeof digest === 'string' ? [{ digest, index }] : []));
}

export type ArrayElement =
  /** `{"...": "<digest>"}` */
  | { readonly kind: 'digest'; readonly digest: string }
  | { readonly kind: 'fault'; readonly reason: 'dots-not-string' | 'dots-with-others' }
  | { readonly kind: 'plain' };

/** What an element of an array is by section 4.2.4.2. */
export function elementOf(item: Json): ArrayElement {
  if (!isJsonObject(item) || !Object.hasOwn(item, '...')) return { kind: 'plain' };
  const digest = ownMember(item, '...');
  if (Object.keys(item).length > 1) return { kind: 'fault', reason: 'dots-with-others' };
  return typeof digest === 'string' ? { kind: 'digest', digest } : { kind: 'fault', reason: 'dots-not-string' };
}

/** Builds the processed payload: disclosed values in place of their digests (RFC 9901 section 7.1, step 3). */
import { isJsonArray, isJsonObject, ownMember } from '../token/json-kind.ts';
import { escapeToken } from '../token/json-pointer.ts';
import { MAX_JSON_DEPTH } from '../token/json-scan.ts';
import type { Json, JsonObject } from '../types.ts';
import type { DisclosureContent } from './disclosure.ts';
import { digestsIn, elementOf, isReserved } from './embedded-digests.ts';
import type { SdFault, Source } from './fault.ts';
import type { PlacedDigest } from './references.ts';

/** A place in the processed payload where something is hidden. */
export interface Spot {
  /** JSON pointer of the object or array */
  readonly parent: string;
  /** of an array: how many of its elements in the processed payload come before; 0 for an object, where nothing does */
  readonly before: number;
}

export interface BuiltPayload {
  readonly payload: JsonObject;
  /** where the value of each disclosure stands, by its index */
  readonly pointers: ReadonlyMap<number, string>;
  /** by digest, of those for which no disclosure was sent */
  readonly spots: ReadonlyMap<string, Spot>;
  readonly faults: readonly SdFault[];
}

interface Build {
  readonly contents: readonly DisclosureContent[];
  readonly placed: ReadonlyMap<string, PlacedDigest>;
  readonly pointers: Map<number, string>;
  readonly spots: Map<string, Spot>;
  readonly faults: SdFault[];
}

/** Where the building is: in what was read, and in what is made of it. */
interface Place {
  readonly within: Source;
  readonly pointer: string;
  readonly target: string;
  /** objects and arrays around, in what is made */
  readonly depth: number;
}

/** `placed` tells for each digest its first place; at any other, and without a fitting disclosure, nothing is put. */
export function buildPayload(
  payload: JsonObject,
  contents: readonly DisclosureContent[],
  placed: ReadonlyMap<string, PlacedDigest>,
): BuiltPayload {
  const build: Build = { contents, placed, pointers: new Map(), spots: new Map(), faults: [] };
  const top = { within: 'payload', pointer: '', target: '', depth: 0 } as const;
  const built = buildObject(build, payload, top);
  return { payload: built, pointers: build.pointers, spots: build.spots, faults: build.faults };
}

/** Undefined where objects and arrays would nest deeper than JSON is read here: chained disclosures can do that. */
function buildValue(build: Build, value: Json, place: Place): Json | undefined {
  if (typeof value !== 'object' || value === null) return value;
  if (place.depth >= MAX_JSON_DEPTH) {
    const { within, pointer } = place;
    build.faults.push({ code: 'sd-claims-invalid', reason: 'too-deep', within, pointer });
    return undefined;
  }
  if (isJsonArray(value)) return buildArray(build, value, place);
  return isJsonObject(value) ? buildObject(build, value, place) : undefined;
}

function buildArray(build: Build, items: readonly Json[], place: Place): Json {
  const made: Json[] = [];
  for (const [index, item] of items.entries()) {
    if (typeof item !== 'object' || item === null) {
      made.push(item);
      continue;
    }
    const pointer = `${place.pointer}/${index}`;
    const target = `${place.target}/${made.length}`;
    const element = elementOf(item);
    let value: Json | undefined;
    if (element.kind === 'plain') {
      value = buildValue(build, item, { ...place, pointer, target, depth: place.depth + 1 });
    } else if (element.kind === 'digest') {
      const disclosure = disclosureAt(build, element.digest, place, pointer, made.length);
      value = disclosure && buildDisclosed(build, disclosure, target, place.depth + 1);
    } else if (element.reason === 'dots-with-others') {
      value = buildValue(build, item, { ...place, pointer, target, depth: place.depth + 1 });
    }
    if (value !== undefined) made.push(value);
  }
  return made;
}

function buildObject(build: Build, object: JsonObject, place: Place): JsonObject {
  const made: [name: string, value: Json][] = [];
  const names = new Set<string>();
  for (const [name, member] of Object.entries(object)) {
    if (isReserved(name)) continue;
    names.add(name);
    const value = buildValue(build, member, below(place, name));
    if (value !== undefined) made.push([name, value]);
  }
  for (const { digest, index } of digestsIn(ownMember(object, '_sd'))) {
    const pointer = `${place.pointer}/_sd/${index}`;
    const disclosure = disclosureAt(build, digest, place, pointer, 0);
    if (disclosure?.content.kind !== 'object-property') continue;
    const { name } = disclosure.content;
    const reason = isReserved(name) ? 'sd-alg-disclosed' : names.has(name) ? 'name-exists' : undefined;
    if (reason !== undefined) {
      const { within } = place;
      build.faults.push({ code: 'sd-claims-invalid', reason, disclosure: disclosure.index, name, within, pointer });
      continue;
    }
    names.add(name);
    const target = `${place.target}/${escapeToken(name)}`;
    const value = buildDisclosed(build, disclosure, target, place.depth + 1);
    if (value !== undefined) made.push([name, value]);
  }
  // not by assignment, which for the name __proto__ would set something else
  return Object.fromEntries(made);
}

function below(place: Place, name: string): Place {
  const token = `/${escapeToken(name)}`;
  return { ...place, pointer: place.pointer + token, target: place.target + token, depth: place.depth + 1 };
}

interface Disclosed {
  readonly index: number;
  readonly content: DisclosureContent & { readonly ok: true };
}

/** The disclosure that belongs where this digest stands. A digest without one is noted as hidden there. */
function disclosureAt(
  build: Build,
  digest: string,
  place: Place,
  pointer: string,
  before: number,
): Disclosed | undefined {
  const placed = build.placed.get(digest);
  if (placed === undefined || placed.within !== place.within || placed.pointer !== pointer) return undefined;
  if (placed.disclosure === undefined) {
    build.spots.set(digest, { parent: place.target, before });
    return undefined;
  }
  const content = build.contents[placed.disclosure];
  return content?.ok && content.kind === placed.kind ? { index: placed.disclosure, content } : undefined;
}

function buildDisclosed(build: Build, { index, content }: Disclosed, target: string, depth: number): Json | undefined {
  const value = buildValue(build, content.value, { within: index, pointer: '', target, depth });
  if (value !== undefined) build.pointers.set(index, target);
  return value;
}

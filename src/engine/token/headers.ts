/** The headers of one signature or recipient in one (RFC 7515 section 7.2.1, RFC 7516 section 7.2.1). */
import type { Json, JsonObject } from '../types.ts';
import { isJsonObject } from './json-kind.ts';

export interface NamedHeader {
  /** as sentences name it: 'protected', 'unprotected', 'header' */
  readonly place: string;
  readonly value: Json | undefined;
}

export interface JoinedHeaders {
  /** undefined where none of them can be read */
  readonly header: JsonObject | undefined;
  /** names that stand in more than one, each with the places; the protected one counts here */
  readonly clashes: readonly { readonly name: string; readonly places: readonly string[] }[];
}

/** Joins headers, the first of them winning where a name stands in several. */
export function joinHeaders(headers: readonly NamedHeader[]): JoinedHeaders {
  const objects = headers.flatMap(({ place, value }) => (isJsonObject(value) ? [{ place, value }] : []));
  if (objects.length === 0) return { header: undefined, clashes: [] };
  const names = new Map<string, string[]>();
  for (const { place, value } of objects)
    for (const name of Object.keys(value)) names.set(name, [...(names.get(name) ?? []), place]);
  return {
    header: Object.fromEntries(objects.toReversed().flatMap(({ value }) => Object.entries(value))),
    clashes: [...names].flatMap(([name, places]) => (places.length > 1 ? [{ name, places }] : [])),
  };
}

/** One part of a structured value, and what the explanations of parts are made with. */
import { isJsonArray, isJsonObject } from '../../token/json-kind.ts';
import { escapeToken } from '../../token/json-pointer.ts';
import type { Json } from '../../types.ts';

export interface ClaimPart {
  /** JSON pointer from the value (RFC 6901); '' where the part is a piece of a string */
  readonly pointer: string;
  /** where it is a piece of a string: its offsets in that string, UTF-16, end exclusive */
  readonly span?: readonly [start: number, end: number];
  /** what to call it: its name, or the piece itself */
  readonly label: string;
  readonly meaning: string;
}

/** Explains a value; an empty list where it has not the shape that is explained. Never throws. */
export type Explain = (value: Json) => readonly ClaimPart[];

/** What parts of one kind are called, by name. A `Map`, so that no name of `Object.prototype` is found. */
export type Meanings = ReadonlyMap<string, string>;

const UNKNOWN = 'Not known here; the issuer says what it is.';

/** Each member of an object by its meaning. */
export function members(meanings: Meanings): Explain {
  return (value) => membersAt('', value, (name) => meanings.get(name) ?? UNKNOWN);
}

export function membersAt(pointer: string, value: Json, meaningOf: (name: string) => string): readonly ClaimPart[] {
  if (!isJsonObject(value)) return [];
  return Object.keys(value).map((name) => ({
    pointer: `${pointer}/${escapeToken(name)}`,
    label: name,
    meaning: meaningOf(name),
  }));
}

/** Each string of a list, or the one string in its place. */
export function strings(meaningOf: (text: string) => string): Explain {
  return (value) => stringsAt('', value, meaningOf);
}

export function stringsAt(
  pointer: string,
  value: Json | undefined,
  meaningOf: (text: string) => string,
): readonly ClaimPart[] {
  if (typeof value === 'string') return [{ pointer, label: value, meaning: meaningOf(value) }];
  if (!isJsonArray(value)) return [];
  return value.flatMap((each, i) =>
    typeof each === 'string' ? [{ pointer: `${pointer}/${i}`, label: each, meaning: meaningOf(each) }] : [],
  );
}

/** Each object of a list, or the one object in its place, with the pointer to it. */
export function eachObject(
  value: Json,
  explain: (pointer: string, item: Json) => readonly ClaimPart[],
): readonly ClaimPart[] {
  if (isJsonArray(value)) return value.flatMap((item, i) => explain(`/${i}`, item));
  return explain('', value);
}

/** Pieces of a string between separators, with their offsets; empty ones are passed over. */
export function pieces(text: string, separator: RegExp, meaningOf: (piece: string) => string): readonly ClaimPart[] {
  const parts: ClaimPart[] = [];
  let start = 0;
  for (const piece of text.split(separator)) {
    const found = text.indexOf(piece, start);
    const end = found + piece.length;
    if (piece !== '') parts.push({ pointer: '', span: [found, end], label: piece, meaning: meaningOf(piece) });
    start = end;
  }
  return parts;
}

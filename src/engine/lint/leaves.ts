/** The single values in a claims set, each with its place. */
import { isJsonArray } from '../token/json-kind.ts';
import { escapeToken } from '../token/json-pointer.ts';
import type { Json } from '../types.ts';

/** A name or an index, and where it stands. Paths are put together when somebody asks: most are never looked at. */
export interface Place {
  readonly parent: Place | undefined;
  readonly name: string;
}

export interface Leaf {
  readonly place: Place;
  /** the claim that it is in */
  readonly claim: string;
  readonly value: null | boolean | number | string;
}

/** A claims set with more values than anybody looks through is not looked through to its end. */
const MOST = 20_000;

/** In the order of the text; nested as deep as the JSON is, which `parseJson` limits. */
export function leavesOf(claims: Json): readonly Leaf[] {
  const leaves: Leaf[] = [];
  if (typeof claims !== 'object' || claims === null) return leaves;
  for (const [claim, value] of Object.entries(claims))
    collect(value, { parent: undefined, name: claim }, claim, leaves);
  return leaves;
}

function collect(value: Json, place: Place, claim: string, leaves: Leaf[]): void {
  if (leaves.length >= MOST) return;
  if (typeof value !== 'object' || value === null) {
    leaves.push({ place, claim, value });
  } else if (isJsonArray(value)) {
    for (let index = 0; index < value.length; index++)
      collect(value[index] ?? null, { parent: place, name: String(index) }, claim, leaves);
  } else {
    for (const [name, member] of Object.entries(value)) collect(member, { parent: place, name }, claim, leaves);
  }
}

/** From the outside in. */
export function pathOf(place: Place): readonly string[] {
  const path: string[] = [];
  for (let at: Place | undefined = place; at !== undefined; at = at.parent) path.unshift(at.name);
  return path;
}

/** JSON pointer (RFC 6901). */
export function pointerOf(place: Place): string {
  return pathOf(place)
    .map((name) => `/${escapeToken(name)}`)
    .join('');
}

/** Asks of the names on the way to a value. A name is asked about once: lists repeat theirs. */
export class NameTest {
  readonly #test: (name: string) => boolean;
  readonly #known = new Map<string, boolean>();

  constructor(test: (name: string) => boolean) {
    this.#test = test;
  }

  holdsFor(place: Place): boolean {
    for (let at: Place | undefined = place; at !== undefined; at = at.parent) if (this.#of(at.name)) return true;
    return false;
  }

  #of(name: string): boolean {
    const known = this.#known.get(name);
    if (known !== undefined) return known;
    const answer = this.#test(name);
    this.#known.set(name, answer);
    return answer;
  }
}

/** The single values in a claims set, each with its path. */
import { escapeToken } from '../token/json-pointer.ts';
import type { Json } from '../types.ts';

export interface Leaf {
  readonly pointer: string;
  /** the names and indexes that lead there */
  readonly path: readonly string[];
  readonly value: null | boolean | number | string;
}

/** A claims set with more values than anybody looks through is not looked through to its end. */
const MOST = 20_000;

/** In the order of the text; nested as deep as the JSON is, which `parseJson` limits. */
export function leavesOf(value: Json): readonly Leaf[] {
  const leaves: Leaf[] = [];
  collect(value, [], '', leaves);
  return leaves;
}

function collect(value: Json, path: readonly string[], pointer: string, leaves: Leaf[]): void {
  if (leaves.length >= MOST) return;
  if (typeof value !== 'object' || value === null) {
    leaves.push({ pointer, path, value });
    return;
  }
  for (const [name, member] of Object.entries(value))
    collect(member, [...path, name], `${pointer}/${escapeToken(name)}`, leaves);
}

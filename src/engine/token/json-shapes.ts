/** A JSON text with the place of everything in it. Offsets are UTF-16 units in the text, ends are exclusive. */
import type { JsonExpected } from '../codes.ts';
import type { Json } from '../types.ts';

export type JsonNode = JsonObjectNode | JsonArrayNode | JsonScalarNode;

export interface JsonObjectNode {
  readonly kind: 'object';
  readonly start: number;
  readonly end: number;
  /** in the order of the text, duplicates included */
  readonly members: readonly JsonMember[];
}

export interface JsonArrayNode {
  readonly kind: 'array';
  readonly start: number;
  readonly end: number;
  readonly items: readonly JsonNode[];
}

/** The literal itself is `text.slice(start, end)`. */
export interface JsonScalarNode {
  readonly kind: 'string' | 'number' | 'boolean' | 'null';
  readonly start: number;
  readonly end: number;
}

export interface JsonMember {
  /** with escapes resolved */
  readonly name: string;
  /** the name with its quotation marks */
  readonly nameStart: number;
  readonly nameEnd: number;
  readonly value: JsonNode;
}

export interface JsonProblem {
  readonly at: number;
  /** after the last character that is at fault; equal to `at` where something is missing */
  readonly end: number;
  readonly expected: JsonExpected;
}

/** The second or a later member of that name in one object. */
export interface JsonDuplicate {
  readonly name: string;
  readonly nameStart: number;
  readonly nameEnd: number;
  /** levels of nesting around the member's object; 0 for a member of the outermost */
  readonly depth: number;
}

export interface JsonDocument {
  /** exactly what `JSON.parse` gives; undefined where the text is not JSON */
  readonly value: Json | undefined;
  /** what could be read, also of a text that is not JSON */
  readonly root: JsonNode | undefined;
  /** in the order of the text, at most one for a place; empty exactly where the text is JSON */
  readonly problems: readonly JsonProblem[];
  /** names compared after resolving their escapes; no problem by RFC 8259, but one by RFC 7515 section 4 */
  readonly duplicates: readonly JsonDuplicate[];
}

/** JSON by RFC 8259 with positions. Reads on after a fault, so that an editor can mark every one. */
import type { Json } from '../types.ts';
import { type Scanned, scanJson } from './json-scan.ts';
import type { JsonDocument, JsonDuplicate, JsonMember, JsonNode, JsonProblem } from './json-shapes.ts';

/** Texts from this many characters on get their nodes when these are asked for: making them is most of the work. */
const LARGE = 100_000;

/**
 * Reads a JSON text. `problems` is empty exactly where `JSON.parse` takes the text and it nests at most
 * `MAX_JSON_DEPTH` deep; `value` is then what `JSON.parse` gives. Otherwise `root` holds what could be read. Never
 * throws.
 */
export function parseJson(text: string): JsonDocument {
  const isLarge = text.length >= LARGE;
  const { root, problems, duplicates } = scanJson(text, !isLarge);
  const value = problems.length === 0 ? (JSON.parse(text) as Json) : undefined; // as: JSON.parse answers Json only
  return isLarge ? new LargeDocument(text, value, problems, duplicates) : { value, root, problems, duplicates };
}

class LargeDocument implements JsonDocument {
  readonly value: Json | undefined;
  readonly problems: readonly JsonProblem[];
  readonly duplicates: readonly JsonDuplicate[];
  readonly #text: string;
  #nodes: Scanned | undefined;

  constructor(
    text: string,
    value: Json | undefined,
    problems: readonly JsonProblem[],
    duplicates: readonly JsonDuplicate[],
  ) {
    this.#text = text;
    this.value = value;
    this.problems = problems;
    this.duplicates = duplicates;
  }

  get root(): JsonNode | undefined {
    this.#nodes ??= scanJson(this.#text, true);
    return this.#nodes.root;
  }
}

/** The last member of this name, which is the one that counts for `JSON.parse`. */
export function memberOf(node: JsonNode | undefined, name: string): JsonMember | undefined {
  return node?.kind === 'object' ? node.members.findLast((member) => member.name === name) : undefined;
}

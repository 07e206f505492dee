/** Members of objects anywhere in a JSON text, set and taken out; every other character stays. */
import { withLiteral, withoutMember } from '../token/edit.ts';
import { memberOf, parseJson } from '../token/json.ts';
import type { JsonNode } from '../token/json-shapes.ts';

/** From the outermost object on: names of members, and indexes of lists. */
export type Path = readonly (string | number)[];

/**
 * The text with this JSON text as the member's value, or without the member where `literal` is undefined. An object that
 * the path ends in and that is not there is made. The text is JSON, as far as the path goes.
 */
export function withMemberAt(text: string, path: Path, name: string, literal: string | undefined): string {
  const node = nodeAt(parseJson(text).root, path);
  if (node?.kind === 'object')
    return literal === undefined ? withoutMember(text, node, name) : withLiteral(text, node, name, literal);
  const last = path.at(-1);
  if (node !== undefined || typeof last !== 'string' || literal === undefined) return text;
  return withMemberAt(text, path.slice(0, -1), last, `{${JSON.stringify(name)}:${literal}}`);
}

function nodeAt(root: JsonNode | undefined, path: Path): JsonNode | undefined {
  let node = root;
  for (const step of path) {
    if (typeof step === 'string') node = memberOf(node, step)?.value;
    else node = node?.kind === 'array' ? node.items[step] : undefined;
  }
  return node;
}

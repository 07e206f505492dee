/** JSON Pointer (RFC 6901) to and from the places of a JSON text. */
import { memberOf } from './json.ts';
import type { JsonMember, JsonNode } from './json-shapes.ts';

export interface JsonPlace {
  readonly pointer: string;
  readonly node: JsonNode;
  /** the member whose value `node` is; undefined for the outermost value and for items of arrays */
  readonly member: JsonMember | undefined;
}

/** The innermost value that holds the character at `offset`; the name of a member belongs to its value. */
export function placeAtOffset(root: JsonNode | undefined, offset: number): JsonPlace | undefined {
  if (root === undefined || offset < root.start || offset >= root.end) return undefined;
  let place: JsonPlace = { pointer: '', node: root, member: undefined };
  for (;;) {
    const inner = childAt(place, offset);
    if (inner === undefined) return place;
    place = inner;
  }
}

function childAt(place: JsonPlace, offset: number): JsonPlace | undefined {
  const { node, pointer } = place;
  if (node.kind === 'object') {
    const index = lastStartingBefore(node.members.length, offset, (i) => node.members[i]?.nameStart ?? 0);
    const member = node.members[index];
    if (member === undefined || offset >= member.value.end) return undefined;
    return { pointer: `${pointer}/${escapeToken(member.name)}`, node: member.value, member };
  }
  if (node.kind !== 'array') return undefined;
  const index = lastStartingBefore(node.items.length, offset, (i) => node.items[i]?.start ?? 0);
  const item = node.items[index];
  if (item === undefined || offset >= item.end) return undefined;
  return { pointer: `${pointer}/${index}`, node: item, member: undefined };
}

/** Index of the last of `count` ascending starts that is at most `offset`; -1 where there is none. */
function lastStartingBefore(count: number, offset: number, startOf: (index: number) => number): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (startOf(middle) <= offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** The value that a pointer names; of duplicate members the last, as `JSON.parse` counts. Undefined where there is none. */
export function placeOfPointer(root: JsonNode | undefined, pointer: string): JsonPlace | undefined {
  if (root === undefined) return undefined;
  if (pointer !== '' && !pointer.startsWith('/')) return undefined;
  let place: JsonPlace | undefined = { pointer: '', node: root, member: undefined };
  for (const token of pointer.split('/').slice(1)) {
    if (place === undefined) return undefined;
    place = childNamed(place, unescapeToken(token));
  }
  return place;
}

function childNamed(place: JsonPlace, token: string): JsonPlace | undefined {
  const pointer = `${place.pointer}/${escapeToken(token)}`;
  if (place.node.kind === 'object') {
    const member = memberOf(place.node, token);
    return member === undefined ? undefined : { pointer, node: member.value, member };
  }
  if (place.node.kind !== 'array' || !/^(?:0|[1-9][0-9]*)$/.test(token)) return undefined;
  const item = place.node.items[Number(token)];
  return item === undefined ? undefined : { pointer, node: item, member: undefined };
}

/** A name as a token of a pointer (RFC 6901 section 3). */
export function escapeToken(name: string): string {
  return name.replace(/~/g, '~0').replace(/\//g, '~1');
}

function unescapeToken(token: string): string {
  return token.replace(/~1/g, '/').replace(/~0/g, '~');
}

/** What a run of characters of a JSON text is: a value, a name, or a part of one. */
import { type JsonPlace, placeAtOffset, placeOfPointer } from '../json-pointer.ts';
import type { JsonNode } from '../json-shapes.ts';

/** `value`, `name` and `member` (both) exactly; the others a part of it, or what stands between its parts. */
export interface RangePlace {
  readonly part: 'value' | 'name' | 'member' | 'in-value' | 'in-name' | 'in-member';
  readonly pointer: string;
}

/** The innermost place that holds all of the characters `start` to `end` (exclusive); undefined outside of the JSON. */
export function placeOfRange(root: JsonNode | undefined, start: number, end: number): RangePlace | undefined {
  const first = placeAtOffset(root, start);
  if (root === undefined || first === undefined || end > root.end) return undefined;
  const place = holding(root, first, end);
  const { pointer, node, member } = place;
  if (start === node.start && end === node.end) return { part: 'value', pointer };
  if (member === undefined || start < member.nameStart) return { part: 'in-value', pointer };
  if (start === member.nameStart && end === node.end) return { part: 'member', pointer };
  if (start === member.nameStart && end === member.nameEnd) return { part: 'name', pointer };
  if (end <= member.nameEnd) return { part: 'in-name', pointer };
  return { part: start >= node.start ? 'in-value' : 'in-member', pointer };
}

/** The place itself, or the innermost around it that reaches to `end`. */
function holding(root: JsonNode, place: JsonPlace, end: number): JsonPlace {
  if (end <= place.node.end) return place;
  let around: JsonPlace = { pointer: '', node: root, member: undefined };
  for (let slash = place.pointer.lastIndexOf('/'); slash > 0; slash = place.pointer.lastIndexOf('/', slash - 1)) {
    const outer = placeOfPointer(root, place.pointer.slice(0, slash));
    if (outer !== undefined && end <= outer.node.end) {
      around = outer;
      break;
    }
  }
  return around;
}

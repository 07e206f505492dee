/** Another presentation of an SD-JWT in a JSON serialization (RFC 9901 section 8): only the unprotected header changes. */
import { memberOf, parseJson } from '../token/json.ts';
import type { JsonArrayNode, JsonMember, JsonNode, JsonObjectNode } from '../token/json-shapes.ts';

export interface Cut {
  readonly text: string;
  readonly keyBinding: 'none' | 'kept' | 'dropped';
}

/**
 * Takes from the first unprotected header the disclosures that are not in `shown` (indexes among its strings), and unless
 * all are shown its `kb_jwt`. Every other character stays. Undefined where the text is no JSON object or names a
 * member twice, so that taking one away would let another count.
 */
export function presentJson(text: string, shown: readonly number[], isAll: boolean): Cut | undefined {
  const document = parseJson(text);
  const root = document.root;
  if (root?.kind !== 'object' || document.problems.length > 0 || document.duplicates.length > 0) return undefined;
  const header = firstHeader(root);
  const binding = memberOf(header, 'kb_jwt');
  if (isAll) return { text, keyBinding: binding === undefined ? 'none' : 'kept' };
  const list = memberOf(header, 'disclosures')?.value;
  const edits = [
    ...(list?.kind === 'array' ? [shortenedList(text, list, new Set(shown))] : []),
    ...(header !== undefined && binding !== undefined ? [withoutMember(header, binding)] : []),
  ];
  return { text: edited(text, edits), keyBinding: binding === undefined ? 'none' : 'dropped' };
}

function firstHeader(root: JsonObjectNode): JsonObjectNode | undefined {
  const signatures = memberOf(root, 'signatures')?.value;
  const first: JsonNode | undefined = signatures?.kind === 'array' ? signatures.items[0] : root;
  const header = memberOf(first, 'header')?.value;
  return header?.kind === 'object' ? header : undefined;
}

interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Keeps the white space around and between the items as it is before the first, between the first two, and after the last. */
function shortenedList(text: string, list: JsonArrayNode, shown: ReadonlySet<number>): Edit {
  const strings = list.items.filter(({ kind }) => kind === 'string');
  const kept = strings.filter((_, index) => shown.has(index)).map(({ start, end }) => text.slice(start, end));
  const [first, second] = list.items;
  const last = list.items.at(-1);
  if (first === undefined || last === undefined || kept.length === 0) {
    return { start: list.start, end: list.end, text: '[]' };
  }
  const between = second === undefined ? ',' : text.slice(first.end, second.start);
  return { start: first.start, end: last.end, text: kept.join(between) };
}

/** With the comma behind it, or where it is the last with that before it. */
function withoutMember(object: JsonObjectNode, member: JsonMember): Edit {
  const index = object.members.indexOf(member);
  const next = object.members[index + 1];
  const previous = object.members[index - 1];
  if (next !== undefined) return { start: member.nameStart, end: next.nameStart, text: '' };
  return { start: previous?.value.end ?? member.nameStart, end: member.value.end, text: '' };
}

/** The edits do not overlap. */
function edited(text: string, edits: readonly Edit[]): string {
  const fromTheEnd = edits.toSorted((one, other) => other.start - one.start);
  return fromTheEnd.reduce((made, edit) => made.slice(0, edit.start) + edit.text + made.slice(edit.end), text);
}

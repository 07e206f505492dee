/** What the JSON serializations of JWS and JWE have in common (RFC 7515 section 7.2, RFC 7516 section 7.2). */
import type { Json, JsonObject, Part, Problem, Values } from '../types.ts';
import { readPart } from './compact.ts';
import { readContent } from './content.ts';
import { brokenAlg, kindOf } from './header-rules.ts';
import { type JoinedHeaders, joinHeaders, type NamedHeader } from './headers.ts';
import { memberOf } from './json.ts';
import { isJsonArray, isJsonObject, ownMember } from './json-kind.ts';
import type { JsonDocument, JsonNode } from './json-shapes.ts';
import { formProblem } from './other-forms.ts';
import { headerProblems, problemOf } from './segment-problems.ts';
import type { Content, EncodedPart, PartName, Segment } from './shapes.ts';

/** An object of the envelope with its place in the text; members that are not there have none. */
export interface EnvelopeNode {
  readonly text: string;
  readonly value: JsonObject;
  readonly node: JsonNode | undefined;
}

/** Undefined where the text is no JSON object. */
export function envelopeOf(text: string, document: JsonDocument): EnvelopeNode | undefined {
  return isJsonObject(document.value) ? { text, value: document.value, node: document.root } : undefined;
}

export function faulty(reason: string, values: Values, span?: readonly [number, number]): Problem {
  return formProblem('envelope-invalid', 'envelope', { reason, ...values }, span);
}

/** Names that stand twice in the envelope's own objects; what is inside a header's values is the header's affair. */
export function duplicateNames(document: JsonDocument): readonly Problem[] {
  return document.duplicates
    .filter(({ depth }) => depth <= 3)
    .slice(0, 20)
    .map(({ name, nameStart, nameEnd }) => faulty('duplicate', { name }, [nameStart, nameEnd]));
}

/** The entries of `signatures` or `recipients`; problems where it is no list of objects. */
export function entriesOf(
  envelope: EnvelopeNode,
  name: string,
): { readonly entries: readonly EnvelopeNode[]; readonly problems: readonly Problem[] } {
  const list = ownMember(envelope.value, name);
  const node = memberOf(envelope.node, name)?.value;
  const span = spanOf(node);
  if (!isJsonArray(list)) {
    const values = { name, found: list === undefined ? 'absent' : kindOf(list), need: 'a list of objects' };
    return { entries: [], problems: [faulty('kind', values, span)] };
  }
  if (list.length === 0) return { entries: [], problems: [faulty('empty-list', { name }, span)] };
  const entries: EnvelopeNode[] = [];
  const problems: Problem[] = [];
  for (const [index, value] of list.entries()) {
    const item = node?.kind === 'array' ? node.items[index] : undefined;
    if (isJsonObject(value)) entries.push({ text: envelope.text, value, node: item });
    else
      problems.push(
        faulty('kind', { name, found: `a list with ${kindOf(value)}`, need: 'a list of objects' }, spanOf(item)),
      );
  }
  return { entries, problems };
}

/** A string member, as it stands in the text. */
export interface TextMember {
  readonly text: string;
  /** offsets of its characters in the cleaned text; where it holds escapes, of all between the quotation marks */
  readonly start: number;
  readonly end: number;
  /** each character of `text` is one of the cleaned text */
  readonly isPlain: boolean;
}

/** Undefined where there is none; a problem where it is no string. */
export function textMember(
  { text, value, node }: EnvelopeNode,
  name: string,
): { readonly member: TextMember | undefined; readonly problems: readonly Problem[] } {
  const found = ownMember(value, name);
  if (found === undefined) return { member: undefined, problems: [] };
  const at = memberOf(node, name)?.value;
  if (typeof found !== 'string') {
    return {
      member: undefined,
      problems: [faulty('kind', { name, found: kindOf(found), need: 'a string' }, spanOf(at))],
    };
  }
  const start = at === undefined ? 0 : at.start + 1;
  const end = at === undefined ? 0 : at.end - 1;
  return { member: { text: found, start, end, isPlain: text.slice(start, end) === found }, problems: [] };
}

/** A member that is base64url; `bytes` only where it is by the letter. */
export function encodedMember(
  entry: EnvelopeNode,
  name: string,
  part: PartName,
  index?: number,
): { readonly part: EncodedPart | undefined; readonly problems: readonly Problem[] } {
  const { member, problems } = textMember(entry, name);
  if (member === undefined) return { part: undefined, problems };
  return partOfMember(member, part, index);
}

function partOfMember(
  member: TextMember,
  name: PartName,
  index: number | undefined,
): { readonly part: EncodedPart; readonly problems: readonly Problem[] } {
  const { text, start, end, isPlain } = member;
  const read = readPart(partOfProblem(name), text, start);
  const bytes = read.problems.length === 0 ? read.bytes : undefined;
  const part: EncodedPart = { name, start, end, text, bytes, ...(index === undefined ? {} : { index }) };
  return {
    part,
    problems: isPlain ? read.problems : read.problems.map((problem) => ({ ...problem, span: [start, end] })),
  };
}

function partOfProblem(name: PartName): Part {
  if (name === 'aad') return 'envelope';
  return name === 'key-binding' ? 'disclosure' : name;
}

export interface ReadHeaders extends JoinedHeaders {
  readonly protectedText: string;
  readonly protectedHeader: JsonObject | undefined;
  readonly content: Content;
  readonly bytes: Uint8Array | undefined;
  readonly part: EncodedPart | undefined;
  readonly problems: readonly Problem[];
}

/** The protected header in `protected` of an entry, joined with unprotected ones. */
export function readHeaders(
  protectedIn: EnvelopeNode,
  unprotected: readonly NamedHeader[],
  index: number | undefined,
): ReadHeaders {
  const { member, problems } = textMember(protectedIn, 'protected');
  const read = member && partOfMember(member, 'header', index);
  const bytes = member && readPart('header', member.text, member.start).bytes;
  const content: Content = member === undefined ? { kind: 'none' } : readContent(bytes);
  const protectedValue = content.kind === 'json' ? content.value : undefined;
  const joined = joinHeaders([{ place: 'protected', value: protectedValue }, ...unprotected]);
  return {
    ...joined,
    protectedText: member?.text ?? '',
    protectedHeader: isJsonObject(protectedValue) ? protectedValue : undefined,
    content,
    bytes,
    part: read?.part,
    problems: [
      ...problems,
      ...(read?.problems ?? []),
      ...unprotected.flatMap(({ place, value }) =>
        value === undefined || isJsonObject(value)
          ? []
          : [faulty('kind', { name: place, found: kindOf(value), need: 'an object' })],
      ),
      ...joined.clashes.map(({ name, places }) => formProblem('header-clash', 'header', { name, places }, undefined)),
      ...(member === undefined || read === undefined || read.problems.length > 0
        ? unprotectedProblems(joined.header)
        : headerProblems(segmentOf(member, read.part.bytes), content, joined.header ?? {}).map((problem) =>
            member.isPlain ? problem : { ...problem, span: [member.start, member.end] as const },
          )),
      ...looseCritical(unprotected),
    ],
  };
}

function segmentOf(member: TextMember, bytes: Uint8Array | undefined): Segment {
  return {
    name: 'header',
    start: member.start,
    end: member.end,
    text: member.text,
    bytes,
    strict: bytes !== undefined,
  };
}

function unprotectedProblems(header: JsonObject | undefined): readonly Problem[] {
  if (header === undefined) return [faulty('no-header', {})];
  return brokenAlg(header).map(({ code, values }) => problemOf(code, 'header', values, undefined));
}

/** RFC 7515 section 4.1.11: `crit` must be integrity protected; so must `b64` (RFC 7797 section 3). */
function looseCritical(unprotected: readonly NamedHeader[]): readonly Problem[] {
  return unprotected.flatMap(({ value }) => {
    if (!isJsonObject(value)) return [];
    const crit = Object.hasOwn(value, 'crit')
      ? [problemOf('crit-invalid', 'header', { reason: 'unprotected' }, undefined)]
      : [];
    return Object.hasOwn(value, 'b64') ? [...crit, problemOf('b64-not-critical', 'header', {}, undefined)] : crit;
  });
}

export function spanOf(node: JsonNode | undefined): readonly [number, number] | undefined {
  return node && [node.start, node.end];
}

export function objectMember(value: Json | undefined): JsonObject | undefined {
  return isJsonObject(value) ? value : undefined;
}

/** From a place in the pasted text to a found token. */
import { parseJson } from '../token/json.ts';
import { placeAtOffset } from '../token/json-pointer.ts';
import type { JsonNode } from '../token/json-shapes.ts';
import type { FoundToken, Removed } from '../types.ts';
import { BLANK, BREAK, classAt, INVISIBLE } from './characters.ts';
import { formOf } from './token-form.ts';
import { contextOf, memberBefore } from './where.ts';

/** Larger texts are not read as JSON only to name a place in them. */
const LONGEST_JSON = 2_000_000;

/** A pasted text without what surrounds it. */
export interface Pasted {
  readonly text: string;
  /** the text without blanks, line breaks, `>` marks and invisible characters at its ends */
  readonly start: number;
  readonly end: number;
  /** the text as JSON, where it is that; read when first asked for */
  readonly json: () => JsonNode | undefined;
}

export function pastedFrom(text: string): Pasted {
  const { start, end } = withoutSurroundings(text, 0, text.length);
  let read: { readonly root: JsonNode | undefined } | undefined;
  const json = () => {
    read ??= { root: jsonOf(text, start, end) };
    return read.root;
  };
  return { text, start, end, json };
}

/** The part from `from` to `to` without blanks, line breaks, `>` marks and invisible characters at its ends. */
export function withoutSurroundings(text: string, from: number, to: number): { start: number; end: number } {
  let start = from;
  let end = to;
  while (start < end && (isAround(text, start) || text.charCodeAt(start) === 0x3e)) start++;
  for (let before = -1; before !== end; ) {
    before = end;
    while (end > start && isAround(text, end - 1)) end--;
    end = Math.max(start, beforeQuoteMarks(text, end));
  }
  return { start, end };
}

function isAround(text: string, at: number): boolean {
  const kind = classAt(text, at);
  return kind === BLANK || kind === BREAK || kind === INVISIBLE;
}

/** Before the `>` marks of a line that holds nothing else, which end here; here, where there are none. */
function beforeQuoteMarks(text: string, end: number): number {
  let at = end;
  while (at > 0 && (text.charCodeAt(at - 1) === 0x3e || classAt(text, at - 1) === BLANK)) at--;
  return classAt(text, at - 1) === BREAK ? at : end;
}

function jsonOf(text: string, start: number, end: number): JsonNode | undefined {
  const first = text.charAt(start);
  if ((first !== '{' && first !== '[') || end - start > LONGEST_JSON) return undefined;
  const document = parseJson(`${' '.repeat(start)}${text.slice(start, end)}`);
  return document.problems.length === 0 ? document.root : undefined;
}

export interface Cleaned {
  readonly start: number;
  readonly end: number;
  readonly cleaned: string;
  readonly removed: readonly Removed[];
  /** the token goes on in what was not pasted */
  readonly cut: boolean;
}

export function foundToken(pasted: Pasted, token: Cleaned): FoundToken {
  const { start, end, cleaned, removed, cut } = token;
  const { form, complete } = formOf(cleaned);
  return { text: cleaned, start, end, form, where: whereIs(pasted, start, end), complete: complete && !cut, removed };
}

function whereIs(pasted: Pasted, start: number, end: number): string {
  const { text } = pasted;
  if (start <= pasted.start && end >= pasted.end) return 'whole text';
  const place = placeAtOffset(pasted.json(), start);
  const context = contextOf(text, start, end);
  if (
    context !== undefined &&
    (context !== 'quoted' || (place === undefined && memberBefore(text, start) === undefined))
  )
    return context;
  if (place !== undefined) return `json ${place.pointer}`;
  return memberBefore(text, start) ?? 'text';
}

/** From the exact text of a JSON content to the text that its pane shows, and back. */
import type { PaneContent } from '../../workbench/types.ts';
import type { MarkRange } from '../pane-mark.ts';

export interface ShownJson {
  /** Undefined where nothing of it is shown: white space that was laid out anew. */
  toShown(range: MarkRange): MarkRange | undefined;
  /** Offset of the character in the exact text; undefined for white space between its parts. */
  toExact(offset: number): number | undefined;
}

/** Characters that stand in both texts, one after the other. */
interface Run {
  readonly exact: number;
  readonly shown: number;
  readonly length: number;
}

const known = new WeakMap<PaneContent, { readonly exact: string; readonly answer: ShownJson | undefined }>();

/**
 * Undefined where the pane does not show this content as text: bytes, a text that is not applied, or one that the token
 * does not hold (yet). The two may differ in white space between the parts of the JSON, and in nothing else.
 */
export function shownJson(pane: PaneContent, exact: string): ShownJson | undefined {
  const last = known.get(pane);
  if (last?.exact === exact) return last.answer;
  const answer = align(pane, exact);
  known.set(pane, { exact, answer });
  return answer;
}

const AS_IT_IS: ShownJson = { toShown: (range) => range, toExact: (offset) => offset };

function align({ text: shown, as, notApplied }: PaneContent, exact: string): ShownJson | undefined {
  if (notApplied !== undefined || (as !== 'json' && as !== 'text')) return undefined;
  if (exact === shown) return AS_IT_IS;
  const runs = as === 'json' ? runsOf(exact, shown) : undefined;
  return runs && { toShown: (range) => rangeIn(runs, range), toExact: (offset) => exactOffset(runs, offset) };
}

function rangeIn(runs: readonly Run[], { start, end }: MarkRange): MarkRange | undefined {
  const first = runs[firstEndingAfter(runs, 'exact', start)];
  if (first === undefined || first.exact >= end) return undefined;
  const index = firstEndingAfter(runs, 'exact', end - 1);
  // the last character may be white space: then what is before it counts
  const last = (runs[index]?.exact ?? end) < end ? runs[index] : runs[index - 1];
  if (last === undefined) return undefined;
  const from = first.shown + Math.max(0, start - first.exact);
  return { start: from, end: last.shown + Math.min(last.length, end - last.exact) };
}

function exactOffset(runs: readonly Run[], offset: number): number | undefined {
  const run = runs[firstEndingAfter(runs, 'shown', offset)];
  return run === undefined || offset < run.shown ? undefined : run.exact + offset - run.shown;
}

function firstEndingAfter(runs: readonly Run[], side: 'exact' | 'shown', offset: number): number {
  let low = 0;
  let high = runs.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const run = runs[middle];
    if (run !== undefined && run[side] + run.length <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Undefined where the texts differ in more than white space outside of strings. */
function runsOf(exact: string, shown: string): readonly Run[] | undefined {
  const runs: Run[] = [];
  let a = skipBlanks(exact, 0);
  let b = skipBlanks(shown, 0);
  while (a < exact.length && b < shown.length) {
    const length = equalRun(exact, a, shown, b);
    if (length === 0) return undefined;
    runs.push({ exact: a, shown: b, length });
    a = skipBlanks(exact, a + length);
    b = skipBlanks(shown, b + length);
  }
  return a >= exact.length && b >= shown.length ? runs : undefined;
}

/** Up to the first white space outside of strings in either text; 0 where they differ. */
function equalRun(exact: string, a: number, shown: string, b: number): number {
  let length = 0;
  let inString = false;
  let isEscaped = false;
  for (;;) {
    const code = exact.charCodeAt(a + length);
    if (code !== shown.charCodeAt(b + length)) return inString ? 0 : length; // NaN past an end equals nothing
    if (!inString && isBlank(code)) return length;
    if (code === 0x22 && !isEscaped) inString = !inString;
    isEscaped = inString && code === 0x5c && !isEscaped;
    length++;
  }
}

function skipBlanks(text: string, at: number): number {
  let next = at;
  while (isBlank(text.charCodeAt(next))) next++;
  return next;
}

function isBlank(code: number): boolean {
  return code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09;
}

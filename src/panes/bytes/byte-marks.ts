/** Which cells are selected, and which are pointed at. */
import type { Span } from '../../engine/token/segment-bytes.ts';
import type { Marked } from './byte-focus.ts';

export interface Marks {
  readonly selected: Marked;
  readonly pointed: Marked;
}

export const NO_SPAN: Span = [0, 0];
export const NOTHING_MARKED: Marked = { characters: NO_SPAN, bits: NO_SPAN, bytes: NO_SPAN };

/** The part of a span that lies between two places. */
export function within([start, end]: Span, from: number, to: number): Span {
  const first = Math.max(start, from);
  const last = Math.min(end, to);
  return last > first ? [first, last] : NO_SPAN;
}

export function touches([start, end]: Span, from: number, to: number): boolean {
  return start < to && from < end;
}

/** `selected` with `first` and `last` at the ends of a run, or `pointed`; undefined for neither. */
export function markOf(selected: Span, pointed: Span, from: number, to: number): string | undefined {
  if (touches(selected, from, to)) {
    const first = from <= selected[0] ? ' first' : '';
    const last = to >= selected[1] ? ' last' : '';
    return `selected${first}${last}`;
  }
  return touches(pointed, from, to) ? 'pointed' : undefined;
}

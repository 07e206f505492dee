import { jsonRuns } from './json-colours.ts';
import type { EditorMarker, EditorSpan } from './types.ts';

/** A run of characters that gets classes of `editor.css`. Offsets in the text that is painted. */
export interface PaintSpan {
  readonly start: number;
  readonly end: number;
  readonly className: string;
}

/** A piece of text with the classes of every span over it; no class where there is none. */
export interface Piece {
  readonly text: string;
  readonly className: string;
}

/** Characters up to which the plain pane colours JSON and numbers its lines: more nodes would slow down typing. */
export const COLOURED_UP_TO = 20_000;

/** Spans and markers as one list, in offsets of `text`. */
export function paintSpans(
  text: string,
  spans: readonly EditorSpan[],
  markers: readonly EditorMarker[],
): readonly PaintSpan[] {
  return [...spans, ...markers.map((marker) => ({ ...visible(marker, text), className: `mark-${marker.severity}` }))];
}

/** The marker's place where it can be seen: at least one character, the one before where a line or the text ends. */
export function visible(
  { start, end }: { readonly start: number; readonly end: number },
  text: string,
): { readonly start: number; readonly end: number } {
  if (end > start) {
    return { start, end };
  }
  const atEnd = start >= text.length || text[start] === '\n';
  return atEnd && start > 0 ? { start: start - 1, end: start } : { start, end: start + 1 };
}

/** The text cut at every edge of a span. Spans may overlap; their classes add up. */
export function pieces(text: string, spans: readonly PaintSpan[]): readonly Piece[] {
  const inside = spans
    .map((span) => ({ ...span, start: Math.max(0, span.start), end: Math.min(text.length, span.end) }))
    .filter((span) => span.start < span.end);
  const edges = new Set([0, text.length]);
  for (const span of inside) {
    edges.add(span.start).add(span.end);
  }
  const cuts = [...edges].sort((a, b) => a - b);
  return cuts.slice(1).map((end, index) => {
    const start = cuts[index] ?? 0;
    const over = inside.filter((span) => span.start <= start && span.end >= end);
    return {
      text: text.slice(start, end),
      className: over
        .map((span) => span.className)
        .filter(Boolean)
        .join(' '),
    };
  });
}

/** One line of JSON in its colours, with the spans over it. */
export function jsonPieces(line: string, spans: readonly PaintSpan[]): readonly Piece[] {
  const colours = jsonRuns(line).map(({ start, end, colour }) => ({
    start,
    end,
    className: colour === 'plain' ? '' : `json-${colour}`,
  }));
  if (spans.length > 0) {
    return pieces(line, [...colours, ...spans]);
  }
  return colours.map(({ start, end, className }) => ({ text: line.slice(start, end), className }));
}

/** A line of the text with the spans over it, moved to its own offsets. */
export interface PaintedLine {
  /** from 1 */
  readonly number: number;
  readonly text: string;
  readonly spans: readonly PaintSpan[];
}

const NONE: readonly PaintSpan[] = [];

/** The text line by line. Lines without a span share one empty list, so that they are equal to themselves when drawn again. */
export function linesWithSpans(text: string, spans: readonly PaintSpan[]): readonly PaintedLine[] {
  let start = 0;
  return text.split('\n').map((line, index) => {
    const from = start;
    const end = from + line.length;
    start = end + 1;
    const over = spans.filter((span) => Math.max(span.start, from) < Math.min(span.end, end));
    const moved = over.map((span) => ({ ...span, start: span.start - from, end: span.end - from }));
    return { number: index + 1, text: line, spans: moved.length === 0 ? NONE : moved };
  });
}

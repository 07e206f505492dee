import { editor } from 'monaco-editor/editor';
import { asMarkdown } from './markdown.ts';
import type { BoundText } from './monaco-text.ts';
import { visible } from './paint.ts';
import type { EditorMarker, EditorSpan } from './types.ts';

const stickiness = editor.TrackedRangeStickiness.NeverGrowsWhenTypingAtEdges;

/** Spans and markers as Monaco draws them; the classes are those of the plain pane. */
export function decorationsOf(
  text: BoundText,
  spans: readonly EditorSpan[],
  markers: readonly EditorMarker[],
): editor.IModelDeltaDecoration[] {
  const drawnSpans = spans.map(({ start, end, className }) => ({
    range: text.rangeOf(start, end),
    options: { inlineClassName: className, stickiness },
  }));
  const drawnMarkers = markers.map((marker) => {
    const { start, end } = visible(marker, text.current().value);
    return {
      range: text.rangeOf(start, end),
      options: {
        inlineClassName: `mark-${marker.severity}`,
        hoverMessage: { value: asMarkdown(marker.message) },
        stickiness,
      },
    };
  });
  return [...drawnSpans, ...drawnMarkers];
}

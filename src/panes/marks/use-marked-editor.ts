/** What an editor draws of the marks, and what it tells of the person's pointer and caret. */
import { useMemo } from 'react';
import type { EditorProps, EditorSpan } from '../../editor/types.ts';
import type { MarkRange } from '../pane-mark.ts';
import type { Marks } from './use-marks.ts';

type MarkedProps = Pick<EditorProps, 'spans' | 'reveal' | 'onPoint' | 'onCaret'>;

/**
 * `own`: what else is drawn there. What is selected is scrolled to, unless it was selected in this editor, where the
 * caret shows it.
 */
export function useMarkedEditor(
  { selected, places, pointed, pointInEditor, caretInEditor }: Marks,
  editor: 'token' | 'header' | 'payload',
  own: readonly EditorSpan[],
): MarkedProps {
  const range = selected?.from === editor ? undefined : places[editor];
  const over = pointed[editor];
  const spans = useMemo(() => [...own, ...softly(over), ...edged(range)], [own, over, range]);
  const reveal = useMemo(
    () => (range === undefined || selected === undefined ? undefined : { at: range.start, of: selected }),
    [range, selected],
  );
  const heard = useMemo(
    () => ({
      onPoint: (offset: number | undefined) => pointInEditor(editor, offset),
      onCaret: (offset: number) => caretInEditor({ editor, offset }),
    }),
    [editor, pointInEditor, caretInEditor],
  );
  return { spans, ...(reveal === undefined ? {} : { reveal }), ...heard };
}

function softly(range: MarkRange | undefined): readonly EditorSpan[] {
  return range === undefined ? [] : [{ ...range, className: 'mark-point' }];
}

/** With an edge around all of it, though it is drawn in pieces. */
function edged(range: MarkRange | undefined): readonly EditorSpan[] {
  if (range === undefined) return [];
  const { start, end } = range;
  return [
    { start, end, className: 'mark-select' },
    { start, end: start + 1, className: 'mark-first' },
    { start: end - 1, end, className: 'mark-last' },
  ];
}

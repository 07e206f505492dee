/** What a person does in Monaco beside typing: where the pointer is, and where the caret was put. */
import { editor, type IPosition } from 'monaco-editor/editor';
import { useEffect } from 'react';
import { type Mounted, useLatest } from './monaco-hooks.ts';
import type { EditorProps } from './types.ts';

/** Tells each character that the pointer comes over, once. */
export function usePointer(mounted: Mounted | undefined, props: EditorProps): void {
  const latest = useLatest(props);
  useEffect(() => {
    if (mounted === undefined) {
      return;
    }
    const { instance, text } = mounted;
    let last: number | undefined;
    const tell = (offset: number | undefined): void => {
      if (offset !== last) {
        last = offset;
        latest.current.onPoint?.(offset);
      }
    };
    const moved = instance.onMouseMove(({ target, event }) => {
      const isText = target.type === editor.MouseTargetType.CONTENT_TEXT;
      const over = isText ? characterAt(instance, target.position, event.browserEvent.clientX) : undefined;
      tell(over && text.offsetAt(over));
    });
    const left = instance.onMouseLeave(() => tell(undefined));
    return () => {
      moved.dispose();
      left.dispose();
    };
  }, [mounted, latest]);
}

/** Monaco answers the nearer edge of a character, not the character. */
function characterAt(instance: editor.ICodeEditor, { lineNumber, column }: IPosition, x: number): IPosition {
  const edge = instance.getScrolledVisiblePosition({ lineNumber, column })?.left;
  const left = instance.getDomNode()?.getBoundingClientRect().left ?? 0;
  const isBefore = edge !== undefined && column > 1 && x < left + edge;
  return { lineNumber, column: isBefore ? column - 1 : column };
}

/** Tells where the person puts the caret by mouse or keys; what typing or the owner does with it is not told. */
export function useHeardCaret(mounted: Mounted | undefined, props: EditorProps): void {
  const latest = useLatest(props);
  useEffect(() => {
    const listener = mounted?.instance.onDidChangeCursorSelection(({ selection, reason }) => {
      if (reason === editor.CursorChangeReason.Explicit && selection.isEmpty()) {
        latest.current.onCaret?.(mounted.text.offsetAt(selection.getPosition()));
      }
    });
    return () => listener?.dispose();
  }, [mounted, latest]);
}

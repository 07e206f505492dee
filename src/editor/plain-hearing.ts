/** What a person does in the plain pane beside typing: where the pointer is, and where the caret was put. */
import { type PointerEvent, type SyntheticEvent, useRef } from 'react';
import type { ShownText } from './shown-text.ts';
import type { EditorProps } from './types.ts';

type Field = HTMLTextAreaElement;

/** `typed`: to be called when the text changes by typing, which moves the caret too. */
export function useHearing({ onPoint, onCaret }: EditorProps, shown: ShownText) {
  const isTyped = useRef(false);
  const begin = (): void => {
    isTyped.current = false;
  };
  return {
    typed: (): void => {
      isTyped.current = true;
    },
    handlers: {
      onKeyDown: begin,
      onPointerDown: begin,
      onSelect: ({ currentTarget: { selectionStart, selectionEnd } }: SyntheticEvent<Field>) => {
        if (!isTyped.current && selectionStart === selectionEnd) {
          onCaret?.(shown.toValue(selectionStart));
        }
      },
      onPointerMove: ({ currentTarget, pointerType, clientX, clientY }: PointerEvent<Field>) => {
        if (pointerType === 'mouse') {
          const offset = offsetAtPoint(currentTarget, clientX, clientY);
          onPoint?.(offset === undefined ? undefined : shown.toValue(offset));
        }
      },
      onPointerLeave: () => onPoint?.(undefined),
    },
  };
}

/** Undefined where the browser does not tell. */
function offsetAtPoint(field: Field, x: number, y: number): number | undefined {
  if (typeof document.caretPositionFromPoint !== 'function') {
    return undefined;
  }
  const caret = document.caretPositionFromPoint(x, y);
  return caret?.offsetNode === field ? caret.offset : undefined;
}

/** Words behind lines in Monaco. As text that Monaco injects they would wrap, and move the lines below as they change. */
import { editor } from 'monaco-editor/editor';
import { useLayoutEffect } from 'react';
import type { Mounted } from './monaco-hooks.ts';
import type { BoundText } from './monaco-text.ts';
import type { EditorHint, EditorProps } from './types.ts';

const NONE: readonly EditorHint[] = [];

/** Neither caret nor copy knows of them; what has no room is cut off. */
export function useHints(mounted: Mounted | undefined, { value, hints = NONE }: EditorProps): void {
  useLayoutEffect(() => {
    if (mounted === undefined || mounted.text.current().value !== value) {
      return;
    }
    const { instance, text } = mounted;
    const widgets = hints.map((hint) => widgetOf(text, hint));
    for (const widget of widgets) {
      instance.addContentWidget(widget);
    }
    return () => {
      for (const widget of widgets) {
        instance.removeContentWidget(widget);
      }
    };
  }, [mounted, value, hints]);
}

function widgetOf(text: BoundText, { at, words, tone }: EditorHint): editor.IContentWidget {
  const node = document.createElement('span');
  node.className = `hint hint-${tone}`;
  node.ariaHidden = 'true';
  node.textContent = words;
  const { startLineNumber: lineNumber, startColumn: column } = text.rangeOf(at, at);
  return {
    suppressMouseDown: true,
    getId: () => `hint ${at}`,
    getDomNode: () => node,
    getPosition: () => ({
      position: { lineNumber, column },
      preference: [editor.ContentWidgetPositionPreference.EXACT],
    }),
  };
}

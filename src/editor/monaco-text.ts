import { editor, type IRange } from 'monaco-editor/editor';
import { type ShownText, shownText, valueAfter } from './shown-text.ts';
import { caretAfter, editBetween } from './text-edit.ts';

/** Where the caret stands after what the person did. Offsets in the value. */
export interface Caret {
  readonly start: number;
  readonly end: number;
}

/** The text of a Monaco editor, bound to a value that lives elsewhere. */
export interface BoundText {
  /** what the editor shows now */
  current(): ShownText;
  /** Shows another value with the smallest edit, so that caret and scroll position stay. Never heard as typing. */
  show(value: string): void;
  /** the range of `[start, end)` of the value */
  rangeOf(start: number, end: number): IRange;
}

/** Binds an editor's model. `onEdit` hears what the person typed, pasted or dropped, as the whole new value. */
export function bindText(
  instance: editor.ICodeEditor,
  model: editor.ITextModel,
  onEdit: (value: string, caret: Caret) => void,
): BoundText {
  let shown = shownText('');
  let showing = false;
  empty(model);
  // The editor takes its listeners with it when it goes.
  instance.onDidChangeModelContent(({ changes }) => {
    if (showing) {
      return;
    }
    const edits = changes.map((change) => ({
      start: change.rangeOffset,
      end: change.rangeOffset + change.rangeLength,
      text: change.text,
    }));
    shown = shownText(valueAfter(shown, edits));
    const caret = shown.toValue(caretAfter(edits));
    onEdit(shown.value, { start: caret, end: caret });
  });
  const silently = (change: () => void): void => {
    showing = true;
    try {
      change();
    } finally {
      showing = false;
    }
  };
  return {
    current: () => shown,
    show(value) {
      if (value === shown.value) {
        return;
      }
      const next = shownText(value);
      const edit = editBetween(shown.text, next.text);
      shown = next;
      if (next.text === '') {
        silently(() => empty(model));
      } else if (edit !== undefined) {
        silently(() => model.applyEdits([{ range: textRange(model, edit.start, edit.end), text: edit.text }]));
      }
    },
    rangeOf: (start, end) => textRange(model, shown.toText(start), shown.toText(end)),
  };
}

/**
 * Takes all text away, and with it Monaco's own undo stack, which holds what was typed and is never used. An empty
 * model has the system's line ends, on Windows CR LF, which would shift every offset.
 */
function empty(model: editor.ITextModel): void {
  model.setValue('');
  model.setEOL(editor.EndOfLineSequence.LF);
}

function textRange(model: editor.ITextModel, start: number, end: number): IRange {
  const from = model.getPositionAt(start);
  const to = model.getPositionAt(end);
  return {
    startLineNumber: from.lineNumber,
    startColumn: from.column,
    endLineNumber: to.lineNumber,
    endColumn: to.column,
  };
}

import { editor, type IPosition, type IRange } from 'monaco-editor/editor';
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
  /** Shows another value; caret and scroll position stay. Never heard as typing. */
  show(value: string): void;
  /** the range of `[start, end)` of the value */
  rangeOf(start: number, end: number): IRange;
  /** offset in the value */
  offsetAt(position: IPosition): number;
}

/** Binds an editor's model. `onEdit` hears what the person typed, pasted or dropped, as the whole new value. */
export function bindText(
  instance: editor.ICodeEditor,
  model: editor.ITextModel,
  onEdit: (value: string, caret: Caret) => void,
): BoundText {
  let shown = shownText('');
  let showing = false;
  fill(model, '');
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
        silently(() => fill(model, ''));
      } else if (edit !== undefined && edit.text.length > LARGE) {
        const view = instance.saveViewState();
        silently(() => fill(model, next.text));
        instance.restoreViewState(view);
      } else if (edit !== undefined) {
        silently(() => model.applyEdits([{ range: textRange(model, edit.start, edit.end), text: edit.text }]));
      }
    },
    rangeOf: (start, end) => textRange(model, shown.toText(start), shown.toText(end)),
    offsetAt: (position) => shown.toValue(model.getOffsetAt(position)),
  };
}

/** Characters of an edit from which on Monaco is quicker with a new text than with an edit of its own. */
const LARGE = 100_000;

/**
 * Gives the model another text, and takes away Monaco's own undo stack, which holds what was typed and is never used.
 * Each new text begins with line ends after the system's manner, on Windows CR LF, which would shift every offset.
 */
function fill(model: editor.ITextModel, text: string): void {
  model.setValue(text);
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

/** What both panes hear before the field does: pasted text, undo and redo. */

interface KeyPress {
  readonly key: string;
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
}

export type HistoryStep = 'undo' | 'redo';

/**
 * Ctrl Z, Ctrl Shift Z and Ctrl Y (or with Cmd), by letter; by place where the layout writes no Latin letters.
 * Ctrl with Alt is AltGr on Windows, which types characters.
 */
export function historyKey(press: KeyPress): HistoryStep | undefined {
  if (press.altKey || press.ctrlKey === press.metaKey) {
    return undefined;
  }
  const letter = /^[\x20-\x7e]$/.test(press.key)
    ? press.key.toLowerCase()
    : press.code.replace('Key', '').toLowerCase();
  if (letter === 'z') {
    return press.shiftKey ? 'redo' : 'undo';
  }
  return letter === 'y' && !press.shiftKey ? 'redo' : undefined;
}

export interface InputRules {
  onPaste?(text: string): boolean;
  onUndo(): void;
  onRedo(): void;
}

/**
 * Listens on the editor's root in the capture phase, so before the text area or Monaco does. Answers how to stop.
 * The browser's own undo (menu, gesture, key) never runs: it knows nothing of the other panes.
 */
export function applyInputRules(root: HTMLElement, rules: () => InputRules): () => void {
  const step = (event: Event, which: HistoryStep): void => {
    event.preventDefault();
    event.stopPropagation();
    if (which === 'undo') {
      rules().onUndo();
    } else {
      rules().onRedo();
    }
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const which = inFindBox(event) ? undefined : historyKey(event);
    if (which !== undefined) {
      step(event, which);
    }
  };
  const onBeforeInput = (event: InputEvent): void => {
    if (!inFindBox(event) && (event.inputType === 'historyUndo' || event.inputType === 'historyRedo')) {
      step(event, event.inputType === 'historyUndo' ? 'undo' : 'redo');
    }
  };
  const onPaste = (event: ClipboardEvent): void => {
    const text = inFindBox(event) ? '' : (event.clipboardData?.getData('text/plain') ?? '');
    if (text !== '' && rules().onPaste?.(text) === true) {
      event.preventDefault();
      event.stopPropagation();
    }
  };
  root.addEventListener('keydown', onKeyDown, true);
  root.addEventListener('beforeinput', onBeforeInput, true);
  root.addEventListener('paste', onPaste, true);
  return () => {
    root.removeEventListener('keydown', onKeyDown, true);
    root.removeEventListener('beforeinput', onBeforeInput, true);
    root.removeEventListener('paste', onPaste, true);
  };
}

/** true for a field inside the editor that is not its text: Monaco's find box has a history and a clipboard of its own */
const inFindBox = ({ target }: Event): boolean => target instanceof Element && target.closest('.find-widget') !== null;

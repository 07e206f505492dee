import { useLayoutEffect } from 'react';
import type { ExamplesMenuProps } from '../panes/examples/examples-menu.tsx';
import { useLater } from '../ui/use-later.ts';
import type { ShortcutDialogProps } from './shortcut-dialog.tsx';

/** What is open over the page: the list of shortcuts, or the examples at the button that opened them. */
export type Float = 'shortcuts' | HTMLElement | undefined;

interface FloatsProps {
  readonly float: Float;
  readonly letters: boolean;
  setLetters(on: boolean): void;
  openExample(id: string): void;
  onClose(): void;
  /** the part could not be fetched */
  onMissing(): void;
}

/** Fetched when first opened. */
export function Floats({ float, letters, setLetters, openExample, onClose, onMissing }: FloatsProps) {
  const examples = useLater<ExamplesMenuProps>(
    async () => (await import('../panes/examples/examples-menu.tsx')).ExamplesMenu,
    onMissing,
  );
  const shortcuts = useLater<ShortcutDialogProps>(
    async () => (await import('./shortcut-dialog.tsx')).ShortcutDialog,
    onMissing,
  );
  const { fetchPart: fetchExamples } = examples;
  const { fetchPart: fetchShortcuts } = shortcuts;
  useLayoutEffect(() => {
    if (float === 'shortcuts') fetchShortcuts();
    else if (float !== undefined) fetchExamples();
  }, [float, fetchExamples, fetchShortcuts]);

  if (float === undefined) return null;
  if (float === 'shortcuts') {
    if (shortcuts.Part === undefined) return null;
    return <shortcuts.Part letters={letters} setLetters={setLetters} onClose={onClose} />;
  }
  if (examples.Part === undefined) return null;
  return <examples.Part anchor={float} openExample={openExample} onClose={onClose} />;
}

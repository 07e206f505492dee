import { useCallback, useMemo, useState } from 'react';
import type { PageActs, Said } from '../panes/page-acts.ts';
import { readClipboard } from '../ui/clipboard.ts';
import { SHELL } from '../words/shell.ts';
import type { WorkbenchActions } from '../workbench/types.ts';
import { askForFile, readBytes, readFile } from './files.ts';
import { focusRegion } from './regions.ts';

interface Page {
  readonly acts: PageActs;
  /** what could not be done, until something is done that can */
  readonly said: Said | undefined;
  say(said: Said | undefined): void;
  takeFile(file: File, into: 'key' | 'page'): void;
}

const TROUBLES = { 'too-large': SHELL.fileTooLarge, unreadable: SHELL.fileUnreadable } as const;

/** What the page does for its panes with clipboard and files, and what it says where that fails. */
export function usePageActs(actions: WorkbenchActions, openExamples: PageActs['openExamples']): Page {
  const [said, say] = useState<Said>();

  const takeFile = useCallback(
    async (file: File, into: 'key' | 'page') => {
      const read = await readFile(file);
      say(undefined);
      if (read.kind === 'too-large' || read.kind === 'unreadable') say({ words: TROUBLES[read.kind], alert: true });
      else if (read.kind === 'bytes') actions.setKey(read.base64);
      else if (into === 'key') actions.setKey(read.text);
      else actions.pasteOutside(read.text, 'file');
    },
    [actions],
  );

  const acts = useMemo(
    (): PageActs => ({
      async paste() {
        const text = await readClipboard();
        if (text === undefined) return say({ words: SHELL.pasteRefused, alert: true });
        if (text === '') return say({ words: SHELL.nothingOnClipboard, alert: true });
        say(undefined);
        actions.pasteOutside(text);
      },
      openTokenFile: async () => takeFile(await askForFile(), 'page'),
      openKeyFile: async () => takeFile(await askForFile(), 'key'),
      async openContentFile() {
        const file = await askForFile();
        const read = await readBytes(file);
        if ('kind' in read) return say({ words: TROUBLES[read.kind], alert: true });
        say(undefined);
        actions.setDetached({ kind: 'file', name: file.name, bytes: read });
      },
      chooseFile: askForFile,
      goToKey: () => void focusRegion('key'),
      openExamples,
      copyRefused: () => say({ words: SHELL.copyRefused, alert: true }),
      partMissing: () => say({ words: SHELL.overlayMissing, alert: true }),
    }),
    [actions, openExamples, takeFile],
  );
  return { acts, said, say, takeFile };
}

import { checkedIn, decodedIn, SHELL } from '../words/shell.ts';
import type { WorkbenchView } from '../workbench/types.ts';
import { OfflineWord } from './offline/offline-word.tsx';

interface StatusBarProps {
  readonly view: WorkbenchView;
  askToUpdate(): void;
}

/** What took how long, whether the page needs the network, and the keys that help most now. */
export function StatusBar({ view, askToUpdate }: StatusBarProps) {
  const { decode, check } = view.timing;
  const empty = view.text === '';
  return (
    <footer className="status-bar">
      <span className="flex min-w-0 flex-1 gap-4 overflow-hidden">
        {empty || decode === undefined ? <span>{SHELL.ready}</span> : <span>{decodedIn(decode)}</span>}
        {empty || check === undefined ? null : <span>{checkedIn(check)}</span>}
      </span>
      <OfflineWord askToUpdate={askToUpdate} />
      <span className="coarse-hidden">
        <span className="flex gap-4">
          <Hint keys="Ctrl V" words={SHELL.hints.paste} />
          <Hint keys="Esc" words={SHELL.hints.leave} />
          <Hint keys="?" words={SHELL.hints.shortcuts} />
        </span>
      </span>
    </footer>
  );
}

function Hint({ keys, words }: { readonly keys: string; readonly words: string }) {
  return (
    <span>
      <kbd className="kbd">{keys}</kbd> {words}
    </span>
  );
}

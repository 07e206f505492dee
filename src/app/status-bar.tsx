import { checkedIn, decodedIn, SHELL } from '../words/shell.ts';
import type { WorkbenchView } from '../workbench/types.ts';

/** What took how long, and the keys that help most now. */
export function StatusBar({ view }: { readonly view: WorkbenchView }) {
  const { decode, check } = view.timing;
  const empty = view.text === '';
  return (
    <footer className="status-bar">
      <span className="flex flex-1 gap-4">
        {empty || decode === undefined ? <span>{SHELL.ready}</span> : <span>{decodedIn(decode)}</span>}
        {empty || check === undefined ? null : <span>{checkedIn(check)}</span>}
      </span>
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

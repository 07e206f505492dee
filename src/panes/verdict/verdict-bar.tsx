import { StateShape } from '../../ui/state-shape.tsx';
import { SHELL } from '../../words/shell.ts';
import { cellName, cellWords } from '../../words/verdict-cell.ts';
import type { WorkbenchView } from '../../workbench/types.ts';
import { cellFacts, kindOf } from './cell-facts.ts';
import { cellLook } from './cell-look.ts';
import { useAnnouncement } from './use-announcement.ts';

interface VerdictBarProps {
  readonly view: WorkbenchView;
  /** to where the cell's answer can be changed: the key card or the signature pane */
  onSignature(): void;
}

/** What the page knows about the token, in one or two sentences and one cell. */
export function VerdictBar({ view, onSignature }: VerdictBarProps) {
  const { verdict } = view;
  const words = cellWords(cellFacts(view));
  const name = cellName(words);
  const announcement = useAnnouncement(verdict.busy ? undefined : `${verdict.sentence} ${name}`);
  const { shape, tone, hard } = cellLook(verdict);
  return (
    <section
      aria-label={SHELL.verdict}
      className="verdict"
      data-region="verdict"
      data-state={verdict.state}
      data-code={verdict.code}
      aria-busy={verdict.busy}
    >
      <div className="verdict-summary">
        <p className="verdict-kind">{kindOf(view)}</p>
        <p className="verdict-sentence">{verdict.sentence}</p>
      </div>
      <button
        type="button"
        title={words.reason === '' ? words.word : `${words.word}: ${words.reason}`}
        className={`verdict-cell tone-${tone} ${hard ? 'verdict-cell-hard' : ''}`}
        onClick={onSignature}
      >
        <span className="verdict-cell-label">
          {SHELL.signature}
          <span className="sr-only">: </span>
        </span>
        <StateShape shape={shape} />
        <b key={words.word} className="verdict-cell-word">
          {words.word}
        </b>
        <span className="sr-only">. </span>
        <span className="verdict-cell-reason">{words.reason}</span>
      </button>
      <p role="status" aria-atomic="true" className="sr-only">
        {announcement}
      </p>
    </section>
  );
}

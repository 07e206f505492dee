import { StateShape } from '../../ui/state-shape.tsx';
import { SHELL } from '../../words/shell.ts';
import { cellLabel, cellName, cellWords } from '../../words/verdict-cell.ts';
import type { WorkbenchView } from '../../workbench/types.ts';
import type { InspectorTab } from '../inspector/inspector-tabs.ts';
import { type Cell, cellsOf, kindOf } from './cell-facts.ts';
import { cellLook } from './cell-look.ts';
import { useAnnouncement } from './use-announcement.ts';

/** Where a cell leads: to where its answer can be changed (the key card, a pane), or where it is explained. */
export type CellTarget =
  /** from 0 */
  { readonly kind: 'layer'; readonly layer: number } | { readonly kind: 'inspector'; readonly tab: InspectorTab };

interface VerdictBarProps {
  readonly view: WorkbenchView;
  onCell(target: CellTarget): void;
}

/** What the page knows about the token, in one or two sentences and a cell, or two where a token holds a token. */
export function VerdictBar({ view, onCell }: VerdictBarProps) {
  const { verdict } = view;
  const cells = cellsOf(view);
  const names = cells.map(({ encrypted, layer, facts }) => cellName(cellLabel(encrypted, layer), cellWords(facts)));
  const announcement = useAnnouncement(verdict.busy ? undefined : `${verdict.sentence} ${names.join(' ')}`);
  return (
    <section
      aria-label={SHELL.verdict}
      className="verdict"
      data-region="verdict"
      data-state={verdict.state}
      data-code={verdict.code}
      data-cells={cells.length > 1 ? cells.length : undefined}
      aria-busy={verdict.busy}
    >
      <div className="verdict-summary">
        <p className="verdict-kind">{kindOf(view)}</p>
        <p className="verdict-sentence">{verdict.sentence}</p>
      </div>
      {cells.map((cell) => (
        <VerdictCell
          key={cell.layer ?? 1}
          cell={cell}
          onPress={() => onCell({ kind: 'layer', layer: (cell.layer ?? 1) - 1 })}
        />
      ))}
      <p role="status" aria-atomic="true" className="sr-only">
        {announcement}
      </p>
    </section>
  );
}

function VerdictCell({ cell, onPress }: { readonly cell: Cell; onPress(): void }) {
  const words = cellWords(cell.facts);
  const { shape, tone, hard } = cellLook(cell.verdict, cell.encrypted);
  return (
    <button
      type="button"
      title={words.reason === '' ? words.word : `${words.word}: ${words.reason}`}
      className={`verdict-cell tone-${tone} ${hard ? 'verdict-cell-hard' : ''}`}
      onClick={onPress}
    >
      <span className="verdict-cell-label">
        <span className="verdict-cell-name">{cellLabel(cell.encrypted, cell.layer)}</span>
        <span className="sr-only">: </span>
      </span>
      <StateShape shape={shape} />
      <b key={words.word} className="verdict-cell-word">
        {words.word}
      </b>
      <span className="sr-only">. </span>
      <span className="verdict-cell-reason">{words.reason}</span>
    </button>
  );
}

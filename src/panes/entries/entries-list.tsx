/** Above a token in JSON serialization: its signatures or recipients, each with its verdict. Fetched with the first. */

import { ENTRIES, entriesLine } from '../../words/entries.ts';
import type { LayerView } from '../../workbench/types.ts';
import { VerdictChip } from '../verdict/verdict-chip.tsx';
import { entriesOf } from './entries.ts';

/** More rows than these nobody looks through; those behind are still in the token. */
const MOST = 50;

export interface EntriesListProps {
  readonly layer: LayerView;
  /** the one that the panes show, where they show this layer */
  readonly picked: number | undefined;
  pick(index: number): void;
}

export function EntriesList({ layer, picked, pick }: EntriesListProps) {
  const type = layer.opened.object?.type ?? 'jws';
  const entries = entriesOf(layer);
  return (
    <div className="entries">
      <p className="entries-line">{entriesLine(type, entries.length)}</p>
      <ul aria-label={type === 'jws' ? ENTRIES.signatures : ENTRIES.recipients}>
        {entries.slice(0, MOST).map((entry) => (
          <li key={entry.index}>
            <button
              type="button"
              className="entry"
              aria-pressed={entry.index === picked}
              onClick={() => pick(entry.index)}
            >
              <b className="font-semibold whitespace-nowrap">
                {type === 'jws' ? ENTRIES.signature : ENTRIES.recipient} {entry.index + 1}
              </b>
              <span className="min-w-0 grow truncate font-mono text-small text-ink-2">
                {entry.alg ?? ENTRIES.noAlg}
                <span className="text-ink-3"> · {entry.kid ?? ENTRIES.noKid}</span>
              </span>
              <VerdictChip {...entry} />
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}

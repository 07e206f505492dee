import { StateShape } from '../../ui/state-shape.tsx';
import { useLasting } from '../../ui/use-lasting.ts';
import { VisibleText, visibleString } from '../../ui/visible-text.tsx';
import { cellName } from '../../words/verdict-cell.ts';
import type { CellLook } from './cell-look.ts';

/** A shorter wait is not worth a word. */
const GLANCE_MS = 200;

/** Stands beside the label. */
export interface CellNote {
  readonly words: string;
  /** as much of the words as there is room for */
  readonly shown: string;
  /** shown in place of the cell's own */
  readonly label: string;
}

interface VerdictCellProps {
  readonly label: string;
  readonly word: string;
  readonly reason: string;
  readonly look: CellLook;
  /** the answer has not come yet */
  readonly isWaiting?: boolean;
  readonly note?: CellNote | undefined;
  onPress(): void;
}

/** One of the verdicts. While it is waited for, its place is kept empty, and after a glance says that. */
export function VerdictCell({ label, look, isWaiting = false, note, onPress, ...said }: VerdictCellProps) {
  const isLong = useLasting(isWaiting, GLANCE_MS);
  const isBlank = isWaiting && !isLong;
  const word = isBlank ? '' : said.word;
  const reason = isBlank ? '' : visibleString(said.reason);
  const name = cellName(note === undefined ? label : `${label}, ${note.words}`, { word, reason });
  return (
    <button
      type="button"
      aria-label={name}
      title={reason === '' ? word : `${word}: ${reason}`}
      className={`verdict-cell tone-${isBlank ? 'idle' : look.tone} ${look.hard ? 'verdict-cell-hard' : ''}`}
      onClick={onPress}
    >
      <span className="verdict-cell-label">
        <span className="verdict-cell-name">{note?.label ?? label}</span>
        {note === undefined ? null : <span className="verdict-cell-note">{note.shown}</span>}
      </span>
      {isBlank ? null : <StateShape shape={look.shape} />}
      <b key={word} className="verdict-cell-word">
        {word}
      </b>
      <span className="verdict-cell-reason">{isBlank ? '' : <VisibleText>{said.reason}</VisibleText>}</span>
    </button>
  );
}

import { StateShape } from '../../ui/state-shape.tsx';
import { cellWords } from '../../words/verdict-cell.ts';
import { type CellVerdict, factsOf } from './cell-facts.ts';
import { cellLook } from './cell-look.ts';

interface VerdictChipProps {
  readonly verdict: CellVerdict;
  readonly encrypted: boolean;
  readonly alg: string | undefined;
}

/** A verdict in a row of its own: shape and word, the reason in the tooltip. */
export function VerdictChip({ verdict, encrypted, alg }: VerdictChipProps) {
  const { shape, tone } = cellLook(verdict, encrypted);
  const { word, reason } = cellWords(factsOf(verdict, encrypted, alg));
  return (
    <span className={`chip verdict-chip tone-${tone}`} title={reason === '' ? word : `${word}: ${reason}`}>
      <StateShape shape={shape} />
      <span className="truncate">{word}</span>
    </span>
  );
}

import { type CSSProperties, type ReactNode, useMemo } from 'react';
import { type RailRows, railRows } from './token-lines.ts';
import type { TokenPart } from './types.ts';

interface TokenRailProps {
  /** the text of the token editor */
  readonly text: string;
  readonly parts: readonly TokenPart[];
  /** the editor's `columns` */
  readonly columns: number;
}

/** Height of a row, and of the space above the first one, as in `editor.css`. */
const ROW = 22;
const ABOVE = 6;

/** Letter and line of each part beside the token. It stands in the editor's `gutter`; the words are in its description. */
export function TokenRail({ text, parts, columns }: TokenRailProps): ReactNode {
  const rows = useMemo(() => railRows(text, parts, columns), [text, parts, columns]);
  return (
    <div className="token-rail" aria-hidden="true">
      {rows.map((part) => (
        <span key={part.letter} className={`rail-part rail-${part.segment}`} style={placeOf(part)}>
          <b>{part.letter}</b>
        </span>
      ))}
    </div>
  );
}

const placeOf = ({ badge, last }: RailRows): CSSProperties => ({
  top: ABOVE + badge * ROW,
  height: (last - badge + 1) * ROW,
});

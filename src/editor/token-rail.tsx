import { type ReactNode, useMemo } from 'react';
import { railRows } from './token-lines.ts';
import type { TokenPart } from './types.ts';

/** Height of a row and the space above the first one; those of `editor.css` and of Monaco's options. */
const ROW = 22;
const TOP = 6;

interface TokenRailProps {
  readonly text: string;
  readonly parts: readonly TokenPart[];
  /** characters in a row */
  readonly columns: number;
}

/** Beside the token: the letter of each part at its first full row, and a line in the part's style down to its last. */
export function TokenRail({ text, parts, columns }: TokenRailProps): ReactNode {
  const rows = useMemo(() => railRows(text, parts, columns), [text, parts, columns]);
  return (
    <div aria-hidden="true">
      {rows.map(({ letter, segment, badge, last }) => (
        <span
          key={badge}
          className="rail"
          data-segment={segment}
          style={{ top: TOP + badge * ROW, height: (last - badge + 1) * ROW }}
        >
          <b>{letter}</b>
        </span>
      ))}
    </div>
  );
}

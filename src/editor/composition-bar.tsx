import type { ReactNode } from 'react';
import { shares } from './token-lines.ts';
import type { TokenPart } from './types.ts';

interface CompositionBarProps {
  readonly parts: readonly TokenPart[];
  /** characters in a line of the token: the bar is as wide as the text */
  readonly columns: number;
}

/** The share of each part in the token, above the text. It adds nothing that the editor's description does not say. */
export function CompositionBar({ parts, columns }: CompositionBarProps): ReactNode {
  const grow = shares(parts);
  return (
    <div className="composition-bar" style={{ width: `${columns}ch` }} aria-hidden="true">
      {parts.map((part, index) =>
        part.end > part.start ? (
          <i key={part.letter} className={`share-${part.segment}`} style={{ flexGrow: grow[index] }} />
        ) : null,
      )}
    </div>
  );
}

import type { ReactNode } from 'react';
import { shares } from './token-lines.ts';
import type { TokenPart } from './types.ts';

interface CompositionBarProps {
  readonly parts: readonly TokenPart[];
  /** characters in a row of the token: the bar is as wide as they are */
  readonly columns: number;
}

/** How much of the token each part takes. */
export function CompositionBar({ parts, columns }: CompositionBarProps): ReactNode {
  const grow = shares(parts);
  return (
    <div className="composition" aria-hidden="true" style={{ width: `${columns}ch`, maxWidth: 'calc(100% - 56px)' }}>
      {parts.map(({ start, segment }, index) => (
        <i key={start} data-segment={segment} style={{ flex: `${grow[index] ?? 0} 1 0px` }} />
      ))}
    </div>
  );
}

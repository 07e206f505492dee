import type { CSSProperties, ReactNode } from 'react';
import type { CellPlace } from './byte-focus.ts';

interface GridCellProps {
  readonly place: CellPlace;
  /** the cell that the keys move from: the only stop of the Tab key */
  readonly cell: CellPlace;
  readonly style: CSSProperties;
  /** in columns of one bit */
  readonly index: number;
  readonly span: number;
  readonly mark: string | undefined;
  /** accessible */
  readonly name: string;
  /** more of what it is, for the eye */
  readonly look?: string | undefined;
  readonly title?: string;
  readonly children: ReactNode;
}

export function GridCell({ place, cell, style, index, span, mark, name, look, title, children }: GridCellProps) {
  const isCurrent = place.row === cell.row && place.at === cell.at;
  return (
    <td
      // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: the table is a grid, so its cells are
      role="gridcell"
      tabIndex={isCurrent ? 0 : -1}
      aria-selected={mark?.startsWith('selected') === true}
      aria-colindex={index}
      aria-colspan={span}
      aria-label={name}
      title={title}
      data-row={place.row}
      data-at={place.at}
      data-mark={mark}
      data-look={look}
      className="byte-cell"
      style={style}
    >
      {children}
    </td>
  );
}

/** Groups of four characters and three bytes, drawn large: what each bit is, and what it becomes. */
import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react';
import type { SegmentColour } from '../../editor/types.ts';
import type { ByteMap } from '../../engine/token/bytes/byte-map.ts';
import { byteWindow } from '../../engine/token/bytes/cells.ts';
import { BYTES, byteName, byteWords, type NumberForm } from '../../words/bytes.ts';
import type { CellPlace, CellRow } from './byte-focus.ts';
import { type Marks, markOf } from './byte-marks.ts';
import { Glyph, glyphName } from './glyph.tsx';
import { GridCell } from './grid-cell.tsx';
import { type Columns, columnsOf } from './grid-columns.ts';
import { BitCells, LetterCells, LetterValues } from './grid-letters.tsx';

interface ByteGridProps {
  readonly map: ByteMap;
  /** characters that are shown, a multiple of four; the last may be fewer, and keep their width */
  readonly start: number;
  readonly count: number;
  /** the cell that the keys move from */
  readonly cell: CellPlace;
  /** takes the focus when it becomes another object */
  readonly focusOn: object | undefined;
  readonly marks: Marks;
  readonly form: NumberForm;
  readonly segment: SegmentColour;
  onKeyDown(event: KeyboardEvent): void;
}

export function ByteGrid({ map, start, count, cell, focusOn, marks, form, segment, onKeyDown }: ByteGridProps) {
  const grid = useRef<HTMLTableElement>(null);
  useEffect(() => {
    if (focusOn !== undefined)
      grid.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus({ preventScroll: true });
  }, [focusOn]);
  const shown = byteWindow(map, start, start + count);
  const columns = columnsOf(map, start, count);
  const { selected, pointed } = marks;
  return (
    <div className={`byte-grid bytes-${segment}`}>
      <GroupLines count={count} />
      <table
        ref={grid}
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: keys move from cell to cell
        role="grid"
        aria-label={BYTES.grid}
        aria-rowcount={4}
        aria-colcount={map.text.length * 6 + 1}
        onKeyDown={onKeyDown}
      >
        <tbody>
          <GridRow row="characters" columns={columns}>
            <LetterCells cells={shown.characters} columns={columns} cell={cell} marks={marks} />
          </GridRow>
          <LetterValues cells={shown.characters} columns={columns} marks={marks} />
          <GridRow row="bits" columns={columns}>
            <BitCells map={map} cells={shown.characters} columns={columns} cell={cell} marks={marks} />
          </GridRow>
          {/* biome-ignore lint/a11y/noAriaHiddenOnFocusable: a row of a table takes no focus */}
          <tr aria-hidden="true" className="byte-row byte-row-brackets" style={columns.template}>
            {shown.bytes.map(({ at }) => (
              <td
                key={at}
                className="byte-bracket byte-bracket-below"
                data-mark={markOf(selected.bytes, pointed.bytes, at, at + 1)}
                style={columns.ofBits(at * 8, at * 8 + 8)}
              />
            ))}
          </tr>
          <GridRow row="bytes" columns={columns}>
            {shown.bytes.map(({ at, value }) => (
              <GridCell
                key={at}
                place={{ row: 'bytes', at }}
                cell={cell}
                style={columns.ofBits(at * 8, at * 8 + 8)}
                index={columns.indexOfBit(at * 8)}
                span={8}
                mark={markOf(selected.bytes, pointed.bytes, at, at + 1)}
                name={byteName(at, value)}
              >
                {byteWords(value, form)}
              </GridCell>
            ))}
          </GridRow>
          <GridRow row="text" columns={columns}>
            {shown.text.map((one) => (
              <GridCell
                key={one.bytes[0]}
                place={{ row: 'text', at: one.bytes[0] }}
                cell={cell}
                style={columns.ofBits(one.bytes[0] * 8, one.bytes[1] * 8)}
                index={columns.indexOfBit(one.bytes[0] * 8)}
                span={(one.bytes[1] - one.bytes[0]) * 8}
                mark={markOf(selected.bytes, pointed.bytes, ...one.bytes)}
                name={glyphName(one) || byteName(one.bytes[0], map.bytes[one.bytes[0]] ?? 0)}
              >
                <Glyph of={one} />
              </GridCell>
            ))}
          </GridRow>
        </tbody>
      </table>
    </div>
  );
}

const ROW_NUMBERS: Readonly<Record<CellRow, number>> = { characters: 1, bits: 2, bytes: 3, text: 4 };

function GridRow({
  row,
  columns,
  children,
}: {
  readonly row: CellRow;
  readonly columns: Columns;
  readonly children: ReactNode;
}) {
  return (
    <tr aria-rowindex={ROW_NUMBERS[row]} className={`byte-row byte-row-${row}`} style={columns.template}>
      <th scope="row" aria-colindex={1} className="byte-label">
        {BYTES.rows[row]}
        {row === 'bytes' ? null : <small>{BYTES.notes[row]}</small>}
      </th>
      {children}
    </tr>
  );
}

/** Where a group of four characters ends. */
function GroupLines({ count }: { readonly count: number }) {
  return Array.from({ length: count / 4 - 1 }, (_, index) => (
    <span
      // biome-ignore lint/suspicious/noArrayIndexKey: the lines are told apart by their place alone
      key={index}
      aria-hidden="true"
      className="byte-group-line"
      style={{ left: `calc(var(--byte-label) + (100% - var(--byte-label)) * ${((index + 1) * 4) / count})` }}
    />
  ));
}

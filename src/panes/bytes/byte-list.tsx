/** Every byte of the part, row by row; only the rows on the screen are drawn. */
import { type CSSProperties, useEffect, useMemo, useRef, useState } from 'react';
import type { SegmentColour } from '../../editor/types.ts';
import type { ByteMap } from '../../engine/token/bytes/byte-map.ts';
import { BYTES, columnWords, type NumberForm } from '../../words/bytes.ts';
import { number } from '../../words/numbers.ts';
import { type Marks, within } from './byte-marks.ts';
import { ListRow } from './list-row.tsx';
import {
  charactersFitting,
  LEAST_LETTERS,
  LIST_CHARACTER,
  LIST_ROW,
  listHeight,
  NUMBER_WIDTH,
  rowsShown,
  topShowing,
} from './measures.ts';
import { useSize } from './use-size.ts';

interface ByteListProps {
  readonly map: ByteMap;
  readonly form: NumberForm;
  readonly marks: Marks;
  readonly segment: SegmentColour;
  /** a character whose row is scrolled into view when it becomes another */
  readonly reveal: number;
}

export function ByteList({ map, form, marks, segment, reveal }: ByteListProps) {
  const scroller = useRef<HTMLElement>(null);
  const { width, height } = useSize(scroller);
  const [top, setTop] = useState(0);
  const digits = Math.max(4, number(map.bytes.length).length);
  const perRow = charactersFitting(width - 32, form, digits);
  const rows = Math.ceil(map.text.length / perRow);
  const revealed = Math.floor(reveal / perRow);
  const columns = useMemo(() => columnsOf(perRow, form, digits), [perRow, form, digits]);
  // the head takes the place of a row
  const shown = rowsShown(rows, top, height - LIST_ROW);
  const words = columnWords(perRow);
  const { selected, pointed } = marks;

  useEffect(() => {
    const { current } = scroller;
    if (current === null || current.clientHeight === 0) return;
    const wanted = topShowing(rows, revealed, current.scrollTop, current.clientHeight - LIST_ROW);
    if (wanted !== current.scrollTop) current.scrollTop = wanted;
  }, [rows, revealed]);

  return (
    <section
      ref={scroller}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
      tabIndex={0}
      aria-label={BYTES.list}
      className={`byte-list bytes-${segment}`}
      onScroll={(event) => setTop(event.currentTarget.scrollTop)}
    >
      <div style={{ height: listHeight(rows) + LIST_ROW }}>
        <div className="byte-list-window" style={{ height }}>
          <table aria-label={BYTES.list} aria-rowcount={rows + 1}>
            <thead>
              <tr aria-rowindex={1} className="byte-list-row" style={columns}>
                <th scope="col">{BYTES.columns.byte}</th>
                <th scope="col">{words.characters}</th>
                <th scope="col">{words.bytes}</th>
                <th scope="col">{BYTES.columns.text}</th>
              </tr>
            </thead>
            <tbody style={{ transform: `translateY(${-shown.hidden}px)` }}>
              {Array.from({ length: shown.count }, (_, index) => {
                const row = shown.first + index;
                const start = row * perRow;
                const end = start + perRow;
                const [selectedStart, selectedEnd] = within(selected.characters, start, end);
                const [pointedStart, pointedEnd] = within(pointed.characters, start, end);
                return (
                  <ListRow
                    key={row}
                    map={map}
                    row={row}
                    perRow={perRow}
                    form={form}
                    columns={columns}
                    selectedStart={selectedStart}
                    selectedEnd={selectedEnd}
                    selectedBytes={selectedEnd > selectedStart ? selected.bytes : undefined}
                    pointedStart={pointedStart}
                    pointedEnd={pointedEnd}
                    pointedBytes={pointedEnd > pointedStart ? pointed.bytes : undefined}
                  />
                );
              })}
            </tbody>
          </table>
        </div>
      </div>
    </section>
  );
}

/** Columns as wide as what they hold. */
function columnsOf(perRow: number, form: NumberForm, digits: number): CSSProperties {
  const bytes = (perRow * 3) / 4;
  const wide = (letters: number) => `${letters * LIST_CHARACTER}px`;
  return {
    gridTemplateColumns: `${wide(digits)} ${wide(Math.max(LEAST_LETTERS, perRow))} ${wide(bytes * NUMBER_WIDTH[form])} ${wide(bytes)}`,
  };
}

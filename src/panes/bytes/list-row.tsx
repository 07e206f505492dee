import { type CSSProperties, memo } from 'react';
import type { ByteMap } from '../../engine/token/bytes/byte-map.ts';
import { byteWindow } from '../../engine/token/bytes/cells.ts';
import type { Span } from '../../engine/token/segment-bytes.ts';
import { byteWords, type NumberForm } from '../../words/bytes.ts';
import { number } from '../../words/numbers.ts';
import { markOf, NO_SPAN } from './byte-marks.ts';
import { SmallGlyph } from './glyph.tsx';
import { LIST_CHARACTER } from './measures.ts';

interface ListRowProps {
  readonly map: ByteMap;
  readonly row: number;
  readonly perRow: number;
  readonly form: NumberForm;
  /** the same object for all rows */
  readonly columns: CSSProperties;
  /** what is selected and pointed at within the row; two numbers, so that a row that shows the same is not drawn again */
  readonly selectedStart: number;
  readonly selectedEnd: number;
  readonly selectedBytes: Span | undefined;
  readonly pointedStart: number;
  readonly pointedEnd: number;
  readonly pointedBytes: Span | undefined;
}

export const ListRow = memo(function ListRow(props: ListRowProps) {
  const { map, row, perRow, form } = props;
  const selectedBytes = props.selectedBytes ?? NO_SPAN;
  const pointedBytes = props.pointedBytes ?? NO_SPAN;
  const start = row * perRow;
  const shown = byteWindow(map, start, start + perRow);
  // a byte stands in the row in which it begins
  const bytes = shown.bytes.filter(({ characters: [first] }) => first >= start);
  const from = bytes[0]?.at ?? 0;
  const to = from + bytes.length;
  const text = shown.text.filter((one) => one.bytes[0] < to && one.bytes[1] > from);
  return (
    <tr aria-rowindex={row + 2} className="byte-list-row" style={props.columns}>
      <td className="byte-offset">{bytes.length === 0 ? '' : number(from)}</td>
      <td className="byte-letters">
        {shown.characters.map((one) => (
          <span
            key={one.at}
            data-row="characters"
            data-at={one.at}
            data-look={one.kind === 'none' ? one.reason : undefined}
            data-mark={markOf(
              [props.selectedStart, props.selectedEnd],
              [props.pointedStart, props.pointedEnd],
              one.at,
              one.at + 1,
            )}
          >
            {one.kind === 'none' && /[^!-~]/.test(one.text) ? '·' : one.text}
          </span>
        ))}
      </td>
      <td className={`byte-numbers byte-numbers-${form}`}>
        {bytes.map(({ at, value }) => (
          <span key={at} data-row="bytes" data-at={at} data-mark={markOf(selectedBytes, pointedBytes, at, at + 1)}>
            {byteWords(value, form)}
          </span>
        ))}
      </td>
      <td className="byte-texts">
        {text.map((one) => {
          const first = Math.max(from, one.bytes[0]);
          const width = Math.min(to, one.bytes[1]) - first;
          return (
            <span
              key={first}
              data-row="text"
              data-at={one.bytes[0]}
              data-mark={markOf(selectedBytes, pointedBytes, first, first + width)}
              style={width === 1 ? undefined : { width: width * LIST_CHARACTER }}
            >
              {first === one.bytes[0] ? <SmallGlyph of={one} /> : <span className="byte-control">‥</span>}
            </span>
          );
        })}
      </td>
    </tr>
  );
});

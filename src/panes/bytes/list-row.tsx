import { type CSSProperties, memo } from 'react';
import type { ByteMap } from '../../engine/token/bytes/byte-map.ts';
import { byteWindow, type CharacterCell } from '../../engine/token/bytes/cells.ts';
import type { DecodedCharacter } from '../../engine/token/bytes/decoded-characters.ts';
import type { Span } from '../../engine/token/segment-bytes.ts';
import { byteWords, type NumberForm } from '../../words/bytes.ts';
import { number } from '../../words/numbers.ts';
import { markOf, NO_SPAN } from './byte-marks.ts';
import { SmallGlyph } from './glyph.tsx';
import { runsOf } from './list-runs.ts';
import { LIST_CHARACTER, NUMBER_WIDTH } from './measures.ts';

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

/** `data-step`: pixels of each of the cells that a run holds (`cell-of.ts`). */
export const ListRow = memo(function ListRow(props: ListRowProps) {
  const { map, row, perRow, form } = props;
  const start = row * perRow;
  const shown = byteWindow(map, start, start + perRow);
  // a byte stands in the row in which it begins
  const bytes = shown.bytes.filter(({ characters: [first] }) => first >= start);
  const from = bytes[0]?.at ?? 0;
  const to = from + bytes.length;
  const characterMark = marking([props.selectedStart, props.selectedEnd], [props.pointedStart, props.pointedEnd]);
  const byteMark = marking(props.selectedBytes ?? NO_SPAN, props.pointedBytes ?? NO_SPAN);
  const text = shown.text.filter((one) => one.bytes[0] < to && one.bytes[1] > from);
  return (
    <tr aria-rowindex={row + 2} className="byte-list-row" style={props.columns}>
      <td className="byte-offset">{bytes.length === 0 ? '' : number(from)}</td>
      <td className="byte-letters">
        {runsOf(shown.characters, (one) => `${characterMark(one.at, one.at + 1).kind} ${lookOf(one)}`).map(
          ({ items }) => {
            const [{ at }] = items;
            return (
              <span
                key={at}
                data-row="characters"
                data-at={at}
                data-step={LIST_CHARACTER}
                data-look={lookOf(items[0])}
                data-mark={characterMark(at, at + items.length).mark}
              >
                {items.map((one) => (one.kind === 'none' && /[^!-~]/.test(one.text) ? '·' : one.text)).join('')}
              </span>
            );
          },
        )}
      </td>
      <td className="byte-numbers">
        {runsOf(bytes, ({ at }) => byteMark(at, at + 1).kind).map(({ items }) => {
          const [{ at }] = items;
          return (
            <span
              key={at}
              data-row="bytes"
              data-at={at}
              data-step={NUMBER_WIDTH[form] * LIST_CHARACTER}
              data-mark={byteMark(at, at + items.length).mark}
            >
              {items.map(({ value }) => byteWords(value, form).padStart(NUMBER_WIDTH[form] - 1)).join(' ')}
            </span>
          );
        })}
      </td>
      <td className="byte-texts">
        {runsOf(text, (one) => (isPlain(one) ? byteMark(...one.bytes).kind : undefined)).map(({ items }) => {
          const [one] = items;
          const first = Math.max(from, one.bytes[0]);
          const end = isPlain(one) ? first + items.length : Math.min(to, one.bytes[1]);
          return (
            <span
              key={first}
              data-row="text"
              data-at={first}
              data-step={LIST_CHARACTER}
              data-mark={byteMark(first, end).mark}
              style={{ width: (end - first) * LIST_CHARACTER }}
            >
              {isPlain(one) ? spelled(items) : first === one.bytes[0] ? <SmallGlyph of={one} /> : '‥'}
            </span>
          );
        })}
      </td>
    </tr>
  );
});

/** How cells from one place to another are marked; `kind` is the same for all cells of a run. */
function marking(selected: Span, pointed: Span) {
  return (from: number, to: number) => {
    const mark = markOf(selected, pointed, from, to);
    return { mark, kind: mark?.split(' ', 1)[0] ?? '' };
  };
}

function lookOf(one: CharacterCell): string | undefined {
  return one.kind === 'none' ? one.reason : undefined;
}

/** A letter, digit or sign that is as wide as its byte. */
function isPlain(one: DecodedCharacter): boolean {
  return one.kind === 'character' && /^[ -~]$/.test(one.text);
}

function spelled(items: readonly DecodedCharacter[]): string {
  return items.map((one) => (one.kind === 'character' ? one.text : '')).join('');
}

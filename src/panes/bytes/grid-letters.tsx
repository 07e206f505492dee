/** The upper half of the grid: characters of the token, their values, and their bits. */
import type { ByteMap } from '../../engine/token/bytes/byte-map.ts';
import { bitAt, type CharacterCell } from '../../engine/token/bytes/cells.ts';
import { visibleString } from '../../ui/visible-text.tsx';
import { BYTES, bitName, letterName, noBitsName, noLetterName, spareBitName } from '../../words/bytes.ts';
import type { CellPlace } from './byte-focus.ts';
import { type Marks, markOf } from './byte-marks.ts';
import { GridCell } from './grid-cell.tsx';
import type { Columns } from './grid-columns.ts';

interface LettersProps {
  readonly cells: readonly CharacterCell[];
  readonly columns: Columns;
  readonly cell: CellPlace;
  readonly marks: Marks;
}

export function LetterCells({ cells, columns, cell, marks: { selected, pointed } }: LettersProps) {
  return cells.map((one) => (
    <GridCell
      key={one.at}
      place={{ row: 'characters', at: one.at }}
      cell={cell}
      style={columns.ofCharacter(one.at)}
      index={2 + one.at * 6}
      span={6}
      mark={markOf(selected.characters, pointed.characters, one.at, one.at + 1)}
      name={one.kind === 'bits' ? letterName(one.text, one.value) : noLetterName(visibleString(one.text), one.reason)}
      look={one.kind === 'none' ? one.reason : undefined}
      {...(one.kind === 'none' ? { title: noBitsName(one.reason) } : {})}
    >
      {one.kind === 'none' ? visibleString(one.text) : one.text}
    </GridCell>
  ));
}

/** For the eye: the names of the characters tell them too. */
export function LetterValues({ cells, columns, marks: { selected, pointed } }: Omit<LettersProps, 'cell'>) {
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: a row of a table takes no focus
    <tr aria-hidden="true" className="byte-row byte-row-values" style={columns.template}>
      <td className="byte-label">
        {BYTES.rows.values} <small>{BYTES.notes.values}</small>
      </td>
      {cells.map((one) => (
        <td
          key={one.at}
          className="byte-value"
          data-row="characters"
          data-at={one.at}
          data-mark={markOf(selected.characters, pointed.characters, one.at, one.at + 1)}
          style={columns.ofCharacter(one.at)}
        >
          {one.kind === 'bits' ? one.value : '–'}
          <span className={one.kind === 'bits' ? 'byte-bracket byte-bracket-above' : undefined} />
        </td>
      ))}
    </tr>
  );
}

const SIX = [0, 1, 2, 3, 4, 5] as const;

export function BitCells({
  map,
  cells,
  columns,
  cell,
  marks: { selected, pointed },
}: LettersProps & { readonly map: ByteMap }) {
  return cells.map((one) =>
    one.kind === 'none'
      ? null
      : SIX.map((inCharacter) => {
          const bit = one.firstBit + inCharacter;
          const value = bitAt(map, bit);
          const isSpare = inCharacter >= 6 - one.spare;
          return (
            <GridCell
              key={bit}
              place={{ row: 'bits', at: bit }}
              cell={cell}
              style={columns.ofBits(bit, bit + 1)}
              index={columns.indexOfBit(bit)}
              span={1}
              mark={markOf(selected.bits, pointed.bits, bit, bit + 1)}
              name={isSpare ? spareBitName(value) : bitName(value, inCharacter, one.text)}
              look={isSpare ? 'spare' : value === 1 ? 'one' : undefined}
            >
              {value}
            </GridCell>
          );
        }),
  );
}

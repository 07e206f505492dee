/** The one cell of the grid that is at hand, and where the keys lead from it. */
import type { ByteMap } from '../../engine/token/bytes/byte-map.ts';
import { bytesMeantBy, bytesTouchedBy, charactersHolding, placeOfBit } from '../../engine/token/bytes/cells.ts';
import { characterOf } from '../../engine/token/bytes/decoded-characters.ts';
import type { Span } from '../../engine/token/segment-bytes.ts';

export const CELL_ROWS = ['characters', 'bits', 'bytes', 'text'] as const;
export type CellRow = (typeof CELL_ROWS)[number];

/** `at`: offset of the character, place of the bit, number of the byte; of text, its first byte. */
export interface CellPlace {
  readonly row: CellRow;
  readonly at: number;
}

/** What is marked together, end exclusive: characters of the segment, bits, bytes. */
export interface Marked {
  readonly characters: Span;
  readonly bits: Span;
  readonly bytes: Span;
}

/** Characters of the segment that hold what is in the cell. */
export function charactersOfCell(map: ByteMap, { row, at }: CellPlace): Span {
  switch (row) {
    case 'characters':
      return [at, at + 1];
    case 'bits': {
      const { character } = placeOfBit(map, at);
      return [character, character + 1];
    }
    case 'bytes':
      return charactersHolding(map, at, at + 1);
    case 'text':
      return charactersHolding(map, ...(characterOf(map.bytes, at)?.bytes ?? [at, at]));
  }
}

/** What belongs to a cell. */
export function markedByCell(map: ByteMap, cell: CellPlace): Marked {
  const characters = charactersOfCell(map, cell);
  const { row, at } = cell;
  if (row === 'characters') {
    const first = map.lettersBefore(at) * 6;
    const last = map.lettersBefore(at + 1) * 6;
    return { characters, bits: [first, last], bytes: bytesTouchedBy(map, at, at + 1) };
  }
  if (row === 'bits') {
    const byte = Math.floor(at / 8);
    return { characters, bits: [at, at + 1], bytes: byte < map.bytes.length ? [byte, byte + 1] : [0, 0] };
  }
  const bytes: Span = row === 'bytes' ? [at, at + 1] : (characterOf(map.bytes, at)?.bytes ?? [at, at]);
  return { characters, bits: [bytes[0] * 8, bytes[1] * 8], bytes };
}

/** What belongs to a run of characters that was selected elsewhere. */
export function markedByRange(map: ByteMap, start: number, end: number): Marked {
  if (end - start === 1) return markedByCell(map, { row: 'characters', at: start });
  const bytes = bytesMeantBy(map, start, end);
  return { characters: [start, end], bits: [bytes[0] * 8, bytes[1] * 8], bytes };
}

export interface Press {
  readonly key: string;
  readonly shiftKey: boolean;
}

/** Where a key leads: undefined for a key that leads nowhere. `page` is the number of characters that are shown at once. */
export function moved(map: ByteMap, cell: CellPlace, { key, shiftKey }: Press, page: number): CellPlace | undefined {
  const group = shiftKey ? 4 : 1;
  switch (key) {
    case 'ArrowLeft':
      return along(map, cell, -group);
    case 'ArrowRight':
      return along(map, cell, group);
    case 'PageUp':
      return along(map, cell, -page);
    case 'PageDown':
      return along(map, cell, page);
    case 'Home':
      return inRow(map, cell.row, 0);
    case 'End':
      return inRow(map, cell.row, Number.MAX_SAFE_INTEGER);
    case 'ArrowUp':
      return toRow(map, cell, -1);
    case 'ArrowDown':
      return toRow(map, cell, 1);
    default:
      return undefined;
  }
}

/** By one cell, or by as much as so many characters (a multiple of 4) hold. */
function along(map: ByteMap, { row, at }: CellPlace, characters: number): CellPlace | undefined {
  const isOne = Math.abs(characters) === 1;
  switch (row) {
    case 'characters':
      return inRow(map, row, at + characters);
    case 'bits':
      return inRow(map, row, at + (isOne ? characters : characters * 6));
    case 'bytes':
      return inRow(map, row, at + (isOne ? characters : (characters * 3) / 4));
    case 'text': {
      if (!isOne) return inRow(map, row, at + (characters * 3) / 4);
      const [first, next] = characterOf(map.bytes, at)?.bytes ?? [at, at + 1];
      return inRow(map, row, characters < 0 ? first - 1 : next);
    }
  }
}

/** The cell of a row that is nearest to a place; undefined where the row has none. */
export function inRow(map: ByteMap, row: CellRow, at: number): CellPlace | undefined {
  const length = {
    characters: map.text.length,
    bits: map.letters * 6,
    bytes: map.bytes.length,
    text: map.bytes.length,
  };
  if (length[row] === 0) return undefined;
  const within = Math.max(0, Math.min(Math.floor(at), length[row] - 1));
  return row === 'text' ? { row, at: characterOf(map.bytes, within)?.bytes[0] ?? within } : { row, at: within };
}

/** Into the row above or below, to what stands at the same bit. */
function toRow(map: ByteMap, cell: CellPlace, by: 1 | -1): CellPlace | undefined {
  const row = CELL_ROWS[CELL_ROWS.indexOf(cell.row) + by];
  if (row === undefined) return undefined;
  const bit = firstBit(map, cell);
  if (row === 'characters') return inRow(map, row, placeOfBit(map, bit).character);
  return inRow(map, row, row === 'bits' ? bit : bit / 8);
}

function firstBit(map: ByteMap, { row, at }: CellPlace): number {
  if (row === 'characters') return map.lettersBefore(at) * 6;
  return row === 'bits' ? at : at * 8;
}

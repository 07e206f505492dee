/** The grid's columns: the labels, and one for each bit of the characters that are shown. */
import type { CSSProperties } from 'react';
import type { ByteMap } from '../../engine/token/bytes/byte-map.ts';

export interface Columns {
  readonly template: CSSProperties;
  /** of bits, by their places in the segment; what is not shown is cut off */
  ofBits(first: number, end: number): CSSProperties;
  ofCharacter(at: number): CSSProperties;
  /** `aria-colindex`, counted over the whole segment */
  indexOfBit(bit: number): number;
}

/** `count` characters from `start` on; the first column has the labels. */
export function columnsOf(map: ByteMap, start: number, count: number): Columns {
  const characterOf = (bit: number) => map.placeOfLetter(Math.floor(bit / 6));
  const lineBefore = (bit: number) => 2 + Math.min(count * 6, Math.max(0, (characterOf(bit) - start) * 6 + (bit % 6)));
  return {
    template: { gridTemplateColumns: `var(--byte-label) repeat(${count * 6}, minmax(0, 1fr))` },
    ofBits: (first, end) => ({ gridColumn: `${firstLine(first)} / ${lineBefore(end - 1) + 1}` }),
    ofCharacter: (at) => ({ gridColumn: `${2 + (at - start) * 6} / span 6` }),
    indexOfBit: (bit) => 2 + characterOf(bit) * 6 + (bit % 6),
  };

  function firstLine(bit: number): number {
    return characterOf(bit) < start ? 2 : lineBefore(bit);
  }
}

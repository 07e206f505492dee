/** What each bit of a character is for. */
import type { ByteMap } from './byte-map.ts';
import { characterCell } from './cells.ts';
import { characterOf, type DecodedCharacter } from './decoded-characters.ts';

/** Some of a character's bits, in a row. */
export type CarriedBits =
  | {
      readonly kind: 'byte';
      readonly count: number;
      /** where in the byte they stand */
      readonly end: 'first' | 'last';
      readonly byte: number;
      readonly value: number;
      /** what the byte is part of, and which of its bytes it is, from 0 */
      readonly of: DecodedCharacter;
      readonly index: number;
    }
  | { readonly kind: 'spare'; readonly count: number };

/** The bits of the character at `at` from first to last, by the byte that they are part of; none where it has no bits. */
export function carriedBy(map: ByteMap, at: number): readonly CarriedBits[] {
  const cell = characterCell(map, at);
  if (cell.kind === 'none') return [];
  const carried: CarriedBits[] = [];
  const end = cell.firstBit + 6 - cell.spare;
  for (let bit = cell.firstBit; bit < end; ) {
    const byte = Math.floor(bit / 8);
    const next = Math.min(end, (byte + 1) * 8);
    const of = characterOf(map.bytes, byte);
    if (of !== undefined) {
      const value = map.bytes[byte] ?? 0;
      carried.push({
        kind: 'byte',
        count: next - bit,
        end: bit % 8 === 0 ? 'first' : 'last',
        byte,
        value,
        of,
        index: byte - of.bytes[0],
      });
    }
    bit = next;
  }
  if (cell.spare > 0) carried.push({ kind: 'spare', count: cell.spare });
  return carried;
}

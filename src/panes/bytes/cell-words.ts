/** What is said of a cell of the grid, or of one of the list. */
import type { ByteMap } from '../../engine/token/bytes/byte-map.ts';
import { carriedBy } from '../../engine/token/bytes/carried.ts';
import { bitAt, characterCell, placeOfBit } from '../../engine/token/bytes/cells.ts';
import { characterOf } from '../../engine/token/bytes/decoded-characters.ts';
import { codePointName, visibleString } from '../../ui/visible-text.tsx';
import {
  bitSentence,
  byteSentence,
  letterSentence,
  noLetterSentence,
  textSentence,
} from '../../words/byte-sentences.ts';
import type { CellPlace } from './byte-focus.ts';

/** A sentence or two; '' where the part has no such cell. Characters of the token stand in it as they are. */
export function cellSentence(map: ByteMap, { row, at }: CellPlace): string {
  switch (row) {
    case 'characters': {
      const cell = characterCell(map, at);
      if (cell.text === '') return '';
      if (cell.kind === 'none') return noLetterSentence(cell.text, cell.reason);
      return letterSentence(cell.text, cell.value, carriedBy(map, at), cell.isStandard);
    }
    case 'bits': {
      const { character, inCharacter } = placeOfBit(map, at);
      const byte = Math.floor(at / 8);
      const of = characterOf(map.bytes, byte);
      const bit = { value: bitAt(map, at), inCharacter, of: map.text.charAt(character) };
      return bitSentence(bit, of && { at: byte, inByte: at % 8, value: map.bytes[byte] ?? 0, of });
    }
    case 'bytes': {
      const of = characterOf(map.bytes, at);
      return of === undefined ? '' : byteSentence(at, map.bytes[at] ?? 0, of);
    }
    case 'text': {
      const of = characterOf(map.bytes, at);
      if (of === undefined) return '';
      if (of.kind === 'invalid') return byteSentence(at, map.bytes[at] ?? 0, of);
      return textSentence(visibleString(of.text), codePointName(of.text), of.bytes);
    }
  }
}

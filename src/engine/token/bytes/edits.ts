/** A segment's text with one character or bit changed. No other character changes. */
import { isBase64urlCode, letterOf, looseSextetOf } from '../base64url.ts';
import type { ByteMap } from './byte-map.ts';
import { placeOfBit } from './cells.ts';
import { charactersIn, type DecodedCharacter } from './decoded-characters.ts';

/** One character in the place of another. */
export interface CharacterEdit {
  readonly at: number;
  readonly from: string;
  readonly to: string;
}

/** With this character at `at`. Undefined where it is no letter of base64url, is there already, or nothing is at `at`. */
export function characterEdit({ text }: ByteMap, at: number, to: string): CharacterEdit | undefined {
  const from = text.charAt(at);
  if (from === '' || from === to || to.length !== 1 || !isBase64urlCode(to.charCodeAt(0))) return undefined;
  return { at, from, to };
}

/** With one bit turned over: its place among all bits of the segment. Undefined where no character holds it. */
export function bitEdit(map: ByteMap, bit: number): CharacterEdit | undefined {
  if (bit < 0 || bit >= map.letters * 6) return undefined;
  const { character, inCharacter } = placeOfBit(map, bit);
  const from = map.text.charAt(character);
  const value = looseSextetOf(from.charCodeAt(0));
  return value === undefined ? undefined : { at: character, from, to: letterOf(value ^ (1 << (5 - inCharacter))) };
}

export function withEdit(text: string, { at, to }: CharacterEdit): string {
  return text.slice(0, at) + to + text.slice(at + 1);
}

/** What an edit did. */
export interface EditEffect {
  readonly edit: CharacterEdit;
  /** values of the two characters; undefined of one that has none */
  readonly values: readonly [from: number | undefined, to: number | undefined];
  /** bits that differ */
  readonly bits: number;
  /** what the changed bytes spelled, and spell now */
  readonly before: readonly DecodedCharacter[];
  readonly after: readonly DecodedCharacter[];
}

/** `before` and `after` are the maps of the segment before and after the edit. */
export function effectOf(edit: CharacterEdit, before: ByteMap, after: ByteMap): EditEffect {
  const values = [sextetOfCharacter(edit.from), sextetOfCharacter(edit.to)] as const;
  const length = Math.min(before.bytes.length, after.bytes.length);
  const first = Math.floor((before.lettersBefore(edit.at) * 6) / 8);
  const changed = [first, first + 1].filter((at) => at < length && before.bytes[at] !== after.bytes[at]);
  const from = changed[0] ?? 0;
  const to = (changed.at(-1) ?? -1) + 1;
  return {
    edit,
    values,
    bits: bitsSet((values[0] ?? 0) ^ (values[1] ?? 0)),
    before: to > from ? charactersIn(before.bytes, from, to) : [],
    after: to > from ? charactersIn(after.bytes, from, to) : [],
  };
}

function sextetOfCharacter(character: string): number | undefined {
  return looseSextetOf(character.charCodeAt(0));
}

function bitsSet(value: number): number {
  let count = 0;
  for (let left = value; left > 0; left >>= 1) count += left & 1;
  return count;
}

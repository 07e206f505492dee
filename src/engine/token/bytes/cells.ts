/** A window of a segment: its characters with their bits, the bytes that these go to, and what the bytes spell. */
import { isBase64urlCode, looseSextetOf } from '../base64url.ts';
import type { Span } from '../segment-bytes.ts';
import type { ByteMap } from './byte-map.ts';
import { charactersIn, type DecodedCharacter } from './decoded-characters.ts';

/** Why a character stands for no bits. `after`: the reading ended before it, so nothing tells which bits it would be. */
export type NoBits = 'padding' | 'blank' | 'foreign' | 'after';

export type CharacterCell =
  | {
      readonly kind: 'bits';
      readonly at: number;
      readonly text: string;
      /** 0 to 63 */
      readonly value: number;
      /** place of its first bit among all bits of the segment */
      readonly firstBit: number;
      /** of its six bits, those at the end that are part of no byte */
      readonly spare: number;
      /** `+` or `/`: of the standard alphabet, not of base64url */
      readonly isStandard: boolean;
    }
  | { readonly kind: 'none'; readonly at: number; readonly text: string; readonly reason: NoBits };

export interface ByteCell {
  /** which byte, from 0 */
  readonly at: number;
  readonly value: number;
  /** characters of the segment that hold bits of it */
  readonly characters: Span;
}

export interface ByteWindow {
  readonly characters: readonly CharacterCell[];
  /** bytes that the window's characters hold any bit of */
  readonly bytes: readonly ByteCell[];
  /** what these bytes spell; at the edges with bytes outside */
  readonly text: readonly DecodedCharacter[];
}

/** What the characters `start` to `end` (exclusive) show. Costs as much as the window is wide, however long the segment. */
export function byteWindow(map: ByteMap, start: number, end: number): ByteWindow {
  const last = Math.min(end, map.text.length);
  const characters: CharacterCell[] = [];
  for (let at = start; at < last; at++) characters.push(characterCell(map, at));
  const [from, to] = bytesTouchedBy(map, start, last);
  const bytes: ByteCell[] = [];
  for (let at = from; at < to; at++) bytes.push(byteCell(map, at));
  return { characters, bytes, text: charactersIn(map.bytes, from, to) };
}

export function characterCell(map: ByteMap, at: number): CharacterCell {
  const text = map.text.charAt(at);
  const code = map.text.charCodeAt(at);
  const value = looseSextetOf(code);
  if (at >= map.readEnd || value === undefined) return { kind: 'none', at, text, reason: whyNoBits(map, at) };
  const firstBit = map.lettersBefore(at) * 6;
  const spare = firstBit + 6 - Math.max(firstBit, Math.min(firstBit + 6, map.bytes.length * 8));
  return { kind: 'bits', at, text, value, firstBit, spare, isStandard: !isBase64urlCode(code) };
}

function whyNoBits({ readEnd, isPadded }: ByteMap, at: number): NoBits {
  if (at < readEnd) return 'blank';
  if (isPadded) return 'padding';
  return at === readEnd ? 'foreign' : 'after';
}

export function byteCell(map: ByteMap, at: number): ByteCell {
  return { at, value: map.bytes[at] ?? 0, characters: charactersHolding(map, at, at + 1) };
}

/** Characters that hold any bit of the bytes `from` to `to` (exclusive). */
export function charactersHolding(map: ByteMap, from: number, to: number): Span {
  const start = map.placeOfLetter(Math.floor((from * 8) / 6));
  return to <= from ? [start, start] : [start, map.placeOfLetter(Math.floor((to * 8 - 1) / 6)) + 1];
}

/** Bytes that the characters `start` to `end` (exclusive) hold any bit of. */
export function bytesTouchedBy(map: ByteMap, start: number, end: number): Span {
  const first = map.lettersBefore(start);
  const after = map.lettersBefore(end);
  const from = Math.min(Math.floor((first * 6) / 8), map.bytes.length);
  return [from, after <= first ? from : Math.min(Math.floor((after * 6 - 1) / 8) + 1, map.bytes.length)];
}

/**
 * The bytes that a run of characters is meant to show: those that it holds whole, or where it holds none whole, those
 * that it touches. For the characters that hold some bytes (`charactersHolding`) these are exactly those bytes.
 */
export function bytesMeantBy(map: ByteMap, start: number, end: number): Span {
  const from = Math.ceil((map.lettersBefore(start) * 6) / 8);
  const to = Math.min(Math.floor((map.lettersBefore(end) * 6) / 8), map.bytes.length);
  return to > from ? [from, to] : bytesTouchedBy(map, start, end);
}

/** The character that holds a bit of the segment, and the place of the bit within its six. */
export function placeOfBit(map: ByteMap, bit: number): { readonly character: number; readonly inCharacter: number } {
  return { character: map.placeOfLetter(Math.floor(bit / 6)), inCharacter: bit % 6 };
}

/** 0 or 1 */
export function bitAt(map: ByteMap, bit: number): number {
  const { character, inCharacter } = placeOfBit(map, bit);
  const value = looseSextetOf(map.text.charCodeAt(character)) ?? 0;
  return (value >> (5 - inCharacter)) & 1;
}

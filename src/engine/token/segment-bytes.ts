/** Characters of a segment to and from the bytes that they stand for: six bits a character, eight a byte. */
import { lettersBefore, offsetOfLetter } from './base64url.ts';
import type { Segment } from './shapes.ts';

export type Span = readonly [start: number, end: number];

/** Characters of the segment (offsets within it) that hold any bit of the bytes `from` to `to` (exclusive). */
export function charactersOfBytes(segment: Segment, from: number, to: number): Span {
  const first = Math.floor((from * 8) / 6);
  if (to <= from) return [placeOfLetter(segment, first), placeOfLetter(segment, first)];
  const last = Math.floor((to * 8 - 1) / 6);
  return [placeOfLetter(segment, first), Math.min(placeOfLetter(segment, last) + 1, segment.text.length)];
}

/** Bytes that the characters `start` to `end` (exclusive, within the segment) hold any bit of. */
export function bytesOfCharacters(segment: Segment, start: number, end: number): Span {
  const length = segment.bytes?.length ?? 0;
  const first = lettersUpTo(segment, start);
  const after = lettersUpTo(segment, end);
  const from = Math.min(Math.floor((first * 6) / 8), length);
  return [from, after <= first ? from : Math.min(Math.floor((after * 6 - 1) / 8) + 1, length)];
}

function placeOfLetter(segment: Segment, index: number): number {
  return segment.strict ? Math.min(index, segment.text.length) : offsetOfLetter(segment.text, index);
}

function lettersUpTo(segment: Segment, at: number): number {
  return segment.strict ? at : lettersBefore(segment.text, at);
}

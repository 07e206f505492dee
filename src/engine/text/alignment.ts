/** From the pasted text to the cleaned token and back. */
import type { FoundToken } from '../types.ts';
import { percentDecodedAt } from './characters.ts';

/** `length` characters of the token that stand in the pasted text one after the other, each `width` characters wide. */
interface Piece {
  readonly token: number;
  readonly pasted: number;
  readonly length: number;
  /** 3 for a character that was percent-encoded */
  readonly width: 1 | 3;
}

export interface Alignment {
  /** Span in the pasted text of a span of the token: from the first character to after the last, with what was removed between. */
  toPasted(start: number, end: number): readonly [start: number, end: number];
  /** Offset in the token of a place in the pasted text; of a removed character, that of the next one that stayed. */
  toToken(pasted: number): number;
}

/** How a found token lies in the text that it was found in. */
export function alignmentOf(pasted: string, found: FoundToken): Alignment {
  const pieces = found.removed.length === 0 ? [whole(found)] : align(pasted, found.start, found.text);
  return {
    toPasted: (start, end) => {
      const from = pastedStart(pieces, start);
      return [from, end > start ? pastedEnd(pieces, end - 1) : from];
    },
    toToken: (offset) => tokenOffset(pieces, offset),
  };
}

function whole(found: FoundToken): Piece {
  return { token: 0, pasted: found.start, length: found.text.length, width: 1 };
}

/** Where the cleaned text ends in the pasted one. */
export function endOfCleaned(pasted: string, start: number, cleaned: string): number {
  const last = align(pasted, start, cleaned).at(-1);
  return last === undefined ? start : last.pasted + last.length * last.width;
}

/**
 * Walks both texts at once. What the finder removes never equals the character that follows it (blanks stay only where
 * all of them stay), so taking the first that fits is right.
 */
function align(pasted: string, start: number, cleaned: string): readonly Piece[] {
  const pieces: Piece[] = [];
  let at = start;
  let token = 0;
  while (token < cleaned.length && at < pasted.length) {
    const run = equalRun(pasted, at, cleaned, token);
    if (run > 0) {
      pieces.push({ token, pasted: at, length: run, width: 1 });
      token += run;
      at += run;
    } else if (percentDecodedAt(pasted, at) === cleaned[token]) {
      pieces.push({ token, pasted: at, length: 1, width: 3 });
      token++;
      at += 3;
    } else {
      at++;
    }
  }
  return pieces;
}

/** Number of equal characters, ending before a percent-encoded one. */
function equalRun(pasted: string, at: number, cleaned: string, token: number): number {
  let length = 0;
  for (;;) {
    const code = pasted.charCodeAt(at + length);
    if (code !== cleaned.charCodeAt(token + length)) return length; // NaN past an end equals nothing
    if (code === 0x25 && percentDecodedAt(pasted, at + length) !== undefined) return length;
    length++;
  }
}

/** The last piece that begins at or before the offset. */
function pieceAt(pieces: readonly Piece[], offset: number, key: 'token' | 'pasted'): Piece | undefined {
  let low = 0;
  let high = pieces.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((pieces[middle]?.[key] ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return pieces[low - 1];
}

function pastedStart(pieces: readonly Piece[], token: number): number {
  const piece = pieceAt(pieces, token, 'token');
  return piece === undefined ? 0 : piece.pasted + Math.min(token - piece.token, piece.length) * piece.width;
}

function pastedEnd(pieces: readonly Piece[], token: number): number {
  const piece = pieceAt(pieces, token, 'token');
  return piece === undefined ? 0 : piece.pasted + Math.min(token - piece.token + 1, piece.length) * piece.width;
}

function tokenOffset(pieces: readonly Piece[], pasted: number): number {
  const piece = pieceAt(pieces, pasted, 'pasted');
  if (piece === undefined) return 0;
  return piece.token + Math.min(Math.floor((pasted - piece.pasted) / piece.width), piece.length);
}

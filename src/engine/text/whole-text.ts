/** A text that as a whole is meant to be one token, although characters in it cannot be. */
import { signatureLengthsOf } from '../token/registered-algs.ts';
import type { FoundToken, Removed } from '../types.ts';
import { BLANK, BREAK, classAt, INVISIBLE, percentDecodedAt } from './characters.ts';
import { looksLikeToken } from './edited-token.ts';
import { type Cleaned, foundToken, type Pasted, withoutSurroundings } from './found.ts';
import { gapAt } from './gap.ts';
import { glanceAtHeader } from './header-start.ts';
import { countDots, firstPart } from './token-form.ts';
import { isPlainWord, looksEncoded } from './words.ts';

const BLANKS = /[ \t\u00a0\u2000-\u200a\u202f\u3000]+/;

/**
 * The whole text as a token, where it looks like one that was damaged; without surrounding quotation marks, or without
 * the `Authorization:` and `Bearer` before it. Blanks within lines, and anything else that is neither base64url nor
 * removable, stay in it and make it malformed. For texts in which no token was found otherwise.
 */
export function wholeToken(pasted: Pasted): FoundToken | undefined {
  const { text } = pasted;
  const { start, end } = withoutWrapping(pasted);
  if (end - start > ENOUGH && !isOneText(piecesAtStart(text, start))) return undefined;
  const token = clean(text, start, end);
  if (!isOneText(token.cleaned.split(BLANKS))) return undefined;
  return looksLikeToken(token.cleaned) ? foundToken(pasted, token) : undefined;
}

const ENOUGH = 1000;

/** Long prose is told by its beginning; the last piece of that may be cut and does not count. */
function piecesAtStart(text: string, start: number): readonly string[] {
  const beginning = clean(text, start, start + ENOUGH).cleaned;
  return beginning.split(BLANKS).slice(0, -1);
}

/** Whether pieces between blanks are rather one damaged token than words. */
function isOneText(pieces: readonly string[]): boolean {
  const [, ...others] = pieces;
  return others.every((piece) => (others.length === 1 ? !isPlainWord(piece) : looksEncoded(piece)));
}

/**
 * Where the one found token begins the text, or what `Bearer` or quotation marks leave of it, but does not end it: all
 * of that, if what follows rather belongs to the token than stands after it.
 */
export function continuedToken(pasted: Pasted, found: FoundToken): FoundToken | undefined {
  const { text } = pasted;
  const { start, end } = withoutWrapping(pasted);
  if (found.start !== start || found.end >= end || !belongs(found.text, text.slice(found.end, end))) return undefined;
  return foundToken(pasted, clean(text, start, end));
}

function belongs(token: string, rest: string): boolean {
  const kind = classAt(rest, 0);
  if (kind !== BLANK && kind !== BREAK) return isOddCharacter(rest) && !/\s/.test(rest);
  const lengths = signatureLengthsIn(token);
  const have = token.length - token.lastIndexOf('.') - 1;
  if (lengths.includes(have)) return false;
  const pieces = rest.trimStart().split(/\s+/);
  const [piece = ''] = pieces;
  if (pieces.length > 1 || looksEncoded(piece)) return pieces.every(looksEncoded);
  return lengths.includes(have + piece.length) || (countDots(token) < 2 && !isPlainWord(piece) && isOfToken(piece));
}

/** A character that ends no value and no sentence: rather an error in the token than the end of it. */
function isOddCharacter(rest: string): boolean {
  return !/^[",;&'`<>()[\]{}|\\#?:!…]/.test(rest) && !/^%[0-9a-fA-F]{2}/.test(rest);
}

function isOfToken(piece: string): boolean {
  return /^[A-Za-z0-9_.~-]+=*$/.test(piece);
}

/** The lengths that the third segment may have, where all three are there and `alg` says so. */
function signatureLengthsIn(token: string): readonly number[] {
  if (countDots(token) !== 2) return [];
  const header = glanceAtHeader(firstPart(token));
  return header.kind === 'object' && header.alg !== undefined ? signatureLengthsOf(header.alg) : [];
}

function withoutWrapping(pasted: Pasted): { readonly start: number; readonly end: number } {
  const { text, start, end } = pasted;
  const first = text.charAt(start);
  if (end - start > 1 && first !== '' && `"'\``.includes(first) && text.charAt(end - 1) === first)
    return withoutSurroundings(text, start + 1, end - 1);
  const scheme =
    /^(?:authorization\s*:\s*)?(?:(?:bearer|dpop|jwt)\s+)?/i.exec(text.slice(start, start + 60))?.[0] ?? '';
  return withoutSurroundings(text, start + scheme.length, end);
}

/** Removes what 'Finding' allows to remove, and nothing else. */
function clean(text: string, start: number, end: number): Cleaned {
  const parts: string[] = [];
  const removed = new Set<Removed>();
  let kept = start;
  let at = start;
  while (at < end) {
    const decoded = percentDecodedAt(text, at);
    const next =
      decoded === undefined ? afterRemoved(text, at) : { end: at + 3, removed: ['percent-encoding'] as const };
    if (next === undefined) {
      at++;
      continue;
    }
    if (next.removed.length > 0) {
      parts.push(text.slice(kept, at), decoded ?? '');
      for (const kind of next.removed) removed.add(kind);
      kept = next.end;
    }
    at = next.end;
  }
  return { start, end, cleaned: parts.join('') + text.slice(kept, end), removed: [...removed], cut: false };
}

/** The gap at `at` and what of it is removed; nothing of blanks within a line. Undefined where there is no gap. */
function afterRemoved(
  text: string,
  at: number,
): { readonly end: number; readonly removed: readonly Removed[] } | undefined {
  const kind = classAt(text, at);
  if (kind !== BLANK && kind !== BREAK && kind !== INVISIBLE) return undefined;
  const gap = gapAt(text, at);
  const besideDot = text.charAt(at - 1) === '.' || text.charAt(gap.end) === '.';
  const stays = gap.breaks === 0 && gap.removed.includes('blanks') && !besideDot;
  return { end: gap.end, removed: stays ? [] : gap.removed };
}

/** Finds the tokens in whatever was pasted (docs/architecture.md, 'Finding'). */
import type { FoundToken, Removed } from '../types.ts';
import { endOfCleaned } from './alignment.ts';
import { classAt, DOT, INVISIBLE, LETTER, percentDecodedAt, TILDE } from './characters.ts';
import { looksLikeToken } from './edited-token.ts';
import { type Cleaned, foundToken, type Pasted, pastedFrom } from './found.ts';
import { glanceAtHeader, nextHeaderStart } from './header-start.ts';
import { jsonSerializations } from './json-serialization.ts';
import { type Run, runAt } from './run.ts';
import { countDots, firstPart } from './token-form.ts';
import { continuedToken, wholeToken } from './whole-text.ts';

/**
 * Every token in the text, in order; the same one twice is there twice. Offsets are UTF-16 units in `text`.
 *
 * In a longer text a token is a run of base64url characters and dots that begins as a JOSE Header does. A text that is
 * nothing but one token is that token also where it is damaged or half typed, see `looksLikeToken`. What is removed from
 * a token is listed in `removed`; quotation marks and words around it lie outside of `start` to `end`. Never throws;
 * takes time in proportion to the text.
 */
export function findTokens(text: string): readonly FoundToken[] {
  const pasted = pastedFrom(text);
  if (pasted.start === pasted.end) return [];
  if (isBare(pasted)) return bareToken(pasted);
  const serializations = jsonSerializations(pasted);
  const found = merged(serializations, scan(pasted));
  const [first] = found;
  if (first === undefined) {
    const whole = wholeToken(pasted);
    return whole === undefined ? [] : [whole];
  }
  const continued = found.length === 1 ? continuedToken(pasted, first) : undefined;
  return continued === undefined ? found : [continued];
}

/** Nothing but characters of a token: there is nothing to search and nothing to remove. */
function isBare(pasted: Pasted): boolean {
  const run = /[A-Za-z0-9_.~-]*/y;
  run.lastIndex = pasted.start;
  run.test(pasted.text);
  return run.lastIndex === pasted.end;
}

function bareToken(pasted: Pasted): readonly FoundToken[] {
  const { start, end } = pasted;
  const cleaned = pasted.text.slice(start, end);
  return looksLikeToken(cleaned) ? [foundToken(pasted, { start, end, cleaned, removed: [], cut: false })] : [];
}

function scan(pasted: Pasted): readonly FoundToken[] {
  const { text } = pasted;
  const found: FoundToken[] = [];
  let at = nextHeaderStart(text, pasted.start);
  while (at >= 0 && at < pasted.end) {
    let next = at + 1;
    if (isBoundary(text, at)) {
      const run = runAt(text, at);
      const token = tokenIn(pasted, run);
      if (token !== undefined) found.push(foundToken(pasted, token));
      next = run.end;
    }
    at = nextHeaderStart(text, next);
  }
  return found;
}

/** What of a run is a token: the full stop of a sentence is not. Undefined where nothing is. */
function tokenIn(pasted: Pasted, run: Run): Cleaned | undefined {
  const isAll = run.start <= pasted.start && run.end >= pasted.end;
  const cleaned = isAll ? run.cleaned : withoutTail(run.cleaned);
  const dots = countDots(cleaned);
  if (dots === 0 || !couldBeHeader(firstPart(cleaned), dots)) return undefined;
  const end = cleaned.length === run.cleaned.length ? run.end : endOfCleaned(pasted.text, run.start, cleaned);
  const cut = /^(?:…|\.\.\.)/.test(pasted.text.slice(end, end + 3));
  return { start: run.start, end, cleaned, removed: removedIn(pasted.text.slice(run.start, end), run), cut };
}

const SHOWS: Readonly<Record<Removed, RegExp>> = {
  'line-breaks': /[\r\n\u2028\u2029]/,
  blanks: /[ \t\u00a0\u2000-\u200a\u202f\u3000]/,
  'quote-marks': />/,
  'percent-encoding': /%[0-9a-fA-F]{2}/,
  invisible: /[\u200b-\u200d\ufeff\u00ad]/,
};

/** Of what was removed from a run, what stands in this part of it, and not in the full stop that was left out. */
function removedIn(part: string, run: Run): Run['removed'] {
  return run.removed.filter((kind) => SHOWS[kind].test(part));
}

/** An ellipsis, a slash or a dot after the last part. */
function withoutTail(cleaned: string): string {
  const shorter = cleaned.replace(/(?:\.{3,}|[+/%])$/, '');
  if (!shorter.endsWith('.')) return shorter;
  const header = glanceAtHeader(firstPart(shorter));
  const isEncryption = header.kind === 'object' && header.isEncryption;
  const isOver = shorter.includes('~') || countDots(shorter) > (isEncryption ? 4 : 2);
  return isOver ? shorter.slice(0, -1) : shorter;
}

/** `{"alg":"` has this many characters; what is shorter and no object says nothing. */
const SHORTEST_BROKEN_HEADER = 11;

/** A JSON object with `alg`; with all three parts there, any object, and what begins as one and is cut or damaged. */
function couldBeHeader(part: string, dots: number): boolean {
  const header = glanceAtHeader(part);
  switch (header.kind) {
    case 'object':
      return header.alg !== undefined || dots >= 2;
    case 'broken':
      return part.length >= SHORTEST_BROKEN_HEADER && (header.isText || dots >= 2);
    case 'other':
      return false;
  }
}

/** Whether a token may begin here: not in the middle of a run, but after an escape that ends with a letter. */
function isBoundary(text: string, at: number): boolean {
  if (at === 0) return true;
  switch (classAt(text, at - 1)) {
    case LETTER:
      return isAfterEscape(text, at);
    case DOT:
    case TILDE:
      return at < 2 || classAt(text, at - 2) !== LETTER;
    case INVISIBLE:
      return classAt(text, at - 2) !== LETTER;
    default:
      return true;
  }
}

/** After `%3D`, `\n` or `\u0022`. */
function isAfterEscape(text: string, at: number): boolean {
  const decoded = percentDecodedAt(text, at - 3);
  if (decoded !== undefined) return !/[A-Za-z0-9_-]/.test(decoded);
  return /(?:\\[nrt]|\\u[0-9a-fA-F]{4})$/.test(text.slice(Math.max(0, at - 6), at));
}

/** Serializations, and the tokens outside of them, in the order of the text. */
function merged(serializations: readonly FoundToken[], others: readonly FoundToken[]): readonly FoundToken[] {
  if (serializations.length === 0) return others;
  const outside = others.filter(
    (one) => !serializations.some((json) => one.start >= json.start && one.end <= json.end),
  );
  return [...serializations, ...outside].toSorted((one, other) => one.start - other.start);
}

/** One run of token characters in a longer text, across the line breaks and blanks that do not belong to it. */
import { signatureLengthsOf } from '../token/registered-algs.ts';
import type { Removed } from '../types.ts';
import {
  BLANK,
  BREAK,
  classAt,
  DOT,
  INVISIBLE,
  isForeignPercent,
  LETTER,
  percentDecodedAt,
  TILDE,
} from './characters.ts';
import { type Gap, gapAt } from './gap.ts';
import { glanceAtHeader, type HeaderGlance, isHeaderStart } from './header-start.ts';
import { isPlainWord, looksEncoded } from './words.ts';

export interface Run {
  readonly start: number;
  /** after the last character that belongs to the run */
  readonly end: number;
  readonly cleaned: string;
  readonly removed: readonly Removed[];
  readonly dots: number;
}

interface Reading {
  readonly text: string;
  readonly start: number;
  /** true where the run stands in the path of an address, in which `/` ends it */
  readonly inPath: boolean;
  at: number;
  /** first character that is not yet in `parts` */
  kept: number;
  readonly parts: string[];
  readonly removed: Removed[];
  dots: number;
  /** cleaned characters before the first dot; undefined until there is one */
  header: string | undefined;
  /** what these say, once it was looked at */
  glance: HeaderGlance | undefined;
  /** cleaned characters since the last dot */
  sinceDot: number;
  /** number of lines that were joined */
  joined: number;
  /** where the line that is being read begins; undefined until it is asked for */
  lineStart: number | undefined;
}

/** Reads the run that begins at `start`. What is no base64url but often stands in faulty tokens (`=`, `+`, `/`, `%`) stays in it. */
export function runAt(text: string, start: number): Run {
  const reading: Reading = {
    text,
    start,
    inPath: text.charCodeAt(start - 1) === 0x2f,
    at: start,
    kept: start,
    parts: [],
    removed: [],
    dots: 0,
    header: undefined,
    glance: undefined,
    sinceDot: 0,
    joined: 0,
    lineStart: undefined,
  };
  while (reading.at < text.length && step(reading));
  keep(reading, reading.at);
  const cleaned = reading.parts.join('');
  return { start, end: reading.at, cleaned, removed: reading.removed, dots: reading.dots };
}

function note(reading: Reading, kind: Removed): void {
  if (!reading.removed.includes(kind)) reading.removed.push(kind);
}

/** Takes the next character or gap into the run; false where the run ends. */
function step(reading: Reading): boolean {
  const { text, at } = reading;
  switch (classAt(text, at)) {
    case DOT:
      countDot(reading);
      reading.at++;
      return true;
    case LETTER:
      return stepOverLetters(reading);
    case TILDE:
      return take(reading);
    case INVISIBLE:
    case BREAK:
    case BLANK:
      return stepOverGap(reading);
    default:
      return stepOverOdd(reading);
  }
}

function countDot(reading: Reading): void {
  if (reading.dots === 0) reading.header = cleanedSoFar(reading);
  reading.dots++;
  reading.sinceDot = 0;
}

/** Most runs of letters are words and end soon; for long ones an expression is several times faster than a loop. */
const SOON = 64;

function stepOverLetters(reading: Reading): boolean {
  const { text, at } = reading;
  let end = at + 1;
  while (end - at < SOON && classAt(text, end) === LETTER) end++;
  if (end - at === SOON) end = lettersEnd(text, end);
  reading.sinceDot += end - at;
  reading.at = end;
  return true;
}

function lettersEnd(text: string, at: number): number {
  const letters = /[A-Za-z0-9_-]*/y;
  letters.lastIndex = at;
  letters.test(text);
  return letters.lastIndex;
}

function stepOverOdd(reading: Reading): boolean {
  const { text, at } = reading;
  switch (text.charAt(at)) {
    case '%':
      return stepOverPercent(reading);
    case '=':
      return isPaddingAt(text, at) && take(reading);
    case '+':
      return take(reading);
    case '/':
      return !reading.inPath && take(reading);
    default:
      return false;
  }
}

function take(reading: Reading): boolean {
  reading.sinceDot++;
  reading.at++;
  return true;
}

/** One layer of percent-encoding is taken away; what stands for a character outside of a token ends the run. */
function stepOverPercent(reading: Reading): boolean {
  const decoded = percentDecodedAt(reading.text, reading.at);
  if (decoded === undefined) return !isForeignPercent(reading.text, reading.at) && take(reading);
  if (!/[A-Za-z0-9_.~=+/%-]/.test(decoded)) return false;
  if (decoded === '.') countDot(reading);
  else reading.sinceDot++;
  keep(reading, reading.at);
  reading.parts.push(decoded);
  note(reading, 'percent-encoding');
  reading.at += 3;
  reading.kept = reading.at;
  return true;
}

/** `=` at the end of a segment; before a letter it rather joins a name to its value. */
function isPaddingAt(text: string, at: number): boolean {
  let end = at;
  while (text.charCodeAt(end) === 0x3d) end++;
  return classAt(text, end) !== LETTER;
}

function keep(reading: Reading, end: number): void {
  if (end > reading.kept) reading.parts.push(reading.text.slice(reading.kept, end));
}

function stepOverGap(reading: Reading): boolean {
  const gap = gapAt(reading.text, reading.at);
  if (!goesOn(reading, gap)) return false;
  keep(reading, reading.at);
  for (const kind of gap.removed) note(reading, kind);
  if (gap.breaks > 0) {
    reading.joined++;
    reading.lineStart = lineStartBefore(reading.text, gap.end);
  }
  reading.at = gap.end;
  reading.kept = gap.end;
  return true;
}

/** Whether the token goes on after this gap. */
function goesOn(reading: Reading, gap: Gap): boolean {
  const { text, at } = reading;
  const next = classAt(text, gap.end);
  if (next !== LETTER && next !== DOT && next !== TILDE) return false;
  if (gap.removed.every((kind) => kind === 'invisible')) return true;
  if (gap.breaks > 1) return false;
  const after = text.charCodeAt(at - 1) === 0x2e;
  if (after || next === DOT) return goesOnBesideDot(reading, gap, after);
  return gap.breaks === 1 && goesOnInNextLine(reading, gap);
}

/** Beside a dot, unless the token has all its dots: then the dot ends a sentence. */
function goesOnBesideDot(reading: Reading, gap: Gap, after: boolean): boolean {
  const { text } = reading;
  const header = headerOf(reading);
  const isEncryption = header.kind === 'object' && header.isEncryption;
  const dots = after ? reading.dots : reading.dots + 1;
  if (dots > (isEncryption ? 4 : 2)) return false;
  if (!after) return true;
  const isUnsecured = header.kind === 'object' && header.alg === 'none' && dots === 2;
  return !isUnsecured && !isPlainWord(wordAt(text, gap.end));
}

/** In a wrapped text: the next line holds nothing else, begins no token of its own, and can be a part of this one. */
function goesOnInNextLine(reading: Reading, gap: Gap): boolean {
  const { text } = reading;
  const line = wordAt(text, gap.end);
  if (!/[A-Za-z0-9]/.test(line) || !isLineEnd(text, gap.end + line.length)) return false;
  if (isHeaderStart(text, gap.end)) return false;
  if (reading.dots < 2 && looksEncoded(line)) return true;
  const lengths = reading.dots === 2 ? signatureLengths(reading) : [];
  if (lengths.includes(reading.sinceDot + line.length)) return true;
  reading.lineStart ??= lineStartBefore(text, reading.at);
  // without what stands before it: a quote may be copied from after the first line's mark
  const width = reading.at - reading.lineStart;
  if (lengths.includes(reading.sinceDot) && line.length < width) return false;
  return line.length <= Math.max(width, 16) && (reading.joined > 0 || !isPlainWord(line));
}

/** Token characters from `at`, with padding after them. */
function wordAt(text: string, at: number): string {
  let end = at;
  for (let kind = classAt(text, end); kind === LETTER || kind === DOT || kind === TILDE; ) kind = classAt(text, ++end);
  while (text.charCodeAt(end) === 0x3d) end++;
  return text.slice(at, end);
}

/** End of a line or of what encloses a value. */
function isLineEnd(text: string, at: number): boolean {
  const gap = gapAt(text, at);
  return gap.end >= text.length || gap.breaks > 0 || /["'`,;)\]}<…%]/.test(text.charAt(at));
}

function signatureLengths(reading: Reading): readonly number[] {
  const header = headerOf(reading);
  return header.kind === 'object' && header.alg !== undefined ? signatureLengthsOf(header.alg) : [];
}

/** Lines that are longer than this before a token are as good as endless; looking further back takes time for nothing. */
const FARTHEST_LINE_START = 1000;

function headerOf(reading: Reading): HeaderGlance {
  if (reading.header === undefined) return glanceAtHeader(cleanedSoFar(reading));
  reading.glance ??= glanceAtHeader(reading.header);
  return reading.glance;
}

function cleanedSoFar(reading: Reading): string {
  return reading.parts.join('') + reading.text.slice(reading.kept, reading.at);
}

function lineStartBefore(text: string, at: number): number {
  let start = at;
  while (start > 0 && at - start < FARTHEST_LINE_START && classAt(text, start - 1) !== BREAK) start--;
  return start;
}

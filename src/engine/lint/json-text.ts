/** What the text of JSON shows and its value does not. One pass over the characters, without nodes. */
import { numberEnd, stringEnd } from '../token/json-literals.ts';
import type { Span } from '../token/segment-bytes.ts';

export interface NumberLiteral {
  readonly span: Span;
  readonly literal: string;
}

/** Places are characters of the text; lists hold at most `MOST` of each. */
export interface JsonTextFacts {
  /** the first white space outside of strings that JSON does not need */
  readonly firstBlank: Span | undefined;
  /** levels of nesting, and where the deepest begins */
  readonly depth: number;
  readonly deepest: number;
  /** names of members in which a character of ASCII is written as an escape of its code */
  readonly escapedNames: readonly Span[];
  /** names that every JavaScript object inherits something under */
  readonly inheritedNames: readonly { readonly span: Span; readonly name: string }[];
  /** numbers that a double does not hold as they are written */
  readonly inexact: readonly NumberLiteral[];
  readonly withExponent: readonly NumberLiteral[];
}

const MOST = 20;
const INHERITED: ReadonlySet<string> = new Set(['"__proto__"', '"constructor"', '"prototype"']);

export function jsonTextFacts(text: string): JsonTextFacts {
  let firstBlank: Span | undefined;
  let level = 0;
  let depth = 0;
  let deepest = 0;
  const escapedNames: Span[] = [];
  const inheritedNames: { span: Span; name: string }[] = [];
  const inexact: NumberLiteral[] = [];
  const withExponent: NumberLiteral[] = [];
  let at = 0;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (code === 0x22) {
      const end = stringEnd(text, at).end;
      if (isNameBefore(text, end)) noteName(text, [at, end]);
      at = Math.max(end, at + 1);
    } else if (code === 0x7b || code === 0x5b) {
      level++;
      if (level > depth) {
        depth = level;
        deepest = at;
      }
      at++;
    } else if (code === 0x7d || code === 0x5d) {
      level--;
      at++;
    } else if (isBlank(code)) {
      const start = at;
      while (isBlank(text.charCodeAt(at))) at++;
      firstBlank ??= [start, at];
    } else if (code === 0x2d || (code >= 0x30 && code <= 0x39)) {
      const end = Math.max(numberEnd(text, at), at + 1);
      noteNumber(text, [at, end]);
      at = end;
    } else {
      at++;
    }
  }
  return { firstBlank, depth, deepest, escapedNames, inheritedNames, inexact, withExponent };

  function noteName(whole: string, span: Span): void {
    const [start, end] = span;
    if (end - start === 11 || end - start === 13) {
      const name = whole.slice(start, end);
      if (INHERITED.has(name) && inheritedNames.length < MOST) inheritedNames.push({ span, name: name.slice(1, -1) });
    }
    if (escapedNames.length < MOST && hasEscapedAscii(whole, span)) escapedNames.push(span);
  }

  function noteNumber(whole: string, span: Span): void {
    const [start, end] = span;
    const isLong = end - start > 15;
    const exponent = exponentIn(whole, span);
    if (!isLong && !exponent) return;
    const literal = whole.slice(start, end);
    if (exponent && withExponent.length < MOST) withExponent.push({ span, literal });
    if (inexact.length < MOST && isInexact(literal)) inexact.push({ span, literal });
  }
}

function isBlank(code: number): boolean {
  return code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09;
}

function isNameBefore(text: string, end: number): boolean {
  let at = end;
  while (isBlank(text.charCodeAt(at))) at++;
  return text.charCodeAt(at) === 0x3a;
}

/** Looks no further than the name's end: a search for the next backslash would go through all of the text each time. */
function hasEscapedAscii(text: string, [start, end]: Span): boolean {
  for (let at = start; at < end; at++) {
    if (text.charCodeAt(at) !== 0x5c) continue;
    if (/^\\u00[2-7][0-9a-fA-F]$/.test(text.slice(at, at + 6))) return true;
    at++;
  }
  return false;
}

function exponentIn(text: string, [start, end]: Span): boolean {
  for (let at = start; at < end; at++) if ((text.charCodeAt(at) | 0x20) === 0x65) return true;
  return false;
}

/** RFC 8259 section 6: integers up to 2^53 − 1 and 17 digits are what all parsers agree on. */
function isInexact(literal: string): boolean {
  const value = Number(literal);
  if (!Number.isFinite(value)) return true;
  if (/^-?\d+$/.test(literal)) return !Number.isSafeInteger(value);
  const digits = literal
    .replace(/[eE].*$/, '')
    .replace(/[-.]/g, '')
    .replace(/^0+/, '')
    .replace(/0+$/, '');
  return digits.length > 17;
}

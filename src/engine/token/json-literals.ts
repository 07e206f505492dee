/** Where the strings and numbers of JSON end (RFC 8259 sections 6 and 7). */
import type { JsonExpected } from '../codes.ts';

export interface StringEnd {
  /** after the closing quotation mark, or where the string breaks off */
  readonly end: number;
  readonly fault: { readonly at: number; readonly end: number; readonly expected: JsonExpected } | undefined;
}

/** Reads the string whose opening quotation mark is at `start`; `fault` is its first. A string without end breaks off at its line's end. */
export function stringEnd(text: string, start: number): StringEnd {
  let fault: StringEnd['fault'];
  let at = start + 1;
  for (;;) {
    const code = text.charCodeAt(at);
    if (code === 0x22) return { end: at + 1, fault };
    if (code === 0x5c) {
      const end = escapeEnd(text, at);
      if (end === undefined) fault ??= { at, end: Math.min(at + 2, text.length), expected: 'escape' };
      at = end ?? at + 1;
    } else if (code >= 0x20) {
      at++;
    } else if (at >= text.length || isUnclosedLine(text, at)) {
      fault ??= { at: start, end: Math.min(at, text.length), expected: 'closing-quote' };
      return { end: Math.min(at, text.length), fault };
    } else {
      fault ??= { at, end: at + 1, expected: 'escaped-control' };
      at++;
    }
  }
}

/** A line break inside a string: rather the end of a string that was never closed than a break someone wanted. */
function isUnclosedLine(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code === 0x0a || code === 0x0d;
}

function escapeEnd(text: string, at: number): number | undefined {
  const kind = text.charAt(at + 1);
  if (kind === 'u') return /^[0-9a-fA-F]{4}$/.test(text.slice(at + 2, at + 6)) ? at + 6 : undefined;
  return kind !== '' && '"\\/bfnrt'.includes(kind) ? at + 2 : undefined;
}

/** End of the number at `start`; `start` itself where there is none. */
export function numberEnd(text: string, start: number): number {
  let at = text.charCodeAt(start) === 0x2d ? start + 1 : start;
  const whole = text.charCodeAt(at) === 0x30 ? at + 1 : digitsEnd(text, at);
  if (whole === at) return start;
  at = whole;
  if (text.charCodeAt(at) === 0x2e) {
    const fraction = digitsEnd(text, at + 1);
    if (fraction === at + 1) return at;
    at = fraction;
  }
  return exponentEnd(text, at);
}

function exponentEnd(text: string, at: number): number {
  if ((text.charCodeAt(at) | 0x20) !== 0x65) return at;
  const sign = text.charCodeAt(at + 1);
  const digits = sign === 0x2b || sign === 0x2d ? at + 2 : at + 1;
  const end = digitsEnd(text, digits);
  return end === digits ? at : end;
}

function digitsEnd(text: string, start: number): number {
  let at = start;
  for (let code = text.charCodeAt(at); code >= 0x30 && code <= 0x39; ) code = text.charCodeAt(++at);
  return at;
}

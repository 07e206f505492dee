/** A JSON text on several lines, or on one: only the white space between its parts changes. */
import { stringEnd } from './json-literals.ts';
import type { JsonDocument } from './json-shapes.ts';

/** A list of scalars up to this many characters stays on one line. */
const SHORT_LIST = 60;

/**
 * The text on two-space lines. Every literal, escape, duplicate member and the order stay as they are. Empty objects
 * and lists, and short lists of scalars, stay on one line. A text that is not JSON is answered as it is.
 *
 * It goes over the characters rather than over the nodes of the document: a large one then needs no nodes at all.
 */
export function layOut(text: string, document: JsonDocument): string {
  if (document.problems.length > 0) return text;
  let out = '';
  let lineStart = '\n';
  let at = 0;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    const next = at + 1;
    switch (code) {
      case 0x20:
      case 0x0a:
      case 0x0d:
      case 0x09:
        break;
      case 0x7b:
      case 0x5b: {
        const short = shortEnd(text, at);
        if (short !== undefined) {
          out += shortList(text, at, short);
          at = short;
          continue;
        }
        lineStart += '  ';
        out += (code === 0x7b ? '{' : '[') + lineStart;
        break;
      }
      case 0x7d:
      case 0x5d:
        lineStart = lineStart.slice(0, -2);
        out += lineStart + (code === 0x7d ? '}' : ']');
        break;
      case 0x2c:
        out += `,${lineStart}`;
        break;
      case 0x3a:
        out += ': ';
        break;
      default: {
        const end = literalEnd(text, at);
        out += text.slice(at, end);
        at = end;
        continue;
      }
    }
    at = next;
  }
  return out;
}

/** The text without insignificant white space (RFC 8259 section 2), otherwise as it is, as is a text that is not JSON. */
export function compactJson(text: string, document: JsonDocument): string {
  return document.problems.length > 0 ? text : withoutBlanks(text);
}

function withoutBlanks(text: string): string {
  let out = '';
  let kept = 0;
  let at = 0;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (code === 0x22) {
      at = closingEnd(text, at);
    } else if (isBlank(code)) {
      out += text.slice(kept, at);
      while (isBlank(text.charCodeAt(at))) at++;
      kept = at;
    } else {
      at++;
    }
  }
  return out + text.slice(kept);
}

/**
 * After the closing bracket of an empty object or list, or of a short list of scalars; undefined for any other. No
 * character is looked at twice for this: what holds an object or a list is given up at its start.
 */
function shortEnd(text: string, start: number): number | undefined {
  const isList = text.charCodeAt(start) === 0x5b;
  let length = 0;
  let at = start + 1;
  while (length <= SHORT_LIST) {
    const code = text.charCodeAt(at);
    if (isBlank(code)) {
      at++;
    } else if (code === 0x5d || code === 0x7d) {
      return at + 1;
    } else if (!isList || code === 0x5b || code === 0x7b) {
      return undefined;
    } else {
      const end = code === 0x2c ? at + 1 : literalEnd(text, at);
      length += end - at + (code === 0x2c ? 1 : 0);
      at = end;
    }
  }
  return undefined;
}

function shortList(text: string, start: number, end: number): string {
  let out = text.charAt(start);
  let at = start + 1;
  while (at < end - 1) {
    const code = text.charCodeAt(at);
    const next = isBlank(code) || code === 0x2c ? at + 1 : literalEnd(text, at);
    if (code === 0x2c) out += ', ';
    else if (!isBlank(code)) out += text.slice(at, next);
    at = next;
  }
  return out + text.charAt(end - 1);
}

/** End of the string, number or word at `at`, in a text that is JSON. */
function literalEnd(text: string, at: number): number {
  if (text.charCodeAt(at) === 0x22) return closingEnd(text, at);
  let end = at;
  for (let code = text.charCodeAt(end); isScalarCode(code); ) code = text.charCodeAt(++end);
  return end;
}

/** Letters, digits, `+`, `-` and `.`. */
function isScalarCode(code: number): boolean {
  return (code >= 0x61 && code <= 0x7a) || (code >= 0x2d && code <= 0x39) || code === 0x45 || code === 0x2b;
}

function closingEnd(text: string, start: number): number {
  let at = start + 1;
  let code = text.charCodeAt(at);
  while (code !== 0x22 && code !== 0x5c && code >= 0x20) code = text.charCodeAt(++at);
  return code === 0x22 ? at + 1 : stringEnd(text, start).end;
}

function isBlank(code: number): boolean {
  return code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09;
}

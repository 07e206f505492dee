/** Goes over a JSON text once, and on after a fault. */
import type { JsonExpected } from '../codes.ts';
import { numberEnd, stringEnd } from './json-literals.ts';
import type { JsonDuplicate, JsonMember, JsonNode, JsonProblem, JsonScalarNode } from './json-shapes.ts';

/** Deeper texts are a problem ('shallower'), never an overflow of the stack. */
export const MAX_JSON_DEPTH = 500;

/** Enough for every mark that a person will look at; a text with more is left alone after them. */
const MAX_PROBLEMS = 100;

interface Scan {
  readonly text: string;
  /** false: only problems and duplicates are wanted */
  readonly keepsNodes: boolean;
  at: number;
  depth: number;
  readonly problems: JsonProblem[];
  readonly duplicates: JsonDuplicate[];
}

export interface Scanned {
  readonly root: JsonNode | undefined;
  readonly problems: readonly JsonProblem[];
  readonly duplicates: readonly JsonDuplicate[];
}

/** Problems and duplicates of a text, and its nodes where they are wanted. */
export function scanJson(text: string, keepsNodes: boolean): Scanned {
  const scan: Scan = { text, keepsNodes, at: 0, depth: 0, problems: [], duplicates: [] };
  const root = readValue(scan, 'value');
  skipBlanks(scan);
  if (scan.at < text.length) addProblem(scan, scan.at, text.length, 'end');
  return { root, problems: scan.problems, duplicates: scan.duplicates };
}

/** Stands for every node where nodes are not kept. */
const NO_NODE: JsonScalarNode = { kind: 'null', start: 0, end: 0 };

function scalarNode(scan: Scan, kind: JsonScalarNode['kind'], start: number, end: number): JsonScalarNode {
  return scan.keepsNodes ? { kind, start, end } : NO_NODE;
}

function readValue(scan: Scan, expected: JsonExpected): JsonNode | undefined {
  skipBlanks(scan);
  const code = scan.text.charCodeAt(scan.at);
  if (code === 0x22) return readString(scan);
  if (code === 0x7b) return readObject(scan);
  if (code === 0x5b) return readArray(scan);
  if (code === 0x2d || (code >= 0x30 && code <= 0x39)) return readNumber(scan);
  return readWord(scan, expected);
}

function readString(scan: Scan): JsonScalarNode {
  const { text, at: start } = scan;
  let at = start + 1;
  let code = text.charCodeAt(at);
  while (code >= 0x20 && code !== 0x22 && code !== 0x5c) code = text.charCodeAt(++at);
  if (code === 0x22) {
    scan.at = at + 1;
    return scalarNode(scan, 'string', start, at + 1);
  }
  const read = stringEnd(text, start);
  scan.at = read.end;
  if (read.fault !== undefined) addProblem(scan, read.fault.at, read.fault.end, read.fault.expected);
  return scalarNode(scan, 'string', start, read.end);
}

function readNumber(scan: Scan): JsonScalarNode {
  const start = scan.at;
  const end = numberEnd(scan.text, start);
  scan.at = wordEnd(scan.text, Math.max(end, start + 1));
  if (end === start || scan.at > end) addProblem(scan, start, scan.at, 'number');
  return scalarNode(scan, 'number', start, scan.at);
}

/** `true`, `false`, `null`, or what stands in place of a value. */
function readWord(scan: Scan, expected: JsonExpected): JsonScalarNode | undefined {
  const start = scan.at;
  const end = wordEnd(scan.text, start);
  const word = scan.text.slice(start, Math.min(end, start + 6));
  scan.at = end;
  if (word === 'true' || word === 'false') return scalarNode(scan, 'boolean', start, end);
  if (word === 'null') return scalarNode(scan, 'null', start, end);
  const isName = /^[A-Za-z]/.test(word);
  addProblem(scan, start, end, isName ? 'literal' : expected);
  return undefined;
}

function readArray(scan: Scan): JsonNode {
  const start = scan.at++;
  const items: JsonNode[] = [];
  if (isTooDeep(scan, start)) return { kind: 'array', start, end: scan.at, items };
  let isFirst = true;
  while (!isClosed(scan, 0x5d, 'comma-or-bracket')) {
    if (!isFirst) readComma(scan, 'comma-or-bracket');
    const at = scan.at;
    const item = readValue(scan, isFirst ? 'value' : 'value-after-comma');
    if (item !== undefined && scan.keepsNodes) items.push(item);
    if (scan.at === at && !skipStray(scan)) break;
    isFirst = false;
  }
  scan.depth--;
  return { kind: 'array', start, end: scan.at, items };
}

function readObject(scan: Scan): JsonNode {
  const start = scan.at++;
  const members: JsonMember[] = [];
  if (isTooDeep(scan, start)) return { kind: 'object', start, end: scan.at, members };
  const names = new Names();
  let isFirst = true;
  while (!isClosed(scan, 0x7d, 'comma-or-brace')) {
    if (!isFirst) readComma(scan, 'comma-or-brace');
    const at = scan.at;
    const member = readMember(scan, isFirst ? 'name' : 'name-after-comma');
    if (member !== undefined) {
      if (scan.keepsNodes) members.push(member);
      if (names.hasSeen(member.name)) scan.duplicates.push(duplicateOf(member, scan.depth - 1));
    }
    if (scan.at === at && !skipStray(scan)) break;
    isFirst = false;
  }
  scan.depth--;
  return { kind: 'object', start, end: scan.at, members };
}

function readMember(scan: Scan, expected: JsonExpected): JsonMember | undefined {
  skipBlanks(scan);
  const nameStart = scan.at;
  if (scan.text.charCodeAt(nameStart) !== 0x22) {
    scan.at = wordEnd(scan.text, nameStart);
    addProblem(scan, nameStart, scan.at, expected);
  } else {
    readString(scan);
  }
  const nameEnd = scan.at;
  skipBlanks(scan);
  const hasColon = scan.text.charCodeAt(scan.at) === 0x3a;
  if (hasColon) scan.at++;
  else addProblem(scan, scan.at, scan.at, 'colon');
  if (!hasColon && isDelimiter(scan.text.charCodeAt(scan.at))) return undefined;
  const value = readValue(scan, 'value');
  if (value === undefined || nameEnd === nameStart) return undefined;
  return { name: nameOf(scan.text, nameStart, nameEnd), nameStart, nameEnd, value };
}

/** Whether the object or array ends here: at its closing character, at one that closes something else, or at the end. */
function isClosed(scan: Scan, closing: number, expected: JsonExpected): boolean {
  skipBlanks(scan);
  const code = scan.text.charCodeAt(scan.at);
  if (code === closing) {
    scan.at++;
    return true;
  }
  if (scan.problems.length >= MAX_PROBLEMS) return true;
  if (scan.at < scan.text.length && code !== 0x5d && code !== 0x7d) return false;
  addProblem(scan, scan.at, scan.at, expected);
  return true;
}

function readComma(scan: Scan, expected: JsonExpected): void {
  if (scan.text.charCodeAt(scan.at) === 0x2c) scan.at++;
  else addProblem(scan, scan.at, scan.at, expected);
}

/** Steps over one character that fits nowhere, so that reading always goes on; false where the enclosing value ends. */
function skipStray(scan: Scan): boolean {
  const code = scan.text.charCodeAt(scan.at);
  if (scan.at >= scan.text.length || code === 0x5d || code === 0x7d) return false;
  scan.at++;
  return true;
}

function isTooDeep(scan: Scan, start: number): boolean {
  scan.depth++;
  if (scan.depth <= MAX_JSON_DEPTH) return false;
  addProblem(scan, start, start + 1, 'shallower');
  scan.at = scan.text.length;
  scan.depth--;
  return true;
}

function addProblem(scan: Scan, at: number, end: number, expected: JsonExpected): void {
  const last = scan.problems.at(-1);
  // What follows from a fault is no fault of its own: one for a place, and none within a faulty run.
  if (last !== undefined && at <= Math.max(last.at, last.end - 1)) return;
  // After a nesting that is too deep nothing is read.
  if (last?.expected === 'shallower' || scan.problems.length >= MAX_PROBLEMS) return;
  scan.problems.push({ at, end, expected });
}

function skipBlanks(scan: Scan): void {
  const text = scan.text;
  let code = text.charCodeAt(scan.at);
  while (code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09) code = text.charCodeAt(++scan.at);
}

/** End of the run of characters, from `at`, that are neither blank nor of JSON's structure. */
function wordEnd(text: string, at: number): number {
  let end = at;
  while (end < text.length && !isDelimiter(text.charCodeAt(end))) end++;
  return end;
}

function isDelimiter(code: number): boolean {
  switch (code) {
    case 0x20:
    case 0x0a:
    case 0x0d:
    case 0x09:
    case 0x22:
    case 0x2c:
    case 0x3a:
    case 0x5b:
    case 0x5d:
    case 0x7b:
    case 0x7d:
      return true;
    default:
      return false;
  }
}

function duplicateOf(member: JsonMember, depth: number): JsonDuplicate {
  return { name: member.name, nameStart: member.nameStart, nameEnd: member.nameEnd, depth };
}

/** The text of a string literal; where the literal is faulty, its characters as they stand. */
function nameOf(text: string, start: number, end: number): string {
  const closed = end - start >= 2 && text.charCodeAt(end - 1) === 0x22;
  const inner = text.slice(text.charCodeAt(start) === 0x22 ? start + 1 : start, closed ? end - 1 : end);
  if (!inner.includes('\\')) return inner;
  try {
    return String(JSON.parse(text.slice(start, end)));
  } catch {
    return inner;
  }
}

/** The names of one object. Most objects have few members, for which a list is faster than a set. */
class Names {
  private readonly few: string[] = [];
  private many: Set<string> | undefined;

  /** Whether this name came before; it counts from now on. */
  hasSeen(name: string): boolean {
    if (this.many === undefined && this.few.length < 16) {
      if (this.few.includes(name)) return true;
      this.few.push(name);
      return false;
    }
    this.many ??= new Set(this.few);
    if (this.many.has(name)) return true;
    this.many.add(name);
    return false;
  }
}

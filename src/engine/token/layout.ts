/** A JSON text on several lines, or on one: only the white space between its parts changes. */
import { stringEnd } from './json-literals.ts';
import type { JsonArrayNode, JsonDocument, JsonNode } from './json-shapes.ts';

/** A list of scalars up to this many characters stays on one line. */
const SHORT_LIST = 60;

/**
 * The text on two-space lines. Every literal, escape, duplicate member and the order stay as they are. Empty objects
 * and lists, and short lists of scalars, stay on one line. A text that is not JSON is answered as it is.
 */
export function layOut(text: string, document: JsonDocument): string {
  if (document.problems.length > 0 || document.root === undefined) return text;
  const parts: string[] = [];
  write(parts, text, document.root, '\n');
  return parts.join('');
}

/** The text without insignificant white space (RFC 8259 section 2), otherwise as it is, as is a text that is not JSON. */
export function compactJson(text: string, document: JsonDocument): string {
  if (document.problems.length > 0) return text;
  const parts: string[] = [];
  let kept = 0;
  let at = 0;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (code === 0x22) {
      at = stringEnd(text, at).end;
    } else if (isBlank(code)) {
      parts.push(text.slice(kept, at));
      while (isBlank(text.charCodeAt(at))) at++;
      kept = at;
    } else {
      at++;
    }
  }
  return parts.join('') + text.slice(kept);
}

function isBlank(code: number): boolean {
  return code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09;
}

function write(parts: string[], text: string, node: JsonNode, lineStart: string): void {
  if (node.kind === 'object') {
    if (node.members.length === 0) parts.push('{}');
    const inner = `${lineStart}  `;
    node.members.forEach((member, index) => {
      parts.push(index === 0 ? '{' : ',', inner, text.slice(member.nameStart, member.nameEnd), ': ');
      write(parts, text, member.value, inner);
    });
    if (node.members.length > 0) parts.push(lineStart, '}');
  } else if (node.kind === 'array') {
    writeList(parts, text, node, lineStart);
  } else {
    parts.push(text.slice(node.start, node.end));
  }
}

function writeList(parts: string[], text: string, node: JsonArrayNode, lineStart: string): void {
  const short = shortList(text, node);
  if (short !== undefined) {
    parts.push(short);
    return;
  }
  const inner = `${lineStart}  `;
  node.items.forEach((item, index) => {
    parts.push(index === 0 ? '[' : ',', inner);
    write(parts, text, item, inner);
  });
  parts.push(lineStart, ']');
}

function shortList(text: string, node: JsonArrayNode): string | undefined {
  const literals: string[] = [];
  let length = 0;
  for (const item of node.items) {
    if (item.kind === 'object' || item.kind === 'array') return undefined;
    length += item.end - item.start + 2;
    if (length > SHORT_LIST) return undefined;
    literals.push(text.slice(item.start, item.end));
  }
  return `[${literals.join(', ')}]`;
}

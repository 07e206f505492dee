/** A token text with one part changed. No other byte changes (docs/architecture.md, 'Exactness'). */
import { encodeBase64url } from './base64url.ts';
import { memberOf, parseJson } from './json.ts';
import type { JsonDocument, JsonMember, JsonObjectNode } from './json-shapes.ts';
import type { SegmentName } from './shapes.ts';

const INDEX: Readonly<Record<SegmentName, number>> = { header: 0, payload: 1, signature: 2 };

/**
 * The token with another segment: bytes are base64url encoded, a string stands as it is. Missing dots are made
 * (`withSegment('', 'payload', …)` is `.…`). The disclosures of an SD-JWT, after the first `~`, stay.
 */
export function withSegment(tokenText: string, name: SegmentName, content: Uint8Array | string): string {
  const tilde = tokenText.indexOf('~');
  const parts = (tilde < 0 ? tokenText : tokenText.slice(0, tilde)).split('.');
  const rest = tilde < 0 ? '' : tokenText.slice(tilde);
  while (parts.length <= INDEX[name]) parts.push('');
  parts[INDEX[name]] = typeof content === 'string' ? content : encodeBase64url(content);
  return parts.join('.') + rest;
}

/**
 * The JSON object's text with this string as the value of its member `name`; only that value changes. Of duplicates it
 * is the last, which counts. Where there is no such member it is added at the end, spaced as the member before it.
 * Undefined where the text is no JSON object.
 */
export function withMember(text: string, document: JsonDocument, name: string, value: string): string | undefined {
  const root = document.root;
  if (document.problems.length > 0 || root?.kind !== 'object') return undefined;
  return withLiteral(text, root, name, JSON.stringify(value));
}

/** The same for an object anywhere in a text that is JSON, and a value that is given as JSON text. */
export function withLiteral(text: string, object: JsonObjectNode, name: string, literal: string): string {
  const member = memberOf(object, name);
  if (member !== undefined) return text.slice(0, member.value.start) + literal + text.slice(member.value.end);
  const quoted = JSON.stringify(name);
  const last = object.members.at(-1);
  if (last === undefined) return `${text.slice(0, object.start)}{${quoted}:${literal}}${text.slice(object.end)}`;
  const { before, between } = spacingOf(text, last);
  const added = `,${before}${quoted}${between}${literal}`;
  return text.slice(0, last.value.end) + added + text.slice(last.value.end);
}

/**
 * The JSON object's text with these members set to values that are given as JSON text, or without them, where a literal
 * is undefined: no duplicate is left to take the place of what goes. Undefined where the text is no JSON object.
 */
export function withMembers(
  text: string,
  changes: readonly { readonly name: string; readonly literal: string | undefined }[],
): string | undefined {
  let changed = text;
  for (const { name, literal } of changes) {
    let root = objectIn(changed);
    if (root === undefined) return undefined;
    if (literal !== undefined) {
      changed = withLiteral(changed, root, name, literal);
      continue;
    }
    while (root !== undefined && memberOf(root, name) !== undefined) {
      changed = withoutMember(changed, root, name);
      root = objectIn(changed);
    }
  }
  return changed;
}

function objectIn(text: string): JsonObjectNode | undefined {
  const { root, problems } = parseJson(text);
  return problems.length === 0 && root?.kind === 'object' ? root : undefined;
}

/** The text without the object's member of that name, and without the comma that stood beside it. */
export function withoutMember(text: string, object: JsonObjectNode, name: string): string {
  const member = memberOf(object, name);
  if (member === undefined) return text;
  const index = object.members.indexOf(member);
  const before = object.members[index - 1];
  const after = object.members[index + 1];
  const start = before === undefined ? member.nameStart : before.value.end;
  const end = before === undefined && after !== undefined ? after.nameStart : member.value.end;
  return text.slice(0, start) + text.slice(end);
}

/** The white space before a member, and what stands between its name and its value. */
function spacingOf(text: string, member: JsonMember): { readonly before: string; readonly between: string } {
  const head = text.slice(0, member.nameStart);
  return { before: head.slice(head.trimEnd().length), between: text.slice(member.nameEnd, member.value.start) };
}

/** The header's text with this `alg`. Undefined where the text is no JSON object. */
export function headerWithAlg(headerText: string, document: JsonDocument, alg: string): string | undefined {
  return withMember(headerText, document, 'alg', alg);
}

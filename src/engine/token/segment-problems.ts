/** What is wrong with the characters of a segment, and with what they decode to. Spans are in the cleaned token. */
import type { ProblemCode, SignedCode } from '../codes.ts';
import { sayExpected, saySigned } from '../messages/compact-jws.ts';
import type { JsonObject, Part, Problem, Values } from '../types.ts';
import type { Base64Fault } from './base64url.ts';
import { brokenHeaderRules, kindOf, shortened } from './header-rules.ts';
import { memberOf } from './json.ts';
import { isJsonObject } from './json-kind.ts';
import type { JsonDuplicate } from './json-shapes.ts';
import { lineColumnAt } from './line-column.ts';
import { mayBeNested } from './nested.ts';
import { charactersOfBytes, type Span } from './segment-bytes.ts';
import type { Content, Segment } from './shapes.ts';
import { byteOfCharacter } from './utf8.ts';

/** A problem with its sentence; those that only other forms have are made by `formProblem`. */
export function problemOf(code: ProblemCode & SignedCode, part: Part, values: Values, span: Span | undefined): Problem {
  const problem = { code, message: saySigned(code, values), values, part };
  return span === undefined ? problem : { ...problem, span };
}

/** The fault of a segment's characters (RFC 7515 section 2). `start` is the segment's place in the token. */
export function base64Problem(
  part: Part,
  text: string,
  start: number,
  fault: { code: Base64Fault; at: number },
): Problem {
  const words = part.replace('-', ' ');
  switch (fault.code) {
    case 'illegal-character': {
      const character = String.fromCodePoint(text.codePointAt(fault.at) ?? 0);
      const values = { part: words, character: nameOfCharacter(character), position: fault.at + 1 };
      return problemOf(fault.code, part, values, [start + fault.at, start + fault.at + character.length]);
    }
    case 'base64-padding':
      return problemOf(fault.code, part, { part: words }, [start + fault.at, start + text.length]);
    case 'base64-length':
      return problemOf(fault.code, part, { part: words, length: text.length }, [start, start + text.length]);
    case 'base64-trailing-bits':
      return problemOf(fault.code, part, { part: words }, [start + fault.at, start + text.length]);
  }
}

/** A printable character in quotation marks, any other by its code point. */
function nameOfCharacter(character: string): string {
  if (/^[^\p{C}\p{Z}]$/u.test(character)) return `“${character}”`;
  const point = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  return character === ' ' ? `A blank (U+${point})` : `U+${point}`;
}

/** Everything wrong with a protected header that was decoded whole; `joined` as in `brokenHeaderRules`. */
export function headerProblems(segment: Segment, content: Content, joined?: JsonObject): readonly Problem[] {
  switch (content.kind) {
    case 'none':
      return [problemOf('header-not-json', 'header', notJsonAt('', 0, 'value'), [segment.start, segment.end])];
    case 'bytes':
      return [notUtf8('header-not-utf8', segment, content.badByte)];
    case 'text':
      return [notJson('header-not-json', segment, content)];
    case 'json': {
      if (!isJsonObject(content.value)) {
        const values = { found: kindOf(content.value) };
        return [problemOf('header-not-object', 'header', values, [segment.start, segment.end])];
      }
      const broken = brokenHeaderRules(content.value, joined).map((rule) => {
        const member = memberOf(content.json.root, rule.name);
        const span = member && spanOfText(segment, content.text, member.nameStart, member.value.end);
        return problemOf(rule.code, 'header', rule.values, span ?? [segment.start, segment.end]);
      });
      const outermost = content.json.duplicates.filter((duplicate) => duplicate.depth === 0);
      return [...duplicateProblems('header-duplicate-member', segment, content.text, outermost), ...broken];
    }
  }
}

/** What should be told of a payload; none of it makes a JWS malformed. An empty payload may be detached. */
export function payloadProblems(segment: Segment, content: Content): readonly Problem[] {
  switch (content.kind) {
    case 'none':
      return [];
    case 'bytes':
      return [notUtf8('payload-not-utf8', segment, content.badByte)];
    case 'text':
      // a token in a token is no JSON, and nothing is wrong with that
      return mayBeNested(content) ? [] : [notJson('payload-not-json', segment, content)];
    case 'json': {
      if (isJsonObject(content.value))
        return duplicateProblems('payload-duplicate-member', segment, content.text, content.json.duplicates);
      const values = { found: kindOf(content.value) };
      return [problemOf('payload-not-object', 'payload', values, [segment.start, segment.end])];
    }
  }
}

function notUtf8(code: 'header-not-utf8' | 'payload-not-utf8', segment: Segment, badByte: number): Problem {
  return problemOf(code, segment.name, { byte: badByte + 1 }, spanOfBytes(segment, badByte, badByte + 1));
}

function notJson(
  code: 'header-not-json' | 'payload-not-json',
  segment: Segment,
  content: Content & { kind: 'text' },
): Problem {
  const { text, json } = content;
  const first = json.problems[0];
  const at = first?.at ?? 0;
  const span = spanOfText(segment, text, at, Math.max(first?.end ?? at, at + 1));
  return problemOf(code, segment.name, notJsonAt(text, at, first?.expected ?? 'value'), span);
}

function notJsonAt(text: string, at: number, expected: Parameters<typeof sayExpected>[0]): Values {
  return { ...lineColumnAt(text, at), expected: sayExpected(expected) };
}

/** At most this many are told one by one; a text that repeats more names has one fault, not thousands. */
const MAX_DUPLICATES = 20;

function duplicateProblems(
  code: 'header-duplicate-member' | 'payload-duplicate-member',
  segment: Segment,
  text: string,
  duplicates: readonly JsonDuplicate[],
): readonly Problem[] {
  return duplicates.slice(0, MAX_DUPLICATES).map((duplicate) => {
    const span = spanOfText(segment, text, duplicate.nameStart, duplicate.nameEnd);
    return problemOf(code, segment.name, { name: shortened(duplicate.name) }, span);
  });
}

/** Where bytes of a segment stand in the token. */
export function spanOfBytes(segment: Segment, from: number, to: number): Span {
  const [start, end] = charactersOfBytes(segment, from, Math.min(to, segment.bytes?.length ?? to));
  return [segment.start + start, segment.start + end];
}

/** Where characters of a segment's decoded text stand in the token. */
export function spanOfText(segment: Segment, text: string, start: number, end: number): Span {
  const bytes = segment.bytes ?? new Uint8Array();
  return spanOfBytes(segment, byteOfCharacter(text, bytes, start), byteOfCharacter(text, bytes, end));
}

/** The JSON of header and payload (RFC 8259, RFC 7515 section 4, RFC 7519 section 7.2). */
import { shortened } from '../../token/header-rules.ts';
import { isJsonObject } from '../../token/json-kind.ts';
import type { Span } from '../../token/segment-bytes.ts';
import type { Content } from '../../token/shapes.ts';
import { fromProblems } from '../from-problems.ts';
import type { JsonTextFacts } from '../json-text.ts';
import { encodedPart } from '../place.ts';
import { type Hit, hitIf, NOTHING, type Part, type Rule } from '../rule.ts';
import type { Subject } from '../subject.ts';

type Side = 'header' | 'payload';

export const JSON_RULES: readonly Rule[] = [
  {
    id: 'invalid-utf8',
    severity: 'error',
    confidence: 'certain',
    refs: ['RFC 8725 section 3.7', 'RFC 7515 section 5.2'],
    needs: 'token',
    find: fromProblems(
      ['header-not-utf8', 'payload-not-utf8'],
      () => true,
      // bytes are a payload like any other where nothing says that it is a claims set
      ({ code }) => (code === 'payload-not-utf8' ? { severity: 'warning' } : {}),
    ),
  },
  {
    id: 'utf16-or-32',
    severity: 'error',
    confidence: 'certain',
    refs: ['RFC 8725 section 3.7', 'RFC 8259 section 8.1'],
    needs: 'token',
    find: (subject) =>
      sides(subject, (side) => hitIf(isWide(bytesOf(subject, side)), { part: side, values: { part: side } })),
  },
  {
    id: 'json-bom',
    severity: 'error',
    confidence: 'certain',
    refs: ['RFC 8259 section 8.1'],
    needs: 'token',
    find: (subject) =>
      sides(subject, (side) => {
        const [one, two, three] = bytesOf(subject, side) ?? [];
        return hitIf(one === 0xef && two === 0xbb && three === 0xbf, { part: side, values: { part: side } });
      }),
  },
  {
    id: 'json-duplicate-member',
    severity: 'error',
    confidence: 'certain',
    refs: ['RFC 7515 section 4', 'RFC 7515 section 10.12', 'RFC 7519 section 4'],
    needs: 'token',
    find: duplicates,
  },
  {
    id: 'json-escaped-member-name',
    severity: 'warning',
    confidence: 'certain',
    refs: ['RFC 8259 section 8.3'],
    needs: 'token',
    find: (subject) =>
      inTexts(subject, (facts, content) =>
        facts.escapedNames.map((span) => ({ inText: span, values: { name: shortened(content.text.slice(...span)) } })),
      ),
  },
  {
    id: 'json-insignificant-whitespace',
    severity: 'info',
    confidence: 'certain',
    refs: ['RFC 7515 section 5.2'],
    needs: 'token',
    find: (subject) =>
      inTexts(subject, ({ firstBlank }, content) =>
        firstBlank === undefined || content.kind !== 'json' ? NOTHING : [{ inText: firstBlank }],
      ),
  },
  {
    id: 'json-not-object',
    severity: 'error',
    confidence: 'certain',
    refs: ['RFC 7515 section 4', 'RFC 7519 section 7.2'],
    needs: 'token',
    find: fromProblems(
      ['header-not-object', 'payload-not-object'],
      () => true,
      ({ part }) => ({ values: { part } }),
    ),
  },
  {
    id: 'json-invalid',
    severity: 'error',
    confidence: 'certain',
    refs: ['RFC 7519 section 7.2', 'RFC 8259 section 2'],
    needs: 'token',
    find: invalid,
  },
  {
    id: 'json-unsafe-integer',
    severity: 'warning',
    confidence: 'certain',
    refs: ['RFC 7493 section 2.2', 'RFC 8259 section 6'],
    needs: 'token',
    find: (subject) =>
      inTexts(subject, (facts) =>
        facts.inexact.map(({ span, literal }) => ({ inText: span, values: { literal: shortened(literal) } })),
      ),
  },
  {
    id: 'json-proto-member',
    severity: 'warning',
    confidence: 'hint',
    refs: ['CWE-1321'],
    needs: 'token',
    find: (subject) =>
      inTexts(subject, (facts) => facts.inheritedNames.map(({ span, name }) => ({ inText: span, values: { name } }))),
  },
  {
    id: 'json-deep-nesting',
    severity: 'warning',
    confidence: 'likely',
    refs: ['RFC 8259 section 9'],
    needs: 'token',
    find: (subject) =>
      inTexts(subject, ({ depth, deepest }) =>
        hitIf(depth > DEEP, { inText: [deepest, deepest + 1], values: { depth } }),
      ),
  },
  {
    id: 'json-trailing-content',
    severity: 'error',
    confidence: 'certain',
    refs: ['RFC 8259 section 2'],
    needs: 'token',
    find: trailing,
  },
  {
    id: 'payload-double-encoded',
    severity: 'warning',
    confidence: 'certain',
    refs: ['RFC 7519 section 7.1'],
    needs: 'token',
    find: (subject) => {
      const value = subject.layer?.payload?.json;
      return hitIf(typeof value === 'string' && isObjectText(value), { part: 'payload' });
    },
  },
];

const DEEP = 32;

function sides(subject: Subject, find: (side: Side) => readonly Hit[]): readonly Hit[] {
  const hasPayload = subject.object?.type === 'jws' || subject.layer?.payload !== undefined;
  return [...find('header'), ...(hasPayload ? find('payload') : NOTHING)];
}

type TextContent = Extract<Content, { kind: 'json' | 'text' }>;

/** What `find` finds in the texts of both that begin as JSON does. */
function inTexts(
  subject: Subject,
  find: (facts: JsonTextFacts, content: TextContent) => readonly Hit[],
): readonly Hit[] {
  return sides(subject, (side) => {
    const content = side === 'header' ? subject.headerContent() : subject.payloadContent();
    if (content.kind !== 'json' && !isBrokenJson(content)) return NOTHING;
    const facts = side === 'header' ? subject.headerText() : subject.payloadText();
    if (facts === undefined) return NOTHING;
    return find(facts, content).map((hit) => ({ ...hit, part: side, values: { part: side, ...hit.values } }));
  });
}

/** A text that is no JSON, and was meant to be: plain words and tokens are payloads of a JWS like any other. */
function isBrokenJson(content: Content): content is Extract<Content, { kind: 'text' }> {
  return content.kind === 'text' && /^[\ufeff\s]*[{[]/.test(content.text);
}

function bytesOf(subject: Subject, side: Side): Uint8Array | undefined {
  return side === 'header'
    ? (subject.layer?.headerBytes ?? encodedPart(subject, 'header')?.bytes)
    : subject.layer?.payload?.bytes;
}

function isWide(bytes: Uint8Array | undefined): boolean {
  if (bytes === undefined || bytes.length < 4) return false;
  const [one, two] = bytes;
  if ((one === 0xff && two === 0xfe) || (one === 0xfe && two === 0xff)) return true;
  const start = bytes.subarray(0, 32);
  return isEverySecondZero(start, 0) || isEverySecondZero(start, 1);
}

function isEverySecondZero(bytes: Uint8Array, from: 0 | 1): boolean {
  for (let at = 0; at < bytes.length; at++) if ((bytes[at] === 0) !== (at % 2 === from)) return false;
  return true;
}

/** Those that make a token malformed are problems; of a header only the outermost level is. */
function duplicates(subject: Subject): readonly Hit[] {
  const told = fromProblems(
    ['header-duplicate-member', 'payload-duplicate-member'],
    () => true,
    ({ part, values }) => ({ values: { ...values, part } }),
  )(subject);
  const content = subject.headerContent();
  const nested = content.kind === 'json' ? content.json.duplicates.filter(({ depth }) => depth > 0) : [];
  const inHeader = nested.map(
    ({ name, nameStart, nameEnd }): Hit => ({
      part: 'header',
      inText: [nameStart, nameEnd] satisfies Span,
      values: { part: 'header', name: shortened(name) },
    }),
  );
  const { object, layer } = subject;
  // of a decrypted content nothing was told before
  const inside = object?.type === 'jwe' && layer?.payload !== undefined ? subject.payloadContent() : undefined;
  const inPayload = (inside?.kind === 'json' ? inside.json.duplicates : []).map(
    ({ name }): Hit => ({
      part: 'payload',
      values: { part: 'payload', name: shortened(name) },
    }),
  );
  return [...told, ...inHeader, ...inPayload];
}

function invalid(subject: Subject): readonly Hit[] {
  const isEmptyHeader = encodedPart(subject, 'header')?.text === '';
  return fromProblems(
    ['header-not-json', 'payload-not-json'],
    ({ code }) => !(code === 'header-not-json' && isEmptyHeader),
    ({ code, part, values }) => ({
      values: { ...values, part },
      ...(code === 'payload-not-json' && !isMeantAsClaims(subject) ? { severity: 'info' } : {}),
    }),
  )(subject);
}

/** A JWS may hold any content (RFC 7515 section 2); only a JWT must hold JSON. */
function isMeantAsClaims(subject: Subject): boolean {
  const { typ } = subject.header;
  return isBrokenJson(subject.payloadContent()) || (typeof typ === 'string' && /jwt$/i.test(typ));
}

function trailing(subject: Subject): readonly Hit[] {
  return sides(subject, (side) => {
    const content = side === 'header' ? subject.headerContent() : subject.payloadContent();
    if (!isBrokenJson(content)) return NOTHING;
    const [first] = content.json.problems;
    if (first?.expected !== 'end') return NOTHING;
    return [
      { part: side satisfies Part, inText: [first.at, Math.max(first.end, first.at + 1)], values: { part: side } },
    ];
  });
}

/** Short enough to be a claims set that was made a string by mistake. */
const LONGEST_DOUBLE = 100_000;

function isObjectText(text: string): boolean {
  if (text.length > LONGEST_DOUBLE || !/^\s*\{/.test(text)) return false;
  try {
    return isJsonObject(JSON.parse(text));
  } catch {
    return false;
  }
}

/** The compact serialization of a JWS (RFC 7515 section 7.1), read as far as it goes. */
import type { Part, Problem } from '../types.ts';
import { decodeBase64url } from './base64url.ts';
import { readContent } from './content.ts';
import { isUnencodedPayload } from './header-rules.ts';
import { isJsonObject, ownMember } from './json-kind.ts';
import { inOrder } from './problem-order.ts';
import { base64Problem, headerProblems, payloadProblems, problemOf } from './segment-problems.ts';
import type { Content, ReadToken, Segment, SegmentName } from './shapes.ts';
import { encodeUtf8 } from './utf8.ts';

const NAMES: readonly SegmentName[] = ['header', 'payload', 'signature'];

interface ReadSegment {
  readonly segment: Segment;
  /** true where `bytes` are all that the characters stand for */
  readonly whole: boolean;
  readonly problems: readonly Problem[];
}

/**
 * Reads a text as header, payload and signature. Any text is read: what has fewer parts has fewer segments, and of
 * more parts the first three count. Problems come in the order of 'Order within a layer'; their spans are in `text`.
 * With `b64: false` the payload segment is the payload itself (RFC 7797 section 5.2). Never throws.
 * `known`, a token that was read before, spares reading again the segments that both have; the answer is the same.
 */
export function readCompact(text: string, known?: ReadToken): ReadToken {
  const parts = text.split('.');
  const problems: Problem[] = [];
  if (parts.length !== 3)
    problems.push(problemOf('segment-count', 'envelope', { count: parts.length }, [0, text.length]));
  const read: ReadSegment[] = [];
  let header: Content = { kind: 'none' };
  let start = 0;
  for (const [index, name] of NAMES.entries()) {
    const part = parts[index];
    if (part === undefined) break;
    const isPlain = name === 'payload' && header.kind === 'json' && isUnencodedPayload(header.value);
    const one = isPlain
      ? readPlain(part, start)
      : (sameSegment(known?.segments[index], part, start) ?? readSegment(name, part, start));
    if (name === 'header') header = sameContent(one.segment, known?.segments[0], known?.header);
    read.push(one);
    problems.push(...one.problems);
    start += part.length + 1;
  }
  const payload = sameContent(read[1]?.segment, known?.segments[1], known?.payload);
  const alg = algOf(header);
  problems.push(...contentProblems(read, header, payload));
  const signature = read[2]?.segment;
  if (alg === 'none' && signature !== undefined && signature.text !== '')
    problems.push(problemOf('none-with-signature', 'signature', {}, [signature.start, signature.end]));
  const segments = read.map((one) => one.segment);
  return { text, segments, header, payload, alg, problems: inOrder(problems) };
}

/** A segment without a fault that was read before, at its place in this token. */
function sameSegment(known: Segment | undefined, text: string, start: number): ReadSegment | undefined {
  if (!known?.strict || known.text !== text) return undefined;
  return { segment: { ...known, start, end: start + text.length }, whole: true, problems: [] };
}

function sameContent(segment: Segment | undefined, known: Segment | undefined, content: Content | undefined): Content {
  const isSame = segment?.bytes !== undefined && segment.bytes === known?.bytes;
  return isSame && content !== undefined ? content : readContent(segment?.bytes);
}

/** Where a segment lost characters, what is left of its content is no content, and nothing is said about it. */
function contentProblems(read: readonly ReadSegment[], header: Content, payload: Content): readonly Problem[] {
  const [first, second] = read;
  return [
    ...(first?.whole ? headerProblems(first.segment, header) : []),
    ...(second?.whole ? payloadProblems(second.segment, payload) : []),
  ];
}

function readSegment(name: SegmentName, text: string, start: number): ReadSegment {
  const { whole, problems, bytes } = readPart(name, text, start);
  const strict = problems.length === 0;
  return { segment: { name, start, end: start + text.length, text, bytes, strict }, whole, problems };
}

/** Decodes one part of a compact serialization; `start` is its place in the token. */
export function readPart(
  part: Part,
  text: string,
  start: number,
): { readonly bytes: Uint8Array | undefined; readonly whole: boolean; readonly problems: readonly Problem[] } {
  const decoded = decodeBase64url(text);
  if (decoded.strict) return { bytes: decoded.bytes, whole: true, problems: [] };
  return { bytes: decoded.bytes, whole: !decoded.cut, problems: [base64Problem(part, text, start, decoded)] };
}

/** A payload that was not encoded. Its characters are no base64url, so `strict` is false, but nothing is wrong with it. */
function readPlain(text: string, start: number): ReadSegment {
  const bytes = encodeUtf8(text);
  const segment: Segment = { name: 'payload', start, end: start + text.length, text, bytes, strict: false };
  return { segment, whole: false, problems: [] };
}

/** `alg` where the header is an object and `alg` a string. */
export function algOf(header: Content): string | undefined {
  if (header.kind !== 'json' || !isJsonObject(header.value)) return undefined;
  const alg = ownMember(header.value, 'alg');
  return typeof alg === 'string' ? alg : undefined;
}

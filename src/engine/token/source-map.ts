/**
 * Every place of a token in every way it can be named: offset in the pasted text, character of a segment, byte,
 * character of the decoded text, JSON pointer.
 */
import { type Alignment, alignmentOf } from '../text/alignment.ts';
import type { FoundToken } from '../types.ts';
import { isUnencodedPayload } from './header-rules.ts';
import { placeAtOffset, placeOfPointer } from './json-pointer.ts';
import { bytesOfCharacters, type Span } from './segment-bytes.ts';
import { spanOfBytes, spanOfText } from './segment-problems.ts';
import type { Content, ReadToken, Segment, SegmentName } from './shapes.ts';
import { characterOfByte } from './utf8.ts';

export interface SourcePlace {
  readonly segment: SegmentName;
  /** offset within the segment */
  readonly character: number;
  /** bytes that the character holds bits of; empty for one that stands for no bits */
  readonly bytes: Span;
  /** character (UTF-16 units) of the decoded text that the first of these bytes is part of */
  readonly textOffset?: number;
  /** innermost value of the JSON there, the outermost being `''` */
  readonly pointer?: string;
}

/** All spans that are answered are in the pasted text. Undefined: there is no such segment, text or value. */
export interface SourceMap {
  /** a span of the cleaned token */
  spanOfToken(start: number, end: number): Span;
  /** characters within a segment */
  spanOfSegment(name: SegmentName, start: number, end: number): Span | undefined;
  /** bytes of a segment */
  spanOfBytes(name: SegmentName, start: number, end: number): Span | undefined;
  /** characters of the decoded header or payload */
  spanOfText(name: SegmentName, start: number, end: number): Span | undefined;
  /** a value of the header's or payload's JSON; `part` 'member' takes its name in */
  spanOfPointer(name: SegmentName, pointer: string, part: 'value' | 'name' | 'member'): Span | undefined;
  /** What stands at an offset of the pasted text; undefined at dots and outside of the segments. */
  placeAt(pastedOffset: number): SourcePlace | undefined;
}

/** The map of a token that was read from what was found in `pasted`. */
export function sourceMap(token: ReadToken, found: FoundToken, pasted: string): SourceMap {
  const alignment = alignmentOf(pasted, found);
  const segmentOf = (name: SegmentName) => token.segments.find((segment) => segment.name === name);
  const textSpan = (name: SegmentName, start: number, end: number): Span | undefined => {
    const segment = encodedSegment(token, segmentOf(name));
    const text = textOf(token, name);
    return segment && text !== undefined ? toPasted(alignment, spanOfText(segment, text, start, end)) : undefined;
  };
  return {
    spanOfToken: (start, end) => alignment.toPasted(start, end),
    spanOfSegment: (name, start, end) => {
      const segment = segmentOf(name);
      return segment && alignment.toPasted(segment.start + start, segment.start + end);
    },
    spanOfBytes: (name, start, end) => {
      const segment = encodedSegment(token, segmentOf(name));
      return segment && toPasted(alignment, spanOfBytes(segment, start, end));
    },
    spanOfText: textSpan,
    spanOfPointer: (name, pointer, part) => {
      const span = textSpanOfPointer(contentOf(token, name), pointer, part);
      return span && textSpan(name, span[0], span[1]);
    },
    placeAt: (offset) => {
      if (offset < found.start || offset >= found.end) return undefined;
      const at = alignment.toToken(offset);
      const segment = token.segments.find((one) => one.start <= at && at < one.end);
      return segment && placeIn(token, segment, at - segment.start);
    },
  };
}

function toPasted(alignment: Alignment, [start, end]: Span): Span {
  return alignment.toPasted(start, end);
}

function contentOf(token: ReadToken, name: SegmentName): Content {
  return name === 'signature' ? { kind: 'none' } : token[name];
}

function textOf(token: ReadToken, name: SegmentName): string | undefined {
  const content = contentOf(token, name);
  return content.kind === 'json' || content.kind === 'text' ? content.text : undefined;
}

/** The segment, where its characters stand for six bits each: not a payload with `b64: false`. */
function encodedSegment(token: ReadToken, segment: Segment | undefined): Segment | undefined {
  const isPlain = segment?.name === 'payload' && token.header.kind === 'json' && isUnencodedPayload(token.header.value);
  return segment?.bytes === undefined || isPlain ? undefined : segment;
}

function textSpanOfPointer(content: Content, pointer: string, part: 'value' | 'name' | 'member'): Span | undefined {
  if (content.kind !== 'json' && content.kind !== 'text') return undefined;
  const place = placeOfPointer(content.json.root, pointer);
  if (place === undefined) return undefined;
  const { node, member } = place;
  if (part === 'value') return [node.start, node.end];
  if (member === undefined) return part === 'member' ? [node.start, node.end] : undefined;
  return [member.nameStart, part === 'name' ? member.nameEnd : node.end];
}

function placeIn(token: ReadToken, segment: Segment, character: number): SourcePlace {
  const encoded = encodedSegment(token, segment);
  const bytes: Span = encoded ? bytesOfCharacters(encoded, character, character + 1) : [0, 0];
  const place = { segment: segment.name, character, bytes };
  const content = contentOf(token, segment.name);
  if (encoded?.bytes === undefined || bytes[1] === bytes[0]) return place;
  if (content.kind !== 'json' && content.kind !== 'text') return place;
  const textOffset = characterOfByte(content.text, encoded.bytes, bytes[0]);
  const pointer = placeAtOffset(content.json.root, textOffset)?.pointer;
  return pointer === undefined ? { ...place, textOffset } : { ...place, textOffset, pointer };
}

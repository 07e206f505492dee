/** Where a hit stands in the text of its layer. */
import { alignmentOf } from '../text/alignment.ts';
import { isUnencodedPayload } from '../token/header-rules.ts';
import { placeOfPointer } from '../token/json-pointer.ts';
import type { Span } from '../token/segment-bytes.ts';
import { spanOfText } from '../token/segment-problems.ts';
import type { Content, EncodedPart, Segment } from '../token/shapes.ts';
import type { Hit } from './rule.ts';
import type { Subject } from './subject.ts';

/** Undefined where what the hit is about has no characters of its own: a claim that is missing, a key, an encrypted content. */
export function spanOfHit(subject: Subject, hit: Hit): Span | undefined {
  if (hit.span !== undefined) return hit.span;
  const name = hit.part;
  if (name === undefined || name === 'key' || name === 'settings') return undefined;
  const part = encodedPart(subject, name);
  if (part === undefined) return undefined;
  const inToken = spanInToken(subject, hit, part);
  return inToken && toPasted(subject, inToken);
}

/** A span of the cleaned token in the layer's text. */
export function toPasted({ opened }: Subject, [start, end]: Span): Span {
  return opened.picked === undefined ? [start, end] : alignmentOf(opened.text, opened.picked).toPasted(start, end);
}

/** The characters of a part; of the header, those of the signature or recipient that the subject is about. */
export function encodedPart({ object, entry }: Subject, name: string): EncodedPart | undefined {
  return object?.parts.find((part) => part.name === name && (name === 'disclosure' || (part.index ?? entry) === entry));
}

function spanInToken(subject: Subject, hit: Hit, part: EncodedPart): Span | undefined {
  const whole: Span = [part.start, part.end];
  const content = contentOf(subject, part.name);
  const text = content?.kind === 'json' || content?.kind === 'text' ? content.text : undefined;
  if (hit.inText === undefined && (hit.pointer === undefined || hit.pointer === '')) return whole;
  if (text === undefined || !isEncoded(subject, part)) return whole;
  if (hit.inText !== undefined) return spanOfText(segmentOf(part), text, hit.inText[0], hit.inText[1]);
  const json = content?.kind === 'json' || content?.kind === 'text' ? content.json : undefined;
  const place = placeOfPointer(json?.root, hit.pointer ?? '');
  if (place === undefined) return undefined;
  return spanOfText(segmentOf(part), text, place.member?.nameStart ?? place.node.start, place.node.end);
}

function contentOf(subject: Subject, name: string): Content | undefined {
  if (name === 'header') return subject.headerContent();
  return name === 'payload' ? subject.payloadContent() : undefined;
}

/** Each character of the part stands for six bits, and for one character of the token. */
function isEncoded({ opened, header }: Subject, part: EncodedPart): boolean {
  if (part.name === 'payload' && isUnencodedPayload(header)) return false;
  return part.bytes !== undefined && opened.picked?.text.slice(part.start, part.end) === part.text;
}

function segmentOf({ name, start, end, text, bytes }: EncodedPart): Segment {
  const strict = !/[^A-Za-z0-9_-]/.test(text);
  return { name: name === 'header' ? 'header' : 'payload', start, end, text, bytes, strict };
}

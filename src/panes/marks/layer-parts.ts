/** The contents and encoded parts of a layer, and how the characters of one are those of the other. */
import type { Opened } from '../../engine/open.ts';
import { type Alignment, alignmentOf } from '../../engine/text/alignment.ts';
import { parseJson } from '../../engine/token/json.ts';
import type { JsonDocument } from '../../engine/token/json-shapes.ts';
import { bytesOfCharacters, charactersOfBytes } from '../../engine/token/segment-bytes.ts';
import type { Content, EncodedPart, Segment } from '../../engine/token/shapes.ts';
import { byteOfCharacter, characterOfByte } from '../../engine/token/utf8.ts';
import type { LayerView } from '../../workbench/types.ts';
import type { MarkRange } from '../pane-mark.ts';

export interface JsonText {
  readonly text: string;
  readonly json: JsonDocument;
}

const headers = new WeakMap<Opened, JsonText>();
const contents = new WeakMap<object, JsonText>();

/** What the header or payload of a layer says, where it is text; the header is that of the first signature or recipient. */
export function jsonText({ opened, content }: LayerView, pane: 'header' | 'payload'): JsonText | undefined {
  const { token, object, layer } = opened;
  if (token !== undefined) return textOf(token[pane]);
  if (pane === 'header') return readOnce(headers, opened, layer?.headerText);
  if (object?.type === 'jws') return textOf(object.payload.content);
  return content && readOnce(contents, content, content.text);
}

function textOf(content: Content): JsonText | undefined {
  return content.kind === 'json' || content.kind === 'text' ? content : undefined;
}

function readOnce<Key extends object>(known: WeakMap<Key, JsonText>, key: Key, text: string | undefined) {
  if (text === undefined) return undefined;
  const read = known.get(key) ?? { text, json: parseJson(text) };
  known.set(key, read);
  return read;
}

/** The characters that the content of a pane was decoded from; undefined where it was decrypted, or is elsewhere. */
export function partOfPane({ opened }: LayerView, pane: 'header' | 'payload'): EncodedPart | undefined {
  return opened.object?.parts.find(({ name, index = 0 }) => name === pane && index === 0);
}

/** The pane in which the layer shows what a part says. */
export function paneOfPart({ name, index = 0 }: EncodedPart): 'header' | 'payload' | undefined {
  return (name === 'header' && index === 0) || name === 'payload' ? name : undefined;
}

/** Characters of the part that hold any bit of the given characters of what it says. */
export function charactersOfText(layer: LayerView, part: EncodedPart, text: string, range: MarkRange) {
  const { bytes } = part;
  if (isUnencoded(layer, part)) return part.text === text ? range : undefined;
  if (bytes === undefined) return undefined;
  const from = byteOfCharacter(text, bytes, range.start);
  const [start, end] = charactersOfBytes(segmentOf(part), from, byteOfCharacter(text, bytes, range.end));
  return { start, end };
}

/**
 * What the characters of a part say: of the bytes that lie wholly in them; where there is none, of those that they hold
 * any bit of. So the characters of a value lead back to that value and not to its neighbours.
 */
export function textOfCharacters(layer: LayerView, part: EncodedPart, text: string, range: MarkRange) {
  const { bytes } = part;
  if (isUnencoded(layer, part)) return part.text === text ? range : undefined;
  if (bytes === undefined) return undefined;
  const segment = segmentOf(part);
  const [, first] = bytesOfCharacters(segment, 0, range.start);
  const [last] = bytesOfCharacters(segment, range.end, part.text.length);
  const touched = bytesOfCharacters(segment, range.start, range.end);
  const [from, to] = first < last ? [first, last] : touched;
  if (to <= from) return undefined;
  const end = characterOfByte(text, bytes, to - 1);
  return {
    start: characterOfByte(text, bytes, from),
    end: end + ((text.codePointAt(end) ?? 0) > 0xffff ? 2 : 1),
  };
}

/** A payload that stands in the token as it is (RFC 7797). */
function isUnencoded({ opened: { object } }: LayerView, { name }: EncodedPart): boolean {
  return name === 'payload' && object?.type === 'jws' && !object.signatures.every(({ isEncoded }) => isEncoded);
}

function segmentOf({ start, end, text, bytes }: EncodedPart): Segment {
  return { name: 'payload', start, end, text, bytes, strict: !/[^A-Za-z0-9_-]/.test(text) };
}

/** Characters of a part in the layer's own text; of one that stands there with escapes all of them. */
export function rangeOfPart({ opened }: LayerView, part: EncodedPart, range: MarkRange): MarkRange | undefined {
  const { picked } = opened;
  if (picked === undefined) return undefined;
  const isPlain = picked.text.slice(part.start, part.end) === part.text;
  const [from, to] = isPlain ? [part.start + range.start, part.start + range.end] : [part.start, part.end];
  const [start, end] = alignment(opened, picked).toPasted(from, to);
  return end > start ? { start, end } : undefined;
}

/** The part that characters of the layer's own text all belong to, and which characters of it they are. */
export function partOfRange({ opened }: LayerView, { start, end }: MarkRange) {
  const { picked, object } = opened;
  if (picked === undefined || start < picked.start || end > picked.end || end <= start) return undefined;
  const { toToken } = alignment(opened, picked);
  const from = toToken(start);
  const to = toToken(end - 1) + 1;
  const part = object?.parts.find((one) => one.start <= from && to <= one.end);
  if (part === undefined) return undefined;
  const isPlain = picked.text.slice(part.start, part.end) === part.text;
  const range = isPlain ? { start: from - part.start, end: to - part.start } : { start: 0, end: part.text.length };
  return { part, range };
}

const alignments = new WeakMap<Opened, Alignment>();

function alignment(opened: Opened, picked: NonNullable<Opened['picked']>): Alignment {
  const known = alignments.get(opened) ?? alignmentOf(opened.text, picked);
  alignments.set(opened, known);
  return known;
}

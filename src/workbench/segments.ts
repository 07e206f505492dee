/** The parts of the picked token, as the panes edit them. */
import type { Opened } from '../engine/open.ts';
import { withSegment } from '../engine/token/edit.ts';
import { isUnencodedPayload } from '../engine/token/header-rules.ts';
import { parseJson } from '../engine/token/json.ts';
import type { Content } from '../engine/token/shapes.ts';
import type { FoundToken } from '../engine/types.ts';
import type { JsonPane } from './state.ts';

export interface SegmentTexts {
  readonly header: string;
  readonly payload: string;
  readonly signature: string;
}

const NO_SEGMENTS: SegmentTexts = { header: '', payload: '', signature: '' };

/**
 * The characters of each segment of a token in compact serialization; '' where there is none. Of an encrypted token
 * what follows the header counts as signature; the disclosures of an SD-JWT are no segment.
 */
export function segmentTexts(picked: FoundToken | undefined): SegmentTexts {
  if (picked === undefined) return NO_SEGMENTS;
  if (picked.form !== 'jws-compact' && picked.form !== 'sd-jwt' && picked.form !== 'jwe-compact') return NO_SEGMENTS;
  const { form } = picked;
  const text = form === 'sd-jwt' ? (picked.text.split('~', 1)[0] ?? '') : picked.text;
  const [first, second] = dotsOf(text);
  if (form === 'jwe-compact') return { header: text.slice(0, first), payload: '', signature: text.slice(first + 1) };
  return { header: text.slice(0, first), payload: text.slice(first + 1, second), signature: text.slice(second + 1) };
}

/** Offsets of the first two dots; the end of the text where there is none. */
function dotsOf(text: string): readonly [number, number] {
  const first = text.indexOf('.');
  if (first < 0) return [text.length, text.length];
  const second = text.indexOf('.', first + 1);
  return [first, second < 0 ? text.length : second];
}

/** What a pane of a layer has to show and to edit. */
export interface Held {
  readonly content: Content;
  /** the bytes that `content` was read from */
  readonly bytes: Uint8Array | undefined;
  /** the characters that stand for the content in the layer's text; of a decrypted content, what it says */
  readonly anchor: string;
}

/** What is held by the layer that the token's own text shows. */
export function heldBy(opened: Opened, pane: JsonPane): Held {
  const anchor = segmentTexts(opened.picked)[pane];
  return { content: contentOf(opened, pane), bytes: bytesOf(opened, pane), anchor };
}

/** What a pane has to show of a token whose own text it shows. */
export function contentOf({ token, layer }: Opened, pane: JsonPane): Content {
  if (token !== undefined) return pane === 'header' ? token.header : token.payload;
  const text = pane === 'header' ? layer?.headerText : undefined;
  if (text === undefined) return { kind: 'none' };
  const json = parseJson(text);
  return json.value === undefined ? { kind: 'text', text, json } : { kind: 'json', text, json, value: json.value };
}

function bytesOf({ token, layer }: Opened, pane: JsonPane): Uint8Array | undefined {
  if (token !== undefined) return token.segments[pane === 'header' ? 0 : 1]?.bytes;
  return pane === 'header' ? layer?.headerBytes : undefined;
}

/** A token in compact serialization that is not encrypted, or nothing: an edit of a pane is an edit of its text. */
export function isPlain({ token, object }: Opened): boolean {
  return token !== undefined || object === undefined;
}

/**
 * Whether an edit in the pane can be put into the token. What is not in compact serialization, and a payload that is
 * not encoded (RFC 7797), is edited in the token itself.
 */
export function canEditPane({ form, picked, token }: Opened, pane: JsonPane): boolean {
  if (picked === undefined) return true;
  if (token === undefined) return form === 'jwe-compact' && pane === 'header';
  return pane === 'header' || token.header.kind !== 'json' || !isUnencodedPayload(token.header.value);
}

/** The whole text with another segment in the picked token; where no token is picked, the new one is the whole text. */
export function textWithSegment(
  { text, picked }: Opened,
  name: JsonPane | 'signature',
  content: Uint8Array | string,
): string {
  if (picked === undefined) return withSegment('', name, content);
  return text.slice(0, picked.start) + withSegment(picked.text, name, content) + text.slice(picked.end);
}

/** The whole text with another token in place of the picked one. */
export function textWithPickedToken({ text, picked }: Opened, token: string): string {
  return picked === undefined ? text : text.slice(0, picked.start) + token + text.slice(picked.end);
}

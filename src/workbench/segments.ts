/** The parts of the picked token, as the panes edit them. */
import type { Opened } from '../engine/open.ts';
import { withSegment } from '../engine/token/edit.ts';
import { isUnencodedPayload } from '../engine/token/header-rules.ts';
import { parseJson } from '../engine/token/json.ts';
import type { Content } from '../engine/token/shapes.ts';
import type { JsonPane } from './state.ts';

export interface SegmentTexts {
  readonly header: string;
  readonly payload: string;
  readonly signature: string;
}

const NO_SEGMENTS: SegmentTexts = { header: '', payload: '', signature: '' };

/** The characters of each segment; '' where there is none. Of an encrypted token only the header can be edited. */
export function segmentTexts({ token, picked, form }: Opened): SegmentTexts {
  if (token !== undefined) {
    const [header, payload, signature] = token.segments;
    return { header: header?.text ?? '', payload: payload?.text ?? '', signature: signature?.text ?? '' };
  }
  if (form !== 'jwe-compact' || picked === undefined) return NO_SEGMENTS;
  const dot = picked.text.indexOf('.');
  return { header: picked.text.slice(0, dot), payload: '', signature: picked.text.slice(dot + 1) };
}

/** What a pane has to show. */
export function contentOf({ token, layer }: Opened, pane: JsonPane): Content {
  if (token !== undefined) return pane === 'header' ? token.header : token.payload;
  const text = pane === 'header' ? layer?.headerText : undefined;
  if (text === undefined) return { kind: 'none' };
  const json = parseJson(text);
  return json.value === undefined ? { kind: 'text', text, json } : { kind: 'json', text, json, value: json.value };
}

/** The bytes that a pane's segment stands for. */
export function bytesOf({ token, layer }: Opened, pane: JsonPane): Uint8Array | undefined {
  if (token !== undefined) return token.segments[pane === 'header' ? 0 : 1]?.bytes;
  return pane === 'header' ? layer?.headerBytes : undefined;
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

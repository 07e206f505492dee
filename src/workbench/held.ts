/** What the picked token holds in its header and its payload. */
import type { Opened } from '../engine/open.ts';
import { parseJson } from '../engine/token/json.ts';
import type { Content } from '../engine/token/shapes.ts';
import { segmentTexts } from './segment-texts.ts';
import type { JsonPane } from './state.ts';

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
export function contentOf({ token, object, layer }: Opened, pane: JsonPane): Content {
  if (token !== undefined) return pane === 'header' ? token.header : token.payload;
  if (pane === 'payload') return object?.type === 'jws' ? object.payload.content : { kind: 'none' };
  const text = layer?.headerText;
  if (text === undefined) return { kind: 'none' };
  const json = parseJson(text);
  return json.value === undefined ? { kind: 'text', text, json } : { kind: 'json', text, json, value: json.value };
}

function bytesOf({ token, object, layer }: Opened, pane: JsonPane): Uint8Array | undefined {
  if (token !== undefined) return token.segments[pane === 'header' ? 0 : 1]?.bytes;
  if (pane === 'header') return layer?.headerBytes;
  return object?.type === 'jws' ? object.payload.bytes : undefined;
}

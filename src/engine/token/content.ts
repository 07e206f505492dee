/** From the bytes of a segment to what they say. */
import { parseJson } from './json.ts';
import type { Content } from './shapes.ts';
import { decodeUtf8 } from './utf8.ts';

/** Bytes as JSON, text or bytes: the first that they are by the letter. Undefined and no bytes are 'none'. */
export function readContent(bytes: Uint8Array | undefined): Content {
  if (bytes === undefined || bytes.length === 0) return { kind: 'none' };
  const decoded = decodeUtf8(bytes);
  if (!decoded.ok) return { kind: 'bytes', badByte: decoded.badByte };
  const text = decoded.text;
  const json = parseJson(text);
  return json.value === undefined ? { kind: 'text', text, json } : { kind: 'json', text, json, value: json.value };
}

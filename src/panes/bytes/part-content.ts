/** What the bytes of a part say, as text and JSON. */
import { type ByteMap, byteMap } from '../../engine/token/bytes/byte-map.ts';
import { charactersIn } from '../../engine/token/bytes/decoded-characters.ts';
import { type CharacterEdit, effectOf, withEdit } from '../../engine/token/bytes/edits.ts';
import { readContent } from '../../engine/token/content.ts';
import { decodeUtf8 } from '../../engine/token/utf8.ts';
import { changeSentence } from '../../words/byte-sentences.ts';
import type { LayerView } from '../../workbench/types.ts';
import { type JsonText, jsonText } from '../marks/layer-parts.ts';
import type { BytePart } from './byte-parts.ts';

/** Undefined where the bytes are no text, or are not meant to be JSON. What a pane shows of the layer has been read before. */
export function contentOfPart(
  layer: LayerView,
  { of, piece, isJson, isEncoded }: BytePart,
  map: ByteMap,
): JsonText | undefined {
  if (!isJson || !isEncoded) return undefined;
  const { name, index = 0 } = of;
  if (piece === undefined && index === 0 && (name === 'header' || name === 'payload')) return jsonText(layer, name);
  const content = readContent(map.bytes);
  return content.kind === 'json' || content.kind === 'text' ? content : undefined;
}

export interface Change {
  readonly sentence: string;
  /** the content was JSON, and is no longer */
  readonly isBroken: boolean;
  /** of the part, after the change */
  readonly text: string;
}

/** What a change does to the part, in words. */
export function changeOf({ isJson }: BytePart, map: ByteMap, edit: CharacterEdit): Change {
  const text = withEdit(map.text, edit);
  const after = byteMap(text);
  const effect = effectOf(edit, map, after);
  const wasJson = isJson && holdsJson(map.bytes);
  const nowJson = isJson && holdsJson(after.bytes);
  const behind = wordBefore(map.bytes, effect.before[0]?.bytes[0] ?? 0);
  return {
    sentence: changeSentence(effect, { wasJson, isJson: nowJson, behind }),
    isBroken: wasJson && !nowJson,
    text,
  };
}

function holdsJson(bytes: Uint8Array): boolean {
  const decoded = decodeUtf8(bytes);
  if (!decoded.ok) return false;
  try {
    JSON.parse(decoded.text);
    return true;
  } catch {
    return false;
  }
}

/** Bytes that are looked through for it. */
const NEAR = 40;

/** The last word of letters and digits before a byte; '' where there is none near. */
function wordBefore(bytes: Uint8Array, byte: number): string {
  const near = charactersIn(bytes, Math.max(0, byte - NEAR), byte);
  const text = near.map((one) => (one.kind === 'character' ? one.text : ' ')).join('');
  return /([\p{L}\p{N}_]{1,24})[^\p{L}\p{N}_]*$/u.exec(text)?.[1] ?? '';
}

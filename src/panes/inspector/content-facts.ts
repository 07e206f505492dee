/** What the innermost content is. */
import { isJsonObject } from '../../engine/token/json-kind.ts';
import {
  binaryContent,
  claimsLine,
  detachedContent,
  emptyContent,
  encryptedContent,
  inflatedContent,
  jsonContent,
  textContent,
  unreadContent,
} from '../../words/layers.ts';
import type { LayerView } from '../../workbench/types.ts';
import { provenanceOf } from './layer-facts.ts';

export interface ContentFacts {
  readonly kind: 'claims' | 'json' | 'text' | 'bytes' | 'nothing' | 'locked';
  readonly line: string;
  /** exactly as it stands in the token; undefined where there is no text */
  readonly text: string | undefined;
}

export function contentFacts(layers: readonly LayerView[]): ContentFacts {
  const innermost = layers.at(-1);
  const content = innermost?.content;
  if (innermost === undefined || content === undefined) return withoutContent(innermost);
  const { text, json, bytes } = content;
  if (bytes.length === 0) return { kind: 'nothing', line: emptyContent, text: undefined };
  if (text === undefined) return { kind: 'bytes', line: binaryContent(bytes.length), text };
  if (json === undefined) return { kind: 'text', line: textContent(text.length), text };
  if (!isJsonObject(json)) return { kind: 'json', line: jsonContent(text.length), text };
  return { kind: 'claims', line: claimsLine(Object.keys(json).length, provenanceOf(layers)), text };
}

function withoutContent(innermost: LayerView | undefined): ContentFacts {
  const object = innermost?.opened.object;
  if (object?.type === 'jwe') {
    const isOpened = innermost?.verdict.code === 'inflated-too-large';
    return { kind: 'locked', line: isOpened ? inflatedContent : encryptedContent, text: undefined };
  }
  const isElsewhere = object !== undefined && (object.payload.text === undefined || object.payload.text === '');
  return { kind: 'nothing', line: isElsewhere ? detachedContent : unreadContent, text: undefined };
}

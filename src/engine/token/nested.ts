/** A token as the whole content of another (RFC 7519 section 5.2: `cty` says JWT, and many issuers leave it out). */
import { glanceAtHeader } from '../text/header-start.ts';
import type { Json } from '../types.ts';
import { isJsonObject } from './json-kind.ts';

/** What is looked at of a content; every `Content` has it. */
type Held =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'json'; readonly value: Json }
  | { readonly kind: 'bytes' | 'none' };

/** Cheap, and sure where it says no: the content is no other token. */
export function mayBeNested(content: Held): boolean {
  if (content.kind === 'text') return beginsAsToken(content.text);
  if (content.kind !== 'json') return false;
  const { value } = content;
  if (typeof value === 'string') return beginsAsToken(value);
  return isJsonObject(value) && ['ciphertext', 'signatures', 'signature'].some((name) => Object.hasOwn(value, name));
}

/** What stands before the first dot is a JOSE Header. */
function beginsAsToken(text: string): boolean {
  const start = /^["\s]*/.exec(text)?.[0].length ?? 0;
  const dot = text.indexOf('.', start);
  return dot > start && glanceAtHeader(text.slice(start, dot).trimEnd()).kind === 'object';
}

/** A token as the whole content of another (RFC 7519 section 5.2: `cty` says JWT, and many issuers leave it out). */
import { isJsonObject } from './json-kind.ts';
import type { Content } from './shapes.ts';

/** Cheap, and sure where it says no: the content is no other token. */
export function mayBeNested(content: Content): boolean {
  if (content.kind === 'text') return /^\s*"?[A-Za-z0-9_-]+\s*\.[A-Za-z0-9_-]*\s*\./.test(content.text);
  if (content.kind !== 'json') return false;
  const { value } = content;
  if (typeof value === 'string') return /^[A-Za-z0-9_-]+\.[A-Za-z0-9_-]*\./.test(value);
  return isJsonObject(value) && ['ciphertext', 'signatures', 'signature'].some((name) => Object.hasOwn(value, name));
}

/** What the header of a token says, as far as it is needed to tell a token from other text. */
import { decodeBase64url } from '../token/base64url.ts';
import { isJsonObject, ownMember } from '../token/json-kind.ts';
import { decodeUtf8, wellFormedLength } from '../token/utf8.ts';
import type { Json } from '../types.ts';

/**
 * Base64url of `{` and what may follow it in a JOSE Header: a quotation mark or a blank (`ey`), a line break or a tab
 * (`ew`), a brace (`e30`).
 */
const HEADER_START = /e(?:y[ABIJKL]|w[01klop]|30)/;

/** Whether a JOSE Header may begin here. */
export function isHeaderStart(text: string, at: number): boolean {
  return text.charCodeAt(at) === 0x65 && HEADER_START.test(text.slice(at, at + 3));
}

/** The first place from `at` where a JOSE Header may begin; -1 where there is none. */
export function nextHeaderStart(text: string, at: number): number {
  const search = new RegExp(HEADER_START, 'g');
  search.lastIndex = at;
  return search.exec(text)?.index ?? -1;
}

export type HeaderGlance =
  | { readonly kind: 'object'; readonly alg: string | undefined; readonly isEncryption: boolean }
  /** begins as an object does, but ends early or is faulty; `isText` where all of it is UTF-8 */
  | { readonly kind: 'broken'; readonly isText: boolean }
  | { readonly kind: 'other' };

/** What a segment would be as a header. */
export function glanceAtHeader(segment: string): HeaderGlance {
  const bytes = decodeBase64url(segment).bytes;
  if (bytes === undefined) return { kind: 'other' };
  const decoded = decodeUtf8(bytes);
  // A text that was cut may end within a character; the bytes before it still count.
  const text = decoded.ok ? decoded : decodeUtf8(bytes.subarray(0, wellFormedLength(bytes)));
  if (!text.ok || !/^[ \t\r\n]*\{[ \t\r\n]*["}]/.test(text.text)) return { kind: 'other' };
  const value = parsed(text.text);
  if (!decoded.ok || !isJsonObject(value)) return { kind: 'broken', isText: decoded.ok };
  const alg = ownMember(value, 'alg');
  return { kind: 'object', alg: typeof alg === 'string' ? alg : undefined, isEncryption: Object.hasOwn(value, 'enc') };
}

function parsed(text: string): Json | undefined {
  // The most frequent reason to be no JSON, and much cheaper to see than to catch.
  if (!text.trimEnd().endsWith('}')) return undefined;
  try {
    return JSON.parse(text) as Json; // as: JSON.parse answers Json only
  } catch {
    return undefined;
  }
}

/** Whether a segment decodes, by the letter, to text that a person could have written. */
export function isPrintableText(segment: string): boolean {
  const decoded = decodeBase64url(segment);
  if (!decoded.strict || decoded.bytes.length === 0) return false;
  const text = decodeUtf8(decoded.bytes);
  return text.ok && !/[^\P{C}\t\r\n]/u.test(text.text);
}

/** Whether a segment decodes to something that begins as a JSON object does. */
export function beginsAsObject(segment: string): boolean {
  return glanceAtHeader(segment).kind !== 'other';
}

/** What the header of a token says, as far as it is needed to tell a token from other text. */
import { decodeBase64url } from '../token/base64url.ts';
import { isJsonObject, ownMember } from '../token/json-kind.ts';
import { decodeUtf8, wellFormedLength } from '../token/utf8.ts';
import type { Json } from '../types.ts';

/** Whether base64url of `{` and a quotation mark, a brace or white space begins here, as JOSE headers do. */
export function isHeaderStart(text: string, at: number): boolean {
  if (text.charCodeAt(at) !== 0x65) return false; // e
  const third = text.charAt(at + 2);
  switch (text.charCodeAt(at + 1)) {
    case 0x79: // y: `{"` or `{` and a blank
      return third !== '' && 'ABIJKL'.includes(third);
    case 0x77: // w: `{` and a line feed, a carriage return or a tab
      return third !== '' && 'op01kl'.includes(third);
    case 0x33: // 3: `{}`
      return third === '0';
    default:
      return false;
  }
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
  if (!text.ok || !/^[ \t\r\n]*\{/.test(text.text)) return { kind: 'other' };
  const value = parsed(text.text);
  if (!decoded.ok || !isJsonObject(value)) return { kind: 'broken', isText: decoded.ok };
  const alg = ownMember(value, 'alg');
  return { kind: 'object', alg: typeof alg === 'string' ? alg : undefined, isEncryption: Object.hasOwn(value, 'enc') };
}

function parsed(text: string): Json | undefined {
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

/**
 * A text that is nothing but a token, however broken: half typed, edited by hand, with characters lost or added.
 * Such a text must stay a token, with problems, while a person works on it; other texts must not become one.
 */
import { decodeBase64url } from '../token/base64url.ts';
import { decodeUtf8, wellFormedLength } from '../token/utf8.ts';
import { beginsAsObject, glanceAtHeader, isHeaderStart, isPrintableText } from './header-start.ts';
import { countDots } from './token-form.ts';

/**
 * Whether a text without blanks at its ends looks like a token that someone is working on:
 * - it has a dot, and begins as a JOSE Header does (`eyJ`), or its first or second part decodes to a JSON object's
 *   beginning;
 * - it has two or four dots and only base64url characters, and what should be header and payload decode, by the letter,
 *   to readable text;
 * - it has no dot, and is the beginning of a header that is being typed: an object that is not closed yet, or one with
 *   `alg`. (Any other JSON in base64url is no token.)
 *
 * Host names, version numbers, UUIDs and opaque tokens fit none of these.
 */
export function looksLikeToken(text: string): boolean {
  const tilde = text.indexOf('~');
  const jwt = tilde < 0 ? text : text.slice(0, tilde);
  const dots = countDots(jwt);
  if (dots === 0) return isHeaderBeingTyped(jwt);
  if (isHeaderStart(jwt, 0)) return true;
  const [header = '', payload = ''] = jwt.split('.', 2);
  if (beginsAsObject(header) || beginsAsObject(payload)) return true;
  if ((dots !== 2 && dots !== 4) || !/^[A-Za-z0-9._-]*$/.test(jwt)) return false;
  return isPrintableText(header) && (dots === 4 || payload === '' || isPrintableText(payload));
}

function isHeaderBeingTyped(text: string): boolean {
  if (!isHeaderStart(text, 0) || !/^[A-Za-z0-9_-]*$/.test(text)) return false;
  const glance = glanceAtHeader(text);
  if (glance.kind === 'object') return glance.alg !== undefined;
  return glance.kind === 'broken' && isTextSoFar(text);
}

/** Whether the bytes are UTF-8 up to a last character that may not be whole yet. */
function isTextSoFar(text: string): boolean {
  const bytes = decodeBase64url(text).bytes ?? new Uint8Array();
  const whole = wellFormedLength(bytes);
  const decoded = decodeUtf8(bytes.subarray(0, whole));
  return bytes.length - whole < 4 && decoded.ok && !/[^\P{C}\t\r\n]/u.test(decoded.text);
}

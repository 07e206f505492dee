/** Which serialization a cleaned text is, and whether it is all there. */
import type { Form } from '../types.ts';
import { glanceAtHeader } from './header-start.ts';

export interface TokenForm {
  readonly form: Form;
  /** false where parts are missing */
  readonly complete: boolean;
}

/**
 * Five parts, or a header with `enc`, make a JWE (RFC 7516 section 9); a `~` makes an SD-JWT (RFC 9901 section 4);
 * anything else is a JWS.
 */
export function formOf(cleaned: string): TokenForm {
  const tilde = cleaned.indexOf('~');
  const jwt = tilde < 0 ? cleaned : cleaned.slice(0, tilde);
  const dots = countDots(jwt);
  if (tilde >= 0) return { form: 'sd-jwt', complete: dots >= 2 };
  if (dots === 4 || isEncryption(jwt)) return { form: 'jwe-compact', complete: dots >= 4 };
  return { form: 'jws-compact', complete: dots >= 2 };
}

function isEncryption(jwt: string): boolean {
  const header = glanceAtHeader(firstPart(jwt));
  return header.kind === 'object' && header.isEncryption;
}

/** What stands before the first dot. */
export function firstPart(text: string): string {
  const dot = text.indexOf('.');
  return dot < 0 ? text : text.slice(0, dot);
}

export function countDots(text: string): number {
  let count = 0;
  for (let at = text.indexOf('.'); at >= 0; at = text.indexOf('.', at + 1)) count++;
  return count;
}

/** The parts of a compact SD-JWT (RFC 9901 section 4): `<issuer-signed JWT>~<disclosure>~…~[<key binding JWT>]`. */
import type { Problem } from '../types.ts';
import { readPart } from './compact.ts';
import { formProblem } from './other-forms.ts';
import type { EncodedPart } from './shapes.ts';

export interface SdJwtParts {
  /** after the last character of the issuer-signed JWT */
  readonly issuerEnd: number;
  /** the disclosures, and the key binding JWT where there is one */
  readonly parts: readonly EncodedPart[];
  readonly problems: readonly Problem[];
}

/** Any text with a `~` is read. What a disclosure holds is judged where the digests are (`sd-jwt/`). Never throws. */
export function readSdJwtParts(text: string): SdJwtParts {
  const issuerEnd = text.indexOf('~');
  const lastTilde = text.lastIndexOf('~');
  const parts: EncodedPart[] = [];
  const problems: Problem[] = [];
  let start = issuerEnd + 1;
  for (let index = 0; start <= lastTilde; index++) {
    const end = text.indexOf('~', start);
    const part = text.slice(start, end);
    const { bytes } = readPart('disclosure', part, start);
    parts.push({ name: 'disclosure', start, end, text: part, bytes, index });
    if (part === '') problems.push(faulty('empty-disclosure', [start - 1, end + 1]));
    start = end + 1;
  }
  const last = text.slice(start);
  if (last === '') return { issuerEnd, parts, problems };
  if (last.split('.').length !== 3) problems.push(faulty('no-final-tilde', [start, text.length]));
  parts.push({ name: 'key-binding', start, end: text.length, text: last, bytes: undefined });
  return { issuerEnd, parts, problems };
}

function faulty(reason: string, span: readonly [number, number]): Problem {
  return formProblem('sd-jwt-form', 'disclosure', { reason }, span);
}

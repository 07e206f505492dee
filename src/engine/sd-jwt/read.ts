/** The parts of an SD-JWT: compact (RFC 9901 section 4), and in the unprotected headers of a JSON serialization (section 8). */
import { isJsonArray, ownMember } from '../token/json-kind.ts';
import { formProblem } from '../token/other-forms.ts';
import { readSdJwtParts } from '../token/sd-jwt-parts.ts';
import type { Json, JsonObject, Problem } from '../types.ts';

export interface SdJwtPart {
  /** offsets in the text, UTF-16, end exclusive */
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

export interface ReadSdJwt {
  readonly issuerJwt: SdJwtPart;
  readonly disclosures: readonly SdJwtPart[];
  readonly keyBinding: SdJwtPart | undefined;
  /** `sd-jwt-form`, with the reasons of `readSdJwtParts`; spans are in the text */
  readonly problems: readonly Problem[];
}

/** Reads `<issuer-signed JWT>~<disclosure>~…~[<key binding JWT>]`. A text without `~` is an issuer-signed JWT alone. Never throws. */
export function readSdJwt(text: string): ReadSdJwt {
  if (!text.includes('~')) {
    const problem = formProblem('sd-jwt-form', 'envelope', { reason: 'no-final-tilde' }, [0, text.length]);
    return { issuerJwt: part(text, 0, text.length), disclosures: [], keyBinding: undefined, problems: [problem] };
  }
  const { issuerEnd, parts, problems } = readSdJwtParts(text);
  const keyBinding = parts.find(({ name }) => name === 'key-binding');
  return {
    issuerJwt: part(text, 0, issuerEnd),
    disclosures: parts.filter(({ name }) => name === 'disclosure').map(({ start, end }) => part(text, start, end)),
    keyBinding: keyBinding && part(text, keyBinding.start, keyBinding.end),
    problems,
  };
}

function part(text: string, start: number, end: number): SdJwtPart {
  return { start, end, text: text.slice(start, end) };
}

export interface SdJwtHeader {
  /** whether `disclosures` or `kb_jwt` is there at all */
  readonly isSdJwt: boolean;
  readonly disclosures: readonly string[];
  readonly keyBinding: string | undefined;
  /**
   * `sd-jwt-form`; reasons: `disclosures-kind` (no array of strings), `kb-jwt-kind` (no string with three segments),
   * `not-in-first-header` (section 8.3; with `signature`, its index)
   */
  readonly problems: readonly Problem[];
}

/** Reads the members of one unprotected header (RFC 9901 section 8.1). Of a faulty list the strings count. */
export function readSdJwtHeader(unprotectedHeader: JsonObject | undefined): SdJwtHeader {
  const header = unprotectedHeader ?? {};
  const list = ownMember(header, 'disclosures');
  const keyBinding = ownMember(header, 'kb_jwt');
  const disclosures = isJsonArray(list) ? list.filter((item) => typeof item === 'string') : [];
  const isFaulty = list !== undefined && !(isJsonArray(list) && disclosures.length === list.length);
  return {
    isSdJwt: list !== undefined || keyBinding !== undefined,
    disclosures,
    keyBinding: typeof keyBinding === 'string' ? keyBinding : undefined,
    problems: [
      ...(isFaulty ? [faulty({ reason: 'disclosures-kind' })] : []),
      ...(keyBinding === undefined || isJwtText(keyBinding) ? [] : [faulty({ reason: 'kb-jwt-kind' })]),
    ],
  };
}

/** The same for all unprotected headers of a JWS, of which only the first may have these members (section 8.3). */
export function readSdJwtHeaders(unprotectedHeaders: readonly (JsonObject | undefined)[]): SdJwtHeader {
  const [first, ...others] = unprotectedHeaders;
  const read = readSdJwtHeader(first);
  const stray = others.flatMap((header, index) =>
    readSdJwtHeader(header).isSdJwt ? [faulty({ reason: 'not-in-first-header', signature: index + 1 })] : [],
  );
  return { ...read, isSdJwt: read.isSdJwt || stray.length > 0, problems: [...read.problems, ...stray] };
}

function isJwtText(value: Json): boolean {
  return typeof value === 'string' && value.split('.').length === 3;
}

function faulty(values: { readonly reason: string; readonly signature?: number }): Problem {
  return formProblem('sd-jwt-form', 'disclosure', values, undefined);
}

/** The compact SD-JWT without key binding; of a JSON serialization it is what `sd_hash` is over (section 8.1). */
export function compactSdJwt(issuerJwt: string, disclosures: readonly string[]): string {
  return [issuerJwt, ...disclosures, ''].join('~');
}

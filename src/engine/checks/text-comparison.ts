/** Texts of the token against those that are expected: any of these among any of those (RFC 7519 section 4.1). */
import { failed, notAsked, type Outcome, passed } from './check.ts';

export interface TextComparison {
  /** of the claim or header parameter */
  readonly name: string;
  readonly found: readonly string[];
  /** undefined: not asked */
  readonly expected: readonly string[] | undefined;
  /** character by character where it is left out */
  readonly isSame?: (found: string, expected: string) => boolean;
}

export function compareTexts({ name, found, expected, isSame = isExact }: TextComparison): Outcome {
  if (expected === undefined)
    return found.length === 0 ? notAsked('text-absent', { name }) : notAsked('text-said', { found });
  if (found.length === 0) return failed('text-missing', { name, expected });
  const match = expected.find((one) => found.some((text) => isSame(text, one)));
  if (match !== undefined) return passed(found.length === 1 ? 'text-equal' : 'texts-hold', { found, expected: match });
  return failed(differenceOf(found, expected), { found, expected });
}

function isExact(found: string, expected: string): boolean {
  return found === expected;
}

const NEARLY = [
  ['text-slash-differs', (text: string) => text.replace(/\/$/, '')],
  ['text-case-differs', (text: string) => text.toLowerCase()],
  ['text-case-differs', (text: string) => text.replace(/\/$/, '').toLowerCase()],
] as const;

/** What differs by a slash at the end, or by capital letters, looks the same to a person. */
function differenceOf(found: readonly string[], expected: readonly string[]) {
  const near = NEARLY.find(([, form]) => found.some((text) => expected.some((one) => form(text) === form(one))));
  return near?.[0] ?? 'text-differs';
}

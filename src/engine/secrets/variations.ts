/** What people make of a word when they need a secret: a small, fixed set, so that a search ends soon. */
import { standardBase64 } from '../keys/key-text.ts';
import { encodeUtf8 } from '../token/utf8.ts';

export type Variation =
  | 'as it stands'
  | 'trimmed'
  | 'lower case'
  | 'upper case'
  | 'capitalized'
  | 'base64 of it'
  | 'with a suffix';

/** One text to try as a secret. */
export interface Candidate {
  readonly text: string;
  readonly variation: Variation;
}

const DIGITS = ['1', '12', '123', '1234', '12345', '123456', '!', '123!', '@123'];
const YEARS = Array.from({ length: 10 }, (_, index) => String(2018 + index));
const SUFFIXES: readonly string[] = [...DIGITS, ...YEARS];

/** Nobody puts a year behind a sentence. */
const LONGEST_WITH_SUFFIX = 24;

/** The variations of one text, itself first; each text once. */
export function variationsOf(text: string): readonly Candidate[] {
  const trimmed = text.trim();
  const capitalized = trimmed.charAt(0).toUpperCase() + trimmed.slice(1);
  const bases: readonly Candidate[] = [
    { text, variation: 'as it stands' },
    { text: trimmed, variation: 'trimmed' },
    { text: trimmed.toLowerCase(), variation: 'lower case' },
    { text: trimmed.toUpperCase(), variation: 'upper case' },
    { text: capitalized, variation: 'capitalized' },
    ...encoded(trimmed),
  ];
  const hasSuffixes = trimmed !== '' && trimmed.length <= LONGEST_WITH_SUFFIX;
  return withoutRepeated([...bases, ...(hasSuffixes ? [...suffixed(trimmed), ...suffixed(capitalized)] : [])]);
}

/** Some libraries want a secret in base64, and others then take its letters as they stand. */
function encoded(text: string): readonly Candidate[] {
  return text.isWellFormed() ? [{ text: standardBase64(encodeUtf8(text)), variation: 'base64 of it' }] : [];
}

function suffixed(text: string): readonly Candidate[] {
  return SUFFIXES.map((suffix) => ({ text: text + suffix, variation: 'with a suffix' }));
}

/** What variations make of many texts that is none of these texts; each once. */
export function variationsBeside(texts: readonly string[]): readonly Candidate[] {
  const known = new Set(texts);
  return withoutRepeated(texts.flatMap(variationsOf)).filter(({ text }) => !known.has(text));
}

function withoutRepeated(candidates: readonly Candidate[]): readonly Candidate[] {
  const known = new Set<string>();
  return candidates.filter(({ text }) => !known.has(text) && known.add(text));
}

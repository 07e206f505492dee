/** What the sentences of the rules are made with. */
import type { Values } from '../../types.ts';
import { type Sentence, text } from '../sentence.ts';

export interface RuleWords {
  /** what was found, and why it matters */
  readonly message: Sentence;
  /** what to do */
  readonly advice: Sentence;
}

export function words(message: string | Sentence, advice: string | Sentence): RuleWords {
  return { message: sentenceOf(message), advice: sentenceOf(advice) };
}

function sentenceOf(said: string | Sentence): Sentence {
  return typeof said === 'string' ? () => said : said;
}

const LONGEST = 120;

/** A value of the token in quotation marks, cut where it is very long. */
export function shown(values: Values, name: string): string {
  const value = text(values, name);
  return `“${value.length > LONGEST ? `${value.slice(0, LONGEST)}…` : value}”`;
}

/** 'The header' or 'The payload'. */
export function thePart(values: Values): string {
  return `The ${text(values, 'part')}`;
}

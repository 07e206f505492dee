/** The English of what the rules find (`lint/`), by the rule: what was found, and what to do. */
import type { Values } from '../types.ts';
import { ALGORITHM_WORDS } from './lint/algorithm.ts';
import { CLAIM_WORDS } from './lint/claims.ts';
import { HEADER_WORDS } from './lint/header.ts';
import { JWE_WORDS } from './lint/jwe.ts';
import { KEY_WORDS } from './lint/key.ts';
import { KIND_WORDS } from './lint/kind.ts';
import { LEXICAL_WORDS } from './lint/lexical.ts';
import type { RuleWords } from './lint/words.ts';

const LINT_WORDS = {
  ...LEXICAL_WORDS,
  ...ALGORITHM_WORDS,
  ...HEADER_WORDS,
  ...KEY_WORDS,
  ...KIND_WORDS,
  ...JWE_WORDS,
  ...CLAIM_WORDS,
} as const satisfies Readonly<Record<string, RuleWords>>;

export type LintRuleId = keyof typeof LINT_WORDS;

/** The sentence for what a rule found. */
export function sayLint(rule: LintRuleId, values: Values = {}): string {
  return LINT_WORDS[rule].message(values);
}

/** The sentence for what to do about it. */
export function adviseLint(rule: LintRuleId, values: Values = {}): string {
  return LINT_WORDS[rule].advice(values);
}

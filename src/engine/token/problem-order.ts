/** The order in which the problems of a layer decide its verdict (docs/architecture.md, 'Order within a layer'). */
import type { MalformedCode } from '../codes.ts';
import type { Problem } from '../types.ts';

/** Those that make a token malformed, the first that applies first. */
const MALFORMED: readonly MalformedCode[] = [
  'no-token-found',
  'segment-count',
  'envelope-invalid',
  'sd-jwt-form',
  'payload-twice',
  'illegal-character',
  'base64-padding',
  'base64-length',
  'base64-trailing-bits',
  'header-not-utf8',
  'header-not-json',
  'header-not-object',
  'header-duplicate-member',
  'header-clash',
  'alg-missing',
  'enc-missing',
  'crit-invalid',
  'b64-not-critical',
  'none-with-signature',
  'encrypted-key-wrong',
  'jwe-parameter-invalid',
];

const ORDER: ReadonlyMap<string, number> = new Map(MALFORMED.map((code, index) => [code, index]));

function orderOf({ code }: Problem): number {
  return ORDER.get(code) ?? MALFORMED.length;
}

export type MalformedProblem = Problem & { readonly code: MalformedCode };

/** Those that decide first come first; equals, and all that is told only, stay in the order in which they were found. */
export function inOrder(problems: readonly Problem[]): readonly Problem[] {
  return problems.toSorted((one, other) => orderOf(one) - orderOf(other));
}

/** Whether the problem makes the token malformed. What is wrong with a payload is told and decides nothing. */
export function isMalformed(problem: Problem): problem is MalformedProblem {
  return ORDER.has(problem.code);
}

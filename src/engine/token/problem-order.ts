/** The order in which the problems of a layer decide its verdict (docs/architecture.md, 'Order within a layer'). */
import type { MalformedCode, ProblemCode } from '../codes.ts';
import type { Problem } from '../types.ts';

const ORDER: Readonly<Record<ProblemCode, number>> = {
  'no-token-found': 0,
  'segment-count': 1,
  'illegal-character': 2,
  'base64-padding': 3,
  'base64-length': 4,
  'base64-trailing-bits': 5,
  'header-not-utf8': 6,
  'header-not-json': 7,
  'header-not-object': 8,
  'header-duplicate-member': 9,
  'alg-missing': 10,
  'crit-invalid': 11,
  'b64-not-critical': 12,
  'none-with-signature': 13,
  'payload-not-utf8': 14,
  'payload-not-json': 15,
  'payload-not-object': 16,
  'payload-duplicate-member': 17,
};

const FIRST_THAT_IS_TOLD_ONLY = ORDER['payload-not-utf8'];

export type MalformedProblem = Problem & { readonly code: MalformedCode };

/** Those that decide first come first; equals stay in the order in which they were found. */
export function inOrder(problems: readonly Problem[]): readonly Problem[] {
  return problems.toSorted((one, other) => ORDER[one.code] - ORDER[other.code]);
}

/** Whether the problem makes the token malformed. What is wrong with a payload is told and decides nothing. */
export function isMalformed(problem: Problem): problem is MalformedProblem {
  return ORDER[problem.code] < FIRST_THAT_IS_TOLD_ONLY;
}

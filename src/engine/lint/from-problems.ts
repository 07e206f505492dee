/** What reading the token has found already, as hits: the fact is not found a second time, and the place is taken over. */
import type { ProblemCode } from '../codes.ts';
import type { Problem } from '../types.ts';
import type { Hit, Rule } from './rule.ts';

/** The problems with one of these codes, those only for which `isMeant` holds. */
export function fromProblems(
  codes: readonly ProblemCode[],
  isMeant: (problem: Problem) => boolean = () => true,
  more: (problem: Problem) => Partial<Hit> = () => ({}),
): Rule['find'] {
  return ({ problems }) =>
    problems
      .filter((problem) => codes.includes(problem.code) && isMeant(problem))
      .map((problem) => ({ ...hitOf(problem), ...more(problem) }));
}

function hitOf({ message, values, part, span }: Problem): Hit {
  return { message, values, part, ...(span === undefined ? {} : { span }) };
}

import type { Part, Problem } from '../engine/types.ts';
import { Notice } from '../ui/notice.tsx';
import { moreProblems, PROBLEM_TITLES } from '../words/problem-titles.ts';

/** The first of what is wrong with some parts of the token, in the pane that shows them. */
export function ProblemNotice({
  problems,
  parts,
}: {
  readonly problems: readonly Problem[];
  readonly parts: readonly Part[];
}) {
  const ours = problems.filter(({ part }) => parts.includes(part));
  const [first] = ours;
  if (first === undefined) return null;
  const rest = ours.length - 1;
  return (
    <Notice tone="fail" title={PROBLEM_TITLES[first.code]}>
      {first.message}
      {rest > 0 ? ` (${moreProblems(rest)})` : null}
    </Notice>
  );
}

import type { ContentNotice, ProblemCode } from '../engine/codes.ts';
import type { Part, Problem } from '../engine/types.ts';
import { Notice } from '../ui/notice.tsx';
import { moreProblems, PROBLEM_TITLES } from '../words/problem-titles.ts';

interface ProblemNoticeProps {
  readonly problems: readonly Problem[];
  readonly parts: readonly Part[];
}

/** What was opened all the same is no failure. */
const NOTICES: Readonly<Record<ContentNotice, true>> = {
  rsa1_5: true,
  'draft-algorithm': true,
  'gcm-iv-16': true,
  'epk-as-string': true,
  'epk-base64': true,
  'salt-short': true,
  'zip-zlib-wrapped': true,
  'zip-not-compressed': true,
  'zip-broken': true,
  'inflated-large': true,
};

function isNotice(code: ProblemCode): boolean {
  return Object.hasOwn(NOTICES, code);
}

/** The first of what is wrong with some parts of the token, and each unusual thing, in the pane that shows them. */
export function ProblemNotice({ problems, parts }: ProblemNoticeProps) {
  const ours = problems.filter(({ part }) => parts.includes(part));
  const [first, ...rest] = ours.filter(({ code }) => !isNotice(code));
  return (
    <>
      {first === undefined ? null : (
        <Notice tone="fail" title={PROBLEM_TITLES[first.code]}>
          {first.message}
          {rest.length > 0 ? ` (${moreProblems(rest.length)})` : null}
        </Notice>
      )}
      {ours
        .filter(({ code }) => isNotice(code))
        .map(({ code, message }) => (
          <Notice key={code} tone="warn" title={PROBLEM_TITLES[code]}>
            {message}
          </Notice>
        ))}
    </>
  );
}

/** What is known of the keys and of the verdict already, as hits. */
import type { KeyNoteCode, KeyProblemCode, VerdictCode } from '../codes.ts';
import type { KeyReport, Values } from '../types.ts';
import { type Hit, hitIf, NOTHING, type Rule } from './rule.ts';

/** The notes of keys that were used on this layer. */
export function fromNotes(code: KeyNoteCode): Rule['find'] {
  return ({ keysTried }) =>
    keysTried.flatMap(({ notes }) =>
      notes.filter((note) => note.code === code).map(({ message }) => ({ part: 'key', message }) as const),
    );
}

/** Keys that could not be used; they are told of with the outermost layer. */
export function fromKeyProblems(
  code: KeyProblemCode,
  isMeant: (problem: NonNullable<KeyReport['problem']>, key: KeyReport) => boolean = () => true,
): Rule['find'] {
  return ({ keys, depth, entry }) => {
    if (depth > 0 || entry > 0) return NOTHING;
    return everyKey(keys).flatMap((key) => {
      const { problem } = key;
      if (problem?.code !== code) return NOTHING;
      return hitIf(isMeant(problem, key), { part: 'key', message: problem.message });
    });
  };
}

/** The verdict says why no key was used. */
export function fromVerdict(code: VerdictCode, isMeant: (values: Values) => boolean = () => true): Rule['find'] {
  return ({ verdict }) =>
    verdict?.code === code && isMeant(verdict.values) ? [{ part: 'key', message: verdict.message }] : NOTHING;
}

/** A check that failed, in the check's own words. Nothing is found where checks were not asked before. */
export function fromCheck(id: string, at: Hit, isMeant: (code: string) => boolean = () => true): Rule['find'] {
  return ({ checks }) =>
    checks.flatMap((check) => {
      const hasFailed = check.id === id && check.outcome === 'fail';
      return hitIf(hasFailed && isMeant(check.code), { ...at, message: check.message });
    });
}

/** Those of sets one by one. */
export function everyKey(keys: readonly KeyReport[]): readonly KeyReport[] {
  return keys.flatMap((key) => key.members ?? [key]);
}

/** The shape of a check. */
import type { CryptoOptions } from '../crypto/answer.ts';
import { type CheckCode, sayCheck } from '../messages/checks.ts';
import type { Check, Expectations, Values } from '../types.ts';

/** What every check may look at beside its subject. */
export interface CheckContext {
  readonly expectations: Expectations;
  /** seconds since the epoch */
  readonly now: number;
  readonly options: CryptoOptions;
}

export interface Outcome {
  readonly outcome: Check['outcome'];
  readonly code: CheckCode;
  readonly values: Values;
}

/** One entry of a table of checks. */
export interface CheckEntry<Subject> {
  readonly id: string;
  readonly refs: readonly string[];
  /** what the token says of it, a text for each value */
  readonly said?: (subject: Subject) => readonly string[];
  readonly compare: (subject: Subject, context: CheckContext) => Outcome | Promise<Outcome>;
}

export function passed(code: CheckCode, values: Values = {}): Outcome {
  return { outcome: 'pass', code, values };
}

export function failed(code: CheckCode, values: Values = {}): Outcome {
  return { outcome: 'fail', code, values };
}

export function notAsked(code: CheckCode, values: Values = {}): Outcome {
  return { outcome: 'not-asked', code, values };
}

export function cannot(code: CheckCode, values: Values = {}): Outcome {
  return { outcome: 'cannot', code, values };
}

/** Every check of a table on one subject, in the order of the table. */
export function runChecks<Subject>(
  entries: readonly CheckEntry<Subject>[],
  subject: Subject,
  context: CheckContext,
): Promise<readonly Check[]> {
  return Promise.all(
    entries.map(async ({ id, refs, said = saysNothing, compare }) => {
      const { outcome, code, values } = await compare(subject, context);
      const found = said(subject);
      const check: Check = { id, outcome, code, message: sayCheck(code, values), refs };
      return found.length === 0 ? check : { ...check, said: found };
    }),
  );
}

const saysNothing = (): readonly string[] => [];

/** What a form leaves empty is not asked. */
export function asked(value: string | undefined): string | undefined {
  const trimmed = value?.trim();
  return trimmed === '' ? undefined : trimmed;
}

/** One or several, any of which will do; undefined where a form leaves all of them empty. */
export function askedList(value: string | readonly string[] | undefined): readonly string[] | undefined {
  const list = (typeof value === 'string' ? [value] : (value ?? [])).map(asked).filter((one) => one !== undefined);
  return list.length === 0 ? undefined : list;
}

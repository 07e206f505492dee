/** Makers of outcomes, problems and reports, so that each message is built in one place. */
import type { KeyNoteCode, KeyProblemCode } from '../codes.ts';
import { sayKeyNote, sayKeyProblem } from '../messages/key.ts';
import type { KeyReport, Values } from '../types.ts';
import type { KeyNote, KeyProblem, Outcome } from './shapes.ts';

export function done<T>(value: T): Outcome<T> {
  return { ok: true, value };
}

export function refused<T>(
  code: KeyProblemCode,
  values: Values = {},
  where: { readonly member?: string; readonly at?: number } = {},
): Outcome<T> {
  return { ok: false, problem: { code, values, ...where } };
}

export function noteOf(code: KeyNoteCode, values: Values = {}): KeyNote {
  return { code, message: sayKeyNote(code, values) };
}

/** The report of a text, or of a member of a set, that gave no key. */
export function problemReport(format: string, problem: KeyProblem, facts: Partial<KeyReport> = {}): KeyReport {
  const { code, values, member, at } = problem;
  return {
    private: false,
    notes: [],
    tried: [],
    ...facts,
    format,
    problem: {
      code,
      message: sayKeyProblem(code, member === undefined ? values : { member, ...values }),
      ...(member === undefined ? {} : { member }),
      ...(at === undefined ? {} : { at }),
    },
  };
}

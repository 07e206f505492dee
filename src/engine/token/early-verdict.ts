import type { MalformedCode, UnsupportedCode } from '../codes.ts';
import { sayRead } from '../messages/reading.ts';
import type { Problem, Values, Verdict } from '../types.ts';
import { isMalformed } from './problem-order.ts';

/** The verdict of the first problem that makes a token malformed; undefined where none does. */
export function verdictOfProblems(problems: readonly Problem[]): Verdict | undefined {
  const first = problems.find(isMalformed);
  return first && { state: 'malformed', code: first.code, message: first.message, values: first.values };
}

export function malformed(code: MalformedCode, values: Values): Verdict {
  return { state: 'malformed', code, message: sayRead(code, values), values };
}

/** What reading alone knows to be impossible here. */
export function unsupported(code: Extract<UnsupportedCode, Parameters<typeof sayRead>[0]>, values: Values): Verdict {
  return { state: 'unsupported', code, message: sayRead(code, values), values };
}

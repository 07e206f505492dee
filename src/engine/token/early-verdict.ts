import type { MalformedCode, SignedCode, UnsupportedCode } from '../codes.ts';
import { saySigned } from '../messages/compact-jws.ts';
import type { Problem, Values, Verdict } from '../types.ts';
import { isMalformed } from './problem-order.ts';

/** The verdict of the first problem that makes a token malformed; undefined where none does. */
export function verdictOfProblems(problems: readonly Problem[]): Verdict | undefined {
  const first = problems.find(isMalformed);
  return first && { state: 'malformed', code: first.code, message: first.message, values: first.values };
}

export function malformed(code: MalformedCode & SignedCode, values: Values): Verdict {
  return { state: 'malformed', code, message: saySigned(code, values), values };
}

/** What reading alone knows to be impossible here. */
export function unsupported(code: UnsupportedCode & SignedCode, values: Values): Verdict {
  return { state: 'unsupported', code, message: saySigned(code, values), values };
}

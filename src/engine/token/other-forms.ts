/** Problems and verdicts with the sentences of every form; a compact JWS needs fewer (`segment-problems.ts`). */
import type { MalformedCode, ProblemCode, ReadingCode, UnsupportedCode } from '../codes.ts';
import { sayRead } from '../messages/reading.ts';
import type { Part, Problem, Values, Verdict } from '../types.ts';
import type { Span } from './segment-bytes.ts';

/** A problem with its sentence. */
export function formProblem(
  code: ProblemCode & ReadingCode,
  part: Part,
  values: Values,
  span: Span | undefined,
): Problem {
  const problem = { code, message: sayRead(code, values), values, part };
  return span === undefined ? problem : { ...problem, span };
}

export function malformedForm(code: MalformedCode, values: Values): Verdict {
  return { state: 'malformed', code, message: sayRead(code, values), values };
}

/** What reading alone knows to be impossible here. */
export function unsupportedForm(code: UnsupportedCode & ReadingCode, values: Values): Verdict {
  return { state: 'unsupported', code, message: sayRead(code, values), values };
}

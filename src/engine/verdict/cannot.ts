import { say } from '../messages/verdict.ts';
import type { Values, Verdict } from '../types.ts';
import type { Attempt } from './attempt.ts';

/** A fitting key was there, and the work could not be done with it. */
export function cannot(attempt: Extract<Attempt, { outcome: 'not-done' }>, alg: string, encrypted: boolean): Verdict {
  const { code, offer } = attempt;
  const values: Values =
    code === 'key-refused'
      ? { alg, encrypted, have: offer.kind === 'key' ? `this ${offer.key.kty} key` : 'this secret' }
      : { alg, encrypted };
  return { state: 'unsupported', code, message: say(code, values), values };
}

import type { CryptoAnswer } from '../crypto/answer.ts';

/** The value of an answer that must have been done. */
export function unwrap<T>(answer: CryptoAnswer<T>): T {
  if (!answer.done) throw new Error(`not done: ${answer.code}`);
  return answer.value;
}

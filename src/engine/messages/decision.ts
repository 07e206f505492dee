/** The English of the decision log (`checks/decision.ts`): why each step lets a token on, or does not. */
import type { Values } from '../types.ts';
import { type Sentence, text } from './sentence.ts';

const DECISION_SENTENCES = {
  'form-read': () => 'The token is whole, and every part of it could be read.',
  'crit-none': () => 'The header names no parameter that must be understood (“crit”).',
  'crit-understood': () => 'Every parameter that must be understood (“crit”) is known here.',
  'key-fits': () => 'A key of yours fits the algorithm and the token.',
  'key-by-design': () => 'The key is in the token itself, as this kind of proof has it.',
  'key-from-token': () =>
    'Only the key in the token fits. Whoever wrote the token wrote the key too, so it proves nothing.',
  'key-not-needed': () => 'No key was needed to see that the signature cannot hold.',
  'signature-holds': () => 'The signature was made with this key, over exactly these characters.',
  'content-opened': () =>
    'The key opened the content, and it arrived unchanged. There is no signature: who wrote it is known only where the key is a secret that you share.',
  'not-reached': () => 'Not reached.',
  // values: what
  'nothing-asked': (v) => `Nothing was asked of the ${text(v, 'what')}.`,
  'would-accept': () => 'A sound verifier that expects what you expect would accept this token.',
  // values: step
  'would-refuse': (v) => `A sound verifier would refuse this token at step ${text(v, 'step')}.`,
  'cannot-decide': (v) =>
    `Whether a sound verifier would accept this token cannot be decided: step ${text(v, 'step')} is open.`,
  // values: asks (list)
  'not-enough-asked': (v) =>
    `Nothing that was asked speaks against this token. A sound verifier would also ask for ${together(v, 'asks')}.`,
} as const satisfies Readonly<Record<string, Sentence>>;

export type DecisionCode = keyof typeof DECISION_SENTENCES;

export function sayDecision(code: DecisionCode, values: Values = {}): string {
  return DECISION_SENTENCES[code](values);
}

/** 'the issuer', 'the issuer and the audience', 'the allowed algorithms, the issuer and the audience' */
function together(values: Values, name: string): string {
  const value = values[name];
  const all = typeof value === 'object' ? value : [text(values, name)];
  return all.length < 2 ? all.join('') : `${all.slice(0, -1).join(', ')} and ${all.at(-1)}`;
}

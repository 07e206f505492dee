/** What the page says of a token before the engine has spoken. In the page's first script. */
import type { Opened } from '../engine/open.ts';
import type { Verdict } from '../engine/types.ts';
import { verdictBeforeKeys, type WithoutKey } from '../engine/verdict/without-key.ts';
import { type SentenceFacts, verdictSentence } from '../words/sentence.ts';
import type { EditedParts } from './arrival.ts';
import type { ShownVerdict } from './types.ts';

export type Decided = Pick<ShownVerdict, 'state' | 'code' | 'busy' | 'verdict'>;

export const NOTHING: Decided = { state: 'empty', code: 'nothing-pasted', busy: false, verdict: undefined };
export const CHECKING: Decided = { state: 'unchecked', code: 'checking', busy: true, verdict: undefined };
export const ENGINE_MISSING: Decided = { state: 'unchecked', code: 'engine-missing', busy: false, verdict: undefined };

/** What needs no engine, with or without a key; undefined where the engine has to look. */
export function verdictAtOnce(opened: Opened, without: WithoutKey, hasKey: boolean): Verdict | undefined {
  if (without.next === 'engine') return undefined;
  return hasKey ? verdictBeforeKeys(opened) : without.verdict;
}

export function shown(verdict: Verdict): Decided {
  return { state: verdict.state, code: verdict.code, busy: false, verdict };
}

/** With its sentence. `facts`: what is known besides of how the token came to be. */
export function withSentence(
  decided: Decided,
  opened: Opened,
  edited: EditedParts,
  facts: Pick<SentenceFacts, 'origin' | 'arrivalVerified' | 'slow'>,
): ShownVerdict {
  const sentence = verdictSentence({
    ...facts,
    state: decided.state,
    code: decided.code,
    message: decided.verdict?.message ?? '',
    edited: (['header', 'payload', 'signature'] as const).filter((part) => edited[part]),
    encrypted: opened.object?.type === 'jwe',
  });
  return { ...decided, sentence };
}

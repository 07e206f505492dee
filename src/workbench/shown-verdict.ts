/** The verdict that the page shows, from the token, the key and the last answer that belongs to both. */
import type { Opened } from '../engine/open.ts';
import type { Verdict } from '../engine/types.ts';
import { verdictBeforeKeys, withoutKey } from '../engine/verdict/without-key.ts';
import { type SentenceFacts, verdictSentence } from '../words/sentence.ts';
import type { EditedParts } from './arrival.ts';
import { isMadeHere } from './signing.ts';
import { type CheckInputs, documentOf, isKeyGiven, isSameCheck, isSameKey, type WorkbenchState } from './state.ts';
import type { ShownVerdict } from './types.ts';

/** What a check of the current inputs is asked; undefined where there is nothing that a key could decide or say. */
export function checkInputs(state: WorkbenchState, opened: Opened): CheckInputs | undefined {
  const token = opened.picked?.text ?? '';
  if (isKeyGiven(state.key)) return { token, key: state.key };
  if (opened.picked === undefined) return undefined;
  return withoutKey(opened, state.key.useTokenKey).next === 'try-token-key' ? { token, key: state.key } : undefined;
}

/** The last answer, where it is the answer to the current inputs. */
export function currentAnswer(state: WorkbenchState, inputs: CheckInputs | undefined): WorkbenchState['checked'] {
  const { checked } = state;
  return checked !== undefined && inputs !== undefined && isSameCheck(checked.inputs, inputs) ? checked : undefined;
}

type Decided = Pick<ShownVerdict, 'state' | 'code' | 'busy' | 'verdict'>;

const NOTHING: Decided = { state: 'empty', code: 'nothing-pasted', busy: false, verdict: undefined };
const CHECKING: Decided = { state: 'unchecked', code: 'checking', busy: true, verdict: undefined };
const ENGINE_MISSING: Decided = { state: 'unchecked', code: 'engine-missing', busy: false, verdict: undefined };

export function shownVerdict(state: WorkbenchState, opened: Opened, edited: EditedParts): ShownVerdict {
  const decided = decide(state, opened);
  return { ...decided, sentence: verdictSentence(sentenceFacts(decided, state, edited)) };
}

function decide(state: WorkbenchState, opened: Opened): Decided {
  const { text, signature } = documentOf(state);
  if (text.trim() === '') return NOTHING;
  if (signature.kind === 'wanted') return CHECKING;
  const early = verdictBeforeKeys(opened);
  if (early !== undefined) return shown(early);
  const inputs = checkInputs(state, opened);
  if (inputs === undefined) return shownWithoutKey(opened);
  const answer = currentAnswer(state, inputs)?.answer;
  if (answer === undefined) return CHECKING;
  if (answer === 'engine-missing') return ENGINE_MISSING;
  const { verdict } = answer;
  if (verdict.state === 'verified' && verdict.trust === 'your-key' && isMadeHere(signature, state, opened))
    return { state: 'signed', code: 'signed-here', busy: false, verdict };
  return shown(verdict);
}

function shownWithoutKey(opened: Opened): Decided {
  const answer = withoutKey(opened, false);
  return answer.next === 'verdict' ? shown(answer.verdict) : CHECKING;
}

function shown(verdict: Verdict): Decided {
  return { state: verdict.state, code: verdict.code, busy: false, verdict };
}

function sentenceFacts(decided: Decided, state: WorkbenchState, edited: EditedParts): SentenceFacts {
  const { arrival } = documentOf(state);
  const { arrivalVerified, key } = state;
  const parts = (['header', 'payload', 'signature'] as const).filter((part) => edited[part]);
  return {
    state: decided.state,
    code: decided.code,
    message: decided.verdict?.message ?? '',
    edited: parts,
    origin: arrival?.from,
    arrivalVerified:
      arrivalVerified !== undefined && arrivalVerified.arrival === arrival && isSameKey(arrivalVerified.key, key),
    slow: state.slow,
  };
}

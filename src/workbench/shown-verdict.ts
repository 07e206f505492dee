/** The verdict that the page shows, from the token, the key and the last answer that belongs to both. */
import type { Opened } from '../engine/open.ts';
import type { Verdict } from '../engine/types.ts';
import { withoutKey } from '../engine/verdict/any-form-without-key.ts';
import { isDetached } from '../engine/verdict/without-key.ts';
import type { EditedParts } from './arrival.ts';
import { madeHere } from './signing.ts';
import {
  type CheckInputs,
  documentOf,
  isAnyKeyGiven,
  isSameCheck,
  isSwitchedOn,
  knownDepth,
  type WorkbenchState,
  wasVerified,
} from './state.ts';
import type { DetachedContent, ShownVerdict } from './types.ts';
import {
  CHECKING,
  type Decided,
  ENGINE_MISSING,
  NOTHING,
  shown,
  verdictAtOnce,
  withSentence,
} from './verdict-at-once.ts';

/** What a check of the current inputs is asked; undefined where there is nothing that the engine could decide or say. */
export function checkInputs(state: WorkbenchState, opened: Opened): CheckInputs | undefined {
  const inputs = engineInputs(state, opened);
  if (isAnyKeyGiven(inputs.keys)) return inputs;
  if (opened.picked === undefined) return undefined;
  const hasMore = withoutKey(opened, usesTokenKey(inputs)).next === 'engine' || inputs.detached !== undefined;
  return hasMore ? inputs : undefined;
}

/** What the engine is told of the current inputs, whatever it is asked. */
export function engineInputs(state: WorkbenchState, opened: Opened): CheckInputs {
  const { limits } = state;
  const token = opened.picked?.text ?? '';
  return {
    token,
    paste: token === '' || token === opened.text ? undefined : { text: opened.text, pick: documentOf(state).pick },
    keys: state.keys.slice(0, knownDepth(state, token)),
    detached: detachedOf(state, opened),
    limits,
  };
}

/** The token leaves its content out. */
export function isContentElsewhere({ object }: Opened): boolean {
  return object?.type === 'jws' && isDetached(object);
}

/** The content that was given, where the token leaves it out. */
function detachedOf(state: WorkbenchState, opened: Opened): DetachedContent | undefined {
  return isContentElsewhere(opened) ? documentOf(state).detached : undefined;
}

function usesTokenKey(inputs: Pick<CheckInputs, 'keys'>): boolean {
  return isSwitchedOn(inputs, 'useTokenKey');
}

/** The last answer, where it is the answer to the current inputs. */
export function currentAnswer(state: WorkbenchState, inputs: CheckInputs | undefined): WorkbenchState['checked'] {
  const { checked } = state;
  return checked !== undefined && inputs !== undefined && isSameCheck(checked.inputs, inputs) ? checked : undefined;
}

const STOPPED: Decided = { state: 'unchecked', code: 'stopped', busy: false, verdict: undefined };

export function shownVerdict(state: WorkbenchState, opened: Opened, edited: EditedParts): ShownVerdict {
  const { arrival } = documentOf(state);
  return withSentence(decide(state, opened), opened, edited, {
    origin: arrival?.from,
    arrivalVerified: wasVerified(state),
    slow: state.slow,
  });
}

function decide(state: WorkbenchState, opened: Opened): Decided {
  const { text, signature, edits } = documentOf(state);
  if (text.trim() === '') return NOTHING;
  if (signature.kind === 'wanted' || edits.length > 0) return CHECKING;
  const early = verdictWithoutEngine(state, opened);
  if (early !== undefined) return shown(early);
  const inputs = checkInputs(state, opened);
  const answer = currentAnswer(state, inputs)?.answer;
  if (answer === undefined) return isStopped(state, inputs) ? STOPPED : CHECKING;
  if (answer === 'engine-missing') return ENGINE_MISSING;
  const { verdict } = answer;
  const made = madeHere(state, opened);
  const isDone = (verdict.state === 'verified' || verdict.state === 'decrypted') && verdict.trust === 'your-key';
  if (made === undefined || !isDone) return shown(verdict);
  return { state: 'signed', code: made.by === 'signed' ? 'signed-here' : 'encrypted-here', busy: false, verdict };
}

function verdictWithoutEngine(state: WorkbenchState, opened: Opened): Verdict | undefined {
  const { keys, detached } = engineInputs(state, opened);
  if (detached !== undefined) return undefined;
  return verdictAtOnce(opened, withoutKey(opened, usesTokenKey({ keys })), isAnyKeyGiven(keys));
}

function isStopped({ stopped }: WorkbenchState, inputs: CheckInputs | undefined): boolean {
  return stopped !== undefined && inputs !== undefined && isSameCheck(stopped, inputs);
}

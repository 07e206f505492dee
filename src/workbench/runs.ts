/** What the engine is asked for the current state, and what its answer changes. One question at a time, the newest. */

import type { KeyInput } from '../engine/types.ts';
import { verdictBeforeKeys } from '../engine/verdict/without-key.ts';
import { sealingMissingMessage } from '../words/trouble.ts';
import type { Checked, CheckInput, EngineCalls, OnProgress, Progress, ResealInput } from '../worker/messages.ts';
import { amendDocument, carryKnown } from './changes.ts';
import type { Derive } from './derive.ts';
import { notSealed, sealedAs } from './sealing.ts';
import { textWithPickedToken } from './segments.ts';
import { checkInputs, currentAnswer, engineInputs } from './shown-verdict.ts';
import {
  type CheckInputs,
  documentOf,
  isKeyGiven,
  isSameCheck,
  isSwitchedOn,
  type KeyEntry,
  knownDepth,
  type LayerEdit,
  type WorkbenchState,
} from './state.ts';

/** A check that takes longer is said; before that the words are blank. */
const SLOW_AFTER_MS = 200;
/** Work may count faster than a page can be drawn, which would then draw nothing else. */
const PROGRESS_EVERY_MS = 100;

export type Run =
  | { readonly kind: 'sign' | 'check'; readonly inputs: CheckInputs }
  | { readonly kind: 'seal'; readonly inputs: CheckInputs; readonly edit: LayerEdit };

/** What the state waits for; undefined where nothing is to be asked. */
export function nextRun(state: WorkbenchState, derive: Derive): Run | undefined {
  const opened = derive.opened(state);
  const { signature, edits } = documentOf(state);
  const [edit] = edits;
  if (edit !== undefined) return { kind: 'seal', inputs: engineInputs(state, opened), edit };
  const inputs = checkInputs(state, opened);
  if (inputs === undefined) return undefined;
  if (signature.kind === 'wanted') return { kind: 'sign', inputs };
  if (currentAnswer(state, inputs) !== undefined) return undefined;
  if (state.stopped !== undefined && isSameCheck(state.stopped, inputs)) return undefined;
  return { kind: 'check', inputs };
}

export interface RunHost {
  readonly client: EngineCalls;
  /** milliseconds */
  readonly now: () => number;
  state(): WorkbenchState;
  derive(): Derive;
  /** replaces the state and tells whoever listens */
  set(state: WorkbenchState): void;
  /** replaces the state within a change that is told anyway */
  put(state: WorkbenchState): void;
}

/** Keeps the engine at work on what the state waits for: `follow` after every change. */
export function createRuns(host: RunHost): { follow(): void } {
  let current: { readonly run: Run; readonly controller: AbortController } | undefined;
  let slowTimer: ReturnType<typeof setTimeout> | undefined;

  function follow(): void {
    const next = nextRun(host.state(), host.derive());
    if (next !== undefined && current !== undefined && isSameRun(next, current.run)) return;
    // signing is followed by the check of what was signed: to the person it is one wait
    const goesOn = current === undefined && slowTimer !== undefined && next?.kind === 'check';
    current?.controller.abort();
    current = undefined;
    if (!goesOn) stopTimer();
    if (next !== undefined) start(next);
  }

  function start(run: Run): void {
    const controller = new AbortController();
    const mine = { run, controller };
    current = mine;
    slowTimer ??= setTimeout(() => host.set({ ...host.state(), slow: true }), SLOW_AFTER_MS);
    let told = Number.NEGATIVE_INFINITY;
    const tell = (progress: Progress) => {
      // what is done at a glance is not counted
      if (current !== mine || !host.state().slow || host.now() - told < PROGRESS_EVERY_MS) return;
      told = host.now();
      host.set({ ...host.state(), progress });
    };
    ask(run, host, controller.signal, tell).then((change) => {
      // an answer that was overtaken belongs to another input
      if (current !== mine) return;
      current = undefined;
      host.set(change(host.state(), host.derive()));
    });
  }

  function stopTimer(): void {
    clearTimeout(slowTimer);
    slowTimer = undefined;
    const state = host.state();
    if (state.slow) host.put({ ...state, slow: false, progress: undefined });
  }

  return { follow };
}

function ask(run: Run, host: RunHost, signal: AbortSignal, tell: OnProgress): Promise<Change> {
  switch (run.kind) {
    case 'sign':
      return sign(run.inputs, host.client, signal);
    case 'check':
      return check(run.inputs, host, signal, tell);
    case 'seal':
      return seal(run, host.client, signal, tell);
    default:
      return run satisfies never;
  }
}

type Change = (state: WorkbenchState, derive: Derive) => WorkbenchState;

async function sign(inputs: CheckInputs, client: EngineCalls, signal: AbortSignal): Promise<Change> {
  const { token, keys, detached } = inputs;
  const ignoreKid = isSwitchedOn(inputs, 'ignoreKid');
  try {
    if (detached !== undefined) {
      // what is signed is the content that was given apart
      const answer = await client.reseal({ ...resealInput(inputs), layer: 0, resign: true }, signal);
      return answer.sealed ? signedAs(answer.text) : notSigned(answer.message);
    }
    const answer = await client.sign({ text: token, keys: keyInputs(keys), ignoreKid }, signal);
    return answer.signed ? signedAs(answer.text) : notSigned(answer.message);
  } catch {
    return notSigned(undefined);
  }
}

function signedAs(token: string): Change {
  return (state, derive) => {
    const text = textWithPickedToken(derive.opened(state), token);
    const signature = { kind: 'made-here', token, keys: state.keys, depth: 0, by: 'signed' } as const;
    return carryKnown(amendDocument(state, { text, signature }), derive, state);
  };
}

/** The old signature stays. Why it does is said where signing was asked for by hand. */
function notSigned(message: string | undefined): Change {
  return (state) => ({
    ...amendDocument(state, { signature: { kind: 'as-it-stands' } }),
    trouble: message !== undefined && state.signing === 'resign' ? { act: 'sign', message } : state.trouble,
  });
}

/** The layer is made anew, or stays and the pane says why. */
async function seal(
  { inputs, edit }: Run & { readonly kind: 'seal' },
  client: EngineCalls,
  signal: AbortSignal,
  onProgress: OnProgress,
): Promise<Change> {
  const { type: _type, ...change } = edit;
  try {
    const answer = await client.reseal({ ...resealInput(inputs), ...change }, signal, onProgress);
    if (answer.sealed) return sealedAs(answer.text, edit);
    return notSealed(edit, answer.message, answer.layer);
  } catch {
    return notSealed(edit, sealingMissingMessage(), edit.layer);
  }
}

async function check(
  inputs: CheckInputs,
  { client, now }: RunHost,
  signal: AbortSignal,
  onProgress: OnProgress,
): Promise<Change> {
  const start = now();
  try {
    const answer = await client.check(checkInput(inputs), signal, onProgress);
    return withAnswer(inputs, answer, now() - start);
  } catch {
    return (state) => ({ ...state, checked: { inputs, answer: 'engine-missing', milliseconds: now() - start } });
  }
}

export function checkInput(inputs: CheckInputs): CheckInput {
  return { ...resealInput(inputs), ...inputs.paste, useTokenKey: isSwitchedOn(inputs, 'useTokenKey') };
}

function resealInput(inputs: CheckInputs): Omit<ResealInput, 'layer' | 'resign'> {
  const { token, keys, detached, limits } = inputs;
  return {
    text: token,
    keys: keyInputs(keys),
    ignoreKid: isSwitchedOn(inputs, 'ignoreKid'),
    ...(detached === undefined ? {} : { detachedPayload: detached.kind === 'text' ? detached.text : detached.bytes }),
    ...limits,
  };
}

function withAnswer(inputs: CheckInputs, answer: Checked, milliseconds: number): Change {
  return (state, derive) => ({
    ...state,
    checked: { inputs, answer, milliseconds },
    known: knownAfter(state, inputs.token, answer),
    signer: signerAfter(state, derive, answer),
    arrivalVerified: arrivalVerifiedAfter(state, derive, answer),
  });
}

/**
 * Layers that were opened count until the token or a key changes: an answer that opens fewer with one key more does not
 * take away the box that this key stands in.
 */
function knownAfter(state: WorkbenchState, token: string, answer: Checked): WorkbenchState['known'] {
  if (token === '') return state.known;
  const { keys } = state;
  return { token, keys, answer, depth: Math.max(1, answer.layers.length, knownDepth(state, token)) };
}

/** A token that names no algorithm of a signature says nothing of what the key can do. */
function signerAfter(state: WorkbenchState, derive: Derive, { canMake }: Checked): WorkbenchState['signer'] {
  const opened = derive.opened(state);
  const alg = opened.token?.alg;
  const early = verdictBeforeKeys(opened);
  if (alg === undefined || (early !== undefined && early.code !== 'signature-empty')) return state.signer;
  return { keys: state.keys, alg, canSign: canMake[0] ?? false };
}

function arrivalVerifiedAfter(
  state: WorkbenchState,
  derive: Derive,
  { verdict }: Checked,
): WorkbenchState['arrivalVerified'] {
  const { arrival } = documentOf(state);
  const { header, payload, signature } = derive.view(state).edited;
  const isAsItCame = arrival !== undefined && !header && !payload && !signature;
  if (!isAsItCame || verdict.state !== 'verified' || verdict.trust !== 'your-key') return state.arrivalVerified;
  return { arrival, keys: state.keys };
}

export function keyInput({ text, encoding, passphrase }: KeyEntry): KeyInput {
  return { text, encoding, ...(passphrase === '' ? {} : { passphrase }) };
}

/** Those that are given, in the order of their layers. */
function keyInputs(keys: readonly KeyEntry[]): readonly KeyInput[] {
  return keys.flatMap((key, layer) => (isKeyGiven(key) ? [{ ...keyInput(key), layer }] : []));
}

function isSameRun(a: Run, b: Run): boolean {
  const isSameEdit = a.kind !== 'seal' || (b.kind === 'seal' && a.edit === b.edit);
  return a.kind === b.kind && isSameEdit && isSameCheck(a.inputs, b.inputs);
}

/** What the engine is asked for the current state, and what its answer changes. One question at a time, the newest. */

import type { InspectInput, KeyInput } from '../engine/types.ts';
import { verdictBeforeKeys } from '../engine/verdict/without-key.ts';
import type { Checked, EngineCalls, OnProgress, Progress } from '../worker/messages.ts';
import { amendDocument } from './changes.ts';
import type { Derive } from './derive.ts';
import { textWithPickedToken } from './segments.ts';
import { checkInputs, currentAnswer } from './shown-verdict.ts';
import {
  type CheckInputs,
  documentOf,
  isKeyGiven,
  isSameCheck,
  isSwitchedOn,
  type KeyEntry,
  type WorkbenchState,
} from './state.ts';

/** A check that takes longer is said; before that the words are blank. */
const SLOW_AFTER_MS = 200;

export type Run = { readonly kind: 'sign' | 'check'; readonly inputs: CheckInputs };

/** What the state waits for; undefined where nothing is to be asked. */
export function nextRun(state: WorkbenchState, derive: Derive): Run | undefined {
  const opened = derive.opened(state);
  const inputs = checkInputs(state, opened);
  if (inputs === undefined) return undefined;
  if (documentOf(state).signature.kind === 'wanted') return { kind: 'sign', inputs };
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
    const { client } = host;
    const tell = (progress: Progress) => {
      // what is done at a glance is not counted
      if (current === mine && host.state().slow) host.set({ ...host.state(), progress });
    };
    const { signal } = controller;
    const answer = run.kind === 'sign' ? sign(run, client, signal) : check(run, host, signal, tell);
    answer.then((change) => {
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

type Change = (state: WorkbenchState, derive: Derive) => WorkbenchState;

async function sign({ inputs }: Run, client: EngineCalls, signal: AbortSignal): Promise<Change> {
  const { token, keys } = inputs;
  const ignoreKid = isSwitchedOn(inputs, 'ignoreKid');
  try {
    const answer = await client.sign({ text: token, keys: keyInputs(keys), ignoreKid }, signal);
    return answer.signed ? signedAs(answer.text, keys) : notSigned(answer.message);
  } catch {
    return notSigned(undefined);
  }
}

function signedAs(token: string, keys: readonly KeyEntry[]): Change {
  return (state, derive) =>
    amendDocument(state, {
      text: textWithPickedToken(derive.opened(state), token),
      signature: { kind: 'made-here', token, keys },
    });
}

/** The old signature stays. Why it does is said where signing was asked for by hand. */
function notSigned(message: string | undefined): Change {
  return (state) => ({
    ...amendDocument(state, { signature: { kind: 'as-it-stands' } }),
    trouble: message !== undefined && state.signing === 'resign' ? { act: 'sign', message } : state.trouble,
  });
}

async function check(
  { inputs }: Run,
  { client, now }: RunHost,
  signal: AbortSignal,
  onProgress: OnProgress,
): Promise<Change> {
  const start = now();
  try {
    const answer = await client.check(inspectInput(inputs), signal, onProgress);
    return withAnswer(inputs, answer, now() - start);
  } catch {
    return (state) => ({ ...state, checked: { inputs, answer: 'engine-missing', milliseconds: now() - start } });
  }
}

function inspectInput(inputs: CheckInputs): InspectInput {
  const { token, paste, keys, detached, limits, expectations } = inputs;
  return {
    ...(paste ?? { text: token }),
    keys: keyInputs(keys),
    ignoreKid: isSwitchedOn(inputs, 'ignoreKid'),
    useTokenKey: isSwitchedOn(inputs, 'useTokenKey'),
    ...(detached === undefined ? {} : { detachedPayload: detached.kind === 'text' ? detached.text : detached.bytes }),
    ...limits,
    expectations,
  };
}

function withAnswer(inputs: CheckInputs, answer: Checked, milliseconds: number): Change {
  return (state, derive) => ({
    ...state,
    checked: { inputs, answer, milliseconds },
    signer: signerAfter(state, derive, inputs.keys, answer),
    arrivalVerified: arrivalVerifiedAfter(state, derive, inputs.keys, answer),
  });
}

/** A token that names no algorithm of a signature says nothing of what the key can do. */
function signerAfter(
  state: WorkbenchState,
  derive: Derive,
  keys: readonly KeyEntry[],
  { canMake }: Checked,
): WorkbenchState['signer'] {
  const opened = derive.opened(state);
  const alg = opened.token?.alg;
  const early = verdictBeforeKeys(opened);
  if (alg === undefined || (early !== undefined && early.code !== 'signature-empty')) return state.signer;
  return { keys, alg, canSign: canMake[0] ?? false };
}

function arrivalVerifiedAfter(
  state: WorkbenchState,
  derive: Derive,
  keys: readonly KeyEntry[],
  { verdict }: Checked,
): WorkbenchState['arrivalVerified'] {
  const { arrival } = documentOf(state);
  const { header, payload, signature } = derive.view(state).edited;
  const isAsItCame = arrival !== undefined && !header && !payload && !signature;
  if (!isAsItCame || verdict.state !== 'verified' || verdict.trust !== 'your-key') return state.arrivalVerified;
  return { arrival, keys };
}

export function keyInput({ text, encoding, passphrase }: KeyEntry): KeyInput {
  return { text, encoding, ...(passphrase === '' ? {} : { passphrase }) };
}

/** Those that are given, in the order of their layers. */
function keyInputs(keys: readonly KeyEntry[]): readonly KeyInput[] {
  return keys.filter(isKeyGiven).map(keyInput);
}

function isSameRun(a: Run, b: Run): boolean {
  return a.kind === b.kind && isSameCheck(a.inputs, b.inputs);
}

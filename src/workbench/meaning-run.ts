/** Asks the engine what the token means, when its verdict is there, and again when the clock changes the answer. */
import type { EngineCalls } from '../worker/messages.ts';
import type { Derive } from './derive.ts';
import { checkInput } from './runs.ts';
import { checkInputs, currentAnswer, engineInputs } from './shown-verdict.ts';
import { documentOf, isSameMeaning, type MeaningInputs, type WorkbenchState, wasVerified } from './state.ts';

/** Typing must rest for so long, since nobody reads findings while typing; longer where the answer is large. */
const REST_MS = 60;
const REST_OF_LARGE_MS = 200;
/** characters */
const LARGE = 100_000;
/** the longest that a timer can wait */
const LONGEST_MS = 2_000_000_000;

interface Asked {
  readonly inputs: MeaningInputs;
  readonly controller: AbortController;
}

export interface MeaningHost {
  readonly client: Pick<EngineCalls, 'mean'>;
  state(): WorkbenchState;
  derive(): Derive;
  set(state: WorkbenchState): void;
}

/** What the state's meaning is asked with; undefined where nothing is pasted, or the verdict is not there yet. */
export function meaningInputs(state: WorkbenchState, derive: Derive): MeaningInputs | undefined {
  const opened = derive.opened(state);
  const { text, signature, edits } = documentOf(state);
  if (text.trim() === '' || signature.kind === 'wanted' || edits.length > 0) return undefined;
  const asked = checkInputs(state, opened);
  if (asked !== undefined && currentAnswer(state, asked) === undefined) return undefined;
  const { expectations, asOf } = state;
  return { check: asked ?? engineInputs(state, opened), expectations, asOf, verifiedBefore: wasVerified(state) };
}

/** Keeps the meaning up with the state: `follow` after every change. */
export function createMeaningRun(host: MeaningHost): { follow(): void } {
  let current: Asked | undefined;
  let rest: ReturnType<typeof setTimeout> | undefined;
  let expiry: ReturnType<typeof setTimeout> | undefined;

  function follow(): void {
    const inputs = meaningInputs(host.state(), host.derive());
    if (inputs !== undefined && current !== undefined && isSameMeaning(inputs, current.inputs)) return;
    clearTimeout(rest);
    current?.controller.abort();
    current = undefined;
    const { meant } = host.state();
    if (inputs === undefined || (meant !== undefined && isSameMeaning(meant.inputs, inputs))) return;
    clearTimeout(expiry);
    const { length } = documentOf(host.state()).text;
    const mine = begin(inputs);
    rest = setTimeout(() => void ask(mine), length > LARGE ? REST_OF_LARGE_MS : REST_MS);
  }

  function begin(inputs: MeaningInputs): Asked {
    current = { inputs, controller: new AbortController() };
    return current;
  }

  async function ask(mine: Asked): Promise<void> {
    const { inputs, controller } = mine;
    const { check, expectations, asOf, verifiedBefore } = inputs;
    const { paste, token } = check;
    const now = asOf ?? Date.now() / 1000;
    const text = paste?.text ?? (token === '' ? documentOf(host.state()).text : token);
    const input = { ...checkInput(check), text, expectations, now, verifiedBefore };
    const answer = await host.client.mean(input, controller.signal).catch(() => 'engine-missing' as const);
    if (current !== mine) return;
    current = undefined;
    host.set({ ...host.state(), meant: { inputs, answer } });
    if (answer !== 'engine-missing' && asOf === undefined) askAgainAt(inputs, answer.until);
  }

  /** From then on the answer is another one; until that has come, what was told stays. */
  function askAgainAt(inputs: MeaningInputs, until: number | undefined): void {
    clearTimeout(expiry);
    if (until === undefined) return;
    const wait = Math.min(LONGEST_MS, Math.max(0, until * 1000 - Date.now()));
    expiry = setTimeout(() => {
      const { meant } = host.state();
      if (current !== undefined || meant === undefined || !isSameMeaning(meant.inputs, inputs)) return;
      if (Date.now() < until * 1000) askAgainAt(inputs, until);
      else void ask(begin(inputs));
    }, wait);
  }

  return { follow };
}

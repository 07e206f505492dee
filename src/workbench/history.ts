/** One history for the visit: steps of the token text, whatever pane made them. */
import type { History, Step, TokenDocument } from './state.ts';

/** Typing that pauses for less than this many milliseconds is one step. */
const ONE_STEP_MS = 500;

/** Steps that are kept, and characters of token text that they may hold together. */
const MOST_STEPS = 500;
const MOST_CHARACTERS = 32_000_000;

/** Adds a step; what was undone before it is gone. */
export function recordStep(history: History, step: Step): History {
  const past = withinBounds([...history.past, history.present]);
  return { past, present: step, future: [], typing: undefined };
}

/** Adds an edit of a pane: typing where `at` is given, in milliseconds, otherwise a step of its own. */
export function recordEdit(history: History, step: Step, at: number | undefined): History {
  return at === undefined ? recordStep(history, step) : recordTyping(history, step, at);
}

/** Adds typing in a pane: to the step that is being typed, or as a new one. `at` in milliseconds. */
export function recordTyping(history: History, step: Step, at: number): History {
  const typing = { pane: step.pane, layer: step.layer, at };
  if (!goesOn(history, step, at)) return { ...recordStep(history, step), typing };
  return { past: history.past, present: step, future: [], typing };
}

function goesOn({ typing }: History, { pane, layer }: Step, at: number): boolean {
  return typing !== undefined && typing.pane === pane && typing.layer === layer && at - typing.at < ONE_STEP_MS;
}

/** Changes the current step in place: what follows from it by itself, such as its new signature, is no step. */
export function amend(history: History, document: TokenDocument): History {
  return { ...history, present: { ...history.present, document } };
}

/** Back by one step; undefined where there is none. */
export function undoStep(history: History): History | undefined {
  const present = history.past.at(-1);
  if (present === undefined) return undefined;
  return {
    past: history.past.slice(0, -1),
    present,
    future: [history.present, ...history.future],
    typing: undefined,
  };
}

/** Forward by one step; undefined where there is none. */
export function redoStep(history: History): History | undefined {
  const [present, ...future] = history.future;
  if (present === undefined) return undefined;
  return { past: [...history.past, history.present], present, future, typing: undefined };
}

/** Without the oldest steps, where there are too many. */
function withinBounds(steps: readonly Step[]): readonly Step[] {
  let characters = 0;
  let first = steps.length;
  while (first > 0 && steps.length - first < MOST_STEPS) {
    characters += steps[first - 1]?.document.text.length ?? 0;
    if (characters > MOST_CHARACTERS) break;
    first--;
  }
  return first === 0 ? steps : steps.slice(first);
}

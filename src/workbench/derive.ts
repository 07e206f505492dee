/** The view: everything that the panes read, computed from the state. What did not change stays the same object. */
import { type Opened, openText } from '../engine/open.ts';
import { findTokens } from '../engine/text/find.ts';
import type { Check, FoundToken, KeyReport, Removed } from '../engine/types.ts';
import { editedParts } from './arrival.ts';
import { createLayerViews } from './layer-views.ts';
import { draftFor, type PaneSource, paneContent, paneContentKey } from './pane-content.ts';
import { remember } from './remember.ts';
import { checkInputs, currentAnswer, isContentElsewhere, shownVerdict } from './shown-verdict.ts';
import { canSignNow, signingOf } from './signing.ts';
import {
  documentOf,
  isKeyGiven,
  isSameKey,
  type JsonPane,
  type KeyEntry,
  keyOf,
  type WorkbenchState,
} from './state.ts';
import type { WorkbenchView } from './types.ts';

export interface Derive {
  view(state: WorkbenchState): WorkbenchView;
  /** the token of the state, read */
  opened(state: WorkbenchState): Opened;
  /** the token of a text that is about to be the state's */
  open(text: string, pick: number): Opened;
}

interface Read {
  readonly opened: Opened;
  readonly milliseconds: number;
}

interface TextAndPick {
  readonly text: string;
  readonly pick: number;
}

const NO_CHECKS: readonly Check[] = [];
const NOTHING_REMOVED: readonly Removed[] = [];

/** `now` in milliseconds, for the time that reading takes. */
export function createDerive(now: () => number): Derive {
  const textKey = ({ text, pick }: TextAndPick) => [text, pick];
  let last: Opened | undefined;
  const read = remember(textKey, ({ text, pick }: TextAndPick): Read => {
    const start = now();
    last = openText(text, pick, last);
    return { opened: last, milliseconds: now() - start };
  });
  const arrived = remember(textKey, ({ text, pick }: TextAndPick) => findTokens(text)[pick]);
  const edited = remember(
    (tokens: readonly [FoundToken | undefined, FoundToken | undefined]) => tokens.map((token) => token?.text),
    ([now, before]) => editedParts(now, before),
  );
  const panes = {
    header: remember(paneContentKey, (source: PaneSource) => paneContent(source)),
    payload: remember(paneContentKey, (source: PaneSource) => paneContent(source)),
  };
  const signature = remember(
    (opened: Opened) => [opened.token?.segments[2]?.text],
    (opened) => ({ text: opened.token?.segments[2]?.text ?? '', bytes: opened.token?.segments[2]?.bytes }),
  );
  const report = createReport();
  const keyView = remember(
    (state: WorkbenchState) => [openKey(state), report(state, openedOf(state)), canSignNow(state)],
    (state) => ({ ...openKey(state), report: report(state, openedOf(state)), canSign: canSignNow(state) }),
  );
  const signing = remember(
    (state: WorkbenchState) => [state.signing, signingOf(state), canSignNow(state)],
    (state) => ({ value: signingOf(state), byHand: state.signing !== undefined, available: canSignNow(state) }),
  );
  const verdict = remember(
    (state: WorkbenchState) => [
      openedOf(state),
      documentOf(state).signature,
      documentOf(state).arrival,
      editedOf(state),
      documentOf(state).detached,
      state.keys,
      state.stopped,
      answerOf(state),
      state.arrivalVerified,
      state.slow,
    ],
    (state) => shownVerdict(state, openedOf(state), editedOf(state)),
  );
  const layerViews = createLayerViews();
  const layers = remember(
    (state: WorkbenchState) => [openedOf(state), verdict(state), answerOf(state), state.keys],
    (state) => {
      const answer = answerOf(state)?.answer;
      return layerViews({
        opened: openedOf(state),
        verdict: verdict(state),
        answer: answer === 'engine-missing' ? undefined : answer,
        keys: state.keys,
      });
    },
  );
  const detached = remember(
    (state: WorkbenchState) => [isContentElsewhere(openedOf(state)), documentOf(state).detached],
    (state) => ({ needed: isContentElsewhere(openedOf(state)), content: documentOf(state).detached }),
  );
  const timing = remember(
    (state: WorkbenchState) => [readOf(state), answerOf(state)],
    (state) => ({
      decode: documentOf(state).text === '' ? undefined : readOf(state).milliseconds,
      check: answerOf(state)?.milliseconds,
    }),
  );

  function readOf(state: WorkbenchState): Read {
    return read(documentOf(state));
  }

  function answerOf(state: WorkbenchState) {
    return currentAnswer(state, checkInputs(state, openedOf(state)));
  }

  function checksOf(state: WorkbenchState): readonly Check[] {
    const answer = answerOf(state)?.answer;
    return answer === undefined || answer === 'engine-missing' ? NO_CHECKS : answer.checks;
  }

  function openedOf(state: WorkbenchState): Opened {
    return readOf(state).opened;
  }

  function editedOf(state: WorkbenchState) {
    const { arrival, pick } = documentOf(state);
    return edited([openedOf(state).picked, arrived({ text: arrival?.text ?? '', pick })]);
  }

  function paneOf(state: WorkbenchState, pane: JsonPane) {
    const opened = openedOf(state);
    const view = state.views[pane];
    const draft = draftFor(documentOf(state), pane, view, opened);
    return panes[pane]({ pane, opened, draft, view, edited: editedOf(state)[pane] });
  }

  const view = remember(
    (state: WorkbenchState) => [state],
    (state): WorkbenchView => {
      const { text, pick, arrival, chip } = documentOf(state);
      const { past, future } = state.history;
      return {
        text,
        pickIndex: pick,
        opened: openedOf(state),
        arrival,
        removedChip: chip === undefined ? NOTHING_REMOVED : (arrival?.removed ?? NOTHING_REMOVED),
        textAroundRemoved: chip?.textAround ?? false,
        header: paneOf(state, 'header'),
        payload: paneOf(state, 'payload'),
        signature: signature(openedOf(state)),
        caret: state.caret,
        layers: layers(state),
        layer: state.layer,
        key: keyView(state),
        signing: signing(state),
        verdict: verdict(state),
        checks: checksOf(state),
        expectations: state.expectations,
        detached: detached(state),
        limits: state.limits,
        progress: state.progress,
        presentation: undefined,
        edited: editedOf(state),
        timing: timing(state),
        canUndoClear: state.cleared !== undefined,
        canUndo: past.length > 0 || state.cleared !== undefined,
        canRedo: future.length > 0,
        generating: state.generating,
        trouble: state.trouble,
      };
    },
  );

  return { view, opened: openedOf, open: (text, pick) => read({ text, pick }).opened };
}

function openKey(state: WorkbenchState): KeyEntry {
  return keyOf(state, state.layer);
}

/** The report on the open layer's key for exactly this token, or without what is said of another token. */
function createReport(): (state: WorkbenchState, opened: Opened) => KeyReport | undefined {
  const untried = remember(
    (report: KeyReport) => [report],
    (report): KeyReport => withoutTries(report),
  );
  return (state, opened) => {
    const { checked, layer } = state;
    const key = openKey(state);
    if (checked === undefined || checked.answer === 'engine-missing' || !isKeyGiven(key)) return undefined;
    const { keys } = checked.inputs;
    const report = checked.answer.keys[keys.slice(0, layer).filter(isKeyGiven).length];
    if (report === undefined || !isSameKey(keyOf({ keys }, layer), key)) return undefined;
    return currentAnswer(state, checkInputs(state, opened)) === undefined ? untried(report) : report;
  };
}

function withoutTries(report: KeyReport): KeyReport {
  const members = report.members === undefined ? {} : { members: report.members.map(withoutTries) };
  return { ...report, tried: [], ...members };
}

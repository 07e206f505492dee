/** The view: everything that the panes read, computed from the state. What did not change stays the same object. */
import type { Meant } from '../engine/inspect.ts';
import { type Opened, openText } from '../engine/open.ts';
import { findTokens } from '../engine/text/find.ts';
import type { ReadToken } from '../engine/token/shapes.ts';
import type { FoundToken, KeyReport, Removed } from '../engine/types.ts';
import type { Checked } from '../worker/messages.ts';
import { editedParts } from './arrival.ts';
import { heldBy } from './held.ts';
import { layerInWork } from './layer-edits.ts';
import { createLayerViews, type OpenLayer } from './layer-views.ts';
import { meaningInputs } from './meaning-run.ts';
import { draftFor, type PaneSource, paneContent, paneContentKey } from './pane-content.ts';
import { presentationOf } from './presentation.ts';
import { remember } from './remember.ts';
import { checkInputs, currentAnswer, isContentElsewhere, shownVerdict } from './shown-verdict.ts';
import { canSignNow, type MadeHere, madeHere, signingWith } from './signing.ts';
import {
  documentOf,
  draftKey,
  isKeyGiven,
  isSameKey,
  isSameMeaning,
  type JsonPane,
  type KeyEntry,
  keyOf,
  knownDepth,
  type WorkbenchState,
} from './state.ts';
import { touchedParts } from './touched-parts.ts';
import type { WorkbenchView } from './types.ts';

export interface Derive {
  view(state: WorkbenchState): WorkbenchView;
  /** outermost first; none where there is no token */
  layers(state: WorkbenchState): readonly OpenLayer[];
  /** how the token was made here; undefined where it was not */
  madeHere(state: WorkbenchState): MadeHere | undefined;
  /** the token of the state, read */
  opened(state: WorkbenchState): Opened;
  /** the token of a text that is about to be the state's */
  open(text: string, pick: number): Opened;
}

interface Read {
  readonly opened: Opened;
  readonly milliseconds: number;
}

type MeantView = Pick<WorkbenchView, 'meaning' | 'checks' | 'meaningMissing'>;

interface TextAndPick {
  readonly text: string;
  readonly pick: number;
}

const NO_ANSWER = { answer: undefined, depth: 1 } as const;
const NOTHING_MEANT: MeantView = { meaning: undefined, checks: undefined, meaningMissing: false };
const MEANING_MISSING: MeantView = { ...NOTHING_MEANT, meaningMissing: true };
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
  const touchedIn = remember((touched: readonly string[]) => [touched], touchedParts);
  const panes = {
    header: remember(paneContentKey, (source: PaneSource) => paneContent(source)),
    payload: remember(paneContentKey, (source: PaneSource) => paneContent(source)),
  };
  const signature = remember(
    (token: ReadToken | undefined) => [token?.segments[2]?.text],
    (token) => ({ text: token?.segments[2]?.text ?? '', bytes: token?.segments[2]?.bytes }),
  );
  const report = createReport();
  const keyView = remember(
    (state: WorkbenchState) => [openKey(state), report(state, openedOf(state)), canMakeOpen(state)],
    (state) => ({ ...openKey(state), report: report(state, openedOf(state)), canSign: canMakeOpen(state) }),
  );
  const meantView = remember(
    (answer: Meant) => [answer],
    ({ checks, kind, issuer, findings }): MeantView => ({
      meaning: { kind, findings, ...(issuer === undefined ? {} : { issuer }) },
      checks,
      meaningMissing: false,
    }),
  );
  const signing = remember(
    (state: WorkbenchState) => [state.signing, canMakeOpen(state)],
    (state) => signingWith(state, canMakeOpen(state)),
  );
  const verdict = remember(
    (state: WorkbenchState) => [
      openedOf(state),
      documentOf(state).signature,
      documentOf(state).edits,
      documentOf(state).arrival,
      editedOf(state),
      documentOf(state).detached,
      state.keys,
      state.known,
      state.stopped,
      answerOf(state),
      state.arrivalVerified,
      state.slow,
    ],
    (state) => shownVerdict(state, openedOf(state), editedOf(state)),
  );
  const layerViews = createLayerViews();
  const layers = remember(
    (state: WorkbenchState) => {
      const { answer, depth } = lastAnswer(state);
      return [openedOf(state), verdict(state), answer, depth, state.keys, documentOf(state).signature];
    },
    (state) => {
      const opened = openedOf(state);
      const inPaste = checkInputs(state, opened)?.paste !== undefined;
      const { answer, depth } = lastAnswer(state);
      const { keys } = state;
      return layerViews({
        opened,
        verdict: verdict(state),
        answer,
        inPaste,
        depth,
        keys,
        madeHere: madeHere(state, opened),
      });
    },
  );
  const layersShown = remember(
    (state: WorkbenchState) => [layers(state)],
    (state) => layers(state).map((layer) => layer.view),
  );
  const presentation = remember(
    (state: WorkbenchState) => [layers(state), documentOf(state).presentation],
    (state) => {
      const origin = presentationOf(state, derive);
      return origin && { ...origin, count: origin.disclosures.length };
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

  /** The answer on this token; while the engine is at work, what goes on holding of its last one. */
  function lastAnswer(state: WorkbenchState): { readonly answer: Checked | undefined; readonly depth: number } {
    const answer = answerOf(state)?.answer;
    if (answer !== undefined) return answer === 'engine-missing' ? NO_ANSWER : { answer, depth: answer.layers.length };
    const token = openedOf(state).picked?.text;
    if (token === undefined || state.known?.token !== token || !verdict(state).busy) return NO_ANSWER;
    return { answer: state.known.answer, depth: knownDepth(state, token) };
  }

  function canMakeOpen(state: WorkbenchState): boolean {
    return layerInWork(state, derive)?.view.canMake ?? canSignNow(state);
  }

  function readOf(state: WorkbenchState): Read {
    return read(documentOf(state));
  }

  function answerOf(state: WorkbenchState) {
    return currentAnswer(state, checkInputs(state, openedOf(state)));
  }

  /** What the engine told of exactly this. */
  function meantOf(state: WorkbenchState): MeantView {
    const { meant } = state;
    const inputs = meaningInputs(state, derive);
    if (meant === undefined || inputs === undefined || !isSameMeaning(meant.inputs, inputs)) return NOTHING_MEANT;
    return meant.answer === 'engine-missing' ? MEANING_MISSING : meantView(meant.answer);
  }

  function openedOf(state: WorkbenchState): Opened {
    return readOf(state).opened;
  }

  function editedOf(state: WorkbenchState) {
    const { arrival, unedited, pick, touched } = documentOf(state);
    if (touched.length > 0) return touchedIn(touched);
    return edited([openedOf(state).picked, arrived({ text: unedited ?? arrival?.text ?? '', pick })]);
  }

  function paneOf(state: WorkbenchState, pane: JsonPane) {
    const opened = openedOf(state);
    const view = state.views[pane];
    const open = layerInWork(state, derive);
    const held = open?.held[pane] ?? heldBy(opened, pane);
    const place = { layer: state.layer, pane, view, held, isStale: open?.isStale ?? false };
    const draft = draftFor(documentOf(state), opened.picked?.text ?? '', place);
    const isTouched = documentOf(state).touched.includes(draftKey(state.layer, pane));
    return panes[pane]({ pane, held, draft, view, edited: open === undefined ? editedOf(state)[pane] : isTouched });
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
        signature: signature((layerInWork(state, derive)?.view.opened ?? openedOf(state)).token),
        caret: state.caret,
        layers: layersShown(state),
        layer: state.layer,
        key: keyView(state),
        signing: signing(state),
        verdict: verdict(state),
        ...meantOf(state),
        mutedRules: state.mutedRules,
        expectations: state.expectations,
        asOf: state.asOf,
        detached: detached(state),
        limits: state.limits,
        progress: state.progress,
        presentation: presentation(state),
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

  const derive: Derive = {
    view,
    layers,
    madeHere: (state) => madeHere(state, openedOf(state)),
    opened: openedOf,
    open: (text, pick) => read({ text, pick }).opened,
  };
  return derive;
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

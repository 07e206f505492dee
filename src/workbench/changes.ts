/** What the person does to the token, as functions from one state to the next. */

import { isSignatureAlg, SIGNATURE_ALGORITHMS } from '../engine/crypto/algorithms.ts';
import { joseFromDer } from '../engine/crypto/der.ts';
import type { Opened } from '../engine/open.ts';
import { withMember, withMembers } from '../engine/token/edit.ts';
import { encodeUtf8 } from '../engine/token/utf8.ts';
import { documentAfterTyping } from './arrival.ts';
import type { Derive } from './derive.ts';
import { editSegment } from './edit-segments.ts';
import { heldBy } from './held.ts';
import { amend, recordEdit, recordStep, recordTyping, redoStep, undoStep } from './history.ts';
import { draftFor } from './pane-content.ts';
import { segmentTexts } from './segment-texts.ts';
import { canEditPane, textWithSegment } from './segments.ts';
import { emptiesSignature, wantsSignature } from './signing.ts';
import {
  documentOf,
  draftKey,
  type History,
  type JsonPane,
  type SignatureOrigin,
  type TokenDocument,
  type WorkbenchState,
} from './state.ts';
import { changeBetween } from './text-change.ts';
import type { Caret, ClaimChange, PaneName, Signing, WorkbenchView } from './types.ts';

/** A document that came from outside: a step of its own, with the caret behind it. */
export function take(state: WorkbenchState, document: TokenDocument): WorkbenchState {
  const end = document.text.length;
  return withHistory(
    state,
    recordStep(state.history, { document, pane: 'token', layer: state.layer, caret: { start: end, end } }),
  );
}

export function typeToken(
  state: WorkbenchState,
  derive: Derive,
  typed: { readonly text: string; readonly caret: Caret; readonly at: number },
): WorkbenchState {
  const before = documentOf(state);
  if (typed.text === before.text) return state;
  const document = withPickInRange(documentAfterTyping(before, typed.text), derive);
  const step = { document, pane: 'token', layer: state.layer, caret: typed.caret } as const;
  return withHistory(state, recordTyping(state.history, step, typed.at));
}

/** A text without the picked token, but with another: the first one is shown. */
function withPickInRange(document: TokenDocument, derive: Derive): TokenDocument {
  if (document.pick === 0) return document;
  return derive.open(document.text, document.pick).picked === undefined ? { ...document, pick: 0 } : document;
}

/** A pane's text as the person wants it. */
export interface PaneEdit {
  readonly pane: JsonPane;
  readonly text: string;
  readonly caret: Caret;
  /** milliseconds; undefined: not typed, so it is a step of its own */
  readonly at: number | undefined;
}

/** The payload pane with these claims set or removed; undefined where it does not show an object that is applied. */
export function withClaims({ payload }: WorkbenchView, claims: readonly ClaimChange[]): PaneEdit | undefined {
  if (payload.as !== 'json' || payload.notApplied !== undefined) return undefined;
  const literals = claims.map(({ name, value }) => ({
    name,
    literal: value === undefined ? undefined : String(value),
  }));
  const text = withMembers(payload.text, literals);
  if (text === undefined) return undefined;
  const { start, endAfter: end } = changeBetween(payload.text, text);
  return { pane: 'payload', text, caret: { start, end }, at: undefined };
}

export function typeInPane(state: WorkbenchState, derive: Derive, typed: PaneEdit): WorkbenchState {
  const { pane, text, caret, at } = typed;
  if (derive.view(state)[pane].text === text) return state;
  const document = documentAfterPaneEdit(state, derive, pane, text);
  return carryKnown(
    withHistory(state, recordEdit(state.history, { document, pane, layer: 0, caret }, at)),
    derive,
    state,
  );
}

function documentAfterPaneEdit(state: WorkbenchState, derive: Derive, pane: JsonPane, typed: string): TokenDocument {
  const before = documentOf(state);
  const opened = derive.opened(state);
  const view = state.views[pane];
  const held = heldBy(opened, pane);
  const draft = draftFor(before, opened.picked?.text ?? '', { layer: 0, pane, view, held, isStale: false });
  const { content } = held;
  const edit = editSegment({ pane, typed, view, content, draft, canEdit: canEditPane(opened, pane) });
  const document = edit.applied
    ? documentWithText(state, derive, textWithSegment(opened, pane, edit.bytes))
    : { ...before, chip: undefined };
  const segment = segmentTexts(derive.open(document.text, document.pick).picked)[pane];
  const error = edit.applied ? undefined : edit.error;
  const newDraft = { text: typed, view, as: edit.as, heldJson: edit.heldJson, segment, error };
  return { ...document, drafts: { ...before.drafts, [draftKey(0, pane)]: newDraft } };
}

/** The document with another header or payload in its text: signed again where that is chosen and can be. */
function documentWithText(state: WorkbenchState, derive: Derive, text: string): TokenDocument {
  const before = documentOf(state);
  if (text === before.text) return { ...before, chip: undefined };
  const opened = derive.opened(state);
  const edited = derive.open(text, before.pick);
  const document = { ...before, text, chip: undefined, presentation: undefined };
  if (emptiesSignature(state, opened, edited))
    return { ...document, text: textWithSegment(edited, 'signature', ''), signature: { kind: 'as-it-stands' } };
  return { ...document, signature: { kind: wantsSignature(state, edited) ? 'wanted' : 'as-it-stands' } };
}

/** One member of the header set to a string; every other character stays. No change where the header is no object. */
export function setHeaderMember(state: WorkbenchState, derive: Derive, name: string, value: string): WorkbenchState {
  const opened = derive.opened(state);
  const { content } = heldBy(opened, 'header');
  if (content.kind !== 'json') return state;
  const text = withMember(content.text, content.json, name, value);
  if (text === undefined || text === content.text) return state;
  const document = documentWithText(state, derive, textWithSegment(opened, 'header', encodeUtf8(text)));
  const { start, endAfter: end } = changeBetween(content.text, text);
  const step = { document, pane: 'header', layer: 0, caret: { start, end } } as const;
  return carryKnown(withHistory(state, recordStep(state.history, step)), derive, state);
}

/** A DER signature in JOSE's form (RFC 7518 section 3.4). No change where the signature is no such thing. */
export function rewriteDer(state: WorkbenchState, derive: Derive): WorkbenchState {
  const opened = derive.opened(state);
  const signature = joseSignature(opened);
  if (signature === undefined) return state;
  const text = textWithSegment(opened, 'signature', signature);
  const before = documentOf(state);
  return take(state, {
    ...before,
    text,
    chip: undefined,
    presentation: undefined,
    signature: { kind: 'as-it-stands' },
  });
}

/** Undefined where the signature is not in DER form. */
export function joseSignature({ token }: Opened): Uint8Array | undefined {
  const bytes = token?.segments[2]?.bytes;
  if (token?.alg === undefined || bytes === undefined || !isSignatureAlg(token.alg)) return undefined;
  const { kty, signatureBytes } = SIGNATURE_ALGORITHMS[token.alg];
  return kty === 'EC' && signatureBytes !== 'by-key' ? joseFromDer(bytes, signatureBytes / 2) : undefined;
}

/**
 * The choice of what an edit does to the signature. Re-sign, chosen after an edit that broke the signature, is meant
 * for that edit too.
 */
export function chooseSigning(state: WorkbenchState, derive: Derive, signing: Signing): WorkbenchState {
  const { verdict, edited } = derive.view(state);
  const chosen: WorkbenchState = { ...state, signing, trouble: undefined };
  const isBroken = verdict.state === 'failed' && (edited.header || edited.payload);
  if (signing === 'keep' || !isBroken || !wantsSignature(chosen, derive.opened(state))) return chosen;
  const document: TokenDocument = { ...documentOf(state), signature: { kind: 'wanted' } };
  return withHistory(chosen, recordStep(state.history, { ...state.history.present, document }));
}

/** Changes the current document in place: no step of the history. */
export function amendDocument(state: WorkbenchState, change: Partial<TokenDocument>): WorkbenchState {
  return { ...state, history: amend(state.history, { ...documentOf(state), ...change }) };
}

/** Another token of the text is shown: what was still to be signed is not. */
export function pickToken(state: WorkbenchState, pick: number): WorkbenchState {
  const { signature } = documentOf(state);
  const kept: SignatureOrigin = signature.kind === 'wanted' ? { kind: 'as-it-stands' } : signature;
  const document = { pick, drafts: {}, edits: [], touched: [], presentation: undefined, signature: kept };
  return { ...amendDocument(state, document), layer: 0 };
}

/** Back to the token as it came in. */
export function returnToArrival(state: WorkbenchState): WorkbenchState {
  const before = documentOf(state);
  const { arrival } = before;
  if (arrival === undefined) return state;
  return take(state, {
    ...before,
    text: arrival.text,
    unedited: undefined,
    chip: undefined,
    drafts: {},
    edits: [],
    touched: [],
    presentation: undefined,
    signature: { kind: 'as-it-stands' },
  });
}

/** Undo: the caret goes where the undone step had changed its pane. */
export function undo(state: WorkbenchState, derive: Derive): WorkbenchState {
  const history = undoStep(state.history);
  if (history === undefined) return state;
  const { pane, layer } = state.history.present;
  const before = shownIn(derive.view({ ...state, layer }), pane);
  const undone = followed({ ...withHistory(state, history), layer }, derive, state, pane);
  const { endAfter } = changeBetween(before, shownIn(derive.view(undone), pane));
  return withCaret(undone, pane, { start: endAfter, end: endAfter });
}

/** Redo: the caret goes where it was after the step. */
export function redo(state: WorkbenchState, derive: Derive): WorkbenchState {
  const history = redoStep(state.history);
  if (history === undefined) return state;
  const { pane, layer, caret } = history.present;
  return withCaret(followed({ ...withHistory(state, history), layer }, derive, state, pane), pane, caret);
}

/** A step that was made in a pane leaves the layers as they were, until the engine has opened them again. */
function followed(state: WorkbenchState, derive: Derive, before: WorkbenchState, pane: PaneName): WorkbenchState {
  return pane === 'token' ? state : carryKnown(state, derive, before);
}

/** What was known of the token before an edit made here goes on being shown, without its verdicts. */
export function carryKnown(state: WorkbenchState, derive: Derive, before: WorkbenchState): WorkbenchState {
  const { known } = before;
  if (known === undefined || known.token !== derive.opened(before).picked?.text) return state;
  return { ...state, known: { ...known, token: derive.opened(state).picked?.text ?? '' } };
}

function shownIn(view: WorkbenchView, pane: PaneName): string {
  return pane === 'token' ? view.text : view[pane].text;
}

function withCaret(state: WorkbenchState, pane: PaneName, { start, end }: Caret): WorkbenchState {
  return { ...state, caret: { pane, start, end, revision: (state.caret?.revision ?? 0) + 1 } };
}

/** A new token text ends what was said of an act, and the offer to undo Clear. */
export function withHistory(state: WorkbenchState, history: History): WorkbenchState {
  return { ...state, history, trouble: undefined, cleared: undefined };
}

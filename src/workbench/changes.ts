/** What the person does to the token, as functions from one state to the next. */

import { isSignatureAlg, SIGNATURE_ALGORITHMS } from '../engine/crypto/algorithms.ts';
import { joseFromDer } from '../engine/crypto/der.ts';
import type { Opened } from '../engine/open.ts';
import { withMember } from '../engine/token/edit.ts';
import { encodeUtf8 } from '../engine/token/utf8.ts';
import { documentAfterTyping } from './arrival.ts';
import type { Derive } from './derive.ts';
import { editSegment } from './edit-segments.ts';
import { amend, recordStep, recordTyping, redoStep, undoStep } from './history.ts';
import { draftFor } from './pane-content.ts';
import { canEditPane, contentOf, segmentTexts, textWithSegment } from './segments.ts';
import { emptiesSignature, wantsSignature } from './signing.ts';
import {
  documentOf,
  type History,
  type JsonPane,
  type SignatureOrigin,
  type TokenDocument,
  type WorkbenchState,
} from './state.ts';
import { changeBetween } from './text-change.ts';
import type { Caret, PaneName, Signing, WorkbenchView } from './types.ts';

/** A document that came from outside: a step of its own, with the caret behind it. */
export function take(state: WorkbenchState, document: TokenDocument): WorkbenchState {
  const end = document.text.length;
  return withHistory(state, recordStep(state.history, { document, pane: 'token', caret: { start: end, end } }));
}

export function typeToken(
  state: WorkbenchState,
  derive: Derive,
  typed: { readonly text: string; readonly caret: Caret; readonly at: number },
): WorkbenchState {
  const before = documentOf(state);
  if (typed.text === before.text) return state;
  const document = withPickInRange(documentAfterTyping(before, typed.text), derive);
  return withHistory(state, recordTyping(state.history, { document, pane: 'token', caret: typed.caret }, typed.at));
}

/** A text without the picked token, but with another: the first one is shown. */
function withPickInRange(document: TokenDocument, derive: Derive): TokenDocument {
  if (document.pick === 0) return document;
  return derive.open(document.text, document.pick).picked === undefined ? { ...document, pick: 0 } : document;
}

export function typeInPane(
  state: WorkbenchState,
  derive: Derive,
  typed: { readonly pane: JsonPane; readonly text: string; readonly caret: Caret; readonly at: number },
): WorkbenchState {
  const { pane, text, caret, at } = typed;
  if (derive.view(state)[pane].text === text) return state;
  const document = documentAfterPaneEdit(state, derive, pane, text);
  return withHistory(state, recordTyping(state.history, { document, pane, caret }, at));
}

function documentAfterPaneEdit(state: WorkbenchState, derive: Derive, pane: JsonPane, typed: string): TokenDocument {
  const before = documentOf(state);
  const opened = derive.opened(state);
  const view = state.views[pane];
  const draft = draftFor(before, pane, view, opened);
  const content = contentOf(opened, pane);
  const edit = editSegment({ pane, typed, view, content, draft, canEdit: canEditPane(opened, pane) });
  const document = edit.applied
    ? documentWithText(state, derive, textWithSegment(opened, pane, edit.bytes))
    : { ...before, chip: undefined };
  const segment = segmentTexts(derive.open(document.text, document.pick).picked)[pane];
  const error = edit.applied ? undefined : edit.error;
  const newDraft = { text: typed, view, as: edit.as, heldJson: edit.heldJson, segment, error };
  return { ...document, drafts: { ...before.drafts, [pane]: newDraft } };
}

/** The document with another header or payload in its text: signed again where that is chosen and can be. */
function documentWithText(state: WorkbenchState, derive: Derive, text: string): TokenDocument {
  const before = documentOf(state);
  if (text === before.text) return { ...before, chip: undefined };
  const opened = derive.opened(state);
  const edited = derive.open(text, before.pick);
  const document = { ...before, text, chip: undefined };
  if (emptiesSignature(state, opened, edited))
    return { ...document, text: textWithSegment(edited, 'signature', ''), signature: { kind: 'as-it-stands' } };
  return { ...document, signature: { kind: wantsSignature(state, edited) ? 'wanted' : 'as-it-stands' } };
}

/** One member of the header set to a string; every other character stays. No change where the header is no object. */
export function setHeaderMember(state: WorkbenchState, derive: Derive, name: string, value: string): WorkbenchState {
  const opened = derive.opened(state);
  const content = contentOf(opened, 'header');
  if (content.kind !== 'json') return state;
  const text = withMember(content.text, content.json, name, value);
  if (text === undefined || text === content.text) return state;
  const document = documentWithText(state, derive, textWithSegment(opened, 'header', encodeUtf8(text)));
  const { start, endAfter: end } = changeBetween(content.text, text);
  return withHistory(state, recordStep(state.history, { document, pane: 'header', caret: { start, end } }));
}

/** A DER signature in JOSE's form (RFC 7518 section 3.4). No change where the signature is no such thing. */
export function rewriteDer(state: WorkbenchState, derive: Derive): WorkbenchState {
  const opened = derive.opened(state);
  const signature = joseSignature(opened);
  if (signature === undefined) return state;
  const text = textWithSegment(opened, 'signature', signature);
  return take(state, { ...documentOf(state), text, chip: undefined, signature: { kind: 'as-it-stands' } });
}

function joseSignature({ token }: Opened): Uint8Array | undefined {
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
  return amendDocument(state, { pick, drafts: {}, signature: kept });
}

/** Back to the token as it came in. */
export function returnToArrival(state: WorkbenchState): WorkbenchState {
  const before = documentOf(state);
  const { arrival } = before;
  if (arrival === undefined) return state;
  return take(state, {
    ...before,
    text: arrival.text,
    chip: undefined,
    drafts: {},
    signature: { kind: 'as-it-stands' },
  });
}

/** Undo: the caret goes where the undone step had changed its pane. */
export function undo(state: WorkbenchState, derive: Derive): WorkbenchState {
  const history = undoStep(state.history);
  if (history === undefined) return state;
  const { pane } = state.history.present;
  const before = shownIn(derive.view(state), pane);
  const undone = withHistory(state, history);
  const { endAfter } = changeBetween(before, shownIn(derive.view(undone), pane));
  return withCaret(undone, pane, { start: endAfter, end: endAfter });
}

/** Redo: the caret goes where it was after the step. */
export function redo(state: WorkbenchState): WorkbenchState {
  const history = redoStep(state.history);
  if (history === undefined) return state;
  return withCaret(withHistory(state, history), history.present.pane, history.present.caret);
}

function shownIn(view: WorkbenchView, pane: PaneName): string {
  return pane === 'token' ? view.text : view[pane].text;
}

function withCaret(state: WorkbenchState, pane: PaneName, { start, end }: Caret): WorkbenchState {
  return { ...state, caret: { pane, start, end, revision: (state.caret?.revision ?? 0) + 1 } };
}

/** A new token text ends what was said of an act, and the offer to undo Clear. */
function withHistory(state: WorkbenchState, history: History): WorkbenchState {
  return { ...state, history, trouble: undefined, cleared: undefined };
}

/**
 * Edits of what only the engine can make anew: inner layers, encrypted tokens and JSON serializations. The pane keeps
 * what was typed, and the token changes when the answer is there; what was not made stays in the pane, 'not applied'.
 */
import { encodeBase64url } from '../engine/token/base64url.ts';
import { withMember, withSegment } from '../engine/token/edit.ts';
import { hexOf } from '../engine/token/hex.ts';
import { decodeUtf8, encodeUtf8 } from '../engine/token/utf8.ts';
import { amendDocument, carryKnown, joseSignature, type PaneEdit, withHistory } from './changes.ts';
import type { Derive } from './derive.ts';
import { editSegment } from './edit-segments.ts';
import { recordEdit, recordStep } from './history.ts';
import type { OpenLayer } from './layer-views.ts';
import { draftFor } from './pane-content.ts';
import { pickedIn, tokenOf } from './sealing.ts';
import { isPlain, textWithPickedToken } from './segments.ts';
import {
  documentOf,
  draftKey,
  type JsonPane,
  type KeyEntry,
  type LayerEdit,
  type PaneDraft,
  type TokenDocument,
  type WorkbenchState,
  withKey,
  withTokenOfDrafts,
} from './state.ts';
import { changeBetween } from './text-change.ts';
import type { Signing } from './types.ts';

/** The open layer, where its edits are made here; undefined where the token's own text is edited (`changes.ts`). */
export function layerInWork(state: WorkbenchState, derive: Derive): OpenLayer | undefined {
  const open = derive.layers(state)[state.layer];
  return open === undefined || (state.layer === 0 && isPlain(open.view.opened)) ? undefined : open;
}

/** What an edit is made of. */
interface Place {
  readonly state: WorkbenchState;
  readonly derive: Derive;
  readonly open: OpenLayer;
}

export function typeInLayer({ state, derive, open }: Place, typed: PaneEdit): WorkbenchState {
  const { pane, text, caret, at } = typed;
  if (derive.view(state)[pane].text === text) return state;
  const document = documentAfterTyping({ state, derive, open }, pane, text);
  const step = { document, pane, layer: state.layer, caret };
  return carryKnown(withHistory(state, recordEdit(state.history, step, at)), derive, state);
}

function documentAfterTyping(place: Place, pane: JsonPane, typed: string): TokenDocument {
  const { state, derive, open } = place;
  const before = documentOf(state);
  const { layer } = state;
  const view = state.views[pane];
  const held = open.held[pane];
  const token = tokenOf(state, derive);
  const draft = draftFor(before, token, { layer, pane, view, held, isStale: open.isStale });
  const edit = editSegment({ pane, typed, view, content: held.content, draft, canEdit: true });
  const pending = draft?.pending === undefined ? {} : { pending: draft.pending };
  const kept = { text: typed, view, as: edit.as, heldJson: edit.heldJson, token, segment: held.anchor };
  if (!edit.applied) return withDraft(before, layer, pane, { ...kept, ...pending, error: edit.error });
  const anchor = anchorAfter(open, pane, edit.bytes);
  const applied = { ...kept, error: undefined };
  if (draft?.pending === undefined && !open.isStale && anchor === held.anchor)
    return withDraft({ ...before, chip: undefined }, layer, pane, applied);
  const made = madeInPlace(place, pane, edit.bytes);
  if (made !== undefined)
    return withDraft(made, layer, pane, { ...applied, token: pickedIn(derive, made), segment: anchor });
  const wanted = withEdit(before, layerEdit(place, { [pane === 'header' ? 'header' : 'content']: edit.bytes }));
  return withDraft(wanted, layer, pane, { ...applied, pending: anchor });
}

/** One member of the open layer's header set to a string; every other character stays. */
export function setMemberInLayer(place: Place, name: string, value: string): WorkbenchState {
  const { state, derive, open } = place;
  const { content } = open.held.header;
  if (content.kind !== 'json') return state;
  const text = withMember(content.text, content.json, name, value);
  if (text === undefined || text === content.text) return state;
  const header = encodeUtf8(text);
  const before = withoutDraft(documentOf(state), draftKey(state.layer, 'header'));
  const document =
    madeInPlace({ ...place, state: amendDocument(state, before) }, 'header', header) ??
    withEdit(before, layerEdit(place, { header }));
  const { start, endAfter: end } = changeBetween(content.text, text);
  const step = { document, pane: 'header', layer: state.layer, caret: { start, end } } as const;
  return carryKnown(withHistory(state, recordStep(state.history, step)), derive, state);
}

/** Re-sign, chosen after an edit that broke the layer's signature, is meant for that edit too. */
export function chooseSigningInLayer({ state, derive, open }: Place, signing: Signing): WorkbenchState {
  const chosen: WorkbenchState = { ...state, signing, trouble: undefined };
  const before = documentOf(state);
  const isEdited = (['header', 'payload'] as const).some((pane) =>
    before.touched.includes(draftKey(state.layer, pane)),
  );
  const { type } = open.view.opened.object ?? {};
  if (signing === 'keep' || type !== 'jws' || open.view.verdict.state !== 'failed' || !isEdited) return chosen;
  const document = withEdit(before, { layer: state.layer, type, resign: true });
  const step = { ...state.history.present, document, layer: state.layer };
  return carryKnown(withHistory(chosen, recordStep(state.history, step)), derive, state);
}

/**
 * With a new key in the open layer's box: the layer is made with it, and its header names it by `kid`. What the layer
 * holds is known only by the key that was there before, so it is given along. Undefined where it is not known.
 */
export function withGeneratedKey(
  { state, derive, open }: Place,
  { key, kid, alg }: { readonly key: KeyEntry; readonly kid: string; readonly alg: string },
): WorkbenchState | undefined {
  const { content } = open.held.header;
  const { object } = open.view.opened;
  const bytes = open.view.content?.bytes;
  if (state.signing === 'keep' || content.kind !== 'json' || object === undefined || bytes === undefined)
    return undefined;
  const [first] = object.type === 'jws' ? object.signatures : object.recipients;
  const text = withMember(content.text, content.json, 'kid', kid);
  if (first?.alg !== alg || text === undefined) return undefined;
  const { layer } = state;
  const edit: LayerEdit = { layer, type: object.type, resign: true, header: encodeUtf8(text), content: bytes };
  const document = withEdit(withoutDraft(documentOf(state), draftKey(layer, 'header')), edit);
  const { start, endAfter: end } = changeBetween(content.text, text);
  const step = { document, pane: 'header', layer, caret: { start, end } } as const;
  const withIt = { ...state, keys: withKey(state.keys, layer, key) };
  return carryKnown(withHistory(withIt, recordStep(state.history, step)), derive, state);
}

/** A DER signature of an inner token in JOSE's form. */
export function rewriteDerInLayer(place: Place): WorkbenchState {
  const { opened } = place.open.view;
  const signature = joseSignature(opened);
  return signature === undefined ? place.state : withLayerText(place, withSegment(opened.text, 'signature', signature));
}

/** Another text of an inner layer: other content of the layer around it, which is made anew, whatever was chosen. */
export function withLayerText({ state, derive }: Place, text: string): WorkbenchState {
  const layer = state.layer - 1;
  const { type } = derive.layers(state)[layer]?.view.opened.object ?? {};
  if (type === undefined) return state;
  const document = withEdit(documentOf(state), { layer, type, content: encodeUtf8(text), resign: true });
  const step = { document, pane: 'payload', layer: state.layer, caret: { start: 0, end: 0 } } as const;
  return carryKnown(withHistory(state, recordStep(state.history, step)), derive, state);
}

/** What was refused in the open layer is tried again; undefined where nothing was. */
export function tryAgain(place: Place): WorkbenchState | undefined {
  const { state } = place;
  const { drafts } = documentOf(state);
  const refused = (['header', 'payload'] as const).filter(
    (pane) => drafts[draftKey(state.layer, pane)]?.error?.refused !== undefined,
  );
  if (refused.length === 0) return undefined;
  return refused.reduce((tried, pane) => {
    const text = drafts[draftKey(state.layer, pane)]?.text ?? '';
    return amendDocument(tried, documentAfterTyping({ ...place, state: tried }, pane, text));
  }, state);
}

/** What the pane holds when these bytes are its content (`Held.anchor`). */
function anchorAfter({ view }: OpenLayer, pane: JsonPane, bytes: Uint8Array): string {
  const { object } = view.opened;
  const isEncoded = pane === 'header' || (object?.type === 'jws' && object.signatures.every((one) => one.isEncoded));
  if (isEncoded) return encodeBase64url(bytes);
  const decoded = decodeUtf8(bytes);
  return decoded.ok ? decoded.text : hexOf(bytes);
}

function layerEdit({ state, derive, open }: Place, change: Pick<LayerEdit, 'header' | 'content'>): LayerEdit {
  const type = open.view.opened.object?.type ?? 'jws';
  const isResigned = derive.view(state).signing.value === 'resign';
  // another content of a JWE is another encryption, whatever was chosen
  return {
    layer: state.layer,
    type,
    ...change,
    resign: isResigned || (type === 'jwe' && change.content !== undefined),
  };
}

/** With the edit after those that are still to be made, or in the last of them where it is of the same layer. */
function withEdit(document: TokenDocument, edit: LayerEdit): TokenDocument {
  const last = document.edits.at(-1);
  const joined =
    last?.layer === edit.layer
      ? [...document.edits.slice(0, -1), { ...last, ...edit, resign: last.resign || edit.resign }]
      : [...document.edits, edit];
  return { ...document, chip: undefined, edits: joined };
}

/**
 * With Keep, what stands in the token's own text is changed there, and nothing else: the signature stays, or the
 * encrypted parts do. Undefined where it has to be made by the engine.
 */
function madeInPlace({ state, derive, open }: Place, pane: JsonPane, bytes: Uint8Array): TokenDocument | undefined {
  const before = documentOf(state);
  const { object, picked } = open.view.opened;
  if (state.layer > 0 || before.edits.length > 0 || derive.view(state).signing.value === 'resign') return undefined;
  if (object === undefined || picked === undefined) return undefined;
  const isUnencoded = object.type === 'jws' && object.signatures.some((one) => !one.isEncoded);
  const part = object.parts.find(({ name, index = 0 }) => name === pane && index === 0);
  if (part === undefined || (pane === 'payload' && isUnencoded)) return undefined;
  const token = picked.text.slice(0, part.start) + encodeBase64url(bytes) + picked.text.slice(part.end);
  const document: TokenDocument = {
    ...before,
    text: textWithPickedToken(derive.opened(state), token),
    chip: undefined,
    presentation: undefined,
    touched: [...new Set([...before.touched, draftKey(0, pane)])],
    signature: { kind: 'as-it-stands' },
  };
  return { ...document, drafts: withTokenOfDrafts(before.drafts, picked.text, pickedIn(derive, document)) };
}

function withDraft(document: TokenDocument, layer: number, pane: JsonPane, draft: PaneDraft): TokenDocument {
  return { ...document, drafts: { ...document.drafts, [draftKey(layer, pane)]: draft } };
}

function withoutDraft(document: TokenDocument, key: string): TokenDocument {
  const { [key]: _dropped, ...drafts } = document.drafts;
  return { ...document, drafts };
}

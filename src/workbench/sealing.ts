/** What comes of the edits that the engine makes: the token that was made, or why it was not. */
import { amendDocument, carryKnown } from './changes.ts';
import type { Derive } from './derive.ts';
import { textWithPickedToken } from './segments.ts';
import {
  documentOf,
  draftKey,
  type JsonPane,
  type LayerEdit,
  type TokenDocument,
  type WorkbenchState,
} from './state.ts';

/** The token has been made anew by the first of the edits. */
export function sealedAs(token: string, edit: LayerEdit) {
  return (state: WorkbenchState, derive: Derive): WorkbenchState => {
    const before = documentOf(state);
    const text = textWithPickedToken(derive.opened(state), token);
    const document = { ...before, text, chip: undefined, presentation: undefined };
    const picked = pickedIn(derive, document);
    const changed = amendDocument(state, {
      ...document,
      edits: before.edits.slice(1),
      drafts: draftsAfter(before, tokenOf(state, derive), picked, edit),
      touched: [...new Set([...before.touched, ...panesOf(edit).map((pane) => draftKey(edit.layer, pane))])],
      signature: originAfter(state, derive, edit, picked),
    });
    return carryKnown(changed, derive, state);
  };
}

/** Drafts go on counting for the new token; those of the edit stand for what the layer now holds. */
function draftsAfter(
  { drafts }: TokenDocument,
  token: string,
  picked: string,
  edit: LayerEdit,
): TokenDocument['drafts'] {
  const made = panesOf(edit).map((pane) => draftKey(edit.layer, pane));
  return Object.fromEntries(
    Object.entries(drafts).map(([key, draft]) => {
      if (draft.token !== token) return [key, draft];
      const { pending, ...rest } = draft;
      const isMade = made.includes(key) && pending !== undefined;
      return [key, isMade ? { ...rest, token: picked, segment: pending } : { ...draft, token: picked }];
    }),
  );
}

/** How deep the token was made here, and what was done to the deepest of those layers. */
function originAfter(
  state: WorkbenchState,
  derive: Derive,
  edit: LayerEdit,
  token: string,
): TokenDocument['signature'] {
  const layers = derive.layers(state);
  const before = derive.madeHere(state);
  // what lies deeper than the edit is what it was, unless the edit put other content in its place
  if (before !== undefined && before.depth > edit.layer && edit.content === undefined) return { ...before, token };
  const depth = edit.resign ? edit.layer : edit.layer - 1;
  const object = layers[depth]?.view.opened.object;
  if (object === undefined) return { kind: 'as-it-stands' };
  const by = object.type === 'jwe' ? 'encrypted' : 'signed';
  return { kind: 'made-here', token, keys: state.keys, depth, by };
}

/** The token stays as it was, and the pane says why; where no pane holds the edit, it is said as trouble. */
export function notSealed(edit: LayerEdit, message: string, layer: number) {
  return (state: WorkbenchState): WorkbenchState => {
    const before = documentOf(state);
    const error = { line: 1, column: 1, offset: 0, message, refused: { layer } };
    const keys = panesOf(edit).map((pane) => draftKey(edit.layer, pane));
    const held = keys.filter((key) => before.drafts[key]?.pending !== undefined);
    const drafts = Object.fromEntries(
      Object.entries(before.drafts).map(([key, draft]) => {
        const { pending, ...rest } = draft;
        return held.includes(key) ? [key, { ...rest, error: rest.error ?? error }] : [key, draft];
      }),
    );
    const refused = amendDocument(state, { edits: before.edits.filter((each) => each !== edit), drafts });
    return held.length > 0 ? refused : { ...refused, trouble: { act: 'seal', message } };
  };
}

/** What was still to be made is not, and the panes say why. */
export function dropEdits(state: WorkbenchState, message: string): WorkbenchState {
  const { edits } = documentOf(state);
  return edits.reduce((dropped, edit) => notSealed(edit, message, edit.layer)(dropped), state);
}

function panesOf({ header, content }: LayerEdit): readonly JsonPane[] {
  return [...(header === undefined ? [] : ['header' as const]), ...(content === undefined ? [] : ['payload' as const])];
}

/** The picked token of the state. */
export function tokenOf(state: WorkbenchState, derive: Derive): string {
  return derive.opened(state).picked?.text ?? '';
}

/** The picked token of a document that is about to be the state's. */
export function pickedIn(derive: Derive, { text, pick }: TokenDocument): string {
  return derive.open(text, pick).picked?.text ?? '';
}

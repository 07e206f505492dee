/** The picked token in another serialization: what was signed or encrypted stays what it was. */
import { convertSerialization } from '../engine/convert.ts';
import type { Serialization } from '../engine/token/shapes.ts';
import { carryKnown, withHistory } from './changes.ts';
import type { Derive } from './derive.ts';
import { recordStep } from './history.ts';
import { documentOf, type TokenDocument, type WorkbenchState, withTokenOfDrafts } from './state.ts';
import { changeBetween } from './text-change.ts';

export type Converted =
  | { readonly converted: true; readonly state: WorkbenchState }
  | { readonly converted: false; readonly message: string };

/** One step of the history; or why there is no such form of the token. */
export function convertTo(state: WorkbenchState, derive: Derive, to: Serialization): Converted {
  const before = documentOf(state);
  const answer = convertSerialization(before.text, before.pick, to);
  if (!answer.converted) return { converted: false, message: answer.message };
  const { text } = answer;
  const token = derive.opened(state).picked?.text ?? '';
  const picked = derive.open(text, before.pick).picked?.text ?? '';
  const { signature } = before;
  const isMade = signature.kind === 'made-here' && signature.token === token;
  const document: TokenDocument = {
    ...before,
    text,
    chip: undefined,
    presentation: undefined,
    drafts: withTokenOfDrafts(before.drafts, token, picked),
    signature: isMade ? { ...signature, token: picked } : signature,
    unedited: uneditedIn(before, to),
  };
  const { start, endAfter: end } = changeBetween(before.text, text);
  const step = { document, pane: 'token', layer: state.layer, caret: { start, end } } as const;
  return { converted: true, state: carryKnown(withHistory(state, recordStep(state.history, step)), derive, state) };
}

/** The token as it came in, in the same form, so that what was edited since can be told. */
function uneditedIn({ arrival, pick }: TokenDocument, to: Serialization): string | undefined {
  if (arrival === undefined) return undefined;
  const answer = convertSerialization(arrival.text, pick, to);
  return answer.converted ? answer.text : undefined;
}

/** Which disclosures of an SD-JWT the token shows, and other choices among them (RFC 9901 section 7.2). */
import { presentSdJwt } from '../engine/sd-jwt/present.ts';
import type { Disclosure } from '../engine/types.ts';
import { withHistory } from './changes.ts';
import type { Derive } from './derive.ts';
import { recordStep } from './history.ts';
import { documentOf, type PresentationOrigin, type WorkbenchState } from './state.ts';
import { changeBetween } from './text-change.ts';

/** As it arrived where nothing was chosen yet; undefined where the token is no SD-JWT, or was not read by the engine. */
export function presentationOf(state: WorkbenchState, derive: Derive): PresentationOrigin | undefined {
  const { presentation } = documentOf(state);
  if (presentation !== undefined) return presentation;
  const [outermost] = derive.layers(state);
  const disclosures = outermost?.isStale === false ? outermost.view.disclosures : undefined;
  if (disclosures === undefined || disclosures.length === 0) return undefined;
  const shown = new Set(disclosures.keys());
  return { text: outermost?.view.opened.picked?.text ?? '', disclosures, shown, keyBindingDropped: false };
}

/**
 * Shows or hides a disclosure, as one step of the history. With it come those that it stands in; without it go those
 * that stand in it. Of the first choice all others are made, so that one can come back.
 */
export function showDisclosure(state: WorkbenchState, derive: Derive, index: number, on: boolean): WorkbenchState {
  const origin = presentationOf(state, derive);
  const { picked, text } = derive.opened(state);
  if (origin === undefined || picked === undefined || !(index in origin.disclosures)) return state;
  const parents = origin.disclosures.map((one) => parentOf(one, origin.disclosures));
  const wanted = new Set(origin.shown);
  if (on) for (const one of withParents(index, parents)) wanted.add(one);
  else wanted.delete(index);
  const disclosures = parents.map((parent) => ({ parent }));
  const presented = presentSdJwt(origin.text, wanted, { disclosures });
  if (presented === undefined) return state;
  const before = documentOf(state);
  const made = derive.madeHere(state);
  const document = {
    ...before,
    text: text.slice(0, picked.start) + presented.text + text.slice(picked.end),
    chip: undefined,
    presentation: {
      ...origin,
      shown: new Set(presented.shown),
      keyBindingDropped: presented.keyBinding === 'dropped',
    },
    // the issuer's signature is not over the disclosures
    signature: made === undefined ? before.signature : { ...made, token: presented.text },
  };
  const { start, endAfter: end } = changeBetween(before.text, document.text);
  return withHistory(
    state,
    recordStep(state.history, { document, pane: 'token', layer: state.layer, caret: { start, end } }),
  );
}

/** The disclosure whose value this one stands in, by their places in the processed payload; undefined where in none. */
function parentOf({ pointer }: Disclosure, all: readonly Disclosure[]): number | undefined {
  if (pointer === undefined) return undefined;
  let nearest: number | undefined;
  let length = 0;
  for (const [index, { pointer: outer }] of all.entries()) {
    if (outer === undefined || outer.length <= length || !pointer.startsWith(`${outer}/`)) continue;
    nearest = index;
    length = outer.length;
  }
  return nearest;
}

function withParents(index: number, parents: readonly (number | undefined)[]): readonly number[] {
  const chain: number[] = [];
  for (let at: number | undefined = index; at !== undefined; at = parents[at]) chain.push(at);
  return chain;
}

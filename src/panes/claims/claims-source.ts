/** Which layer's claims and headers are told, and the texts that they stand in. */

import { parseJson } from '../../engine/token/json.ts';
import { isJsonObject } from '../../engine/token/json-kind.ts';
import type { Json, JsonObject } from '../../engine/types.ts';
import { claimsOfLayer, headerOfEntry, headerOfLayer, CLAIMS_TAB as WORDS } from '../../words/claims-tab.ts';
import type { LayerView, WorkbenchView } from '../../workbench/types.ts';
import { claimTree } from '../inspector/claim-rows.ts';
import { entryHeaders, sharedHeaders } from '../inspector/entry-headers.ts';
import { headersOf } from '../inspector/inspector-tabs.ts';
import { hasDigests, sdFacts } from '../inspector/sd-facts.ts';

export interface ClaimsSource {
  readonly title: string;
  /** from 0 */
  readonly layer: number;
  readonly object: JsonObject;
  readonly texts: readonly string[];
  /** what the pane of the layer shows, and of an SD-JWT what is disclosed: only its members can be marked */
  readonly inPane: Json | undefined;
}

export interface ClaimsSources {
  /** that the claims are of; undefined where there is no token */
  readonly layer: LayerView | undefined;
  readonly claims: ClaimsSource | undefined;
  /** those of the layer of the claims first */
  readonly headers: readonly ClaimsSource[];
}

/** More signatures than these nobody looks through here. */
const MOST_HEADERS = 10;

/** Of the open layer; where its content is another token, the claims are those of the innermost one. */
export function claimsSources(view: Pick<WorkbenchView, 'layers' | 'layer' | 'presentation'>): ClaimsSources {
  const open = view.layers[view.layer];
  const inner = view.layers.at(-1);
  const isInside = open !== inner && !holdsClaims(open) && holdsClaims(inner);
  const layer = isInside ? inner : open;
  const shown = isInside ? [inner, open] : [open];
  return {
    layer,
    claims: layer && claimsOf(layer, view, isInside),
    headers: shown.flatMap((one) => (one === undefined ? [] : headersIn(one, isInside))),
  };
}

function holdsClaims(layer: LayerView | undefined): boolean {
  return isJsonObject(layer?.content?.json);
}

function claimsOf(
  layer: LayerView,
  view: Pick<WorkbenchView, 'layers' | 'presentation'>,
  isInside: boolean,
): ClaimsSource | undefined {
  const { json, text } = layer.content ?? {};
  if (!isJsonObject(json) || text === undefined) return undefined;
  const title = isInside ? claimsOfLayer(layer.depth + 1) : WORDS.claims;
  const source = { title, layer: layer.depth, inPane: json };
  return { ...source, ...(processed(layer, view) ?? { object: json, texts: [text] }) };
}

/** The claims of an SD-JWT with what is shown in place; undefined where that cannot be known. */
function processed(layer: LayerView, view: Pick<WorkbenchView, 'layers' | 'presentation'>) {
  const facts = sdFacts(view);
  if (facts?.layer !== layer || facts.claims === undefined || facts.disclosures === undefined) return undefined;
  if (!hasDigests(facts.disclosures)) return undefined;
  const text = claimTree(facts.claims.payload, facts.claims.text, facts.disclosures).processed(facts.shown);
  const { value } = parseJson(text);
  return isJsonObject(value) ? { object: value, texts: [text], inPane: value } : undefined;
}

function headersIn(layer: LayerView, isInside: boolean): readonly ClaimsSource[] {
  const { opened, depth } = layer;
  const all = headersOf(opened);
  return all.slice(0, MOST_HEADERS).flatMap((object, entry) => {
    if (object === undefined) return [];
    const title =
      all.length > 1
        ? headerOfEntry(entry + 1, opened.object?.type === 'jwe')
        : isInside
          ? headerOfLayer(depth + 1)
          : WORDS.headerParameters;
    const texts = headerTexts(layer, entry);
    // the pane shows the protected header of the first
    const whole = entry === 0 ? opened.layer?.headerText : undefined;
    return [{ title, layer: depth, object, texts, inPane: whole === undefined ? undefined : parseJson(whole).value }];
  });
}

/** The parts of a joined header, each as it stands in the token. */
function headerTexts({ opened }: LayerView, entry: number): readonly string[] {
  const { object, layer } = opened;
  const whole = layer?.headerText === undefined ? [] : [layer.headerText];
  if (object === undefined || object.serialization === 'compact') return whole;
  const own = entryHeaders(opened, entry).map(({ text }) => text);
  return object.type === 'jws' ? own : [...whole, ...sharedHeaders(opened).map(({ text }) => text), ...own];
}

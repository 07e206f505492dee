/** Where a mark is seen: the one place that answers it for all panes and tabs. */
import { escapeToken, placeAtOffset, placeOfPointer } from '../../engine/token/json-pointer.ts';
import type { EncodedPart } from '../../engine/token/shapes.ts';
import type { LayerView, WorkbenchView } from '../../workbench/types.ts';
import { type MarkPlaces, type MarkRange, NO_PLACES, type PaneMark } from '../pane-mark.ts';
import {
  charactersOfText,
  jsonText,
  paneOfPart,
  partOfPane,
  partOfRange,
  rangeOfPart,
  textOfCharacters,
} from './layer-parts.ts';
import { shownJson } from './shown-json.ts';

export type MarkedView = Pick<WorkbenchView, 'layers' | 'layer' | 'header' | 'payload'>;

/** What a mark is in its own layer. */
interface Spot {
  /** in the layer's own text */
  readonly own: MarkRange | undefined;
  readonly part: { readonly part: EncodedPart; readonly range: MarkRange } | undefined;
  /** in the exact text of what a pane shows */
  readonly text: { readonly pane: 'header' | 'payload'; readonly range: MarkRange } | undefined;
  readonly value: MarkPlaces['value'];
}

const NOWHERE: Spot = { own: undefined, part: undefined, text: undefined, value: undefined };

/** Never throws; a mark that points at nothing of this view has no place. */
export function placesOf(mark: PaneMark | undefined, view: MarkedView): MarkPlaces {
  const layer = mark && view.layers[mark.layer];
  if (mark === undefined || layer === undefined) return NO_PLACES;
  const { own, part, text, value } = mark.kind === 'json' ? spotOfValue(layer, mark) : spotOfRange(layer, mark);
  const shown = text && mark.layer === view.layer ? inPane(view, text.pane, text.range) : undefined;
  return {
    layer: mark.layer,
    header: text?.pane === 'header' ? shown : undefined,
    ...outwards(view, mark.layer, own, text?.pane === 'payload' ? shown : undefined),
    part: part && { name: part.part.name, index: part.part.index, ...part.range },
    value,
  };
}

/** The own text of an inner layer is the content of the one around it: there, and in the token if all are signed. */
function outwards(view: MarkedView, depth: number, own: MarkRange | undefined, payload: MarkRange | undefined) {
  if (depth === 0 || own === undefined) return { token: own, payload };
  const around = view.layers[depth - 1];
  const shown = depth - 1 === view.layer ? inPane(view, 'payload', own) : payload;
  return outwards(view, depth - 1, around && rangeOfContent(around, own), shown);
}

/** In the layer's own text. */
function rangeOfContent(layer: LayerView, range: MarkRange): MarkRange | undefined {
  const part = partOfPane(layer, 'payload');
  const content = jsonText(layer, 'payload');
  const characters = part && content && charactersOfText(layer, part, content.text, range);
  return characters && rangeOfPart(layer, part, characters);
}

function inPane(view: MarkedView, pane: 'header' | 'payload', range: MarkRange): MarkRange | undefined {
  const layer = view.layers[view.layer];
  const exact = layer && jsonText(layer, pane);
  return exact && shownJson(view[pane], exact.text)?.toShown(range);
}

function spotOfValue(layer: LayerView, mark: PaneMark & { kind: 'json' }): Spot {
  const { pane, pointer } = mark;
  const content = jsonText(layer, pane);
  const place = content && placeOfPointer(content.json.root, pointer);
  const value = { pane, pointer };
  if (content === undefined || place === undefined)
    return pane === 'payload' ? spotOfDisclosed(layer, pointer) : NOWHERE;
  const { node, member } = place;
  const range = {
    start: mark.part === 'value' ? node.start : (member?.nameStart ?? node.start),
    end: mark.part === 'name' ? (member?.nameEnd ?? node.end) : node.end,
  };
  const part = partOfPane(layer, pane);
  const characters = part && charactersOfText(layer, part, content.text, range);
  return {
    own: characters && rangeOfPart(layer, part, characters),
    part: characters && { part, range: characters },
    text: { pane, range },
    value,
  };
}

/** A claim that the payload does not hold itself: the whole of the disclosure that it stands in. */
function spotOfDisclosed(layer: LayerView, pointer: string): Spot {
  const holding = (layer.disclosures ?? []).filter(
    (one) => one.pointer !== undefined && (pointer === one.pointer || pointer.startsWith(`${one.pointer}/`)),
  );
  const nearest = holding.toSorted((a, b) => (b.pointer?.length ?? 0) - (a.pointer?.length ?? 0))[0];
  const part = layer.opened.object?.parts.find(
    ({ name, text }) => name === 'disclosure' && nearest !== undefined && text === nearest.text,
  );
  if (part === undefined) return NOWHERE;
  const range = { start: 0, end: part.text.length };
  return {
    own: rangeOfPart(layer, part, range),
    part: { part, range },
    text: undefined,
    value: { pane: 'payload', pointer },
  };
}

function spotOfRange(layer: LayerView, { start, end }: MarkRange): Spot {
  if (start < 0 || end <= start || end > layer.opened.text.length) return NOWHERE;
  const own = { start, end };
  const part = partOfRange(layer, own);
  if (part === undefined) return { ...NOWHERE, own };
  const pane = paneOfPart(part.part);
  const content = pane && jsonText(layer, pane);
  const range = content && textOfCharacters(layer, part.part, content.text, part.range);
  if (pane === undefined || content === undefined || range === undefined) {
    return { own, part, text: undefined, value: valueOfDisclosure(layer, part.part) };
  }
  const pointer = innermost(content.json.root, range);
  return { own, part, text: { pane, range }, value: pointer === undefined ? undefined : { pane, pointer } };
}

/** The innermost value that holds all of the characters. */
function innermost(root: Parameters<typeof placeAtOffset>[0], { start, end }: MarkRange): string | undefined {
  const first = placeAtOffset(root, start)?.pointer;
  const last = placeAtOffset(root, end - 1)?.pointer;
  if (first === undefined || last === undefined) return undefined;
  const [a, b] = [first.split('/'), last.split('/')];
  const same = a.findIndex((token, index) => token !== b[index]);
  return (same < 0 ? a : a.slice(0, same)).join('/');
}

function valueOfDisclosure({ disclosures }: LayerView, { name, text }: EncodedPart): MarkPlaces['value'] {
  const pointer = name === 'disclosure' ? disclosures?.find((one) => one.text === text)?.pointer : undefined;
  return pointer === undefined ? undefined : { pane: 'payload', pointer };
}

/** Whether a place is, or lies in, the member of this name at the top of a header or of the claims. */
export function isInMember(
  { layer, value }: MarkPlaces,
  of: { readonly layer: number; readonly pane: 'header' | 'payload'; readonly name: string },
): boolean {
  if (value === undefined || layer !== of.layer || value.pane !== of.pane) return false;
  const pointer = `/${escapeToken(of.name)}`;
  return value.pointer === pointer || value.pointer.startsWith(`${pointer}/`);
}

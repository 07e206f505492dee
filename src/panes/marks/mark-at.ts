/** What stands at a place of an editor, as a mark. */
import { type JsonPlace, placeAtOffset, placeOfPointer } from '../../engine/token/json-pointer.ts';
import type { LayerView } from '../../workbench/types.ts';
import type { MarkFrom, PaneMark } from '../pane-mark.ts';
import { type JsonText, jsonText, paneOfPart, partOfRange, rangeOfPart, textOfCharacters } from './layer-parts.ts';
import type { MarkedView } from './mark-places.ts';
import { shownJson } from './shown-json.ts';

export interface EditorPoint {
  readonly editor: 'token' | 'header' | 'payload';
  /** of a character in the editor's text */
  readonly offset: number;
}

/** Undefined where no value is: the outermost brackets, white space, what is not JSON, and what the token does not hold. */
export function markAt(view: MarkedView, { editor, offset }: EditorPoint): PaneMark | undefined {
  const layer = view.layers[editor === 'token' ? 0 : view.layer];
  if (layer === undefined) return undefined;
  if (editor === 'token') return markInText(layer, offset, editor);
  const content = jsonText(layer, editor);
  const exact = content && shownJson(view[editor], content.text)?.toExact(offset);
  if (content === undefined || exact === undefined) return undefined;
  const inner = editor === 'payload' ? view.layers[view.layer + 1] : undefined;
  if (inner?.opened.text === content.text) return markInText(inner, exact, editor);
  return markOfValue(content, exact, { layer: layer.depth, from: editor, pane: editor });
}

/** The same for a caret, which stands between two characters: what is deeper counts, else what is behind it. */
export function markAtCaret(view: MarkedView, { editor, offset }: EditorPoint): PaneMark | undefined {
  const after = markAt(view, { editor, offset });
  const before = offset > 0 ? markAt(view, { editor, offset: offset - 1 }) : undefined;
  return depthOf(before) > depthOf(after) ? before : after;
}

function depthOf(mark: PaneMark | undefined): number {
  if (mark === undefined) return -1;
  return mark.kind === 'json' ? mark.pointer.split('/').length : 0;
}

/** At a character of a layer's own text. */
function markInText(layer: LayerView, offset: number, from: MarkFrom): PaneMark | undefined {
  const at = partOfRange(layer, { start: offset, end: offset + 1 });
  if (at === undefined) return undefined;
  const { part, range } = at;
  if (part.name === 'disclosure') {
    const whole = rangeOfPart(layer, part, { start: 0, end: part.text.length });
    return whole && { kind: 'characters', layer: layer.depth, from, ...whole };
  }
  const pane = paneOfPart(part);
  const content = pane && jsonText(layer, pane);
  const text = content && textOfCharacters(layer, part, content.text, range);
  if (pane === undefined || content === undefined || text === undefined) return undefined;
  return markOfValue(content, text.start, { layer: layer.depth, from, pane });
}

interface Of {
  readonly layer: number;
  readonly from: MarkFrom;
  readonly pane: 'header' | 'payload';
}

function markOfValue({ text, json }: JsonText, offset: number, of: Of): PaneMark | undefined {
  const place = placeAtOffset(json.root, offset);
  if (place === undefined || place.pointer === '' || isBetween(place, text.charAt(offset))) return undefined;
  // of members with the same name a pointer names the last
  if (placeOfPointer(json.root, place.pointer)?.node !== place.node) return undefined;
  return { kind: 'json', ...of, pointer: place.pointer, part: 'member' };
}

/** White space and commas of an object or a list belong to none of its values. */
function isBetween({ node, member }: JsonPlace, character: string): boolean {
  const isHolder = node.kind === 'object' || node.kind === 'array';
  return isHolder && member === undefined && ', \n\r\t'.includes(character);
}

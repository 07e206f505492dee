/** What is pointed at in one place of the page, so that it is seen in all others. */
import type { PartName } from '../engine/token/shapes.ts';

/** Where it was pointed at: there it is not drawn anew and nothing is scrolled. */
export type MarkFrom = 'claim' | 'finding' | 'bytes' | 'header' | 'payload' | 'token';

interface MarkBase {
  /** from 0 */
  readonly layer: number;
  readonly from: MarkFrom;
}

/**
 * A value of the JSON that a pane of the layer shows, of an SD-JWT also one that a disclosure holds: it follows the
 * edits of the token. Or characters of the layer's own text, end exclusive (for the outermost layer the text of the
 * token editor, for an inner one the content of the layer around it): it ends when that text changes.
 */
export type PaneMark =
  | (MarkBase & {
      readonly kind: 'json';
      readonly pane: 'header' | 'payload';
      /** RFC 6901 */
      readonly pointer: string;
      readonly part: 'member' | 'value' | 'name';
    })
  | (MarkBase & { readonly kind: 'characters'; readonly start: number; readonly end: number });

/** Offsets in a text, end exclusive. */
export interface MarkRange {
  readonly start: number;
  readonly end: number;
}

/** Where a mark is seen. What is undefined has no place there: it is encrypted, elsewhere, not shown, or not applied. */
export interface MarkPlaces {
  /** of the mark, from 0 */
  readonly layer: number;
  /** in the text of the token editor */
  readonly token: MarkRange | undefined;
  /** in what the panes of the open layer show */
  readonly header: MarkRange | undefined;
  readonly payload: MarkRange | undefined;
  /** characters of one encoded part of the layer; `index` as in `EncodedPart` */
  readonly part: (MarkRange & { readonly name: PartName; readonly index: number | undefined }) | undefined;
  /** the value of a header or of the claims (of an SD-JWT the processed ones) */
  readonly value: { readonly pane: 'header' | 'payload'; readonly pointer: string } | undefined;
}

export const NO_PLACES: MarkPlaces = {
  layer: 0,
  token: undefined,
  header: undefined,
  payload: undefined,
  part: undefined,
  value: undefined,
};

/** Both point at the same, wherever they come from. */
export function isSameMark(one: PaneMark | undefined, other: PaneMark | undefined): boolean {
  if (one === undefined || other === undefined) return one === other;
  if (one.layer !== other.layer) return false;
  if (one.kind === 'json')
    return other.kind === 'json' && one.pane === other.pane && one.pointer === other.pointer && one.part === other.part;
  return other.kind === 'characters' && one.start === other.start && one.end === other.end;
}

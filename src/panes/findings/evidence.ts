/** The exact characters that a finding is about, with what stands around them. */
import { placeOfPointer } from '../../engine/token/json-pointer.ts';
import type { Finding } from '../../engine/types.ts';
import type { LayerView } from '../../workbench/types.ts';
import { jsonText } from '../marks/layer-parts.ts';

export interface Evidence {
  /** encoded: characters of the token; decoded: of the JSON in it */
  readonly kind: 'encoded' | 'decoded';
  /** undefined: nothing more stands there, or it was cut off (`cutBefore`) */
  readonly before: string;
  readonly marked: string;
  readonly after: string;
  readonly cutBefore: boolean;
  readonly cutAfter: boolean;
  /** of the marked ones, where not all are given: the middle is left out */
  readonly markedEnd: string | undefined;
}

/** Characters that are given around the marked ones, and of the marked ones, which nobody reads while they are encoded. */
const AROUND = 16;
const MOST = { encoded: 64, decoded: 160 } as const;

/** Undefined where the finding is about the whole token, or about characters that are not there to be shown. */
export function evidenceOf({ part, pointer, span }: Finding, layer: LayerView | undefined): Evidence | undefined {
  if (layer === undefined) return undefined;
  if (pointer !== undefined && (part === 'header' || part === 'payload')) {
    const content = jsonText(layer, part);
    const place = content && pointer !== '' ? placeOfPointer(content.json.root, pointer) : undefined;
    if (content !== undefined && place !== undefined) {
      const { start, end } = place.node;
      const from = place.member?.nameStart ?? start;
      return excerpt('decoded', content.text, { from, start, end });
    }
  }
  if (span === undefined) return undefined;
  const [start, end] = span;
  return excerpt('encoded', layer.opened.text, { from: Math.max(0, start - AROUND), start, end });
}

interface Where {
  /** where the part that is given begins */
  readonly from: number;
  readonly start: number;
  readonly end: number;
}

function excerpt(kind: Evidence['kind'], text: string, { from, start, end }: Where): Evidence | undefined {
  if (start >= end || end > text.length) return undefined;
  const marked = text.slice(start, end);
  const most = MOST[kind];
  const isLong = marked.length > most;
  const behind = kind === 'encoded' ? Math.min(text.length, end + AROUND) : end;
  return {
    kind,
    before: text.slice(from, start),
    marked: isLong ? marked.slice(0, most / 2) : marked,
    markedEnd: isLong ? marked.slice(-most / 4) : undefined,
    after: text.slice(end, behind),
    cutBefore: kind === 'encoded' && from > 0,
    cutAfter: kind === 'encoded' && behind < text.length,
  };
}

/** What an edit in the header or payload pane does to its segment, by the rules of 'Exactness' (docs/architecture.md). */
import { sayExpected } from '../engine/messages/compact-jws.ts';
import { bytesOfHex } from '../engine/token/hex.ts';
import { parseJson } from '../engine/token/json.ts';
import type { JsonDocument } from '../engine/token/json-shapes.ts';
import { compactJson } from '../engine/token/layout.ts';
import { lineColumnAt } from '../engine/token/line-column.ts';
import type { Content } from '../engine/token/shapes.ts';
import { encodeUtf8 } from '../engine/token/utf8.ts';
import type { Json } from '../engine/types.ts';
import { notHexMessage, otherFormMessage } from '../words/not-applied.ts';
import type { JsonPane, PaneDraft } from './state.ts';
import type { Draft, EditView } from './types.ts';

export interface SegmentEdit {
  readonly pane: JsonPane;
  readonly typed: string;
  readonly view: EditView;
  /** the pane's content before the edit */
  readonly content: Content;
  /** the draft that the edit goes on with */
  readonly draft: PaneDraft | undefined;
  /** false: the token is in a form whose parts are edited in the token itself */
  readonly canEdit: boolean;
}

type Kind = Pick<PaneDraft, 'as' | 'heldJson'>;

export type EditedSegment = Kind &
  (
    | { readonly applied: true; readonly bytes: Uint8Array }
    | { readonly applied: false; readonly error: NonNullable<Draft['error']> }
  );

/**
 * The bytes of the edited segment, or where the text stops being what the pane holds.
 * - bytes that are not UTF-8: the text is their hex
 * - a header that held JSON, and a laid-out payload that held JSON: only JSON is applied
 * - otherwise every text is applied as it stands
 * In the laid-out view JSON is applied without insignificant white space, in the exact view with it.
 */
export function editSegment(edit: SegmentEdit): EditedSegment {
  const kind = kindOf(edit);
  if (!edit.canEdit) return refused(kind, edit.typed, 0, otherFormMessage());
  if (kind.as === 'hex') return hexEdit(kind, edit.typed);
  if (edit.view === 'exact' && edit.pane === 'payload') return asItStands(kind, edit.typed);
  const value = jsonValue(edit.typed);
  if (value === undefined && kind.heldJson) return notJson(kind, edit.typed);
  if (value === undefined || !isMeantAsJson(kind, value)) return asItStands(kind, edit.typed);
  const text = edit.view === 'exact' ? edit.typed : compactJson(edit.typed, NO_PROBLEMS);
  return asItStands({ ...kind, heldJson: true }, text);
}

/** What `compactJson` is told of a text that the runtime has parsed; positions are needed only of a fault. */
const NO_PROBLEMS: JsonDocument = { value: undefined, root: undefined, problems: [], duplicates: [] };

/** The runtime's parser, which takes a fraction of the time of one that keeps positions; undefined where it refuses. */
function jsonValue(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json; // as: JSON.parse answers Json only
  } catch {
    return undefined;
  }
}

function notJson(kind: Kind, typed: string): EditedSegment {
  const [problem] = parseJson(typed).problems;
  const { at, expected } = problem ?? { at: 0, expected: 'value' };
  return refused(kind, typed, at, `expected ${sayExpected(expected)}`);
}

/** How the pane is read stays as it was when the person began to type in it. */
function kindOf({ pane, content, draft }: SegmentEdit): Kind {
  if (draft !== undefined) return { as: draft.as, heldJson: draft.heldJson };
  if (content.kind === 'bytes') return { as: 'hex', heldJson: false };
  const heldJson = content.kind === 'json';
  const isNew = content.kind === 'none';
  return { as: heldJson || isNew || pane === 'header' ? 'json' : 'text', heldJson };
}

/** JSON in a pane that held none: an object or a list was meant as JSON, a bare word or number may be text. */
function isMeantAsJson({ heldJson }: Kind, value: Json): boolean {
  return heldJson || (typeof value === 'object' && value !== null);
}

function asItStands(kind: Kind, text: string): EditedSegment {
  return { ...kind, applied: true, bytes: encodeUtf8(text) };
}

function hexEdit(kind: Kind, typed: string): EditedSegment {
  const read = bytesOfHex(typed);
  return read.ok ? { ...kind, applied: true, bytes: read.bytes } : refused(kind, typed, read.at, notHexMessage());
}

function refused(kind: Kind, typed: string, offset: number, message: string): EditedSegment {
  return { ...kind, applied: false, error: { ...lineColumnAt(typed, offset), offset, message } };
}

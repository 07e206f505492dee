/** How a token comes in, and what is counted as an edit since. */
import { findTokens } from '../engine/text/find.ts';
import type { FoundToken } from '../engine/types.ts';
import { segmentTexts } from './segment-texts.ts';
import type { TokenDocument } from './state.ts';
import { changeBetween } from './text-change.ts';
import type { Arrival } from './types.ts';

/** Nothing has come in. */
export const NO_DOCUMENT: TokenDocument = {
  text: '',
  pick: 0,
  arrival: undefined,
  unedited: undefined,
  chip: undefined,
  drafts: {},
  edits: [],
  touched: [],
  presentation: undefined,
  signature: { kind: 'as-it-stands' },
  detached: undefined,
};

/**
 * The document that a pasted text makes; undefined where there is no token in it, and it is to be inserted as text.
 * Exactly one token stands in the editor without what was around it; several stay as they were pasted.
 */
export function documentFromPaste(
  raw: string,
  from: Arrival['from'],
  isEditorBlank: boolean,
): TokenDocument | undefined {
  const [first, second] = findTokens(raw);
  if (first === undefined) return undefined;
  const alone = second === undefined;
  // a run of letters without a dot may be a part that is pasted into a token
  if (alone && !first.text.includes('.') && !isEditorBlank) return undefined;
  if (!alone) return documentFromText(raw, from);
  const chip = chipFor(raw, first);
  return {
    ...documentFromText(first.text, from),
    chip,
    arrival: { text: first.text, raw, removed: first.removed, from },
  };
}

/** The document for a text that came from outside and stands as it is. */
export function documentFromText(text: string, from: Arrival['from']): TokenDocument {
  return { ...NO_DOCUMENT, text, arrival: { text, raw: text, removed: [], from } };
}

function chipFor(raw: string, found: FoundToken): TokenDocument['chip'] {
  const around = raw.slice(0, found.start) + raw.slice(found.end);
  const textAround = /\S/.test(around);
  return textAround || found.removed.length > 0 ? { textAround } : undefined;
}

/** The document after typing in the token editor. */
export function documentAfterTyping(before: TokenDocument, text: string): TokenDocument {
  return {
    ...before,
    text,
    pick: text === '' ? 0 : before.pick,
    arrival: arrivalAfterTyping(before, text),
    unedited: undefined,
    chip: undefined,
    edits: [],
    touched: [],
    presentation: undefined,
    signature: { kind: 'as-it-stands' },
  };
}

/**
 * What is typed from nothing, or typed over the whole token at once, comes in anew; it goes on coming in while it is
 * typed. Anything else is an edit of what came in.
 */
function arrivalAfterTyping({ text: before, arrival }: TokenDocument, text: string): Arrival | undefined {
  if (text.trim() === '') return undefined;
  const goesOn = arrival === undefined ? before.trim() === '' : arrival.from === 'typed' && arrival.text === before;
  if (!goesOn && !isTypedOver(before, text)) return arrival;
  return { text, raw: text, removed: [], from: 'typed' };
}

/** Characters of more than one segment were replaced by characters of more than one segment. */
function isTypedOver(before: string, after: string): boolean {
  const change = changeBetween(before, after);
  return (
    before.slice(change.start, change.endBefore).includes('.') &&
    after.slice(change.start, change.endAfter).includes('.')
  );
}

export interface EditedParts {
  readonly header: boolean;
  readonly payload: boolean;
  readonly signature: boolean;
}

const NOTHING_EDITED: EditedParts = { header: false, payload: false, signature: false };

/**
 * Which parts of the token differ from the one that came in; none where nothing came in or no token is there. What was
 * edited in a JSON serialization is told by `touchedParts`.
 */
export function editedParts(now: FoundToken | undefined, arrived: FoundToken | undefined): EditedParts {
  if (now === undefined || arrived === undefined || now.text === arrived.text) return NOTHING_EDITED;
  if (isJson(now) || isJson(arrived)) return NOTHING_EDITED;
  const after = segmentTexts(now);
  const before = segmentTexts(arrived);
  return {
    header: after.header !== before.header,
    payload: after.payload !== before.payload,
    signature: after.signature !== before.signature,
  };
}

function isJson({ form }: FoundToken): boolean {
  return form === 'jws-json' || form === 'jwe-json';
}

/**
 * What can be shown before the workbench is there: the token read, without any work of the engine's. In the page's first
 * script, so the reader of other forms than the compact JWS comes from outside.
 */
import { openSigned } from '../engine/open-signed.ts';
import type { Opened } from '../engine/opened.ts';
import { findTokens } from '../engine/text/find.ts';
import { signedWithoutKey, type WithoutKey } from '../engine/verdict/without-key.ts';
import { type EditedParts, editedParts } from './arrival.ts';
import { heldBy } from './held.ts';
import { shownContent } from './shown-content.ts';
import type { JsonPane, TokenDocument } from './state.ts';
import type { ShownVerdict, WorkbenchView } from './types.ts';
import {
  CHECKING,
  type Decided,
  ENGINE_MISSING,
  NOTHING,
  shown,
  verdictAtOnce,
  withSentence,
} from './verdict-at-once.ts';

/** The part of the workbench's view that the first view draws. */
export interface EarlyView extends Pick<WorkbenchView, 'text' | 'opened' | 'verdict' | 'edited'> {
  readonly header: Pick<WorkbenchView['header'], 'text'>;
  readonly payload: Pick<WorkbenchView['payload'], 'text'>;
}

/** What reads tokens. One that meets a form which it does not know finds the token and leaves it unread. */
export interface Reader {
  open(text: string, pick: number, known: Opened | undefined): Opened;
  withoutKey(opened: Opened, useTokenKey: boolean): WithoutKey;
}

export const SIGNED_ALONE: Reader = { open: openSigned, withoutKey: signedWithoutKey };

export interface EarlyInputs {
  readonly document: TokenDocument;
  readonly hasKey: boolean;
  readonly reader: Reader;
  /** a part that is needed was asked for and did not come */
  readonly partMissing: boolean;
}

/** `known`: what was opened before. */
export function earlyView(inputs: EarlyInputs, known: Opened | undefined): EarlyView {
  const { document, reader } = inputs;
  const opened = reader.open(document.text, document.pick, known);
  const edited = editedSince(document, opened);
  return {
    text: document.text,
    opened,
    edited,
    verdict: verdictOf(inputs, opened, edited),
    header: { text: shownText(opened, 'header') },
    payload: { text: shownText(opened, 'payload') },
  };
}

/** A token is there, of a form that the reader does not know. */
export function isUnread({ picked, object, verdict }: Opened): boolean {
  return picked !== undefined && object === undefined && verdict === undefined;
}

/** The engine has something to look at: a key, a token inside, disclosures, a key in the token. */
export function needsEngine({ hasKey, reader }: EarlyInputs, { opened }: EarlyView): boolean {
  if (hasKey) return true;
  return opened.picked !== undefined && !isUnread(opened) && reader.withoutKey(opened, false).next === 'engine';
}

function editedSince({ text, arrival, pick }: TokenDocument, { picked }: Opened): EditedParts {
  const arrived = arrival?.text ?? '';
  return editedParts(picked, arrived === text ? picked : findTokens(arrived)[pick]);
}

function shownText(opened: Opened, pane: JsonPane): string {
  return shownContent(heldBy(opened, pane), 'laid-out');
}

function verdictOf(inputs: EarlyInputs, opened: Opened, edited: EditedParts): ShownVerdict {
  const facts = { origin: inputs.document.arrival?.from, arrivalVerified: false, slow: false };
  return withSentence(decide(inputs, opened), opened, edited, facts);
}

function decide({ document, hasKey, reader, partMissing }: EarlyInputs, opened: Opened): Decided {
  if (document.text.trim() === '') return NOTHING;
  const early = verdictAtOnce(opened, reader.withoutKey(opened, false), hasKey);
  if (early !== undefined) return shown(early);
  return partMissing ? ENGINE_MISSING : CHECKING;
}

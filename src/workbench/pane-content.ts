/** What the header and payload panes show: the person's draft where there is one, otherwise the exact bytes laid out. */
import type { Content } from '../engine/token/shapes.ts';
import type { Held } from './held.ts';
import { shownContent } from './shown-content.ts';
import { draftKey, type JsonPane, type PaneDraft, type TokenDocument } from './state.ts';
import type { EditView, PaneContent } from './types.ts';

export interface PaneSource {
  readonly pane: JsonPane;
  readonly held: Held;
  readonly draft: PaneDraft | undefined;
  readonly view: EditView;
  readonly edited: boolean;
}

/** Where a draft is looked for. */
export interface DraftPlace {
  readonly layer: number;
  readonly pane: JsonPane;
  readonly view: EditView;
  readonly held: Held;
  /** what is held is that of the token before an edit: the engine has not opened the new one yet */
  readonly isStale: boolean;
}

/** The draft of a pane, where the token still holds what it was typed for. */
export function draftFor({ drafts }: TokenDocument, token: string, place: DraftPlace): PaneDraft | undefined {
  const draft = drafts[draftKey(place.layer, place.pane)];
  if (draft?.view !== place.view) return undefined;
  if (draft.token !== undefined && draft.token !== token) return undefined;
  return place.isStale || draft.segment === place.held.anchor ? draft : undefined;
}

/** The values on which `paneContent` depends. The anchor stands for the content. */
export function paneContentKey({ pane, held, draft, view, edited }: PaneSource): readonly unknown[] {
  return [pane, held.anchor, held.content.kind, draft, view, edited];
}

/** Characters of a content that an editor is given: more than the longest token holds, so only what was inflated has more. */
const LONGEST_SHOWN = 8_400_000;

export function paneContent({ pane, held, draft, view, edited }: PaneSource): PaneContent {
  if (draft === undefined && charactersOf(held) > LONGEST_SHOWN)
    return { text: '', language: 'text', as: 'too-large', view, notApplied: undefined, edited };
  const as = draft?.as ?? kindOf(held.content);
  return {
    text: draft?.text ?? shownContent(held, view),
    language: as === 'json' || (pane === 'header' && as !== 'hex') ? 'json' : 'text',
    as,
    view,
    notApplied: draft?.error,
    edited,
  };
}

function kindOf(content: Content): PaneContent['as'] {
  if (content.kind === 'none') return 'nothing';
  return content.kind === 'bytes' ? 'hex' : content.kind;
}

function charactersOf({ content, bytes }: Held): number {
  return 'text' in content ? content.text.length : (bytes?.length ?? 0);
}

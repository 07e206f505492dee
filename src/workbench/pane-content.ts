/** What the header and payload panes show: the person's draft where there is one, otherwise the exact bytes laid out. */
import type { Opened } from '../engine/open.ts';
import { hexOf } from '../engine/token/hex.ts';
import { layOut } from '../engine/token/layout.ts';
import type { Content } from '../engine/token/shapes.ts';
import { bytesOf, contentOf, segmentTexts } from './segments.ts';
import type { JsonPane, PaneDraft, TokenDocument } from './state.ts';
import type { EditView, PaneContent } from './types.ts';

export interface PaneSource {
  readonly pane: JsonPane;
  readonly opened: Opened;
  readonly draft: PaneDraft | undefined;
  readonly view: EditView;
  readonly edited: boolean;
}

/** The draft of a pane, where the token still holds the segment that it was typed for. */
export function draftFor(
  { drafts }: TokenDocument,
  pane: JsonPane,
  view: EditView,
  opened: Opened,
): PaneDraft | undefined {
  const draft = drafts[pane];
  return draft?.view === view && draft.segment === segmentTexts(opened.picked)[pane] ? draft : undefined;
}

/** The values on which `paneContent` depends. The segment's characters stand for its content. */
export function paneContentKey({ pane, opened, draft, view, edited }: PaneSource): readonly unknown[] {
  return [pane, opened.form, segmentTexts(opened.picked)[pane], contentOf(opened, pane).kind, draft, view, edited];
}

export function paneContent({ pane, opened, draft, view, edited }: PaneSource): PaneContent {
  const content = contentOf(opened, pane);
  const as = draft?.as ?? kindOf(content);
  return {
    text: draft?.text ?? shownContent(opened, pane, content, view),
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

function shownContent(opened: Opened, pane: JsonPane, content: Content, view: EditView): string {
  switch (content.kind) {
    case 'json':
      return view === 'laid-out' ? layOut(content.text, content.json) : content.text;
    case 'text':
      return content.text;
    case 'bytes':
      return hexOf(bytesOf(opened, pane) ?? new Uint8Array());
    case 'none':
      return '';
    default:
      return content satisfies never;
  }
}

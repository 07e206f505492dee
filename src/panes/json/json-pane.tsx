import { type ReactNode, useMemo } from 'react';
import { Editor } from '../../editor/editor.tsx';
import type { Content } from '../../engine/token/shapes.ts';
import type { Problem } from '../../engine/types.ts';
import { IconButton } from '../../ui/button.tsx';
import { Chip } from '../../ui/chip.tsx';
import { CopyButton } from '../../ui/copy-button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Pane } from '../../ui/pane.tsx';
import { JSON_PANES, notAppliedLine } from '../../words/json-panes.ts';
import type { PaneContent, WorkbenchActions, WorkbenchView } from '../../workbench/types.ts';
import type { PageActs } from '../page-acts.ts';
import { ProblemNotice } from '../problem-notice.tsx';
import { GhostLines } from './ghost-lines.tsx';
import { jsonMarkers } from './json-facts.ts';

interface JsonPaneProps {
  readonly pane: 'header' | 'payload';
  readonly view: WorkbenchView;
  readonly actions: WorkbenchActions;
  readonly acts: PageActs;
  /** size and number of members */
  readonly meta: string | undefined;
  readonly content: Content | undefined;
  /** tools before those that both panes have */
  readonly tools?: ReactNode;
  readonly notice?: ReactNode;
  /** as high as its content; otherwise the pane gives the height */
  readonly fit: boolean;
}

const NO_PROBLEMS: readonly Problem[] = [];

/** What the header and the payload pane share: the editor, its view, its marks, and what is said about them. */
export function JsonPane({ pane, view, actions, acts, meta, content, tools, notice, fit }: JsonPaneProps) {
  const shown = view[pane];
  const words = JSON_PANES[pane];
  const empty = view.text === '';
  const problems = view.opened.layer?.problems ?? NO_PROBLEMS;
  const ours = useMemo(() => problems.filter(({ part }) => part === pane), [problems, pane]);
  const markers = useMemo(() => jsonMarkers(shown, content, ours), [shown, content, ours]);
  const segment = pane === 'header' ? 'h' : 'p';
  return (
    <Pane
      name={pane}
      title={words.title}
      swatch={segment}
      meta={empty ? words.ghost : meta}
      chips={<PaneChips shown={shown} />}
      tools={
        empty ? undefined : (
          <>
            {tools}
            <ViewButton pane={pane} shown={shown} setView={actions.setView} />
            <CopyButton label={words.copy} text={() => shown.text} onRefused={acts.copyRefused} />
          </>
        )
      }
    >
      {notice}
      {shown.notApplied === undefined ? <ProblemNotice problems={ours} parts={[pane]} /> : null}
      <div className="json-body">
        <Editor
          name={words.title}
          value={shown.text}
          language={shown.language}
          segment={segment}
          markers={markers}
          fit={fit}
          {...(view.caret?.pane === pane ? { caret: view.caret } : {})}
          onChange={(text, caret) => actions.editPane(pane, text, caret)}
          onUndo={actions.undo}
          onRedo={actions.redo}
        />
        {empty ? <GhostLines pane={pane} /> : null}
      </div>
      {shown.notApplied === undefined ? null : (
        <Notice tone="warn">
          {notAppliedLine(shown.notApplied.line, shown.notApplied.column, shown.notApplied.message)}
        </Notice>
      )}
    </Pane>
  );
}

function PaneChips({ shown }: { readonly shown: PaneContent }) {
  return (
    <>
      {shown.as === 'hex' ? <Chip tone="idle">{JSON_PANES.asHex}</Chip> : null}
      {shown.notApplied === undefined ? null : (
        <Chip tone="warn" icon="circleInfo">
          {JSON_PANES.notApplied}
        </Chip>
      )}
      {shown.edited ? (
        <Chip tone="note" icon="pencil">
          {JSON_PANES.edited}
        </Chip>
      ) : null}
    </>
  );
}

interface ViewButtonProps {
  readonly pane: 'header' | 'payload';
  readonly shown: PaneContent;
  setView(pane: 'header' | 'payload', view: 'laid-out' | 'exact'): void;
}

/** Laid out in lines, or exactly as encoded; only JSON can be laid out. */
function ViewButton({ pane, shown, setView }: ViewButtonProps) {
  if (shown.as !== 'json') return null;
  const laidOut = shown.view === 'laid-out';
  return (
    <IconButton
      icon="lines"
      label={laidOut ? JSON_PANES[pane].exact : JSON_PANES[pane].laidOut}
      className={laidOut ? '' : 'button-on'}
      onClick={() => setView(pane, laidOut ? 'exact' : 'laid-out')}
    />
  );
}

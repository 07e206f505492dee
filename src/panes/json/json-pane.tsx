import { type ReactNode, type RefObject, useMemo } from 'react';
import { Editor } from '../../editor/editor.tsx';
import type { EditorHint, EditorProps, EditorSpan } from '../../editor/types.ts';
import type { Content } from '../../engine/token/shapes.ts';
import type { Part, Problem } from '../../engine/types.ts';
import { IconButton, LinkButton } from '../../ui/button.tsx';
import { Chip } from '../../ui/chip.tsx';
import { CopyButton } from '../../ui/copy-button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Pane } from '../../ui/pane.tsx';
import { JSON_PANES, notAppliedLine } from '../../words/json-panes.ts';
import type { PaneContent, WorkbenchActions, WorkbenchView } from '../../workbench/types.ts';
import { useMarkedEditor } from '../marks/use-marked-editor.ts';
import type { Marks } from '../marks/use-marks.ts';
import { openLayer } from '../open-layer.ts';
import type { PageActs } from '../page-acts.ts';
import { ProblemNotice } from '../problem-notice.tsx';
import { GhostLines } from './ghost-lines.tsx';
import { jsonMarkers } from './json-facts.ts';

interface JsonPaneProps {
  readonly pane: 'header' | 'payload';
  readonly view: WorkbenchView;
  readonly actions: WorkbenchActions;
  readonly acts: PageActs;
  readonly marks: Marks;
  /** of the pane; its editor keeps its own name */
  readonly title: string;
  /** whose problems are told here */
  readonly parts: readonly Part[];
  /** size and number of members */
  readonly meta: string | undefined;
  readonly content: Content | undefined;
  readonly hints?: readonly EditorHint[];
  /** tools before those that both panes have */
  readonly tools?: ReactNode;
  readonly notice?: ReactNode;
  /** in the place of the editor, while there is nothing that it could show */
  readonly instead?: ReactNode;
  /** below the editor */
  readonly foot?: ReactNode;
  /** the content is a token, drawn as the token editor draws one */
  readonly asToken?: Pick<EditorProps, 'columns' | 'spans' | 'gutter'> & { readonly bar: ReactNode };
  readonly body?: RefObject<HTMLDivElement | null>;
  /** as high as its content; otherwise the pane gives the height */
  readonly fit: boolean;
}

const NO_PROBLEMS: readonly Problem[] = [];
const NO_SPANS: readonly EditorSpan[] = [];
const NO_HINTS: readonly EditorHint[] = [];

/** What the header and the payload pane share: the editor, its view, its marks, and what is said about them. */
export function JsonPane(props: JsonPaneProps) {
  const { pane, view, actions, acts, title, parts, meta, content, tools, notice, instead, foot, asToken, body, fit } =
    props;
  const marked = useMarkedEditor(props.marks, pane, asToken?.spans ?? NO_SPANS);
  const shown = view[pane];
  const words = JSON_PANES[pane];
  const empty = view.text === '';
  const problems = openLayer(view)?.problems ?? NO_PROBLEMS;
  const ours = useMemo(() => problems.filter(({ part }) => parts.includes(part)), [problems, parts]);
  const locked = instead !== undefined;
  const markers = useMemo(() => jsonMarkers(shown, content, ours), [shown, content, ours]);
  const segment = pane === 'header' ? 'h' : 'p';
  return (
    <Pane
      name={pane}
      title={title}
      swatch={segment}
      meta={empty ? words.ghost : meta}
      chips={<PaneChips shown={shown} />}
      tools={
        empty || locked ? undefined : (
          <>
            {tools}
            <ViewButton pane={pane} shown={shown} setView={actions.setView} />
            <CopyButton label={words.copy} text={() => shown.text} onRefused={acts.copyRefused} />
          </>
        )
      }
    >
      {notice}
      {shown.notApplied === undefined ? <ProblemNotice problems={ours} parts={parts} /> : null}
      {instead}
      {asToken?.bar}
      <div className="json-body" ref={body} hidden={locked}>
        <Editor
          name={words.title}
          value={shown.text}
          language={asToken === undefined ? shown.language : 'token'}
          segment={segment}
          markers={markers}
          hints={props.hints ?? NO_HINTS}
          fit={fit}
          {...tokenProps(asToken)}
          {...marked}
          {...(view.caret?.pane === pane ? { caret: view.caret } : {})}
          onChange={(text, caret) => actions.editPane(pane, text, caret)}
          onUndo={actions.undo}
          onRedo={actions.redo}
        />
        {empty ? <GhostLines pane={pane} /> : null}
      </div>
      {shown.notApplied === undefined ? null : (
        <NotApplied error={shown.notApplied} layer={view.layer} actions={actions} acts={acts} />
      )}
      {foot}
    </Pane>
  );
}

function tokenProps(asToken: JsonPaneProps['asToken']): Pick<EditorProps, 'columns' | 'gutter'> {
  if (asToken === undefined) return {};
  const { bar: _bar, spans: _spans, ...props } = asToken;
  return props;
}

interface NotAppliedProps {
  readonly error: NonNullable<PaneContent['notApplied']>;
  /** the open one */
  readonly layer: number;
  readonly actions: WorkbenchActions;
  readonly acts: PageActs;
}

/** Why the token does not hold what stands in the pane. */
function NotApplied({ error, layer, actions, acts }: NotAppliedProps) {
  if (error.refused === undefined)
    return <Notice tone="warn">{notAppliedLine(error.line, error.column, error.message)}</Notice>;
  const { layer: refusing } = error.refused;
  return (
    <Notice
      tone="warn"
      acts={
        refusing === layer ? (
          <LinkButton onClick={acts.goToKey}>{JSON_PANES.toKey}</LinkButton>
        ) : (
          <LinkButton onClick={() => actions.openLayer(refusing)}>{JSON_PANES.toLayer(refusing + 1)}</LinkButton>
        )
      }
    >
      {error.message}
    </Notice>
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

import { useEffect, useId, useMemo, useRef, useState } from 'react';
import { CompositionBar } from '../../editor/composition-bar.tsx';
import { Editor } from '../../editor/editor.tsx';
import { rowCount } from '../../editor/token-lines.ts';
import { TokenRail } from '../../editor/token-rail.tsx';
import type { Serialization } from '../../engine/token/shapes.ts';
import type { Part } from '../../engine/types.ts';
import { LinkButton } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Pane } from '../../ui/pane.tsx';
import { useLater } from '../../ui/use-later.ts';
import { useMedia } from '../../ui/use-media.ts';
import { editedLine, lengthLine, partsLine, removedLine, showAllLines, TOKEN } from '../../words/token.ts';
import type { WorkbenchActions, WorkbenchView } from '../../workbench/types.ts';
import type { EntriesListProps } from '../entries/entries-list.tsx';
import { useMarkedEditor } from '../marks/use-marked-editor.ts';
import type { Marks } from '../marks/use-marks.ts';
import type { PageActs, Said } from '../page-acts.ts';
import { ProblemNotice } from '../problem-notice.tsx';
import { editedRanges } from './edited-ranges.ts';
import { FoundTokens } from './found-tokens.tsx';
import { FOLDED_LINES, SCROLLS_WITH_PAGE } from './token-measures.ts';
import { tokenMarkers, tokenParts, tokenSpans } from './token-parts.ts';
import { TokenStart } from './token-start.tsx';
import { TokenTools } from './token-tools.tsx';
import { useColumns } from './use-columns.ts';

interface TokenPaneProps {
  readonly view: WorkbenchView;
  readonly actions: WorkbenchActions;
  readonly acts: PageActs;
  /** what the page has to say about the last act: paste, file, copy, link */
  readonly said: Said | undefined;
  /** which signature or recipient of a JSON serialization is looked at */
  readonly entry: number;
  setEntry(entry: number): void;
  readonly marks: Marks;
}

/** The encoded token: the one text that all other panes are derived from. */
export function TokenPane({ view, actions, acts, said, entry, setEntry, marks }: TokenPaneProps) {
  const { text, opened, arrival } = view;
  const empty = text === '';
  const body = useRef<HTMLDivElement>(null);
  const words = useId();
  const columns = useColumns(body);
  const [notConverted, convert] = useConvert(view, actions);
  const scrollsWithPage = useMedia(SCROLLS_WITH_PAGE);

  const parts = useMemo(() => tokenParts(opened), [opened]);
  const edited = useMemo(() => (arrival === undefined ? [] : editedRanges(arrival.text, text)), [arrival, text]);
  const spans = useMemo(() => tokenSpans(text, parts, edited), [text, parts, edited]);
  const marked = useMarkedEditor(marks, 'token', spans);
  const markers = useMemo(() => tokenMarkers(opened), [opened]);
  const changed = view.edited.header || view.edited.payload || view.edited.signature;

  return (
    <Pane
      name="token"
      title={TOKEN.title}
      meta={empty ? undefined : lengthLine(text.length)}
      tools={
        <TokenTools
          text={text}
          serialization={opened.object?.serialization}
          convert={convert}
          clearable={!empty || view.key.text !== ''}
          acts={acts}
          clear={actions.clear}
        />
      }
    >
      <SaidNotice view={view} said={said} />
      {notConverted === undefined ? null : (
        <Notice tone="warn" alert>
          {notConverted}
        </Notice>
      )}
      <RemovedRow view={view} showAsPasted={actions.showAsPasted} />
      {opened.found.length > 1 ? (
        <FoundTokens found={opened.found} picked={view.pickIndex} pick={actions.pick} />
      ) : null}
      <TokenProblem view={view} />
      <Entries view={view} actions={actions} acts={acts} entry={entry} setEntry={setEntry} />
      {parts.length === 0 ? null : <CompositionBar parts={parts} columns={columns} />}
      <FoldedLines lines={empty ? 0 : rowCount(text, columns)}>
        <div ref={body} className="token-body">
          <Editor
            name={TOKEN.title}
            value={text}
            language="token"
            columns={columns}
            {...marked}
            markers={markers}
            fit={scrollsWithPage}
            gutter={<TokenRail text={text} parts={parts} columns={columns} />}
            describedBy={words}
            {...caretOf(view)}
            onChange={actions.editToken}
            onPaste={actions.pasteToken}
            onUndo={actions.undo}
            onRedo={actions.redo}
          />
          {empty ? <TokenStart acts={acts} /> : null}
          <p id={words} hidden>
            {partsLine(parts)}
          </p>
        </div>
      </FoldedLines>
      {changed && !empty ? (
        <div className="flex items-baseline gap-2 py-1 pr-4 pl-10 text-small text-ink-2">
          <span className="min-w-0 grow text-pretty">{editedLine(edited)}</span>
          <LinkButton onClick={actions.undoEdit}>{TOKEN.undoEdit}</LinkButton>
        </div>
      ) : null}
    </Pane>
  );
}

/** What is said where the token cannot be converted, until it is another; and the act. */
function useConvert(view: WorkbenchView, actions: WorkbenchActions) {
  const [said, setSaid] = useState<{ readonly text: string; readonly message: string }>();
  function convert(to: Serialization) {
    const answer = actions.convertTo(to);
    setSaid(answer.converted ? undefined : { text: view.text, message: answer.message });
  }
  return [said?.text === view.text ? said.message : undefined, convert] as const;
}

/** The signatures or recipients of a JSON serialization. */
function Entries({ view, actions, acts, entry, setEntry }: Omit<TokenPaneProps, 'said' | 'marks'>) {
  const [outermost] = view.layers;
  const serialization = outermost?.opened.object?.serialization;
  const wanted = serialization === 'flattened' || serialization === 'general';
  const { Part: List, fetchPart } = useLater<EntriesListProps>(
    async () => (await import('../entries/entries-list.tsx')).EntriesList,
    acts.partMissing,
  );
  useEffect(() => {
    if (wanted) fetchPart();
  }, [wanted, fetchPart]);
  if (!wanted || outermost === undefined || List === undefined) return null;
  return (
    <List
      layer={outermost}
      picked={view.layer === 0 ? entry : undefined}
      pick={(index) => {
        if (view.layer !== 0) actions.openLayer(0);
        setEntry(index);
      }}
    />
  );
}

function caretOf({ caret }: WorkbenchView) {
  return caret?.pane === 'token' ? { caret } : {};
}

function SaidNotice({ view, said }: { readonly view: WorkbenchView; readonly said: Said | undefined }) {
  const words = view.trouble?.act === 'example' ? view.trouble.message : said?.words;
  if (words === undefined) return null;
  return (
    <Notice tone="warn" alert={said?.alert ?? true}>
      {words}
    </Notice>
  );
}

function RemovedRow({ view, showAsPasted }: { readonly view: WorkbenchView; showAsPasted(): void }) {
  if (view.removedChip.length === 0 && !view.textAroundRemoved) return null;
  return (
    <div className="pane-row">
      <span className="min-w-0 grow text-small text-pretty text-ink-2">
        {removedLine(view.removedChip, view.textAroundRemoved)}
      </span>
      <LinkButton className="text-small" onClick={showAsPasted}>
        {TOKEN.showAsPasted}
      </LinkButton>
    </div>
  );
}

/** Disclosures have no pane of their own here, and those of an encrypted token have one. */
const OWN_PARTS: readonly Part[] = ['envelope', 'signature', 'disclosure'];

/** What is wrong with the token as a whole, or with the letters of its signature segment. */
function TokenProblem({ view }: { readonly view: WorkbenchView }) {
  const { layer, verdict } = view.opened;
  if (layer !== undefined) return <ProblemNotice problems={layer.problems} parts={OWN_PARTS} />;
  if (verdict?.code !== 'no-token-found') return null;
  const { code, message, values } = verdict;
  return <ProblemNotice problems={[{ code, message, values, part: 'envelope' }]} parts={['envelope']} />;
}

/** On a small screen a long token shows its first lines, and all when asked. */
function FoldedLines({ lines, children }: { readonly lines: number; readonly children: React.ReactNode }) {
  const [open, setOpen] = useState(false);
  const long = lines > FOLDED_LINES;
  return (
    <>
      <div className="token-fold" data-folded={long && !open}>
        {children}
      </div>
      {long ? (
        <button
          type="button"
          className="button button-quiet token-unfold"
          aria-expanded={open}
          onClick={() => setOpen(!open)}
        >
          {open ? TOKEN.showLess : showAllLines(lines)}
        </button>
      ) : null}
    </>
  );
}

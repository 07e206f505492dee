import { useCallback, useLayoutEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import { ExamplesColumn } from '../panes/examples/examples-column.tsx';
import { Inspector, type TabRequest } from '../panes/inspector/inspector.tsx';
import { inspectorTabs } from '../panes/inspector/inspector-tabs.ts';
import { KeyCard } from '../panes/key/key-card.tsx';
import { useMarks } from '../panes/marks/use-marks.ts';
import { MiddlePanes } from '../panes/middle-panes.tsx';
import { TimesInProvider, useTimesIn } from '../panes/times-in.tsx';
import { TokenPane } from '../panes/token/token-pane.tsx';
import { VerdictBar } from '../panes/verdict/verdict-bar.tsx';
import { LinkButton } from '../ui/button.tsx';
import { writeClipboard } from '../ui/clipboard.ts';
import { Splitter } from '../ui/splitter.tsx';
import { INSPECTOR } from '../words/inspector.ts';
import { SHELL } from '../words/shell.ts';
import type { ShownVerdict } from '../workbench/types.ts';
import { useWorkbench, useWorkbenchActions, WorkbenchContext } from '../workbench/use-workbench.ts';
import type { Workbench } from '../workbench/workbench.ts';
import { type Float, Floats } from './floats.tsx';
import { takeUpdate } from './offline/page-offline.ts';
import { UpdateNotice } from './offline/update-notice.tsx';
import { useUpdate } from './offline/use-update.ts';
import { focusRegion } from './regions.ts';
import { runAct } from './run-act.ts';
import { StatusBar } from './status-bar.tsx';
import { Toast } from './toast.tsx';
import { TopBar, useTheme } from './top-bar.tsx';
import { useArrivals } from './use-arrivals.ts';
import { useEntry } from './use-entry.ts';
import { usePageActs } from './use-page-acts.ts';
import { useShortcuts } from './use-shortcuts.ts';
import { useSplit } from './use-split.ts';

interface AppProps {
  readonly workbench: Workbench;
  /** the token stood in the query of the address */
  readonly sentInQuery?: boolean;
}

export function App({ workbench, sentInQuery = false }: AppProps) {
  return (
    <WorkbenchContext value={workbench}>
      <TimesInProvider>
        <Page sentInQuery={sentInQuery} />
      </TimesInProvider>
    </WorkbenchContext>
  );
}

function Page({ sentInQuery }: { readonly sentInQuery: boolean }) {
  const view = useWorkbench((whole) => whole);
  const actions = useWorkbenchActions();
  const [theme, nextTheme] = useTheme();
  const { timesIn, setTimesIn } = useTimesIn();
  const [letters, setLetters] = useState(true);
  const [copiedToken, setCopiedToken] = useState(0);
  const [float, setFloat] = useState<Float>();
  const [entry, setEntry] = useEntry(view);
  const marks = useMarks(view);
  const [tabAsked, setTabAsked] = useState<TabRequest>();
  const split = useSplit();
  const update = useUpdate();

  const openExamples = useCallback((anchor: HTMLElement) => setFloat(anchor), []);
  const { acts, said, say, takeFile } = usePageActs(actions, openExamples);
  const { dragging } = useArrivals(actions, takeFile);
  useLayoutEffect(() => {
    // only once the page is live: it must begin as it was prerendered
    if (sentInQuery) say({ words: SHELL.sentInAddress, alert: false });
  }, [sentInQuery, say]);

  useShortcuts(
    (act) =>
      runAct(act, {
        view,
        actions,
        nextTheme,
        nextTimesIn: () => setTimesIn(timesIn === 'utc' ? 'local' : 'utc'),
        openShortcuts: () => setFloat('shortcuts'),
        openExamples,
        stepFinding: (by) => setTabAsked({ tab: 'findings', step: { by } }),
        releaseMark: marks.release,
        copyToken: async () => {
          if (await writeClipboard(view.text)) setCopiedToken((count) => count + 1);
          else acts.copyRefused();
        },
      }),
    letters,
  );

  const empty = view.text === '';
  const tabs = inspectorTabs(view);
  const endToast = useCallback(() => setCopiedToken(0), []);
  return (
    <div className="app" data-empty={empty} data-inspector={tabs.length > 0} data-dragging={dragging}>
      <LinkButton className="skip-link" onClick={() => focusRegion('token')}>
        {SHELL.skip}
      </LinkButton>
      <TopBar theme={theme} nextTheme={nextTheme} openShortcuts={() => setFloat('shortcuts')} />
      <VerdictBar
        view={view}
        onCell={(cell) => {
          if (cell.kind === 'inspector' && empty) return focusRegion('token');
          if (cell.kind === 'inspector') return setTabAsked({ tab: cell.tab });
          const { layer } = cell;
          flushSync(() => actions.openLayer(layer));
          const region = regionOf(view.layers[layer]?.verdict.state ?? view.verdict.state);
          if (!focusRegion(region)) focusRegion('payload');
        }}
      />
      <main className="work" style={split.style}>
        <div className="column column-left" ref={split.left}>
          <TokenPane
            view={view}
            actions={actions}
            acts={acts}
            said={said}
            entry={entry}
            setEntry={setEntry}
            marks={marks}
          />
          <KeyCard
            view={view}
            actions={actions}
            acts={acts}
            height={split.keyHeight}
            splitter={<Splitter axis="y" label={SHELL.splitKey} {...split.key} />}
          />
          <Splitter axis="x" label={SHELL.splitColumns} {...split.columns} />
        </div>
        <div className="column column-middle" ref={split.middle}>
          <MiddlePanes view={view} actions={actions} acts={acts} marks={marks} entry={entry} />
          {tabs.length === 0 ? null : (
            <Splitter axis="x" label={INSPECTOR.split} className="splitter-inspector" {...split.inspector} />
          )}
        </div>
        {tabs.length === 0 ? null : (
          <div className="column column-inspector">
            <Inspector
              view={view}
              tabs={tabs}
              actions={actions}
              acts={acts}
              goTo={goTo}
              asked={tabAsked}
              ask={setTabAsked}
              marks={marks}
            />
          </div>
        )}
        {empty ? (
          <div className="column column-right">
            <ExamplesColumn openExample={actions.openExample} openAll={openExamples} />
          </div>
        ) : null}
        {view.canUndoClear ? (
          <Toast icon="undo" words={SHELL.cleared} act={{ words: SHELL.undo, run: actions.undoClear }} />
        ) : copiedToken > 0 ? (
          <Toast key={copiedToken} icon="check" words={SHELL.tokenCopied} onEnd={endToast} />
        ) : update.isAsked ? (
          <UpdateNotice filled={!empty || view.key.text !== ''} reload={takeUpdate} later={update.later} />
        ) : null}
      </main>
      <StatusBar view={view} askToUpdate={update.ask} />
      <Floats
        float={float}
        letters={letters}
        setLetters={setLetters}
        openExample={actions.openExample}
        onClose={() => setFloat(undefined)}
        onMissing={acts.partMissing}
      />
    </div>
  );
}

/** A content that is locked has no editor; the header of a layer has one always. */
function goTo(region: 'key' | 'payload'): void {
  if (!focusRegion(region)) focusRegion('header');
}

/** Where the answer in the cell can be changed or looked at. */
function regionOf(state: ShownVerdict['state']): 'signature' | 'payload' | 'key' {
  if (state === 'decrypted') return 'payload';
  return state === 'signed' || state === 'verified' || state === 'unsupported' ? 'signature' : 'key';
}

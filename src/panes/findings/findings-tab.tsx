/** What the rules found: each with its characters, its reason and its source; to filter, to mute and to take along. */
import './findings.css';
import { useCallback, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { LinkButton } from '../../ui/button.tsx';
import { FINDINGS, mutedLine, showAllFindings } from '../../words/findings.ts';
import type { WorkbenchActions, WorkbenchView } from '../../workbench/types.ts';
import type { Marks } from '../marks/use-marks.ts';
import type { PageActs } from '../page-acts.ts';
import { isSameMark } from '../pane-mark.ts';
import { ExportMenu } from './export-menu.tsx';
import { type FindingFilter, type ListedFinding, listFindings, NO_FILTER } from './finding-list.ts';
import { markOfFinding } from './finding-mark.ts';
import { FindingRow } from './finding-row.tsx';
import { FindingsFilter } from './findings-filter.tsx';
import { SecretSearchPanel } from './secret-search.tsx';
import type { SecretSearch } from './use-secret-search.ts';
import { type FindingStep, useStep } from './use-step.ts';

/** Rows that are drawn until all are asked for. */
const FIRST_ROWS = 60;

export interface FindingsTabProps {
  readonly view: WorkbenchView;
  readonly actions: WorkbenchActions;
  readonly acts: PageActs;
  readonly marks: Marks;
  /** to the next or the previous finding; each request is an object of its own */
  readonly step: FindingStep | undefined;
  /** goes on while another tab is shown */
  readonly search: SecretSearch;
}

export function FindingsTab({ view, actions, acts, marks, step, search }: FindingsTabProps) {
  const { meaning, meaningMissing, mutedRules, layers } = view;
  const [filter, setFilter] = useState<FindingFilter>(NO_FILTER);
  const [isWhole, setWhole] = useState(false);
  const [chosen, setChosen] = useState<string>();
  const findings = useLast(meaning?.findings);
  const list = useMemo(() => findings && listFindings(findings, mutedRules, filter), [findings, mutedRules, filter]);
  const isSelected = ({ key, finding }: ListedFinding) => {
    const mark = markOfFinding(finding);
    return key === chosen && (mark === undefined || isSameMark(marks.selected, mark));
  };
  const latest = useRef({ view, isSelected });
  useLayoutEffect(() => {
    latest.current = { view, isSelected };
  });
  const { select: setMark } = marks;
  const select = useCallback(
    (listed: ListedFinding) => {
      const { view: now, isSelected: wasSelected } = latest.current;
      const { key, finding } = listed;
      if (wasSelected(listed)) {
        setChosen(undefined);
        setMark(undefined);
        return;
      }
      if (finding.layer !== now.layer && finding.layer < now.layers.length) actions.openLayer(finding.layer);
      setChosen(key);
      setMark(markOfFinding(finding));
    },
    [actions, setMark],
  );
  const rows = useRef<HTMLDivElement>(null);
  useStep(step, list?.shown, { isSelected, rows, select });

  if (meaningMissing) return <p className="inspector-note">{FINDINGS.missing}</p>;
  if (list === undefined) return <p className="inspector-note findings-waiting">{FINDINGS.waiting}</p>;
  const { shown, muted, counts } = list;
  const drawn = isWhole ? shown : shown.slice(0, FIRST_ROWS);
  const rowOf = (listed: ListedFinding, isMuted: boolean) => (
    <FindingRow
      key={listed.key}
      listed={listed}
      layer={layers[listed.finding.layer]}
      isSelected={isSelected(listed)}
      isMuted={isMuted}
      select={select}
      mute={actions.muteRule}
    />
  );
  return (
    <div className="findings" ref={rows} aria-busy={meaning === undefined} data-stale={meaning === undefined}>
      <div className="findings-tools">
        <FindingsFilter filter={filter} counts={counts} setFilter={setFilter} />
        <ExportMenu view={view} acts={acts} />
      </div>
      {shown.length === 0 ? (
        <p className="inspector-note">
          {counts.all === 0 ? FINDINGS.none : FINDINGS.noneLeft}{' '}
          {counts.all === 0 ? null : <LinkButton onClick={() => setFilter(NO_FILTER)}>{FINDINGS.showAll}</LinkButton>}
        </p>
      ) : (
        <ul aria-label={FINDINGS.list} className="finding-list">
          {drawn.map((listed) => rowOf(listed, false))}
        </ul>
      )}
      {drawn.length === shown.length ? null : (
        <p className="inspector-note">
          <LinkButton onClick={() => setWhole(true)}>{showAllFindings(shown.length)}</LinkButton>
        </p>
      )}
      {muted.length === 0 ? null : (
        <>
          <p className="inspector-note">
            {mutedLine(muted.length, new Set(muted.map(({ finding }) => finding.rule)).size)}
          </p>
          <ul aria-label={FINDINGS.muted} className="finding-list">
            {muted.slice(0, FIRST_ROWS).map((listed) => rowOf(listed, true))}
          </ul>
        </>
      )}
      <SecretSearchPanel view={view} search={search} actions={actions} acts={acts} />
    </div>
  );
}

/** Those of an edit are on their way: the last ones keep the place, and are not shown. */
function useLast<Value>(value: Value | undefined): Value | undefined {
  const last = useRef(value);
  if (value !== undefined) last.current = value;
  return last.current;
}

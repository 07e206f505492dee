/** What the token says: kind and issuer that it looks like, its claims and its header parameters. */
import './claims.css';
import { useCallback, useEffect, useMemo } from 'react';
import type { DictionaryEntry } from '../../engine/claims/explanations.ts';
import { issuerOf } from '../../engine/claims/issuers.ts';
import { kindsOf } from '../../engine/claims/kinds.ts';
import type { Explanations } from '../../engine/claims/load.ts';
import { CLAIMS_TAB, snapshotLine } from '../../words/claims-tab.ts';
import type { LayerView, WorkbenchActions, WorkbenchView } from '../../workbench/types.ts';
import type { TabRequest } from '../inspector/inspector.tsx';
import type { Marks } from '../marks/use-marks.ts';
import { isSameMark, type PaneMark } from '../pane-mark.ts';
import { Timeline, whyNot } from '../timeline/timeline.tsx';
import { inOrder, membersOf } from './claim-members.ts';
import { dateOf } from './claim-times.ts';
import { type ClaimsSource, type ClaimsSources, claimsSources } from './claims-source.ts';
import { type ClaimFacts, ClaimsTable } from './claims-table.tsx';
import { Likeness } from './likeness.tsx';
import { useExplanations } from './use-explanations.ts';
import { useNow } from './use-now.ts';
import { useRested } from './use-rested.ts';

export interface ClaimsTabProps {
  readonly view: WorkbenchView;
  readonly actions: WorkbenchActions;
  readonly marks: Marks;
  /** of the inspector; neither of the two ever changes */
  ask(request: TabRequest): void;
  partMissing(): void;
}

export function ClaimsTab({ view, actions, marks, ask, partMissing }: ClaimsTabProps) {
  const explanations = useExplanations(partMissing);
  const { layers, layer: open, presentation } = useRested(view);
  const sources = useMemo(() => claimsSources({ layers, layer: open, presentation }), [layers, open, presentation]);
  const told = useMemo(
    () => (explanations === undefined ? undefined : tell(sources, explanations)),
    [sources, explanations],
  );
  const { select: setMark, point, places, pointed } = marks;
  const select = useCallback(
    (next: PaneMark) => setMark((last) => (isSameMark(last, next) ? undefined : next)),
    [setMark],
  );
  const showBytes = useCallback(
    (mark: PaneMark) => {
      setMark(mark);
      ask({ tab: 'bytes' });
    },
    [setMark, ask],
  );
  const { setClaims } = actions;
  const setSeconds = useCallback((name: string, seconds: number) => setClaims([{ name, value: seconds }]), [setClaims]);
  // a row that goes from under the pointer hears of no leaving
  useEffect(() => () => point('claim', undefined), [point]);
  const now = useNow(told?.moments ?? NO_MOMENTS, view.asOf);
  if (explanations === undefined || told === undefined) return <div className="claims-waiting" />;
  const { layer, claims } = sources;
  if (claims === undefined && sources.headers.length === 0) {
    return <p className="inspector-note">{CLAIMS_TAB.nothing}</p>;
  }
  return (
    <div className="claims">
      <Timeline view={view} actions={actions} claims={claims} partMissing={partMissing} />
      <Likeness {...told.likeness} />
      {claims === undefined ? <p className="inspector-note claims-of-payload">{missingWords(layer)}</p> : null}
      {told.tables.map(({ source, pane, rows }) => (
        <ClaimsTable
          key={`${pane} ${source.title}`}
          source={source}
          pane={pane}
          rows={rows}
          explain={explanations.explainParts}
          now={now}
          selected={places}
          pointed={pointed}
          {...(source.layer === open ? { select, showBytes, point } : {})}
          {...(pane === 'payload' && whyNot(view, source) === undefined ? { setSeconds } : {})}
        />
      ))}
      <p className="inspector-note claims-snapshot">{snapshotLine(explanations.SNAPSHOT.claims)}</p>
    </div>
  );
}

const NO_MOMENTS: readonly number[] = [];

interface Table {
  readonly source: ClaimsSource;
  readonly pane: 'header' | 'payload';
  readonly rows: readonly ClaimFacts[];
}

/** Everything that is told but the moment. */
function tell({ layer, claims, headers }: ClaimsSources, explanations: Explanations) {
  const header = headers.find((one) => one.layer === layer?.depth)?.object;
  const payload = claims?.object;
  const kinds = kindsOf({ header, payload, form: layer?.opened.form ?? 'none' });
  const issuer = issuerOf({ header, payload });
  const context = { kinds, issuer };
  const tables: readonly Table[] = [
    ...(claims === undefined ? [] : [tableOf(claims, 'payload', (name) => explanations.describeClaim(name, context))]),
    ...headers.map((one) => tableOf(one, 'header', (name) => explanations.describeHeaderParameter(name, context))),
  ];
  const dates = tables.flatMap(({ rows }) => rows.map(({ date }) => date));
  const moments = dates.flatMap((date) => (date?.kind === 'seconds' ? [date.seconds] : []));
  return { likeness: { kinds, issuer }, tables, moments };
}

function tableOf(
  source: ClaimsSource,
  pane: 'header' | 'payload',
  meaningOf: (name: string) => DictionaryEntry | undefined,
): Table {
  const entries = new Map(Object.keys(source.object).map((name) => [name, meaningOf(name)]));
  const hasMeaning = (name: string) => (entries.get(name)?.standing ?? 'private') !== 'private';
  const members = inOrder(membersOf(source.object, source.texts), hasMeaning);
  const rows = members.map((member) => {
    const entry = entries.get(member.name);
    return { member, entry, date: dateOf(member.name, entry?.type, member.value) };
  });
  return { source, pane, rows };
}

/** Why there are no claims to tell. */
function missingWords(layer: LayerView | undefined): string {
  if (layer?.content !== undefined) return CLAIMS_TAB.noClaims;
  return layer?.opened.object?.type === 'jwe' ? CLAIMS_TAB.encrypted : CLAIMS_TAB.elsewhere;
}

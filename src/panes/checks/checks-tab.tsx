/** What the person expects of the token, and what came of comparing it. None of it changes a verdict. */
import './checks.css';
import { useMemo, useRef, useState } from 'react';
import { expectationsOf, profileFor } from '../../engine/checks/profiles.ts';
import type { Check, Profile } from '../../engine/types.ts';
import { CHECKS } from '../../words/checks.ts';
import type { WorkbenchActions, WorkbenchView } from '../../workbench/types.ts';
import { CheckTable } from './check-table.tsx';
import { DecisionView } from './decision-view.tsx';
import { NOTHING_EXPECTED } from './expectations.ts';
import { MomentBar, USUAL_SKEW } from './moment-bar.tsx';
import { ProfileBar } from './profile-bar.tsx';

export interface ChecksTabProps {
  readonly view: WorkbenchView;
  readonly actions: Pick<WorkbenchActions, 'setExpectations' | 'setAsOf'>;
}

export function ChecksTab({ view, actions }: ChecksTabProps) {
  const { expectations, meaning, meaningMissing, asOf } = view;
  const { setExpectations, setAsOf } = actions;
  /** of the fields, so that what was typed and never read goes as well */
  const [round, setRound] = useState(0);
  const checks = useLast(view.checks);
  const likely = useLast(meaning?.kind) ?? [];

  function choose(profile: Profile) {
    setExpectations({ ...NOT_FILLED, ...expectationsOf(profile) });
    setRound(round + 1);
  }

  function reset() {
    setExpectations(NOTHING_EXPECTED);
    setAsOf(undefined);
    setRound(round + 1);
  }

  if (meaningMissing) return <p className="inspector-note">{CHECKS.missing}</p>;
  if (checks === undefined) return <p className="inspector-note">{CHECKS.waiting}</p>;
  if (checks.length === 0) return <p className="inspector-note">{CHECKS.none}</p>;
  return (
    <div className="checks" data-stale={view.checks === undefined}>
      <ProfileBar profile={expectations.profile ?? 'jwt'} likely={profileFor(likely)} choose={choose} reset={reset} />
      <CheckTable
        key={`table ${round}`}
        checks={checks}
        isStale={view.checks === undefined}
        expectations={expectations}
        setExpectations={setExpectations}
      />
      <p className="inspector-note">{CHECKS.neverVerdict}</p>
      <Decision view={view} checks={checks} />
      <MomentBar
        key={`moment ${round}`}
        skew={expectations.clockSkewSeconds ?? USUAL_SKEW}
        setSkew={(seconds) => setExpectations({ clockSkewSeconds: seconds === USUAL_SKEW ? undefined : seconds })}
        asOf={asOf}
        setAsOf={setAsOf}
      />
    </div>
  );
}

/** What one profile fills in goes when another is chosen. */
const NOT_FILLED = { typ: undefined, algorithms: undefined, requiredClaims: undefined, tokenType: undefined };

interface DecisionProps {
  readonly view: WorkbenchView;
  readonly checks: readonly Check[];
}

/** Once there is a verdict to begin with. */
function Decision({ view, checks }: DecisionProps) {
  const { layers, verdict } = view;
  const headers = useMemo(() => layers.map(({ opened }) => ({ header: opened.layer?.header })), [layers]);
  return verdict.verdict === undefined ? null : (
    <DecisionView verdict={verdict.verdict} layers={headers} checks={checks} />
  );
}

/** Those of an edit are on their way: the last ones keep the place. */
function useLast<Value>(value: Value | undefined): Value | undefined {
  const last = useRef(value);
  if (value !== undefined) last.current = value;
  return last.current;
}

/** What the person expects of the token, and what came of comparing it. None of it changes a verdict. */
import { useRef } from 'react';
import type { Check } from '../../engine/types.ts';
import type { Tone } from '../../ui/chip.tsx';
import { type Shape, StateShape } from '../../ui/state-shape.tsx';
import { VisibleText } from '../../ui/visible-text.tsx';
import { CHECKS, checkName, type Expected, outcomeWords, shortReference } from '../../words/checks.ts';
import type { WorkbenchActions, WorkbenchView } from '../../workbench/types.ts';
import { ExpectationField } from './expectation-field.tsx';
import { expectationOf, withExpectation } from './expectations.ts';
import { isDpopProof, isSdJwt } from './inspector-tabs.ts';

const OF_PROOF: readonly Expected[] = ['method', 'url', 'accessToken', 'keyThumbprint'];
const OF_KEY_BINDING: readonly Expected[] = ['audience', 'nonce'];

export interface ChecksViewProps {
  readonly view: WorkbenchView;
  readonly setExpectations: WorkbenchActions['setExpectations'];
}

export function ChecksView({ view, setExpectations }: ChecksViewProps) {
  const { opened, layers, expectations } = view;
  const newest = useRef(expectations);
  newest.current = expectations;
  const fields = [
    ...(isDpopProof(opened) ? OF_PROOF : []),
    ...(layers.some((layer) => isSdJwt(layer.opened)) ? OF_KEY_BINDING : []),
  ];
  return (
    <div className="checks">
      <form aria-label={CHECKS.expected} className="expectations" onSubmit={(event) => event.preventDefault()}>
        {fields.map((field) => (
          <ExpectationField
            key={field}
            field={field}
            value={expectationOf(expectations, field)}
            setValue={(value) => setExpectations(withExpectation(newest.current, field, value))}
          />
        ))}
        <p className="inspector-note">{CHECKS.neverVerdict}</p>
      </form>
      <CheckTable checks={view.checks} />
    </div>
  );
}

const NO_CHECKS: readonly Check[] = [];

interface CheckTableProps {
  /** undefined while the engine is at work */
  readonly checks: readonly Check[] | undefined;
}

/** While the engine compares anew the rows keep their place, and say nothing of what they were. */
function CheckTable({ checks }: CheckTableProps) {
  const isBusy = checks === undefined;
  const last = useRef(NO_CHECKS);
  if (checks !== undefined) last.current = checks;
  const rows = last.current;
  if (rows.length === 0) return isBusy ? <p className="inspector-note checks-waiting">{CHECKS.waiting}</p> : null;
  return (
    <table className="check-table" aria-label={CHECKS.table} aria-busy={isBusy}>
      <thead>
        <tr>
          <th scope="col">{CHECKS.columns.check}</th>
          <th scope="col">{CHECKS.columns.outcome}</th>
          <th scope="col">{CHECKS.columns.reason}</th>
          <th scope="col">{CHECKS.columns.reference}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((check) => (
          <CheckRow key={check.id} check={check} isBusy={isBusy} />
        ))}
      </tbody>
    </table>
  );
}

const LOOKS: Readonly<Record<Check['outcome'], { readonly tone: Tone; readonly shape: Shape }>> = {
  pass: { tone: 'ok', shape: 'tick-disc' },
  fail: { tone: 'fail', shape: 'cross-octagon' },
  'not-asked': { tone: 'idle', shape: 'dashed-ring' },
  cannot: { tone: 'idle', shape: 'slash-ring' },
};

function CheckRow({ check, isBusy }: { readonly check: Check; readonly isBusy: boolean }) {
  const { id, outcome, message, refs } = check;
  const { tone, shape } = isBusy ? ({ tone: 'idle', shape: 'turning-arc' } as const) : LOOKS[outcome];
  return (
    <tr data-check={id} data-outcome={isBusy ? undefined : outcome}>
      <th scope="row">{checkName(id)}</th>
      <td>
        <span className={`outcome tone-${tone}`}>
          <StateShape shape={shape} />
          {isBusy ? CHECKS.checking : outcomeWords(outcome)}
        </span>
      </td>
      <td className={isBusy ? 'invisible' : undefined}>
        <VisibleText>{message}</VisibleText>
      </td>
      <td className="check-refs">
        {refs.map((ref) => (
          <span key={ref}>{shortReference(ref)}</span>
        ))}
      </td>
    </tr>
  );
}

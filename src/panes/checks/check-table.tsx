import { useRef } from 'react';
import type { Check, Expectations } from '../../engine/types.ts';
import { CHECKS, type Expected } from '../../words/checks.ts';
import type { WorkbenchActions } from '../../workbench/types.ts';
import { CheckRow } from './check-row.tsx';
import { ExpSwitch } from './exp-switch.tsx';
import { expectationOf, withExpectation } from './expectations.ts';

interface CheckTableProps {
  readonly checks: readonly Check[];
  /** the checks are of an earlier input: they keep their place, and what they said is not shown */
  readonly isStale: boolean;
  readonly expectations: Expectations;
  readonly setExpectations: WorkbenchActions['setExpectations'];
}

export function CheckTable({ checks, isStale, expectations, setExpectations }: CheckTableProps) {
  const newest = useRef(expectations);
  newest.current = expectations;
  const take = (field: Expected, text: string) => {
    const part = withExpectation(newest.current, field, text);
    if (part !== undefined) setExpectations(part);
  };
  return (
    <table className="inspector-table check-table" aria-label={CHECKS.table} aria-busy={isStale}>
      <thead>
        <tr>
          <th scope="col">{CHECKS.columns.check}</th>
          <th scope="col">{CHECKS.columns.expected}</th>
          <th scope="col">{CHECKS.columns.outcome}</th>
        </tr>
      </thead>
      <tbody>
        {checks.map((check) => (
          <CheckRow key={check.id} check={check} value={(field) => expectationOf(expectations, field)} take={take}>
            {check.id === 'exp' ? (
              <ExpSwitch
                isIgnored={expectations.ignoreExp === true}
                ignore={(isIgnored) => setExpectations({ ignoreExp: isIgnored || undefined })}
              />
            ) : null}
          </CheckRow>
        ))}
      </tbody>
    </table>
  );
}

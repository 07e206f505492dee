/** What the picture shows, for a screen reader. */
import { momentWords } from '../../words/claims-tab.ts';
import { TIMELINE, type Zone } from '../../words/timeline.ts';
import { relativeLabel } from './moment-relative.ts';
import type { TimeFacts } from './timeline-facts.ts';
import { DRAWN } from './timeline-geometry.ts';

interface TimesTableProps {
  readonly facts: TimeFacts;
  /** whole seconds */
  readonly now: number;
  readonly zone: Zone;
}

export function TimesTable({ facts, now, zone }: TimesTableProps) {
  const { columns } = TIMELINE;
  return (
    <table className="sr-only" aria-label={TIMELINE.table}>
      <thead>
        <tr>
          <th scope="col">{columns.claim}</th>
          <th scope="col">{columns.moment}</th>
          <th scope="col">{columns.relative}</th>
        </tr>
      </thead>
      <tbody>
        {DRAWN.map((name) => {
          const seconds = facts.times[name];
          if (seconds === undefined) return null;
          return (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td>{momentWords(seconds, zone)}</td>
              <td>{relativeLabel(seconds, now)}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

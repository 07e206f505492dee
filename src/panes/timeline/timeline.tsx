/** The times of a token as a picture, at the moment that everything is judged at, and the edits that move them. */
import './timeline.css';
import { useMemo } from 'react';
import { timeVerdict } from '../../engine/claims/lifetime.ts';
import { isJsonObject } from '../../engine/token/json-kind.ts';
import { contradiction, NOT_EDITABLE, notDrawn, TIMELINE } from '../../words/timeline.ts';
import type { WorkbenchActions, WorkbenchView } from '../../workbench/types.ts';
import type { ClaimsSource } from '../claims/claims-source.ts';
import { useNow } from '../claims/use-now.ts';
import { useTimesIn } from '../times-in.tsx';
import { AsOf } from './as-of.tsx';
import { EditTimes } from './edit-times.tsx';
import { skewOf, timeFacts } from './timeline-facts.ts';
import { TimelinePicture } from './timeline-picture.tsx';
import { TimesTable } from './times-table.tsx';

interface TimelineProps {
  readonly view: WorkbenchView;
  readonly actions: Pick<WorkbenchActions, 'setAsOf' | 'setClaims'>;
  /** undefined where there is none to read */
  readonly claims: ClaimsSource | undefined;
  /** never changes */
  partMissing(): void;
}

export function Timeline({ view, actions, claims, partMissing }: TimelineProps) {
  const { zone } = useTimesIn();
  return (
    <div className="timeline">
      <AsOf asOf={view.asOf} setAsOf={actions.setAsOf} />
      {claims === undefined ? null : (
        <div className="timeline-body">
          <Times view={view} actions={actions} source={claims} />
          <EditTimes
            key={`${claims.layer}`}
            claims={isJsonObject(claims.inPane) ? claims.inPane : claims.object}
            unavailable={whyNot(view, claims)}
            zone={zone}
            setClaims={actions.setClaims}
            partMissing={partMissing}
          />
        </div>
      )}
    </div>
  );
}

/** Why the payload pane is not where these claims can be edited. */
export function whyNot({ layer, payload }: WorkbenchView, source: ClaimsSource): string | undefined {
  if (source.layer !== layer) return NOT_EDITABLE['other-layer'](source.layer + 1);
  if (payload.notApplied !== undefined) return NOT_EDITABLE['not-applied']();
  return payload.as === 'json' ? undefined : NOT_EDITABLE['not-json']();
}

interface TimesProps extends Pick<TimelineProps, 'view' | 'actions'> {
  readonly source: ClaimsSource;
}

function Times({ view, actions, source }: TimesProps) {
  const { zone } = useTimesIn();
  const { object } = source;
  const facts = useMemo(() => timeFacts(object), [object]);
  const { asOf } = view;
  const clock = useNow('each-second');
  const now = asOf ?? clock;
  const skew = skewOf(view);
  const verdict = timeVerdict(object, now, skew);
  const { times, unreadable } = facts;
  const notes = [
    ...(verdict.state === 'contradict' ? [contradiction(verdict.name, verdict.apart)] : []),
    ...unreadable.map(({ name, fault }) => notDrawn(name, fault)),
    ...(Object.keys(times).length + unreadable.length === 0 ? [TIMELINE.noTimes] : []),
  ];
  return (
    <>
      <TimelinePicture
        times={times}
        isPartial={unreadable.some(({ name }) => name !== 'auth_time')}
        clock={clock}
        asOf={asOf}
        skew={skew}
        zone={zone}
        verdictAt={(moment) => timeVerdict(object, moment, skew)}
        setAsOf={actions.setAsOf}
      />
      <TimesTable facts={facts} now={now} zone={zone} />
      {notes.map((note) => (
        <p key={note} className="timeline-note">
          {note}
        </p>
      ))}
    </>
  );
}

/** A point in time: in UTC, in the person's zone, from now, and what it says of the token. */
import type { NumericDate } from '../../engine/claims/times.ts';
import type { Json } from '../../engine/types.ts';
import type { Tone } from '../../ui/chip.tsx';
import { type Shape, StateShape } from '../../ui/state-shape.tsx';
import {
  expiryWords,
  letterYear,
  meantTime,
  relativeWords,
  startWords,
  utcWords,
  type Zone,
  zoneWords,
} from '../../words/claims-tab.ts';
import { faultOf, secondsUntil, yearOf } from './claim-times.ts';

/** That of this device. */
const HERE: Zone = {
  name: Intl.DateTimeFormat().resolvedOptions().timeZone,
  offsetAt: (seconds) => -new Date(seconds * 1000).getTimezoneOffset(),
};

interface ClaimTimeProps {
  /** of a claim; undefined of a header parameter, which decides nothing */
  readonly name: string | undefined;
  readonly date: NumericDate;
  readonly value: Json;
  /** whole seconds */
  readonly now: number;
}

export function ClaimTime({ name, date, value, now }: ClaimTimeProps) {
  const fault = faultOf(date);
  if (fault !== undefined || date.kind !== 'seconds') {
    return (
      <div className="claim-time">
        <Outcome tone="warn" shape="triangle" words={fault?.words ?? ''} />
        {fault?.seconds === undefined ? null : <span>{meantTime(utcWords(fault.seconds))}</span>}
        {date.kind === 'milliseconds-likely' && typeof value === 'number' ? (
          <span>{letterYear(yearOf(value))}</span>
        ) : null}
      </div>
    );
  }
  const zone = zoneWords(date.seconds, HERE);
  return (
    <div className="claim-time">
      <span>{utcWords(date.seconds)}</span>
      {zone === undefined ? null : <span>{zone}</span>}
      <Moment name={name} ahead={secondsUntil(date.seconds, now)} />
    </div>
  );
}

function Moment({ name, ahead }: { readonly name: string | undefined; readonly ahead: number }) {
  if (name === 'exp') {
    return ahead > 0 ? (
      <Outcome tone="ok" shape="tick-disc" words={expiryWords(ahead)} />
    ) : (
      <Outcome tone="fail" shape="cross-octagon" words={expiryWords(ahead)} />
    );
  }
  if (name === 'nbf' && ahead > 0) return <Outcome tone="warn" shape="triangle" words={startWords(ahead)} />;
  return <span>{relativeWords(ahead)}</span>;
}

interface OutcomeProps {
  readonly tone: Tone;
  readonly shape: Shape;
  readonly words: string;
}

function Outcome({ tone, shape, words }: OutcomeProps) {
  return (
    <span className={`outcome tone-${tone}`}>
      <StateShape shape={shape} />
      {words}
    </span>
  );
}

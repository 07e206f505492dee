/** A point in time: in the zone that was chosen, from now, what it says of the token, and a field that changes it. */
import type { NumericDate } from '../../engine/claims/times.ts';
import type { Json } from '../../engine/types.ts';
import type { Tone } from '../../ui/chip.tsx';
import { type Shape, StateShape } from '../../ui/state-shape.tsx';
import { expiryWords, letterYear, meantTime, momentWords, relativeWords, startWords } from '../../words/claims-tab.ts';
import { ChangeTime } from '../timeline/change-time.tsx';
import { useTimesIn } from '../times-in.tsx';
import { faultOf, secondsUntil, yearOf } from './claim-times.ts';

interface ClaimTimeProps {
  /** of a claim; undefined of a header parameter, which decides nothing */
  readonly name: string | undefined;
  readonly date: NumericDate;
  readonly value: Json;
  /** whole seconds */
  readonly now: number;
  /** undefined where it cannot be edited */
  readonly setSeconds: ((seconds: number) => void) | undefined;
}

export function ClaimTime({ name, date, value, now, setSeconds }: ClaimTimeProps) {
  const { zone } = useTimesIn();
  const fault = faultOf(date);
  const change =
    name === undefined || setSeconds === undefined ? null : (
      <ChangeTime name={name} seconds={date.seconds} zone={zone} setSeconds={setSeconds} />
    );
  if (fault !== undefined || date.kind !== 'seconds') {
    return (
      <div className="claim-time">
        <Outcome tone="warn" shape="triangle" words={fault?.words ?? ''} />
        {fault?.seconds === undefined ? null : <span>{meantTime(momentWords(fault.seconds, zone))}</span>}
        {date.kind === 'milliseconds-likely' && typeof value === 'number' ? (
          <span>{letterYear(yearOf(value))}</span>
        ) : null}
        {change}
      </div>
    );
  }
  return (
    <div className="claim-time">
      <div className="claim-moment">
        <span>{momentWords(date.seconds, zone)}</span>
        {change}
      </div>
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

/** By which clock the times are judged. */
import { readIsoDate, writeIsoDate } from '../../engine/claims/iso-date.ts';
import { Button } from '../../ui/button.tsx';
import { Choice } from '../../ui/choice.tsx';
import { CHECKS } from '../../words/checks.ts';
import { DraftField } from './draft-field.tsx';
import { spanIn, spanText } from './span-text.ts';

/** Seconds, where the person says nothing; the engine's own. */
export const USUAL_SKEW = 60;

interface MomentBarProps {
  /** seconds */
  readonly skew: number;
  readonly setSkew: (seconds: number) => void;
  /** seconds since the epoch; undefined: the clock */
  readonly asOf: number | undefined;
  readonly setAsOf: (seconds: number | undefined) => void;
}

const OPTIONS = [
  { value: '0', words: '0' },
  { value: '60', words: CHECKS.skews.minute },
  { value: '300', words: CHECKS.skews.minutes },
];

function isOption(seconds: number): boolean {
  return OPTIONS.some(({ value }) => Number(value) === seconds);
}

export function MomentBar({ skew, setSkew, asOf, setAsOf }: MomentBarProps) {
  return (
    <div className="checks-bar checks-moment">
      <span className="checks-pair">
        <span aria-hidden="true" className="checks-label">
          {CHECKS.skew}
        </span>
        <Choice
          label={CHECKS.skew}
          value={String(skew)}
          options={OPTIONS}
          onChoose={(seconds) => setSkew(Number(seconds))}
        />
        <DraftField
          label={CHECKS.otherSkew}
          className="checks-skew"
          value={isOption(skew) ? '' : spanText(skew)}
          hint={CHECKS.otherSkewHint}
          invalid={CHECKS.notSpan}
          read={readSkew}
          take={(text) => setSkew(spanIn(text) ?? USUAL_SKEW)}
        />
      </span>
      <span className="checks-pair">
        <span aria-hidden="true" className="checks-label">
          {CHECKS.asOf}
        </span>
        <DraftField
          label={CHECKS.asOf}
          className="checks-as-of"
          value={asOf === undefined ? '' : momentText(asOf)}
          hint={CHECKS.asOfHint}
          invalid={CHECKS.notTime}
          read={(text) => (text.trim() === '' ? '' : mapped(momentIn(text), momentText))}
          take={(text) => setAsOf(momentIn(text))}
        />
        {asOf === undefined ? null : <Button onClick={() => setAsOf(undefined)}>{CHECKS.now}</Button>}
      </span>
    </div>
  );
}

/** What is one of the choices is shown there. */
function readSkew(text: string): string | undefined {
  if (text.trim() === '') return '';
  const seconds = spanIn(text);
  if (seconds === undefined) return undefined;
  return isOption(seconds) ? '' : spanText(seconds);
}

/** Seconds since the epoch of a date in UTC, or of the seconds themselves. */
function momentIn(text: string): number | undefined {
  const trimmed = text.trim();
  if (/^\d{1,11}$/.test(trimmed)) return Number(trimmed);
  return readIsoDate(trimmed);
}

function momentText(seconds: number): string {
  return writeIsoDate(seconds) ?? String(seconds);
}

function mapped<From, To>(value: From | undefined, to: (value: From) => To): To | undefined {
  return value === undefined ? undefined : to(value);
}

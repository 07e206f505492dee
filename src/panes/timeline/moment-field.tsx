/** A field for a moment, as a date or in seconds; below it the same in the other form, or what is wrong with it. */
import { type ReactNode, useId, useState } from 'react';
import { alsoDate, alsoSeconds, NO_MOMENT, TIMELINE, typedMoment, type Zone } from '../../words/timeline.ts';
import { type ReadMoment, readMoment } from './read-moment.ts';

interface MomentFieldProps {
  /** accessible name */
  readonly label: string;
  /** undefined: nothing stands there yet */
  readonly seconds: number | undefined;
  readonly zone: Zone;
  /** what is typed counts also when the focus leaves; else only at Enter, or a press of what stands beside it */
  readonly atOnce?: boolean;
  readonly autoFocus?: boolean;
  /** with the button of type submit, where there is one */
  readonly children?: ReactNode;
  onMoment(seconds: number): void;
  onEscape?(): void;
}

export function MomentField(props: MomentFieldProps) {
  const { label, seconds, zone, atOnce = false, autoFocus = false, children, onMoment, onEscape } = props;
  const id = useId();
  const [typed, setTyped] = useState<string>();
  const [isRefused, setRefused] = useState(false);
  const shown = typed ?? (seconds === undefined ? '' : typedMoment(seconds, zone));
  const read = readMoment(shown, zone);

  function apply() {
    if (typed === undefined && atOnce) return;
    setRefused(!read.ok);
    if (!read.ok) return;
    setTyped(undefined);
    onMoment(read.seconds);
  }

  return (
    <form
      className="moment"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        apply();
      }}
    >
      <input
        className="field"
        aria-label={label}
        aria-invalid={isRefused ? true : undefined}
        aria-describedby={id}
        placeholder={TIMELINE.momentHint}
        autoComplete="off"
        spellCheck={false}
        // biome-ignore lint/a11y/noAutofocus: it opens where the person has asked for it
        autoFocus={autoFocus}
        value={shown}
        onChange={(event) => {
          setTyped(event.target.value);
          setRefused(false);
        }}
        onBlur={() => {
          if (atOnce) apply();
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return;
          event.stopPropagation();
          setTyped(undefined);
          setRefused(false);
          onEscape?.();
        }}
      />
      {children}
      <p id={id} className="moment-note" data-refused={isRefused} role={isRefused ? 'alert' : undefined}>
        {isRefused && !read.ok ? NO_MOMENT[read.why] : otherForm(read, zone)}
      </p>
    </form>
  );
}

function otherForm(read: ReadMoment, zone: Zone): string {
  if (!read.ok) return TIMELINE.momentHint;
  return read.as === 'date' ? alsoSeconds(read.seconds) : alsoDate(read.seconds, zone);
}

/** From seconds to a date and back: a field in the row of a claim that is a time. */
import { useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { LinkButton } from '../../ui/button.tsx';
import { changeTime, newMoment, TIMELINE, type Zone } from '../../words/timeline.ts';
import { FieldActs } from './field-acts.tsx';
import { MomentField } from './moment-field.tsx';

interface ChangeTimeProps {
  readonly name: string;
  /** undefined where what stands there cannot be read */
  readonly seconds: number | undefined;
  readonly zone: Zone;
  setSeconds(seconds: number): void;
}

export function ChangeTime({ name, seconds, zone, setSeconds }: ChangeTimeProps) {
  const [isOpen, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  function close() {
    flushSync(() => setOpen(false));
    button.current?.focus();
  }
  if (!isOpen) {
    return (
      <LinkButton ref={button} aria-label={changeTime(name)} onClick={() => setOpen(true)}>
        {TIMELINE.change}
      </LinkButton>
    );
  }
  return (
    <MomentField
      label={newMoment(name)}
      seconds={seconds}
      zone={zone}
      autoFocus
      onMoment={(moment) => {
        setSeconds(moment);
        close();
      }}
      onEscape={close}
    >
      <FieldActs words={TIMELINE.set} cancel={close} />
    </MomentField>
  );
}

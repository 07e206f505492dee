/** A field for a length of time, forward or back. */
import { type ReactNode, useId, useState } from 'react';
import { NO_SPAN, TIMELINE } from '../../words/timeline.ts';
import { readSpan } from './read-moment.ts';

interface SpanFieldProps {
  readonly children?: ReactNode;
  /** seconds, not 0 */
  onSpan(seconds: number): void;
  onEscape(): void;
}

export function SpanField({ children, onSpan, onEscape }: SpanFieldProps) {
  const id = useId();
  const [typed, setTyped] = useState('');
  const [isRefused, setRefused] = useState(false);
  return (
    <form
      className="moment"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        const span = readSpan(typed);
        setRefused(span === undefined);
        if (span !== undefined) onSpan(span);
      }}
    >
      <input
        className="field"
        aria-label={TIMELINE.span}
        aria-invalid={isRefused ? true : undefined}
        aria-describedby={id}
        placeholder={TIMELINE.spanHint}
        autoComplete="off"
        spellCheck={false}
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
          setRefused(false);
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return;
          event.stopPropagation();
          onEscape();
        }}
      />
      {children}
      <p id={id} className="moment-note" data-refused={isRefused} role={isRefused ? 'alert' : undefined}>
        {isRefused ? NO_SPAN : TIMELINE.spanHint}
      </p>
    </form>
  );
}

import { useEffect, useId, useRef, useState } from 'react';
import { PRIVATE_FIELD } from '../../ui/private-field.ts';
import { EXPECTED, type Expected } from '../../words/checks.ts';

/** After the last letter: every comparison asks the engine, and the words would flicker with each key. */
const QUIET_MS = 250;

interface ExpectationFieldProps {
  readonly field: Expected;
  readonly value: string;
  setValue(value: string): void;
}

/** One thing that the person expects. What is typed counts a moment later, or at once when the field is left. */
export function ExpectationField({ field, value, setValue }: ExpectationFieldProps) {
  const id = useId();
  const [draft, setDraft] = useState<string>();
  const latest = useRef(setValue);
  latest.current = setValue;
  useEffect(() => {
    if (draft === undefined) return;
    const timer = setTimeout(() => {
      latest.current(draft);
      setDraft(undefined);
    }, QUIET_MS);
    return () => clearTimeout(timer);
  }, [draft]);

  function settle() {
    if (draft === undefined) return;
    latest.current(draft);
    setDraft(undefined);
  }

  const { label, hint } = EXPECTED[field];
  return (
    <div className="expectation">
      <label htmlFor={id}>{label}</label>
      <input
        {...PRIVATE_FIELD}
        id={id}
        type="text"
        className="field"
        placeholder={hint}
        value={draft ?? value}
        onChange={(event) => setDraft(event.currentTarget.value)}
        onBlur={settle}
        onKeyDown={(event) => {
          if (event.key === 'Enter') settle();
        }}
      />
    </div>
  );
}

import { useEffect, useId, useRef, useState } from 'react';
import { PRIVATE_FIELD } from '../../ui/private-field.ts';

/** After the last letter: every comparison asks the engine, and the words would flicker with each key. */
const QUIET_MS = 250;

interface Draft {
  readonly text: string;
  /** the value is what this text says, unless it was changed from elsewhere since */
  readonly isTaken: boolean;
}

export interface DraftFieldProps {
  /** accessible name */
  readonly label: string;
  readonly value: string;
  readonly hint: string;
  /** said where the text cannot be read */
  readonly invalid?: string;
  readonly className?: string;
  /** The text as the value that it will be; undefined where it cannot be read. */
  readonly read: (text: string) => string | undefined;
  readonly take: (text: string) => void;
}

/** A line of text that counts a moment after the last letter, and keeps its letters as they were typed until it is left. */
export function DraftField({ label, value, hint, invalid, className = '', read, take }: DraftFieldProps) {
  const id = useId();
  const [draft, setDraft] = useState<Draft>();
  const settle = useRef((_text: string) => {});
  settle.current = (text) => {
    if (read(text) === undefined) return;
    take(text);
    setDraft({ text, isTaken: true });
  };
  useEffect(() => {
    if (draft === undefined || draft.isTaken) return;
    const timer = setTimeout(() => settle.current(draft.text), QUIET_MS);
    return () => clearTimeout(timer);
  }, [draft]);

  function leave() {
    if (draft === undefined || read(draft.text) === undefined) return;
    if (!draft.isTaken) take(draft.text);
    setDraft(undefined);
  }

  const isOvertaken = draft === undefined || (draft.isTaken && read(draft.text) !== value);
  const isInvalid = !isOvertaken && read(draft.text) === undefined;
  return (
    <>
      <input
        {...PRIVATE_FIELD}
        type="text"
        aria-label={label}
        aria-invalid={isInvalid || undefined}
        aria-describedby={isInvalid && invalid !== undefined ? id : undefined}
        className={`field draft-field ${className}`}
        placeholder={hint}
        value={isOvertaken ? value : draft.text}
        onChange={(event) => setDraft({ text: event.currentTarget.value, isTaken: false })}
        onBlur={leave}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && draft !== undefined) settle.current(draft.text);
        }}
      />
      {isInvalid && invalid !== undefined ? (
        <p id={id} className="draft-invalid">
          {invalid}
        </p>
      ) : null}
    </>
  );
}

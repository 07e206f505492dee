import { useId } from 'react';

interface ChoiceProps<Value extends string> {
  /** accessible name of the group */
  readonly label: string;
  readonly value: Value;
  readonly options: readonly {
    readonly value: Value;
    readonly words: string;
    /** why it cannot be chosen; it stays focusable and says so */
    readonly unavailable?: string | undefined;
  }[];
  readonly describedBy?: string;
  onChoose(value: Value): void;
}

/** A segmented choice of a few values: native radio buttons, so that arrow keys and forms of assistance work by themselves. */
export function Choice<Value extends string>({ label, value, options, describedBy, onChoose }: ChoiceProps<Value>) {
  const name = useId();
  return (
    <div role="radiogroup" aria-label={label} aria-describedby={describedBy} className="choice">
      {options.map((option) => (
        <label key={option.value} title={option.unavailable}>
          <input
            type="radio"
            name={name}
            value={option.value}
            checked={option.value === value}
            aria-disabled={option.unavailable === undefined ? undefined : true}
            onChange={() => {
              if (option.unavailable === undefined) onChoose(option.value);
            }}
          />
          {option.words}
        </label>
      ))}
    </div>
  );
}

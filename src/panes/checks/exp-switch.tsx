import { useId } from 'react';
import { CHECKS } from '../../words/checks.ts';

interface ExpSwitchProps {
  readonly isIgnored: boolean;
  readonly ignore: (isIgnored: boolean) => void;
}

/** Whether the moment at which the token ends counts. */
export function ExpSwitch({ isIgnored, ignore }: ExpSwitchProps) {
  const why = useId();
  return (
    <>
      <label className="exp-switch">
        <input
          type="checkbox"
          className="size-4 accent-ink"
          aria-describedby={why}
          checked={isIgnored}
          onChange={(event) => ignore(event.currentTarget.checked)}
        />
        {CHECKS.ignoreExp}
      </label>
      <p id={why} className="check-hint">
        {CHECKS.ignoreExpWhy}
      </p>
    </>
  );
}

/** The kind of token whose rules are asked, and the way back to nothing expected. */
import { useId } from 'react';
import { PROFILES } from '../../engine/checks/profiles.ts';
import type { Profile } from '../../engine/types.ts';
import { Button, LinkButton } from '../../ui/button.tsx';
import { Choice } from '../../ui/choice.tsx';
import { CHECKS, likenessWords, profileName } from '../../words/checks.ts';

interface ProfileBarProps {
  readonly profile: Profile;
  /** what the token looks like */
  readonly likely: Profile;
  readonly choose: (profile: Profile) => void;
  readonly reset: () => void;
}

const OPTIONS = PROFILES.map((value) => ({ value, words: profileName(value) }));

/** Side by side where there is room for them, and a list elsewhere; the style shows one of the two. */
export function ProfileBar({ profile, likely, choose, reset }: ProfileBarProps) {
  const id = useId();
  return (
    <div className="checks-bar">
      <label htmlFor={id} className="checks-label checks-narrow">
        {CHECKS.profile}
      </label>
      <select
        id={id}
        className="field checks-select checks-narrow"
        value={profile}
        onChange={({ currentTarget: { value } }) => {
          const chosen = PROFILES.find((one) => one === value);
          if (chosen !== undefined) choose(chosen);
        }}
      >
        {OPTIONS.map(({ value, words }) => (
          <option key={value} value={value}>
            {words}
          </option>
        ))}
      </select>
      <span className="checks-wide">
        <Choice label={CHECKS.profile} value={profile} options={OPTIONS} onChoose={choose} />
      </span>
      <Button look="quiet" icon="undo" className="checks-reset" onClick={reset}>
        {CHECKS.reset}
      </Button>
      {profile === 'jwt' && likely !== 'jwt' ? (
        <LinkButton className="checks-likely" onClick={() => choose(likely)}>
          {likenessWords(likely)}
        </LinkButton>
      ) : null}
    </div>
  );
}

import { Menu, MenuGroup, MenuItem } from '../../ui/menu.tsx';
import { addNow, LIVES, setToNow, TIMELINE } from '../../words/timeline.ts';

/** What was chosen; `seconds` from the clock's now on. */
export type TimesChoice =
  | { readonly kind: 'exp-in'; readonly seconds: number }
  | { readonly kind: 'exp-at' }
  | { readonly kind: 'remove-exp' }
  | { readonly kind: 'shift' }
  | { readonly kind: 'issued-now' }
  | { readonly kind: 'set-now'; readonly name: 'iat' | 'nbf' };

export interface EditTimesMenuProps {
  readonly anchor: HTMLElement;
  /** names of times that the claims hold */
  readonly names: readonly string[];
  readonly canShift: boolean;
  /** `iat` can be read */
  readonly isIssued: boolean;
  onChoose(choice: TimesChoice): void;
  onClose(): void;
}

export function EditTimesMenu({ anchor, names, canShift, isIssued, onChoose, onClose }: EditTimesMenuProps) {
  return (
    <Menu anchor={anchor} label={TIMELINE.edit} align="end" onClose={onClose}>
      <MenuGroup label={TIMELINE.exp}>
        {LIVES.map(([seconds, words]) => (
          <MenuItem key={seconds} words={words} onChoose={() => onChoose({ kind: 'exp-in', seconds })} />
        ))}
        <MenuItem words={TIMELINE.aDate} onChoose={() => onChoose({ kind: 'exp-at' })} />
        {names.includes('exp') ? (
          <MenuItem words={TIMELINE.removeExp} onChoose={() => onChoose({ kind: 'remove-exp' })} />
        ) : null}
      </MenuGroup>
      {canShift ? (
        <MenuGroup label={TIMELINE.shift}>
          <MenuItem words={TIMELINE.shiftBy} onChoose={() => onChoose({ kind: 'shift' })} />
          {isIssued ? <MenuItem words={TIMELINE.issuedNow} onChoose={() => onChoose({ kind: 'issued-now' })} /> : null}
        </MenuGroup>
      ) : null}
      <MenuGroup label={TIMELINE.others}>
        {(['iat', 'nbf'] as const).map((name) => (
          <MenuItem
            key={name}
            words={names.includes(name) ? setToNow(name) : addNow(name)}
            onChoose={() => onChoose({ kind: 'set-now', name })}
          />
        ))}
      </MenuGroup>
    </Menu>
  );
}

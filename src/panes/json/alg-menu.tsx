import { Menu, MenuGroup, MenuItem, MenuRule } from '../../ui/menu.tsx';
import { ALGORITHM_GROUPS, ALGORITHM_MENU } from '../../words/algorithm-menu.ts';
import { algorithmName } from '../../words/signature.ts';

export interface AlgMenuProps {
  readonly anchor: HTMLElement;
  readonly alg: string | undefined;
  onChoose(alg: string): void;
  onGenerate(alg: string): void;
  onClose(): void;
}

/** Changes `alg` in the header, and offers a key for the one that stands there. */
export function AlgMenu({ anchor, alg, onChoose, onGenerate, onClose }: AlgMenuProps) {
  return (
    <Menu anchor={anchor} label={ALGORITHM_MENU.name} align="end" onClose={onClose}>
      {alg === undefined || alg === ALGORITHM_MENU.none ? null : (
        <>
          <MenuItem words={ALGORITHM_MENU.generateFor(alg)} onChoose={() => onGenerate(alg)} />
          <MenuRule />
        </>
      )}
      {ALGORITHM_GROUPS.map((group) => (
        <MenuGroup key={group.words} label={group.words}>
          {group.algs.map((one) => (
            <MenuItem
              key={one}
              words={one}
              note={algorithmName(one) === one ? undefined : algorithmName(one)}
              checked={one === alg}
              onChoose={() => onChoose(one)}
            />
          ))}
        </MenuGroup>
      ))}
      <MenuRule />
      <MenuItem
        words={ALGORITHM_MENU.none}
        note={ALGORITHM_MENU.noneNote}
        checked={alg === ALGORITHM_MENU.none}
        onChoose={() => onChoose(ALGORITHM_MENU.none)}
      />
    </Menu>
  );
}

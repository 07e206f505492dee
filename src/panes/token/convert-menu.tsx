import type { Serialization } from '../../engine/token/shapes.ts';
import { Menu, MenuGroup, MenuItem } from '../../ui/menu.tsx';
import { CONVERT } from '../../words/entries.ts';

export interface ConvertMenuProps {
  readonly anchor: HTMLElement;
  readonly current: Serialization;
  onConvert(to: Serialization): void;
  onClose(): void;
}

const SERIALIZATIONS: readonly Serialization[] = ['compact', 'flattened', 'general'];

/** The same token in another serialization. */
export function ConvertMenu({ anchor, current, onConvert, onClose }: ConvertMenuProps) {
  return (
    <Menu anchor={anchor} label={CONVERT.label} align="end" onClose={onClose}>
      <MenuGroup label={CONVERT.serialization}>
        {SERIALIZATIONS.map((one) => (
          <MenuItem
            key={one}
            words={CONVERT.to[one]}
            note={CONVERT.notes[one]}
            checked={one === current}
            onChoose={() => onConvert(one)}
          />
        ))}
      </MenuGroup>
    </Menu>
  );
}

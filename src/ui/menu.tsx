/** A menu that is fetched when it is first opened: a thin dress over Base UI's. */
import { Menu as Base } from '@base-ui/react/menu';
import type { ReactNode } from 'react';
import { Icon } from './icon.tsx';

interface MenuProps {
  /** what it hangs from, and where the focus goes back to */
  readonly anchor: HTMLElement;
  /** accessible name */
  readonly label: string;
  readonly align?: 'start' | 'end';
  readonly wide?: boolean;
  onClose(): void;
  readonly children: ReactNode;
}

export function Menu({ anchor, label, align = 'start', wide = false, onClose, children }: MenuProps) {
  return (
    <Base.Root
      open
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
    >
      {/* within the landmark, so that a reader who goes from landmark to landmark comes by it */}
      <Base.Portal container={document.querySelector('main')}>
        <Base.Positioner
          anchor={anchor}
          align={align}
          sideOffset={4}
          collisionPadding={8}
          positionMethod="fixed"
          className="z-20"
        >
          <Base.Popup
            // a long menu scrolls: the keys that do it must reach it before any item is chosen
            tabIndex={0}
            aria-label={label}
            finalFocus={() => anchor}
            className={`float menu ${wide ? 'w-[400px]' : 'min-w-[220px]'}`}
          >
            {children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

export function MenuGroup({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <Base.Group>
      <Base.GroupLabel className="px-3 pt-2 pb-1 text-micro font-medium text-ink-3">{label}</Base.GroupLabel>
      {children}
    </Base.Group>
  );
}

interface MenuItemProps {
  readonly words: string;
  readonly note?: string | undefined;
  /** true: the one in force, with a tick */
  readonly checked?: boolean;
  readonly lead?: ReactNode;
  onChoose(): void;
}

export function MenuItem({ words, note, checked, lead, onChoose }: MenuItemProps) {
  return (
    <Base.Item className="menu-item" label={words} aria-label={words} aria-description={note} onClick={onChoose}>
      {lead}
      <span className="min-w-0 grow">
        <span className="block truncate">{words}</span>
        {note === undefined ? null : <span className="block truncate text-small text-ink-3">{note}</span>}
      </span>
      {checked === true ? <Icon name="check" small /> : null}
    </Base.Item>
  );
}

export function MenuRule() {
  return <Base.Separator className="my-1 border-t border-line" />;
}

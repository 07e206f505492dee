import { Dialog } from '@base-ui/react/dialog';
import { Icon } from '../ui/icon.tsx';
import { SHORTCUTS } from '../words/shortcuts.ts';
import { SHORTCUTS_TABLE, type Shortcut } from './shortcuts.ts';

export interface ShortcutDialogProps {
  readonly letters: boolean;
  setLetters(on: boolean): void;
  onClose(): void;
}

/** Every shortcut that there is, and the switch for those of a single letter. */
export function ShortcutDialog({ letters, setLetters, onClose }: ShortcutDialogProps) {
  return (
    <Dialog.Root
      open
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
    >
      <Dialog.Portal>
        <Dialog.Backdrop className="dialog-backdrop" />
        <Dialog.Popup className="float dialog">
          <div className="flex items-center pt-2 pr-2 pb-2 pl-5">
            <Dialog.Title className="grow text-lead font-semibold">{SHORTCUTS.title}</Dialog.Title>
            <Dialog.Close className="button button-icon" aria-label={SHORTCUTS.close} title={SHORTCUTS.close}>
              <Icon name="close" />
            </Dialog.Close>
          </div>
          <dl className="shortcut-list">
            {SHORTCUTS_TABLE.map((shortcut) => (
              <div key={shortcut.act} data-off={shortcut.letter === true && !letters}>
                <dt>{SHORTCUTS.acts[shortcut.act]}</dt>
                <dd>
                  <Keys shortcut={shortcut} />
                </dd>
              </div>
            ))}
          </dl>
          <label className="flex items-center gap-2 border-t border-line px-5 py-3">
            <input
              type="checkbox"
              className="size-4 accent-ink"
              checked={letters}
              onChange={(event) => setLetters(event.currentTarget.checked)}
            />
            {SHORTCUTS.letters}
          </label>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

function keyWords(key: string): string {
  if (key === 'Escape') return 'Esc';
  return key.length === 1 ? key.toUpperCase() : key;
}

function Keys({ shortcut: { keys, ctrl, shift } }: { readonly shortcut: Shortcut }) {
  const held = [ctrl ? SHORTCUTS.ctrl : undefined, shift ? 'Shift' : undefined].filter((key) => key !== undefined);
  const [first = '', second] = keys.map(keyWords);
  return (
    <>
      {[...held, first].map((key) => (
        <kbd key={key} className="kbd">
          {key}
        </kbd>
      ))}
      {second === undefined ? null : (
        <>
          <span className="text-small text-ink-3">{SHORTCUTS.followedBy}</span>
          <kbd className="kbd">{second}</kbd>
        </>
      )}
    </>
  );
}

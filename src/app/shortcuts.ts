/** The keys of the page: one table, read by the listener and by the list that people see. */
import type { ShortcutAct } from '../words/shortcuts.ts';

export interface Shortcut {
  readonly act: ShortcutAct;
  /** as KeyboardEvent.key; two entries are pressed one after the other */
  readonly keys: readonly string[];
  readonly ctrl?: true;
  readonly shift?: true;
  /** acts only outside of editors and fields, and can be switched off */
  readonly letter?: true;
  /** the browser does it, or another part of the page; listed for people */
  readonly listedOnly?: true;
}

export const SHORTCUTS_TABLE: readonly Shortcut[] = [
  { act: 'paste', keys: ['v'], ctrl: true, listedOnly: true },
  { act: 'again', keys: ['Enter'], ctrl: true },
  { act: 'nextRegion', keys: ['F6'] },
  { act: 'previousRegion', keys: ['F6'], shift: true },
  { act: 'nextFinding', keys: ['F8'] },
  { act: 'previousFinding', keys: ['F8'], shift: true },
  { act: 'leave', keys: ['Escape'] },
  { act: 'shortcuts', keys: ['?'], letter: true },
  { act: 'examples', keys: ['e'], letter: true },
  { act: 'copy', keys: ['y'], letter: true },
  { act: 'clear', keys: ['x'], letter: true },
  { act: 'theme', keys: ['t'], letter: true },
  { act: 'timesIn', keys: ['u'], letter: true },
  { act: 'previousToken', keys: ['['], letter: true },
  { act: 'nextToken', keys: [']'], letter: true },
  { act: 'bytes', keys: ['b'], letter: true },
  { act: 'token', keys: ['g', 't'], letter: true },
  { act: 'key', keys: ['g', 'k'], letter: true },
  { act: 'header', keys: ['g', 'h'], letter: true },
  { act: 'payload', keys: ['g', 'p'], letter: true },
  { act: 'signature', keys: ['g', 's'], letter: true },
  { act: 'inspector', keys: ['g', 'i'], letter: true },
];

export interface KeyPress {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

/**
 * The act of a key press, after `before` (the first key of a pair, pressed shortly ago). `pending` is the key to remember
 * where the press begins a pair. `letters`: single letters may act here.
 */
export function actOf(
  press: KeyPress,
  before: string | undefined,
  letters: boolean,
): { readonly act?: ShortcutAct; readonly pending?: string } {
  const ctrl = press.ctrlKey || press.metaKey;
  const key = press.key.length === 1 ? press.key.toLowerCase() : press.key;
  if (press.altKey) return {};
  const possible = SHORTCUTS_TABLE.filter(
    (one) =>
      one.listedOnly === undefined &&
      (one.ctrl === true) === ctrl &&
      (one.letter === true ? letters : (one.shift === true) === press.shiftKey),
  );
  const pair = possible.find(({ keys }) => keys.length === 2 && keys[0] === before && keys[1] === key);
  if (pair !== undefined) return { act: pair.act };
  const single = possible.find(({ keys }) => keys.length === 1 && keys[0] === key);
  if (single !== undefined) return { act: single.act };
  return possible.some(({ keys }) => keys.length === 2 && keys[0] === key) ? { pending: key } : {};
}

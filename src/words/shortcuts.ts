/** Words of the shortcut dialog. */
export const SHORTCUTS = {
  title: 'Keyboard shortcuts',
  close: 'Close',
  letters: 'Single letters act outside of editors and fields',
  followedBy: 'then',
  ctrl: 'Ctrl',
  acts: {
    paste: 'Paste a token or a key anywhere outside a field',
    again: 'Verify again',
    nextRegion: 'Next part of the page',
    previousRegion: 'Previous part of the page',
    nextFinding: 'Next finding',
    previousFinding: 'Previous finding',
    leave: 'Close, then leave the editor and release what is marked',
    shortcuts: 'These shortcuts',
    examples: 'Examples',
    copy: 'Copy the token',
    clear: 'Clear, with undo',
    theme: 'Theme: light, dark, system',
    timesIn: 'Times in UTC or local',
    previousToken: 'Previous token found',
    nextToken: 'Next token found',
    bytes: 'Bytes of the claim in focus',
    token: 'Go to the token',
    key: 'Go to the key',
    header: 'Go to the header',
    payload: 'Go to the payload',
    signature: 'Go to the signature',
    inspector: 'Go to the inspector',
  },
} as const;

export type ShortcutAct = keyof typeof SHORTCUTS.acts;

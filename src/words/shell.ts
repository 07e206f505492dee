/** Words of the frame: top bar, verdict bar, status bar, toast, what stands in place where an act failed. */
import type { Form } from '../engine/types.ts';

const FORMS: Readonly<Record<Form, string>> = {
  'jws-compact': 'signed (JWS compact)',
  'jws-json': 'signed (JWS JSON)',
  'jwe-compact': 'encrypted (JWE compact)',
  'jwe-json': 'encrypted (JWE JSON)',
  'sd-jwt': 'SD-JWT with disclosures',
  none: 'no token read',
};

export const SHELL = {
  name: 'JWT debugger',
  heading: 'JWT debugger: decode, edit, verify and sign tokens',
  skip: 'Skip to the token',
  verdict: 'Verdict',
  theme: {
    light: 'Theme: light. Switch to dark',
    dark: 'Theme: dark. Switch to the system’s',
    system: 'Theme: as the system. Switch to light',
  },
  shortcuts: 'Keyboard shortcuts',
  splitColumns: 'Width of the token column',
  splitKey: 'Height of the key card',
  ready: 'Ready',
  cleared: 'Token and key cleared',
  tokenCopied: 'Token copied',
  undo: 'Undo',
  copyRefused: 'The browser did not allow writing to the clipboard. Select the text and press Ctrl C instead.',
  pasteRefused: 'The browser did not allow reading the clipboard. Press Ctrl V in this page instead.',
  nothingOnClipboard: 'There is no text on the clipboard.',
  fileTooLarge: 'The file is larger than 20 MB. Cut out the part that holds the token, or paste the text.',
  fileUnreadable: 'The browser could not read this file. Paste its text instead.',
  sentInAddress:
    'This token came in the query of the address, so it has been sent to the server, unless the page had been kept for offline use before. Links that hold it after # are not sent.',
  overlayMissing:
    'This part of the page could not be loaded: the page has been updated since it was opened, or the connection is lost. Copy what you need, then reload the page.',
  hints: { paste: 'paste anywhere', shortcuts: 'all shortcuts', leave: 'leave the editor' },
} as const;

/** The small line over the sentence; `types` of the layers, outermost first. */
export function kindLine(
  form: Form,
  typ: string | undefined,
  edited: boolean,
  types: readonly ('jws' | 'jwe')[],
): string {
  const parts = types.length > 1 ? ['Nested JWT', nestedLine(types)] : [form === 'none' ? 'Text' : 'JWT', FORMS[form]];
  if (types.length > 1 && SEGMENTS[form] !== undefined) parts.push(`${SEGMENTS[form]} segments`);
  if (typ !== undefined && typ !== 'JWT') parts.push(`typ ${typ}`);
  if (edited) parts.push('edited since paste');
  return parts.join(' · ');
}

const SEGMENTS: Readonly<Partial<Record<Form, number>>> = { 'jws-compact': 3, 'jwe-compact': 5 };

/** 'encrypted, then signed inside' */
function nestedLine(types: readonly ('jws' | 'jwe')[]): string {
  const words = types.map((type) => (type === 'jwe' ? 'encrypted' : 'signed'));
  return `${words.join(', then ')} inside`;
}

export const nothingPasted = 'Nothing pasted yet';

/** Milliseconds as the status bar writes them: one decimal below ten. */
function milliseconds(value: number): string {
  return `${value < 10 ? value.toFixed(1) : String(Math.round(value))} ms`;
}

export const decodedIn = (value: number) => `Decoded in ${milliseconds(value)}`;
export const checkedIn = (value: number) => `Checked in ${milliseconds(value)}`;

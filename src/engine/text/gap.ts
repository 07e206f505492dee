/** What stands between two runs of a token that was wrapped or spaced. */
import type { Removed } from '../types.ts';
import { BLANK, BREAK, classAt, INVISIBLE } from './characters.ts';

export interface Gap {
  /** after its last character */
  readonly end: number;
  /** line breaks, CR LF counted once */
  readonly breaks: number;
  /** what it is made of; the blank after a `>` is part of the mark */
  readonly removed: readonly Removed[];
}

/** Reads blanks, line breaks with the `>` marks of quoted mail after them, and invisible characters. */
export function gapAt(text: string, start: number): Gap {
  let at = start;
  let breaks = 0;
  const removed: Removed[] = [];
  let blanks = false;
  for (; ; at++) {
    const kind = classAt(text, at);
    if (kind === BREAK) {
      if (!(text.charCodeAt(at) === 0x0a && at > start && text.charCodeAt(at - 1) === 0x0d)) breaks++;
      note(removed, 'line-breaks');
    } else if (kind === BLANK) {
      blanks = true;
    } else if (kind === INVISIBLE) {
      note(removed, 'invisible');
    } else if (breaks > 0 && text.charCodeAt(at) === 0x3e) {
      note(removed, 'quote-marks');
    } else {
      break;
    }
  }
  if (blanks && !removed.includes('quote-marks')) removed.push('blanks');
  return { end: at, breaks, removed };
}

function note(removed: Removed[], kind: Removed): void {
  if (!removed.includes(kind)) removed.push(kind);
}

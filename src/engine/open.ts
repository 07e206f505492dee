/** From a pasted text to everything that can be said without a key. Synchronous, so that a page can show it at once. */

import { sayRead } from './messages/reading.ts';
import { openCompactJwe, openCompactJws, openJsonObject, type Reading } from './open-object.ts';
import { findTokens } from './text/find.ts';
import { malformed, unsupported } from './token/early-verdict.ts';
import type { JoseObject, ReadToken } from './token/shapes.ts';
import type { Form, FoundToken, Layer, Verdict } from './types.ts';

/** Characters of a token that is opened (8 MiB); a longer one is named with its length. */
export const LONGEST_TOKEN = 8 * 1024 * 1024;

export interface Opened {
  readonly text: string;
  readonly found: readonly FoundToken[];
  readonly picked: FoundToken | undefined;
  readonly form: Form;
  /** a compact JWS, and the issuer-signed JWT of an SD-JWT; undefined for other forms */
  readonly token: ReadToken | undefined;
  /** the picked token in any form; undefined where there is none, or too long a one */
  readonly object: JoseObject | undefined;
  readonly layer: Omit<Layer, 'verdict'> | undefined;
  /** by steps 1 to 4 of 'Order within a layer', which need no key; undefined where the keys decide */
  readonly verdict: Verdict | undefined;
}

/**
 * Finds the tokens in a text and reads the picked one. Spans of problems are in `text`. Never throws. `known`, what was
 * opened before, spares reading again the segments that did not change; the answer is the same.
 */
export function openText(text: string, pick = 0, known?: Opened): Opened {
  const found = findTokens(text);
  const picked = found[pick];
  if (picked === undefined) return nothingOpened(text, found);
  const opened = { text, found, picked, form: picked.form };
  if (picked.text.length > LONGEST_TOKEN) {
    const values = { length: picked.text.length, limit: LONGEST_TOKEN };
    return { ...opened, ...NOTHING_READ, verdict: unsupported('token-too-long', values) };
  }
  const reading = readPicked(text, picked, known);
  return reading === undefined ? nothingOpened(text, found) : { ...opened, ...reading };
}

function readPicked(text: string, picked: FoundToken, known: Opened | undefined): Reading | undefined {
  switch (picked.form) {
    case 'jws-compact':
    case 'sd-jwt':
      return openCompactJws(text, picked, known?.token);
    case 'jwe-compact':
      return openCompactJwe(text, picked);
    case 'jws-json':
    case 'jwe-json':
      return openJsonObject(text, picked);
    case 'none':
      return undefined;
  }
}

const NOTHING_READ = { token: undefined, object: undefined, layer: undefined } as const;

function nothingOpened(text: string, found: readonly FoundToken[]): Opened {
  const isBlank = found.length === 0 && /^[\s\u200b-\u200d\u00ad]*$/.test(text);
  const verdict: Verdict =
    found.length > 0 || isBlank
      ? { state: 'unchecked', code: 'no-token', message: sayRead('no-token'), values: {} }
      : malformed('no-token-found', { length: text.length });
  return { text, found, picked: undefined, form: 'none', ...NOTHING_READ, verdict };
}

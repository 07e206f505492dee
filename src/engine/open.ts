/** From a pasted text to everything that can be said without a key. Synchronous, so that a page can show it at once. */
import { readCompactJwe, readJsonObject, readSdJwt } from './open-object.ts';
import { readCompactJws } from './open-signed.ts';
import { type Opened, openBy, type Reading } from './opened.ts';
import type { ReadToken } from './token/shapes.ts';
import type { FoundToken } from './types.ts';

export { LONGEST_TOKEN, type Opened } from './opened.ts';

/**
 * Finds the tokens in a text and reads the picked one. Spans of problems are in `text`. Never throws. `known`, what was
 * opened before, spares reading again the segments that did not change; the answer is the same.
 */
export function openText(text: string, pick = 0, known?: Opened): Opened {
  return openBy(readPicked, text, pick, known);
}

function readPicked(pasted: string, picked: FoundToken, known: ReadToken | undefined): Reading | undefined {
  switch (picked.form) {
    case 'jws-compact':
      return readCompactJws(pasted, picked, known);
    case 'sd-jwt':
      return readSdJwt(pasted, picked, known);
    case 'jwe-compact':
      return readCompactJwe(pasted, picked);
    case 'jws-json':
    case 'jwe-json':
      return readJsonObject(pasted, picked);
    case 'none':
      return undefined;
  }
}

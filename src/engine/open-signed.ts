/** What `openText` says of a compact JWS, alone: the first decode of a page, which brings no other form along. */
import { headerTexts, inPasted, layerPayload, NOT_READ, type Opened, openBy, type Reading } from './opened.ts';
import { readCompact } from './token/compact.ts';
import { jwsObjectOf } from './token/compact-jws.ts';
import { verdictOfProblems } from './token/early-verdict.ts';
import type { JwsObject, ReadToken } from './token/shapes.ts';
import type { FoundToken } from './types.ts';

/**
 * The same as `openText` where the picked token is a compact JWS, where there is none and where it is too long. One of
 * another form is found and not read: neither object nor verdict is there. Synchronous. Never throws.
 */
export function openSigned(text: string, pick = 0, known?: Opened): Opened {
  return openBy(readSigned, text, pick, known);
}

function readSigned(pasted: string, picked: FoundToken, known: ReadToken | undefined): Reading {
  return picked.form === 'jws-compact' ? readCompactJws(pasted, picked, known) : NOT_READ;
}

export function readCompactJws(pasted: string, picked: FoundToken, known: ReadToken | undefined): Reading {
  const token = readCompact(picked.text, known);
  return signedReading(pasted, picked, token, jwsObjectOf(token));
}

/** `token` is the JWT that was signed. */
export function signedReading(pasted: string, picked: FoundToken, token: ReadToken, object: JwsObject): Reading {
  return {
    token,
    object,
    layer: {
      type: 'jws',
      ...headerTexts(token.header, token.segments[0]?.bytes),
      payload: layerPayload(object.payload),
      problems: inPasted(object.problems, picked, pasted),
    },
    verdict: verdictOfProblems(object.problems) ?? object.signatures[0]?.verdict,
  };
}

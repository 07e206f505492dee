/** The headers of one signature or recipient of a JSON serialization, told apart, each as it stands in the token. */
import type { Opened } from '../../engine/open.ts';
import { parseJson } from '../../engine/token/json.ts';
import { layOut } from '../../engine/token/layout.ts';
import { type HeaderMembers, protectedHeader, unprotectedHeaders } from '../json/header-members.ts';

export function entryHeaders(opened: Opened, index: number): readonly HeaderMembers[] {
  const protectedOne = opened.object?.type === 'jws' ? ownProtected(opened, index) : undefined;
  const own = unprotectedHeaders(opened, index).filter(({ place }) => place === 'own');
  return protectedOne === undefined ? own : [protectedOne, ...own];
}

/** What all recipients of a JWE share beside the protected header. */
export function sharedHeaders(opened: Opened): readonly HeaderMembers[] {
  return unprotectedHeaders(opened, 0).filter(({ place }) => place === 'shared');
}

/** Of a flattened serialization the only one, which the layer's text is of. */
function ownProtected(opened: Opened, index: number): HeaderMembers | undefined {
  const text = opened.layer?.headerText;
  if (opened.object?.serialization !== 'flattened') return protectedHeader(opened, index);
  return text === undefined ? undefined : { place: 'protected', text: layOut(text, parseJson(text)) };
}

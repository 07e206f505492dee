/** The parts of the picked token, as the panes edit them. */
import type { Opened } from '../engine/open.ts';
import { withSegment } from '../engine/token/edit.ts';
import { isUnencodedPayload } from '../engine/token/header-rules.ts';
import type { JsonPane } from './state.ts';

/** A token in compact serialization that is not encrypted, or nothing: an edit of a pane is an edit of its text. */
export function isPlain({ token, object }: Opened): boolean {
  return token !== undefined || object === undefined;
}

/**
 * Whether an edit in the pane can be put into a plain token. One that is too long to be read, and a payload that is not
 * encoded (RFC 7797), is edited in the token itself.
 */
export function canEditPane({ picked, token }: Opened, pane: JsonPane): boolean {
  if (picked === undefined) return true;
  if (token === undefined) return false;
  return pane === 'header' || token.header.kind !== 'json' || !isUnencodedPayload(token.header.value);
}

/** The whole text with another segment in the picked token; where no token is picked, the new one is the whole text. */
export function textWithSegment(
  { text, picked }: Opened,
  name: JsonPane | 'signature',
  content: Uint8Array | string,
): string {
  if (picked === undefined) return withSegment('', name, content);
  return text.slice(0, picked.start) + withSegment(picked.text, name, content) + text.slice(picked.end);
}

/** The whole text with another token in place of the picked one. */
export function textWithPickedToken({ text, picked }: Opened, token: string): string {
  return picked === undefined ? text : text.slice(0, picked.start) + token + text.slice(picked.end);
}

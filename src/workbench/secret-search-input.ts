/** What is searched for a weak secret: the open layer. */
import type { SecretSearchInput } from '../engine/index.ts';
import type { Derive } from './derive.ts';
import { documentOf, type WorkbenchState } from './state.ts';

/** `list`: a word list, one secret in a line. */
export function secretSearchInput(state: WorkbenchState, derive: Derive, list: string | undefined): SecretSearchInput {
  const beside = list === undefined ? {} : { list };
  const inner = state.layer === 0 ? undefined : derive.layers(state)[state.layer];
  if (inner !== undefined) return { ...beside, token: inner.view.opened.text };
  const { text, pick, detached } = documentOf(state);
  if (detached === undefined) return { ...beside, token: text, pick };
  return { ...beside, token: text, pick, detachedPayload: detached.kind === 'text' ? detached.text : detached.bytes };
}

/** When an edit of header or payload is signed again. */
import { type Opened, openText } from '../engine/open.ts';
import { withSegment } from '../engine/token/edit.ts';
import { areSameKeys, documentOf, isAnyKeyGiven, type SignatureOrigin, type WorkbenchState } from './state.ts';
import type { Signing, WorkbenchView } from './types.ts';

/** The key in the box is known to be able to sign for the token's `alg`, or was for the last one that was asked about. */
export function canSignNow({ keys, signer }: WorkbenchState): boolean {
  return signer !== undefined && areSameKeys(signer.keys, keys) && signer.canSign;
}

/** What is chosen: by hand, otherwise by what the key can do. */
function signingOf(state: WorkbenchState): Signing {
  return signingWith(state, canSignNow(state)).value;
}

/** The same for the open layer. `available`: a key at hand can make it anew. */
export function signingWith({ signing }: WorkbenchState, available: boolean): WorkbenchView['signing'] {
  return { value: signing ?? (available ? 'resign' : 'keep'), byHand: signing !== undefined, available };
}

/**
 * Whether a new signature is to be asked for. A key that is not known yet is asked; one that cannot sign for this `alg`
 * is not asked again.
 */
export function wantsSignature(state: WorkbenchState, edited: Opened): boolean {
  if (state.signing === 'keep' || !isAnyKeyGiven(state.keys) || !isSignable(edited)) return false;
  const { signer, keys } = state;
  const known = signer !== undefined && areSameKeys(signer.keys, keys) && signer.alg === edited.token?.alg;
  return !known || signer.canSign;
}

/** Nothing but the signature stands between this token and being signed: without one it is only unsigned. */
function isSignable({ picked, token, verdict }: Opened): boolean {
  if (picked === undefined || token === undefined) return false;
  if (verdict === undefined) return true;
  return openText(withSegment(picked.text, 'signature', '')).verdict?.code === 'signature-empty';
}

/** Choosing `none` with Re-sign empties the signature: an unsecured token has none. */
export function emptiesSignature(state: WorkbenchState, before: Opened, edited: Opened): boolean {
  return edited.token?.alg === 'none' && before.token?.alg !== 'none' && signingOf(state) === 'resign';
}

/** How the picked token was made here with the keys of the moment; undefined where it was not. */
export function madeHere(state: WorkbenchState, { picked }: Opened): MadeHere | undefined {
  const { signature } = documentOf(state);
  const isMade = signature.kind === 'made-here' && signature.token === picked?.text;
  return isMade && areSameKeys(signature.keys, state.keys) ? signature : undefined;
}

export type MadeHere = SignatureOrigin & { readonly kind: 'made-here' };

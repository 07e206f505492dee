/** Whether two questions are about the same token and keys. */
import type { KeyInput } from '../engine/types.ts';
import type { CheckInput } from './messages.ts';

export function isSameInput(a: CheckInput, b: CheckInput): boolean {
  return (
    a.text === b.text &&
    a.pick === b.pick &&
    a.ignoreKid === b.ignoreKid &&
    a.useTokenKey === b.useTokenKey &&
    a.maxInflatedBytes === b.maxInflatedBytes &&
    a.maxPbes2Rounds === b.maxPbes2Rounds &&
    isSameContent(a.detachedPayload, b.detachedPayload) &&
    areSameKeys(a.keys ?? [], b.keys ?? [])
  );
}

function isSameContent(a: string | Uint8Array | undefined, b: string | Uint8Array | undefined): boolean {
  if (!(a instanceof Uint8Array && b instanceof Uint8Array)) return a === b;
  return a.length === b.length && a.every((byte, index) => byte === b[index]);
}

function areSameKeys(a: readonly KeyInput[], b: readonly KeyInput[]): boolean {
  return a.length === b.length && a.every((key, index) => isSameKey(key, b[index]));
}

function isSameKey(a: KeyInput, b: KeyInput | undefined): boolean {
  return a.text === b?.text && a.encoding === b.encoding && a.passphrase === b.passphrase && a.layer === b.layer;
}

/** What can be said of a token of any form before any key is looked at. Synchronous. */
import type { Opened } from '../opened.ts';
import type { JweRecipient } from '../token/shapes.ts';
import { recipientsTogether } from '../token/together.ts';
import type { Verdict } from '../types.ts';
import { type HasSubtle, signedWithoutKey, unchecked, verdictBeforeKeys, type WithoutKey } from './without-key.ts';

/** Steps 1 to 6 where no key was given. */
export function withoutKey(opened: Opened, useTokenKey: boolean, runtime: HasSubtle = globalThis.crypto): WithoutKey {
  const { object } = opened;
  if (object?.type !== 'jwe') return signedWithoutKey(opened, useTokenKey, runtime);
  const verdict = verdictBeforeKeys(opened, runtime) ?? recipientsTogether(object.recipients.map(recipientWithoutKey));
  return { next: 'verdict', verdict };
}

export function recipientWithoutKey({ verdict, alg = '' }: JweRecipient): Verdict {
  return verdict ?? unchecked('key-missing', { alg, need: needOf(alg) });
}

function needOf(alg: string): string {
  if (alg.startsWith('PBES2')) return 'password';
  return alg.startsWith('RSA') || alg.startsWith('ECDH') ? 'private-key' : 'aes-key';
}

/** Which of the keys on offer can encrypt for a recipient. */
import type { SignatureKey } from '../crypto/algorithms.ts';
import { isContentEncryption } from '../crypto/jwe/content-encryption.ts';
import { fitOfKeyManagement } from '../crypto/jwe/fit.ts';
import { isKeyManagementAlg, KEY_MANAGEMENT_ALGORITHMS } from '../crypto/jwe/key-management.ts';
import type { JweRecipient } from '../token/shapes.ts';
import { type Offer, type Offers, selectByKid } from './offers.ts';
import { kidNamedBy } from './without-key.ts';

/** The first key that can encrypt for a recipient; a secret whose encoding is left open is read as the first that fits. */
export function sealerOf(
  { alg, enc, header }: JweRecipient,
  offers: Offers,
  ignoreKid: boolean,
  layer: number,
): SignatureKey | undefined {
  if (alg === undefined || !isKeyManagementAlg(alg) || enc === undefined || !isContentEncryption(enc)) return undefined;
  if (!KEY_MANAGEMENT_ALGORITHMS[alg].canEncrypt) return undefined;
  const kid = kidNamedBy(header ?? {});
  for (const offer of selectByKid(offers, kid, ignoreKid, layer).selected)
    for (const key of sealingKeys(offer)) if (fitOfKeyManagement(alg, enc, key, 'encrypt') === 'fits') return key;
  return undefined;
}

function sealingKeys(offer: Offer): readonly SignatureKey[] {
  switch (offer.kind) {
    case 'key':
      return [offer.key];
    case 'secret':
      return offer.readings.filter(({ bytes }) => bytes.length > 0).map(({ bytes }) => ({ secret: bytes }));
    case 'unreadable':
      return [];
    default:
      return offer satisfies never;
  }
}

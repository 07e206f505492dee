/** Which of the keys on offer can sign for an `alg`. */
import { fitOf, SIGNATURE_ALGORITHMS, type SignatureAlg, type SignatureKey } from '../crypto/algorithms.ts';
import { type Offer, type Offers, selectByKid } from './offers.ts';

/**
 * The first key that can sign: a private key or a secret that fits, chosen by `kid` as for verifying. Where no key of a
 * set has the header's kid, none is chosen. undefined where there is none.
 */
export function signerOf(
  offers: Offers,
  alg: SignatureAlg,
  kid: string | undefined,
  ignoreKid: boolean,
  layer: number,
): SignatureKey | undefined {
  for (const offer of selectByKid(offers, kid, ignoreKid, layer).selected) {
    const key = signingKey(offer, alg);
    if (key !== undefined && fitOf(alg, key, 'sign') === 'fits') return key;
  }
  return undefined;
}

function signingKey(offer: Offer, alg: SignatureAlg): SignatureKey | undefined {
  switch (offer.kind) {
    case 'key':
      return offer.key.privateJwk === undefined ? undefined : offer.key;
    case 'secret': {
      const reading = offer.readings.find((entry) => entry.bytes.length > 0);
      return reading === undefined || SIGNATURE_ALGORITHMS[alg].kty !== 'oct' ? undefined : { secret: reading.bytes };
    }
    case 'unreadable':
      return undefined;
    default:
      return offer satisfies never;
  }
}

/** Which layers a key at hand can make anew: sign, or encrypt. */
import { isSignatureAlg } from '../crypto/algorithms.ts';
import type { Opened } from '../open.ts';
import type { JoseObject } from '../token/shapes.ts';
import type { Offers } from './offers.ts';
import { signerOf } from './signer.ts';
import { kidNamedBy } from './without-key.ts';

/** One for each layer. A JWS can be signed where a key fits one of its signatures, a JWE where one fits every recipient. */
export function canMakeLayers(
  opened: readonly Opened[],
  offers: Offers,
  ignoreKid: boolean,
): Promise<readonly boolean[]> {
  return Promise.all(
    opened.map(({ object }, layer) =>
      object === undefined ? Promise.resolve(false) : canMake(object, offers, ignoreKid, layer),
    ),
  );
}

async function canMake(object: JoseObject, offers: Offers, ignoreKid: boolean, layer: number): Promise<boolean> {
  if (object.type === 'jws')
    return object.signatures.some(
      ({ alg, header }) =>
        alg !== undefined &&
        isSignatureAlg(alg) &&
        signerOf(offers, alg, kidNamedBy(header ?? {}), ignoreKid, layer) !== undefined,
    );
  const work = await import('./sealer.ts').catch(() => undefined);
  return object.recipients.every((recipient) => work?.sealerOf(recipient, offers, ignoreKid, layer) !== undefined);
}

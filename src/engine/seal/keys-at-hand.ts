/** Which of the keys on offer is to make which signature or recipient: the one that opened or verified it, if it can. */
import type { SignatureAlg, SignatureKey } from '../crypto/algorithms.ts';
import type { JweRecipient } from '../token/shapes.ts';
import type { JsonObject } from '../types.ts';
import type { Attempt } from '../verdict/attempt.ts';
import { kidOf, type Offer, type Offers, selectByKid } from '../verdict/offers.ts';
import type { Trial } from '../verdict/reports.ts';
import { sealerOf } from '../verdict/sealer.ts';
import { signerOf } from '../verdict/signer.ts';
import { kidNamedBy } from '../verdict/without-key.ts';

/** The keys for one layer. */
export interface KeysAtHand {
  readonly offers: Offers;
  readonly ignoreKid: boolean;
  readonly layer: number;
  /** what came of trying them on this layer as it stands, one for each signature or recipient that was tried */
  readonly trials: readonly Trial[];
  /** keys that opened or verified other layers: they come last */
  readonly elsewhere: ReadonlySet<Offer>;
}

/** Chooses for the signatures or recipients of one layer, one after the other: no two get a key that is not surely theirs. */
export interface Chooser {
  signer(index: number, alg: SignatureAlg, header: JsonObject): SignatureKey | undefined;
  sealer(index: number, recipient: JweRecipient): SignatureKey | undefined;
}

/** `count`: how many signatures or recipients there are. */
export function chooserFor(keys: KeysAtHand, count: number): Chooser {
  const taken = new Set<Offer>();
  const choose = (
    index: number,
    header: JsonObject,
    keyOf: (offers: Offers) => SignatureKey | undefined,
  ): SignatureKey | undefined => {
    for (const { offer, narrowed, isSure } of candidatesFor(keys, index, count, kidNamedBy(header))) {
      if (taken.has(offer) && !isSure) continue;
      const key = keyOf({ all: [narrowed], isSet: false });
      if (key === undefined) continue;
      taken.add(offer);
      return key;
    }
    return undefined;
  };
  return {
    signer: (index, alg, header) =>
      choose(index, header, (offers) => signerOf(offers, alg, undefined, true, keys.layer)),
    sealer: (index, recipient) =>
      choose(index, recipient.header ?? {}, (offers) => sealerOf(recipient, offers, true, keys.layer)),
  };
}

interface Candidate {
  readonly offer: Offer;
  /** of a secret only the reading that did it */
  readonly narrowed: Offer;
  /** it opened or verified this part, or the part names it */
  readonly isSure: boolean;
}

function candidatesFor(
  { offers, ignoreKid, layer, trials, elsewhere }: KeysAtHand,
  index: number,
  count: number,
  kid: string | undefined,
): readonly Candidate[] {
  const { selected } = selectByKid(offers, kid, ignoreKid, layer);
  const isOwn = ({ signature = 0 }: Trial) => signature === index;
  const own = trials.filter(isOwn).flatMap(({ attempts }) => attempts);
  const did = own.filter(isDone).filter(({ offer }) => selected.includes(offer));
  const ofOthers = trials.filter((trial) => !isOwn(trial)).flatMap(({ attempts }) => attempts.filter(isDone));
  const excluded = new Set([...ofOthers, ...own.filter(({ outcome }) => outcome === 'not-decrypted')].map(offerOf));
  const rest = selected
    .filter((offer) => !did.some((attempt) => attempt.offer === offer))
    .map((offer): Candidate => ({ offer, narrowed: offer, isSure: kid !== undefined && kidOf(offer) === kid }))
    .filter(({ offer, isSure }) => isSure || count === 1 || !excluded.has(offer));
  return [
    ...did.map((attempt): Candidate => ({ offer: attempt.offer, narrowed: narrowedTo(attempt), isSure: true })),
    ...rest.filter(({ offer }) => !elsewhere.has(offer)),
    ...rest.filter(({ offer }) => elsewhere.has(offer)),
  ];
}

type Done = Extract<Attempt, { outcome: 'verified' | 'decrypted' }>;

export function isDone(attempt: Attempt): attempt is Done {
  return attempt.outcome === 'verified' || attempt.outcome === 'decrypted';
}

function offerOf({ offer }: Attempt): Offer {
  return offer;
}

function narrowedTo({ offer, reading }: Done): Offer {
  return offer.kind === 'secret' && reading !== undefined ? { ...offer, readings: [reading] } : offer;
}

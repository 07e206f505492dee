/** The keys on offer, those that a `kid` selects, tried one after the other until one does it. */
import type { InspectOptions } from '../types.ts';
import type { Attempt } from './attempt.ts';
import { type Offer, type Offers, selectByKid } from './offers.ts';

export interface KeyChoice {
  readonly offers: Offers;
  /** that the header names */
  readonly kid: string | undefined;
  readonly ignoreKid: boolean;
  readonly layer: number;
}

export interface AskedKeys {
  /** of the keys that were selected, in order, up to the one that did it */
  readonly made: readonly Attempt[];
  /** those that the `kid` left out */
  readonly byKid: readonly Attempt[];
}

export async function askKeys(
  { offers, kid, ignoreKid, layer }: KeyChoice,
  attempt: (offer: Offer) => Promise<Attempt>,
  options: InspectOptions,
): Promise<AskedKeys> {
  const { selected, passedOver } = selectByKid(offers, kid, ignoreKid, layer);
  const made: Attempt[] = [];
  for (const offer of selected) {
    options.signal?.throwIfAborted();
    options.onProgress?.(made.length, selected.length, 'keys');
    const next = await attempt(offer);
    made.push(next);
    if (next.outcome === 'verified' || next.outcome === 'decrypted') break;
  }
  return {
    made: withoutSpoken(made, ({ input }) => input.layer !== undefined && input.layer !== layer),
    byKid: passedOver.map((offer): Attempt => ({ outcome: 'skipped', offer, miss: { reason: 'kid' } })),
  };
}

/**
 * The attempts without those that a key failed, or was no fit for, which has done its work elsewhere in the token: it is
 * not meant for this part, unless the part names it (docs/architecture.md, 'Layers together').
 */
export function withoutSpoken(attempts: readonly Attempt[], isSpoken: (offer: Offer) => boolean): readonly Attempt[] {
  return attempts.map((attempt) => {
    if (!speaksAgainst(attempt) || !isSpoken(attempt.offer)) return attempt;
    return { outcome: 'skipped', offer: attempt.offer, miss: { reason: 'another-layer' } };
  });
}

/** That a public key was used as a secret is said wherever it happens. */
function speaksAgainst(attempt: Attempt): boolean {
  if (attempt.outcome !== 'skipped') return attempt.outcome === 'failed' || attempt.outcome === 'not-decrypted';
  return 'key' in attempt.miss && attempt.miss.reason !== 'public-as-secret';
}

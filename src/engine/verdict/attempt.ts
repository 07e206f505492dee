/** One key on offer tried on one signature: used, or passed over with the reason. */
import type { SignatureAlg, SignatureKey } from '../crypto/algorithms.ts';
import { fitOf, SIGNATURE_ALGORITHMS } from '../crypto/algorithms.ts';
import type { NotDone, Runtime } from '../crypto/answer.ts';
import { joseFromDer } from '../crypto/der.ts';
import { verifySignature } from '../crypto/verify.ts';
import type { KeyMaterial, SecretReading } from '../keys/shapes.ts';
import type { DoneBy } from '../types.ts';
import type { Offer } from './offers.ts';

/** What is checked, as bytes. */
export interface SignedBytes {
  readonly alg: SignatureAlg;
  readonly signingInput: Uint8Array;
  readonly signature: Uint8Array;
}

export interface AttemptOptions {
  readonly signal?: AbortSignal | undefined;
  readonly runtime?: Runtime | undefined;
}

export type Miss =
  | {
      readonly reason: 'kty' | 'public-as-secret' | 'crv' | 'size' | 'alg' | 'use' | 'key_ops';
      readonly key: KeyMaterial | undefined;
    }
  | { readonly reason: 'empty' | 'kid' | 'unreadable' };

export type Attempt =
  | { readonly outcome: 'verified'; readonly offer: Offer; readonly by: DoneBy; readonly reading?: SecretReading }
  | { readonly outcome: 'failed'; readonly offer: Offer; readonly readings: readonly SecretReading[] }
  /** an ECDSA signature in DER; whether the same r and s in JOSE's form would verify */
  | { readonly outcome: 'failed-der'; readonly offer: Offer; readonly wouldMatch: boolean }
  | { readonly outcome: 'skipped'; readonly offer: Offer; readonly miss: Miss }
  | {
      readonly outcome: 'not-done';
      readonly offer: Offer;
      readonly code: Exclude<NotDone['code'], 'key-unfit' | 'empty-key'>;
    };

/** Tries one offer. Never says 'failed' unless the work was done and the answer was no. */
export async function attempt(offer: Offer, signed: SignedBytes, options: AttemptOptions): Promise<Attempt> {
  switch (offer.kind) {
    case 'unreadable': {
      const isEmpty = offer.report.problem?.code === 'empty' && needsSecret(signed.alg);
      return { outcome: 'skipped', offer, miss: { reason: isEmpty ? 'empty' : 'unreadable' } };
    }
    case 'key':
      return attemptKey(offer, offer.key, signed, options);
    case 'secret':
      return needsSecret(signed.alg)
        ? attemptSecret(offer, offer.readings, signed, options)
        : { outcome: 'skipped', offer, miss: secretMiss(offer) };
    default:
      return offer satisfies never;
  }
}

function needsSecret(alg: SignatureAlg): boolean {
  return SIGNATURE_ALGORITHMS[alg].kty === 'oct';
}

/** A text that was not said to be a secret is no key where none is needed; one with a chosen encoding is of the wrong kind. */
function secretMiss(offer: Offer): Miss {
  const saidToBeSecret = offer.input.encoding !== undefined && offer.input.encoding !== 'auto';
  return saidToBeSecret ? { reason: 'kty', key: undefined } : { reason: 'unreadable' };
}

async function attemptKey(
  offer: Offer,
  key: KeyMaterial,
  signed: SignedBytes,
  options: AttemptOptions,
): Promise<Attempt> {
  const fit = fitOf(signed.alg, key);
  if (fit === 'empty') return { outcome: 'skipped', offer, miss: { reason: 'empty' } };
  if (fit !== 'fits') {
    const asSecret = fit === 'kty' && needsSecret(signed.alg) && key.privateJwk === undefined;
    return { outcome: 'skipped', offer, miss: { reason: asSecret ? 'public-as-secret' : fit, key } };
  }
  const tried = await tryOne(key, signed, options);
  if (tried.kind === 'not-done') return { outcome: 'not-done', offer, code: tried.code };
  if (tried.kind === 'verified') return { outcome: 'verified', offer, by: tried.by };
  return (await attemptDer(offer, key, signed, options)) ?? { outcome: 'failed', offer, readings: [] };
}

async function attemptSecret(
  offer: Offer,
  readings: readonly SecretReading[],
  signed: SignedBytes,
  options: AttemptOptions,
): Promise<Attempt> {
  const filled = readings.filter((reading) => reading.bytes.length > 0);
  for (const reading of filled) {
    const tried = await tryOne({ secret: reading.bytes }, signed, options);
    if (tried.kind === 'not-done') return { outcome: 'not-done', offer, code: tried.code };
    if (tried.kind === 'verified') return { outcome: 'verified', offer, by: tried.by, reading };
  }
  if (filled.length === 0) return { outcome: 'skipped', offer, miss: { reason: 'empty' } };
  return { outcome: 'failed', offer, readings: filled };
}

/** The signature's letters decide first: a DER signature never has JOSE's length, or it would have been tried as such. */
async function attemptDer(
  offer: Offer,
  key: KeyMaterial,
  signed: SignedBytes,
  options: AttemptOptions,
): Promise<Attempt | undefined> {
  const entry = SIGNATURE_ALGORITHMS[signed.alg];
  if (entry.kty !== 'EC' || entry.signatureBytes === 'by-key') return undefined;
  const signature = joseFromDer(signed.signature, entry.signatureBytes / 2);
  if (signature === undefined) return undefined;
  const tried = await tryOne(key, { ...signed, signature }, options);
  return { outcome: 'failed-der', offer, wouldMatch: tried.kind === 'verified' };
}

type Tried =
  | { readonly kind: 'verified'; readonly by: DoneBy }
  | { readonly kind: 'failed' }
  | { readonly kind: 'not-done'; readonly code: Exclude<NotDone['code'], 'key-unfit' | 'empty-key'> };

async function tryOne(key: SignatureKey, signed: SignedBytes, options: AttemptOptions): Promise<Tried> {
  const answer = await verifySignature(signed.alg, key, signed.signingInput, signed.signature, options);
  if (answer.done) return answer.value ? { kind: 'verified', by: answer.by } : { kind: 'failed' };
  // Fit and emptiness were asked before, so these two would be a fault of ours; 'refused' claims nothing.
  const code = answer.code === 'key-unfit' || answer.code === 'empty-key' ? 'key-refused' : answer.code;
  return { kind: 'not-done', code };
}

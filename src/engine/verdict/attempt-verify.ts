/** One key on offer tried on one signature. */
import { fitOf, SIGNATURE_ALGORITHMS, type SignatureAlg, type SignatureKey } from '../crypto/algorithms.ts';
import type { Runtime } from '../crypto/answer.ts';
import { joseFromDer } from '../crypto/der.ts';
import { verifySignature } from '../crypto/verify.ts';
import type { KeyMaterial, SecretReading } from '../keys/shapes.ts';
import type { DoneBy } from '../types.ts';
import { type Attempt, type NotDoneHere, notDoneHere, secretMiss, unreadableMiss } from './attempt.ts';
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

/** Tries one offer. Never says 'failed' unless the work was done and the answer was no. */
export async function attemptVerify(offer: Offer, signed: SignedBytes, options: AttemptOptions): Promise<Attempt> {
  switch (offer.kind) {
    case 'unreadable':
      return { outcome: 'skipped', offer, miss: unreadableMiss(offer, needsSecret(signed.alg)) };
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
  | { readonly kind: 'not-done'; readonly code: NotDoneHere };

async function tryOne(key: SignatureKey, signed: SignedBytes, options: AttemptOptions): Promise<Tried> {
  const answer = await verifySignature(signed.alg, key, signed.signingInput, signed.signature, options);
  if (answer.done) return answer.value ? { kind: 'verified', by: answer.by } : { kind: 'failed' };
  return { kind: 'not-done', code: notDoneHere(answer.code) };
}

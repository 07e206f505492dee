/** What verifying and signing have in common before the first byte is touched. */
import { encodeBase64url } from '../token/base64url.ts';
import type { JsonObject } from '../types.ts';
import { algorithmFor, fitOf, type SignatureAlg, type SignatureAlgorithm, type SignatureKey } from './algorithms.ts';
import { type CryptoOptions, type NotDone, notDone } from './answer.ts';
import { type Route, routeFor } from './runtime.ts';

export interface Work {
  /** as the header names it; `entry.alg` is another name where this one is `EdDSA` */
  readonly alg: SignatureAlg;
  readonly entry: SignatureAlgorithm;
  /** with the private members where the purpose is to sign */
  readonly jwk: JsonObject;
  readonly route: Exclude<Route, { by: 'nobody' }>;
}

export type Prepared = { readonly ready: true; readonly work: Work } | { readonly ready: false; readonly why: NotDone };

/** Judges the key, takes the half of it that is needed, and finds out who does the work. */
export async function prepare(
  alg: SignatureAlg,
  key: SignatureKey,
  purpose: 'verify' | 'sign',
  options: CryptoOptions,
): Promise<Prepared> {
  options.signal?.throwIfAborted();
  const fit = fitOf(alg, key, purpose);
  if (fit === 'empty') return { ready: false, why: notDone('empty-key') };
  if (fit !== 'fits') return { ready: false, why: { done: false, code: 'key-unfit', fit } };
  const jwk = halfOf(key, purpose);
  if (jwk === undefined) return { ready: false, why: notDone('private-key-needed') };
  const entry = algorithmFor(alg, 'secret' in key ? undefined : key.crv);
  const route = await routeFor(entry, options.runtime ?? globalThis.crypto);
  options.signal?.throwIfAborted();
  if (route.by === 'nobody') return { ready: false, why: notDone(route.code) };
  return { ready: true, work: { alg, entry, jwk, route } };
}

function halfOf(key: SignatureKey, purpose: 'verify' | 'sign'): JsonObject | undefined {
  if ('secret' in key) return { kty: 'oct', k: encodeBase64url(key.secret) };
  return purpose === 'verify' || key.kty === 'oct' ? key.publicJwk : key.privateJwk;
}

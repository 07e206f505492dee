/** New keys: a fitting secret or key pair for any signature algorithm. */
import { thumbprintOf } from '../keys/thumbprint.ts';
import { encodeBase64url } from '../token/base64url.ts';
import type { JsonObject } from '../types.ts';
import { algorithmFor, type SignatureAlg, type SignatureAlgorithm, type SignatureKty } from './algorithms.ts';
import { answered, type CryptoAnswer, type CryptoOptions, notDone } from './answer.ts';
import { schemeFor } from './javascript.ts';
import { memberBytes, publicHalf } from './jwk.ts';
import { type Route, routeFor } from './runtime.ts';
import { generateByWebCrypto } from './webcrypto.ts';

export interface GenerateOptions extends CryptoOptions {
  /** bits, for RSA only; 2048 when left out */
  readonly modulusLength?: 2048 | 3072 | 4096 | undefined;
}

/** What `KeyMaterial` knows of a key, for one that was made here. */
export interface GeneratedKey {
  readonly kty: SignatureKty;
  readonly crv?: string;
  /** of the RSA modulus or the secret; undefined for the others, whose curve or `alg` says it */
  readonly bits?: number;
  readonly alg: SignatureAlg;
  readonly use: 'sig';
  /** the thumbprint (RFC 7638) */
  readonly kid: string;
  readonly thumbprint: string;
  /** with `kid`, `alg` and `use`; for a secret the same as `privateJwk` */
  readonly publicJwk: JsonObject;
  readonly privateJwk: JsonObject;
}

/**
 * Answers a new key for `alg`: a secret as long as the hash (RFC 7518 section 3.2), or a key pair (`EdDSA`: Ed25519).
 * Generation itself cannot be stopped; after an abort its key is dropped and the promise rejects with the reason.
 */
export async function generateKey(
  alg: SignatureAlg,
  options: GenerateOptions = {},
): Promise<CryptoAnswer<GeneratedKey>> {
  options.signal?.throwIfAborted();
  const entry = algorithmFor(alg, undefined);
  const made = await newPrivateJwk(entry, options);
  options.signal?.throwIfAborted();
  if (!made.done) return made;
  const key = await described(alg, entry, made.value);
  options.signal?.throwIfAborted();
  return { ...made, value: key };
}

async function newPrivateJwk(entry: SignatureAlgorithm, options: GenerateOptions): Promise<CryptoAnswer<JsonObject>> {
  // `getRandomValues` is the part of WebCrypto that needs no secure context.
  if (entry.kty === 'oct') return { done: true, value: newSecret(entry), by: 'webcrypto' };
  const route = await routeFor(entry, options.runtime ?? globalThis.crypto);
  if (route.by === 'nobody') return notDone(route.code);
  return newPair(entry, route, options.modulusLength ?? 2048);
}

function newSecret(entry: SignatureAlgorithm): JsonObject {
  const bytes = crypto.getRandomValues(new Uint8Array((entry.requiredKeyBits ?? 0) / 8));
  return { kty: 'oct', k: encodeBase64url(bytes) };
}

async function newPair(
  entry: SignatureAlgorithm,
  route: Exclude<Route, { by: 'nobody' }>,
  modulusLength: number,
): Promise<CryptoAnswer<JsonObject>> {
  if (route.by === 'webcrypto')
    return answered(await generateByWebCrypto(route.subtle, entry, modulusLength), route.by);
  const scheme = await schemeFor(entry.alg);
  return scheme ? answered(scheme.generate(), route.by) : notDone('not-loaded');
}

async function described(alg: SignatureAlg, entry: SignatureAlgorithm, made: JsonObject): Promise<GeneratedKey> {
  const kid = await thumbprintOf(made);
  const names = { kid, alg, use: 'sig' } as const;
  return {
    kty: entry.kty,
    ...(entry.curves?.[0] === undefined ? {} : { crv: entry.curves[0] }),
    ...bitsOf(made),
    ...names,
    thumbprint: kid,
    publicJwk: { ...publicHalf(entry.kty, made), ...names },
    privateJwk: { ...made, ...names },
  };
}

function bitsOf(jwk: JsonObject): { bits?: number } {
  const number = jwk.kty === 'oct' ? memberBytes(jwk, 'k') : memberBytes(jwk, 'n');
  return number.length === 0 ? {} : { bits: number.length * 8 };
}

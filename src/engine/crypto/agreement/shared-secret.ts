/** The shared secret Z of two keys on one curve (RFC 7518 section 4.6, RFC 8037 section 3.2; SP 800-56A, RFC 7748). */
import type { JsonObject } from '../../types.ts';
import { answered, type CryptoAnswer, type CryptoOptions, notDone } from '../answer.ts';
import { bothHalves } from '../jwk.ts';
import { type AgreementCurve, agreementCurve } from './curves.ts';
import { agreementOn } from './javascript.ts';
import { judgePoint, type PublicPoint } from './public-point.ts';
import { type AgreementRoute, importPublic, routeOf } from './route.ts';

/** The other party's key is no point of its curve, or one of small order: a secret computed with it would give keys away. */
export interface NoPoint {
  readonly done: false;
  readonly code: 'point-not-on-curve';
}

export const NO_POINT: NoPoint = { done: false, code: 'point-not-on-curve' };

/**
 * Answers Z of a private and a public JWK: 32, 48 or 66 bytes on P-256, P-384, P-521, 32 on X25519, 56 on X448.
 * `key-unfit` where the two are not on one of these curves, `key-refused` where one of them is no key otherwise, and
 * `point-not-on-curve` where nothing may be computed with the public one. Rejects only with the reason of `options.signal`.
 */
export async function sharedSecret(
  ourPrivateJwk: JsonObject,
  theirPublicJwk: JsonObject,
  options: CryptoOptions = {},
): Promise<CryptoAnswer<Uint8Array> | NoPoint> {
  options.signal?.throwIfAborted();
  const curve = curveOf(ourPrivateJwk);
  if (curve === undefined || theirPublicJwk.crv !== curve.crv) return { done: false, code: 'key-unfit', fit: 'crv' };
  if (theirPublicJwk.kty !== curve.kty) return { done: false, code: 'key-unfit', fit: 'kty' };
  const point = await pointOf(curve, theirPublicJwk);
  return point.done ? secretWith(ourPrivateJwk, point.value, options) : point;
}

/** The curve that a JWK says it is on; undefined where no key is agreed on with its type and curve. */
export function curveOf({ kty, crv }: JsonObject): AgreementCurve | undefined {
  const curve = agreementCurve(crv);
  return curve?.kty === kty ? curve : undefined;
}

/** The point of somebody's key. */
export async function pointOf(curve: AgreementCurve, jwk: JsonObject) {
  const judged = await judgePoint(curve, jwk);
  if (judged.ok) return { done: true, value: judged.value } as const;
  return judged.problem.code === 'point-not-on-curve' ? NO_POINT : notDone('key-refused');
}

/** As `sharedSecret`, with a point that was judged, on whose curve our key is. */
export async function secretWith(
  ourPrivateJwk: JsonObject,
  point: PublicPoint,
  options: CryptoOptions,
): Promise<CryptoAnswer<Uint8Array>> {
  if (ourPrivateJwk.d === undefined) return notDone('private-key-needed');
  const route = await routeOf(point, options.runtime ?? globalThis.crypto);
  options.signal?.throwIfAborted();
  const answer =
    route.by === 'webcrypto'
      ? answered(await secretByWebCrypto(route, ourPrivateJwk, point), route.by)
      : await secretByJavaScript(ourPrivateJwk, point);
  options.signal?.throwIfAborted();
  return answer;
}

type WebCryptoRoute = Extract<AgreementRoute, { by: 'webcrypto' }>;

async function secretByWebCrypto(
  { subtle, algorithm }: WebCryptoRoute,
  ourPrivateJwk: JsonObject,
  { curve, jwk }: PublicPoint,
): Promise<Uint8Array | undefined> {
  try {
    const ours = await subtle.importKey('jwk', bothHalves(curve.kty, ourPrivateJwk), algorithm, false, ['deriveBits']);
    const parameters = { name: algorithm.name, public: await importPublic(subtle, algorithm, jwk) };
    return new Uint8Array(await subtle.deriveBits(parameters, ours, curve.secretBytes * 8));
  } catch {
    return undefined;
  }
}

async function secretByJavaScript(
  ourPrivateJwk: JsonObject,
  { curve, jwk }: PublicPoint,
): Promise<CryptoAnswer<Uint8Array>> {
  const agreement = await agreementOn(curve.crv);
  return agreement ? answered(agreement.secret(ourPrivateJwk, jwk), 'javascript') : notDone('not-loaded');
}

/** Answers a new private JWK on the curve of `point`, for one message. */
export async function newKeyFor(point: PublicPoint, options: CryptoOptions): Promise<CryptoAnswer<JsonObject>> {
  const route = await routeOf(point, options.runtime ?? globalThis.crypto);
  if (route.by === 'webcrypto') return answered(await generateByWebCrypto(route, point.curve), route.by);
  const agreement = await agreementOn(point.curve.crv);
  return agreement ? answered(agreement.generate(), route.by) : notDone('not-loaded');
}

async function generateByWebCrypto(
  { subtle, algorithm }: WebCryptoRoute,
  { kty }: AgreementCurve,
): Promise<JsonObject | undefined> {
  try {
    const pair = await subtle.generateKey(algorithm, true, ['deriveBits']);
    if (!('privateKey' in pair)) return undefined;
    return bothHalves(kty, { ...(await subtle.exportKey('jwk', pair.privateKey)) });
  } catch {
    return undefined;
  }
}

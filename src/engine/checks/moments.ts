/** When the answer of a check changes by itself. */

import { isJsonObject, ownMember } from '../token/json-kind.ts';
import type { Expectations, Json, JsonObject, Layer } from '../types.ts';
import { proofHeader } from './dpop.ts';
import { claimsSubjectOf } from './subject.ts';
import { secondsAsked, skewOf } from './time.ts';
import { ageClaim } from './times.ts';

/**
 * The next whole second after `now` at which the outcome of a check by the clock is another, or its reason is: `exp`,
 * `nbf`, `iat`, the greatest age, and `iat` of a DPoP proof and of a key binding, each with and without the skew.
 * An `exp` that is not looked at changes nothing. Undefined where nothing changes any more. Layers outermost first; all
 * in seconds since the epoch.
 */
export function nextMoment(layers: readonly Layer[], expectations: Expectations, now: number): number | undefined {
  const skew = skewOf(expectations);
  const moments = [
    ...claimMoments(layers, expectations, skew),
    ...proofMoments(layers, expectations, skew),
    ...keyBindingMoments(layers, skew),
  ].filter((moment) => moment > now && Number.isSafeInteger(moment));
  return moments.length === 0 ? undefined : Math.min(...moments);
}

function claimMoments(layers: readonly Layer[], expectations: Expectations, skew: number): readonly number[] {
  const claims = claimsSubjectOf(layers)?.claims;
  if (!isJsonObject(claims)) return [];
  const most = secondsAsked(expectations.maxAgeSeconds);
  const of = (name: string, moments: (at: number) => readonly number[]) => momentsOf(claims, name, moments);
  return [
    ...(expectations.ignoreExp ? [] : of('exp', (at) => [from(at), from(at + skew)])),
    ...of('nbf', (at) => [from(at - skew), from(at)]),
    ...of('iat', (at) => [from(at - skew), from(at)]),
    ...(most === undefined
      ? []
      : of(ageClaim({ expectations }), (at) => [from(at - skew), after(at + most), after(at + most + skew)])),
  ];
}

/** See `compareTime` of dpop.ts: an age of exactly the skew is still fresh. */
function proofMoments(layers: readonly Layer[], expectations: Expectations, skew: number): readonly number[] {
  const claims = layers[0]?.payload?.json;
  if (proofHeader(layers, expectations) === undefined || !isJsonObject(claims)) return [];
  return momentsOf(claims, 'iat', (at) => [from(at - skew), after(at + skew)]);
}

function keyBindingMoments(layers: readonly Layer[], skew: number): readonly number[] {
  const claims = layers.find(({ keyBinding }) => keyBinding !== undefined)?.keyBinding?.payload;
  return isJsonObject(claims) ? momentsOf(claims, 'iat', (at) => [from(at - skew)]) : [];
}

function momentsOf(claims: JsonObject, name: string, moments: (at: number) => readonly number[]): readonly number[] {
  const at: Json | undefined = ownMember(claims, name);
  return typeof at === 'number' ? moments(at) : [];
}

/** The first whole second at or after a time. */
function from(seconds: number): number {
  return Math.ceil(seconds);
}

/** The first whole second after it. */
function after(seconds: number): number {
  return Math.floor(seconds) + 1;
}

/** `iat` against the clock. */
import type { Expectations, Json } from '../types.ts';

/** Seconds that clocks may differ, where the person says nothing. */
export const CLOCK_SKEW = 60;

/** Seconds. What is no number of seconds, or a negative one, counts as left out. */
export function skewOf({ clockSkewSeconds }: Expectations): number {
  return secondsAsked(clockSkewSeconds) ?? CLOCK_SKEW;
}

export function secondsAsked(seconds: number | undefined): number | undefined {
  return seconds !== undefined && Number.isFinite(seconds) && seconds >= 0 ? seconds : undefined;
}

export type Issued =
  | { readonly kind: 'absent' }
  | { readonly kind: 'not-a-number' }
  | { readonly kind: 'time'; readonly iat: number /** seconds; negative where it lies ahead */; readonly age: number };

export function issuedAt(iat: Json | undefined, now: number): Issued {
  if (iat === undefined) return { kind: 'absent' };
  if (typeof iat !== 'number' || !Number.isFinite(iat)) return { kind: 'not-a-number' };
  return { kind: 'time', iat, age: now - iat };
}

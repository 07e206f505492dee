/** Whether a token is in its time at a given moment: `exp`, `nbf` and `iat` (RFC 7519 sections 4.1.4 to 4.1.6). */
import { isJsonArray, isJsonObject, ownMember } from '../token/json-kind.ts';
import type { Json } from '../types.ts';

export type LifetimeName = 'exp' | 'nbf' | 'iat';

/** All in seconds; `name` is the claim that decides. */
export type TimeVerdict =
  /** there is no `exp`, `nbf` or `iat` */
  | { readonly state: 'not-asked' }
  /** the claim is there and no number that a moment can be compared with; `found`: what it is */
  | { readonly state: 'unreadable'; readonly name: LifetimeName; readonly found: UnreadableTime }
  /** `exp` is not after `name`: there is no moment at which the token holds; `apart` by so much, 0 where they are equal */
  | { readonly state: 'contradict'; readonly name: 'nbf' | 'iat'; readonly apart: number }
  | { readonly state: 'expired'; readonly exp: number; readonly ago: number }
  | { readonly state: 'not-yet-valid'; readonly nbf: number; readonly ahead: number }
  /** out of its time by `by`, and less than the skew, so that a verifier with this much of it takes the token */
  | { readonly state: 'within-skew'; readonly name: 'exp' | 'nbf'; readonly at: number; readonly by: number }
  /** in its time, and no `exp` ends that */
  | { readonly state: 'no-end' }
  | { readonly state: 'valid'; readonly exp: number; readonly left: number };

/** `infinite`: a number that is too large for the runtime, such as 1e999 */
export type UnreadableTime = 'string' | 'boolean' | 'null' | 'array' | 'object' | 'infinite';

const NAMES = ['exp', 'nbf', 'iat'] as const;

/**
 * The time verdict of a claims set at `now`, seconds since the epoch. Numbers are taken by the letter, so a number of
 * milliseconds is a far future. From `exp` on the token has expired, and before `nbf` it does not hold yet. What cannot
 * be read is said first, then a contradiction, then what `exp` says, then `nbf`. Never throws.
 */
export function timeVerdict(claims: Json | undefined, now: number, skewSeconds: number): TimeVerdict {
  return verdictBy(NAMES, claims, now, skewSeconds);
}

/** The token has an `exp`, and nothing else says that it is out of its time: whether it is in it is not known. */
export interface ExpIgnored {
  readonly state: 'exp-ignored';
}

/**
 * The same of a claims set whose `exp` the person does not look at, whatever it holds. Only `nbf` and `iat` can still say
 * that the token does not hold, and nothing can say that it does. Without an `exp` it is `timeVerdict`. Never throws.
 */
export function timeVerdictWithoutExp(
  claims: Json | undefined,
  now: number,
  skewSeconds: number,
): TimeVerdict | ExpIgnored {
  if (!isJsonObject(claims) || ownMember(claims, 'exp') === undefined) return timeVerdict(claims, now, skewSeconds);
  const verdict = verdictBy(['nbf', 'iat'], claims, now, skewSeconds);
  return verdict.state === 'unreadable' || verdict.state === 'not-yet-valid' ? verdict : { state: 'exp-ignored' };
}

function verdictBy(
  names: readonly LifetimeName[],
  claims: Json | undefined,
  now: number,
  skewSeconds: number,
): TimeVerdict {
  const times = isJsonObject(claims) ? names.map((name) => ({ name, value: ownMember(claims, name) })) : [];
  const present = times.flatMap(({ name, value }) => (value === undefined ? [] : [{ name, value }]));
  if (present.length === 0) return { state: 'not-asked' };
  for (const { name, value } of present) {
    const found = unreadable(value);
    if (found !== undefined) return { state: 'unreadable', name, found };
  }
  const time = (wanted: LifetimeName) => {
    const value = present.find(({ name }) => name === wanted)?.value;
    return typeof value === 'number' ? value : undefined;
  };
  return judge({ exp: time('exp'), nbf: time('nbf'), iat: time('iat') }, now, skewSeconds);
}

function unreadable(value: Json): UnreadableTime | undefined {
  if (typeof value === 'number') return Number.isFinite(value) ? undefined : 'infinite';
  if (typeof value === 'string') return 'string';
  if (typeof value === 'boolean') return 'boolean';
  if (value === null) return 'null';
  return isJsonArray(value) ? 'array' : 'object';
}

type Times = { readonly [Name in LifetimeName]: number | undefined };

function judge({ exp, nbf, iat }: Times, now: number, skew: number): TimeVerdict {
  if (exp !== undefined && nbf !== undefined && exp <= nbf)
    return { state: 'contradict', name: 'nbf', apart: nbf - exp };
  if (exp !== undefined && iat !== undefined && exp <= iat)
    return { state: 'contradict', name: 'iat', apart: iat - exp };
  if (exp !== undefined && now >= exp) {
    if (now >= exp + skew) return { state: 'expired', exp, ago: now - exp };
    return { state: 'within-skew', name: 'exp', at: exp, by: now - exp };
  }
  if (nbf !== undefined && now < nbf) {
    if (now < nbf - skew) return { state: 'not-yet-valid', nbf, ahead: nbf - now };
    return { state: 'within-skew', name: 'nbf', at: nbf, by: nbf - now };
  }
  return exp === undefined ? { state: 'no-end' } : { state: 'valid', exp, left: exp - now };
}

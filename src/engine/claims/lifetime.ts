/** Whether a token is in its time at a given moment: `exp`, `nbf` and `iat` (RFC 7519 sections 4.1.4 to 4.1.6). */
import { isJsonObject, ownMember } from '../token/json-kind.ts';
import type { Json } from '../types.ts';

export type Lifetime =
  /** there is no `exp`, `nbf` or `iat` */
  | { readonly state: 'not-asked' }
  /** the named claim is there and no number, so that no moment can be compared with it */
  | { readonly state: 'unreadable'; readonly name: 'exp' | 'nbf' | 'iat' }
  /** `exp` is not after the named claim: there is no moment at which the token holds */
  | { readonly state: 'contradictory'; readonly name: 'nbf' | 'iat' }
  | { readonly state: 'expired'; readonly secondsAgo: number; readonly isWithinSkew: boolean }
  | { readonly state: 'not-yet'; readonly secondsToGo: number; readonly isWithinSkew: boolean }
  | { readonly state: 'no-end' }
  | { readonly state: 'valid'; readonly secondsLeft: number };

const NAMES = ['exp', 'nbf', 'iat'] as const;

/**
 * All in seconds. Numbers are taken by the letter, so a number of milliseconds is a far future. From `exp` on the token
 * has expired, and before `nbf` it does not hold yet; `isWithinSkew` says that a verifier with this much clock skew
 * would take it all the same. What cannot be read is said first, then a contradiction, then the moment.
 */
export function lifetimeOf(claims: Json | undefined, now: number, skewSeconds: number): Lifetime {
  const present = isJsonObject(claims) ? NAMES.filter((name) => ownMember(claims, name) !== undefined) : [];
  if (!isJsonObject(claims) || present.length === 0) return { state: 'not-asked' };
  const unreadable = present.find((name) => typeof ownMember(claims, name) !== 'number');
  if (unreadable !== undefined) return { state: 'unreadable', name: unreadable };
  const time = (name: string) => {
    const value = ownMember(claims, name);
    return typeof value === 'number' ? value : undefined;
  };
  return judge({ exp: time('exp'), nbf: time('nbf'), iat: time('iat') }, now, skewSeconds);
}

interface Times {
  readonly exp: number | undefined;
  readonly nbf: number | undefined;
  readonly iat: number | undefined;
}

function judge({ exp, nbf, iat }: Times, now: number, skew: number): Lifetime {
  if (exp !== undefined && nbf !== undefined && exp <= nbf) return { state: 'contradictory', name: 'nbf' };
  if (exp !== undefined && iat !== undefined && exp <= iat) return { state: 'contradictory', name: 'iat' };
  if (exp !== undefined && now >= exp) {
    return { state: 'expired', secondsAgo: now - exp, isWithinSkew: now < exp + skew };
  }
  if (nbf !== undefined && now < nbf) {
    return { state: 'not-yet', secondsToGo: nbf - now, isWithinSkew: now >= nbf - skew };
  }
  return exp === undefined ? { state: 'no-end' } : { state: 'valid', secondsLeft: exp - now };
}

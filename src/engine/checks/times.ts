/** `exp`, `nbf`, `iat` and the age of the token against the moment at hand (RFC 7519 sections 4.1.4 to 4.1.6). */
import { readNumericDate } from '../claims/times.ts';
import { type CheckContext, type CheckEntry, failed, notAsked, type Outcome, passed } from './check.ts';
import { type ClaimsSubject, claimIn, withoutClaims } from './subject.ts';
import { secondsAsked, skewOf } from './time.ts';

export const TIME_CHECKS: readonly CheckEntry<ClaimsSubject>[] = [
  { id: 'exp', refs: ['RFC 7519 section 4.1.4'], said: timeSaid('exp'), compare: compareExp },
  {
    id: 'nbf',
    refs: ['RFC 7519 section 4.1.5'],
    said: timeSaid('nbf'),
    compare: (subject, context) => compareStart(subject, context, 'nbf'),
  },
];

/** Left out for a DPoP proof, whose `iat` has a check of its own. */
export const ISSUED_AT: CheckEntry<ClaimsSubject> = {
  id: 'iat',
  refs: ['RFC 7519 section 4.1.6'],
  said: timeSaid('iat'),
  compare: (subject, context) => compareStart(subject, context, 'iat'),
};

export const MAX_AGE: CheckEntry<ClaimsSubject> = {
  id: 'max-age',
  refs: ['RFC 7519 section 4.1.6', 'OpenID Connect Core section 3.1.3.7'],
  compare: compareAge,
};

/** A number as it stands: what it looks like to a person is for the sentence. */
function timeSaid(name: string): (subject: ClaimsSubject) => readonly string[] {
  return (subject) => {
    const value = claimIn(subject, name);
    return typeof value === 'number' ? [String(value)] : [];
  };
}

type Time =
  | { readonly kind: 'seconds'; readonly at: number; readonly looksLike: 'seconds' | 'milliseconds' }
  | { readonly kind: 'none'; readonly outcome: Outcome };

function timeIn(subject: ClaimsSubject, name: 'exp' | 'nbf' | 'iat' | 'auth_time'): Time {
  if (typeof subject.claims === 'string') return { kind: 'none', outcome: withoutClaims(subject.claims, true) };
  const value = claimIn(subject, name);
  if (value === undefined) return { kind: 'none', outcome: notAsked('time-absent', { name }) };
  if (typeof value !== 'number' || !Number.isFinite(value))
    return { kind: 'none', outcome: failed('claim-not-time', { name }) };
  const looksLike = readNumericDate(value).kind === 'milliseconds-likely' ? 'milliseconds' : 'seconds';
  return { kind: 'seconds', at: value, looksLike };
}

/** On or after `exp` the token must not be accepted; a verifier may allow for clocks that differ. */
function compareExp(subject: ClaimsSubject, { expectations, now }: CheckContext): Outcome {
  if (expectations.ignoreExp) return withoutExp(subject);
  const time = timeIn(subject, 'exp');
  if (time.kind === 'none') return time.outcome;
  const { at, looksLike } = time;
  const skew = skewOf(expectations);
  if (now >= at + skew) return failed('exp-passed', { at, skew });
  if (now >= at) return passed('exp-within-skew', { at, skew });
  return passed(looksLike === 'milliseconds' ? 'exp-in-milliseconds' : 'exp-ahead', { at });
}

/** Whatever it holds, a moment or not. */
function withoutExp(subject: ClaimsSubject): Outcome {
  if (typeof subject.claims === 'string') return withoutClaims(subject.claims, false);
  return notAsked(claimIn(subject, 'exp') === undefined ? 'time-absent' : 'exp-ignored', { name: 'exp' });
}

/**
 * Before `nbf` the token must not be accepted. RFC 7519 refuses no token for an `iat` to come; a token that says it was
 * made after now is wrong all the same, so that it fails here.
 */
function compareStart(subject: ClaimsSubject, { expectations, now }: CheckContext, name: 'nbf' | 'iat'): Outcome {
  const time = timeIn(subject, name);
  if (time.kind === 'none') return time.outcome;
  const { at, looksLike } = time;
  const skew = skewOf(expectations);
  if (at > now + skew)
    return failed(looksLike === 'milliseconds' ? 'start-in-milliseconds' : `${name}-to-come`, { name, at, skew });
  return at > now ? passed('start-within-skew', { name, at, skew }) : passed(`${name}-passed`, { at });
}

/** As OpenID Connect Core has it an ID token's age counts from the sign-in; that of any other from `iat`, as jose has it. */
export function ageClaim({ expectations }: Pick<CheckContext, 'expectations'>): 'auth_time' | 'iat' {
  return expectations.profile === 'id-token' ? 'auth_time' : 'iat';
}

function compareAge(subject: ClaimsSubject, { expectations, now }: CheckContext): Outcome {
  const most = secondsAsked(expectations.maxAgeSeconds);
  const name = ageClaim({ expectations });
  if (typeof subject.claims === 'string') return withoutClaims(subject.claims, most !== undefined);
  const time = timeIn(subject, name);
  if (time.kind === 'none')
    return time.outcome.outcome === 'not-asked' && most !== undefined ? failed('age-unknown', { name }) : time.outcome;
  const { at } = time;
  if (most === undefined) return notAsked('age-not-asked', { name, at });
  const skew = skewOf(expectations);
  if (at > now + skew) return failed('age-ahead', { name, at, skew });
  const values = { name, at, most, until: at + most, skew };
  if (now > at + most + skew) return failed('age-over', values);
  return passed(now > at + most ? 'age-within-skew' : 'age-within', values);
}

/** Rules that one kind of token has of its own; asked where the person chose its profile. */
import { isJsonObject } from '../token/json-kind.ts';
import type { Profile } from '../types.ts';
import { askedList, type CheckContext, type CheckEntry, failed, notAsked, type Outcome, passed } from './check.ts';
import { type ClaimsSubject, claimIn, textsOf, withoutClaims } from './subject.ts';

type Rule = CheckEntry<ClaimsSubject>;

const LOGOUT = 'OpenID Connect Back-Channel Logout section 2.4';
const LOGOUT_EVENT = 'http://schemas.openid.net/event/backchannel-logout';

const ID_TOKEN: readonly Rule[] = [
  { id: 'id-token-aud', refs: ['OpenID Connect Core section 3.1.3.7'], compare: noOtherAudience },
  { id: 'id-token-sub', refs: ['OpenID Connect Core section 2'], compare: subjectIsShort },
];

const LOGOUT_TOKEN: readonly Rule[] = [
  { id: 'logout-events', refs: [LOGOUT], compare: namesLogout },
  { id: 'logout-subject', refs: [LOGOUT], compare: namesSession },
  { id: 'logout-nonce', refs: [LOGOUT], compare: hasNoNonce },
];

const CLIENT_ASSERTION: readonly Rule[] = [
  {
    id: 'assertion-subject',
    refs: ['RFC 7523 section 3', 'OpenID Connect Core section 9'],
    compare: issuerIsSubject,
  },
];

/** What the others ask for is among the expectations that their profile fills in, and DPoP has a table of its own. */
export const PROFILE_RULES: Readonly<Record<Profile, readonly Rule[]>> = {
  jwt: [],
  'id-token': ID_TOKEN,
  'at+jwt': [],
  dpop: [],
  logout: LOGOUT_TOKEN,
  'client-assertion': CLIENT_ASSERTION,
  simplejwt: [],
};

/** A client must refuse an ID token that is also for others whom it does not trust: those it trusts are in its list. */
function noOtherAudience(subject: ClaimsSubject, { expectations }: CheckContext): Outcome {
  if (typeof subject.claims === 'string') return withoutClaims(subject.claims, true);
  const found = textsOf(claimIn(subject, 'aud'));
  if (found.length < 2) return passed('aud-alone', { found });
  const expected = askedList(expectations.audience);
  if (expected === undefined) return notAsked('aud-others-not-asked', { found });
  const others = found.filter((one) => !expected.includes(one));
  return others.length === 0 ? passed('aud-all-expected', { found }) : failed('aud-others', { found: others });
}

const LONGEST_SUBJECT = 255;

function subjectIsShort(subject: ClaimsSubject): Outcome {
  if (typeof subject.claims === 'string') return withoutClaims(subject.claims, true);
  const sub = claimIn(subject, 'sub');
  if (typeof sub !== 'string') return failed('claim-missing', { name: 'sub' });
  const isShort = sub.length <= LONGEST_SUBJECT && /^\p{ASCII}*$/u.test(sub);
  return isShort ? passed('sub-short') : failed('sub-long', { length: sub.length });
}

function namesLogout(subject: ClaimsSubject): Outcome {
  if (typeof subject.claims === 'string') return withoutClaims(subject.claims, true);
  const events = claimIn(subject, 'events');
  const isLogout = isJsonObject(events) && Object.hasOwn(events, LOGOUT_EVENT) && isJsonObject(events[LOGOUT_EVENT]);
  return isLogout ? passed('logout-named') : failed('logout-not-named', { event: LOGOUT_EVENT });
}

function namesSession(subject: ClaimsSubject): Outcome {
  if (typeof subject.claims === 'string') return withoutClaims(subject.claims, true);
  const names = ['sub', 'sid'].filter((name) => claimIn(subject, name) !== undefined);
  return names.length > 0 ? passed('logout-about', { names }) : failed('logout-about-nobody');
}

/** So that no logout token is taken for an ID token. */
function hasNoNonce(subject: ClaimsSubject): Outcome {
  if (typeof subject.claims === 'string') return withoutClaims(subject.claims, true);
  return claimIn(subject, 'nonce') === undefined ? passed('logout-no-nonce') : failed('logout-nonce');
}

function issuerIsSubject(subject: ClaimsSubject): Outcome {
  if (typeof subject.claims === 'string') return withoutClaims(subject.claims, true);
  const iss = claimIn(subject, 'iss');
  const sub = claimIn(subject, 'sub');
  const isSame = typeof iss === 'string' && iss === sub;
  return isSame
    ? passed('assertion-own', { found: iss })
    : failed('assertion-not-own', { iss: textsOf(iss), sub: textsOf(sub) });
}

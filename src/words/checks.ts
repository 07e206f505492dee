/** Words of the checks: what the person expects, and what came of it. The reasons are the engine's. */
import type { Check, Conclusion, DecisionStep, DecisionStepId, Profile } from '../engine/types.ts';

export const CHECKS = {
  table: 'Checks',
  columns: { check: 'Check', expected: 'Expected, and what the token says', outcome: 'Outcome' },
  neverVerdict: 'Checks never change the verdict of the signature. What is left empty is not asked.',
  waiting: 'The checks come with the verdict.',
  none: 'There is no token here that could be checked.',
  missing: 'The part of the page that compares could not be loaded. Reload the page to see the checks.',
  profile: 'Profile',
  reset: 'Reset',
  skew: 'Clock skew',
  skews: { minute: '60 s', minutes: '5 min' },
  otherSkew: 'Other skew',
  otherSkewHint: 'other',
  asOf: 'As of (UTC)',
  asOfHint: 'now',
  now: 'Now',
  notTime: 'Write a date as 2026-11-24 15:25:28, or seconds since 1970.',
  notSpan: 'Write seconds, or 15 min, 2 h, 1 d.',
  ignoreExp: 'Do not look at exp',
  ignoreExpWhy: 'Only to look at an old token: a verifier must refuse one that has expired.',
  decision: 'How a verifier decides',
  steps: 'Steps of the decision',
} as const;

const PROFILES: Readonly<Record<Profile, { readonly name: string; readonly likeness: string }>> = {
  jwt: { name: 'Any JWT', likeness: 'a JWT' },
  'id-token': { name: 'ID token', likeness: 'an ID token' },
  'at+jwt': { name: 'Access token', likeness: 'an access token of RFC 9068' },
  dpop: { name: 'DPoP', likeness: 'a DPoP proof' },
  logout: { name: 'Logout', likeness: 'a logout token' },
  'client-assertion': { name: 'Client', likeness: 'a client assertion' },
  simplejwt: { name: 'SimpleJWT', likeness: 'an access token of SimpleJWT' },
};

export const profileName = (profile: Profile) => PROFILES[profile].name;

export const likenessWords = (profile: Profile) => `Looks like ${PROFILES[profile].likeness}: use its profile`;

/** What a field is for. */
export type Expected =
  | 'algorithms'
  | 'typ'
  | 'issuer'
  | 'audience'
  | 'subject'
  | 'nonce'
  | 'authorizedParty'
  | 'tokenType'
  | 'maxAge'
  | 'requiredClaims'
  | 'hashedToken'
  | 'code'
  | 'state'
  | 'method'
  | 'url'
  | 'accessToken'
  | 'keyThumbprint'
  | 'holderAudience'
  | 'holderNonce';

const ANY = 'any';

/** Accessible names; none may hold the name of an editor of the page. */
export const EXPECTED: Readonly<Record<Expected, { readonly label: string; readonly hint: string }>> = {
  algorithms: { label: 'Allowed algorithms (alg)', hint: 'any, or RS256, ES256' },
  typ: { label: 'Expected type (typ)', hint: ANY },
  issuer: { label: 'Expected issuer (iss)', hint: ANY },
  audience: { label: 'Expected audience (aud)', hint: ANY },
  subject: { label: 'Expected subject (sub)', hint: ANY },
  nonce: { label: 'Expected nonce (nonce)', hint: ANY },
  authorizedParty: { label: 'Expected party (azp)', hint: ANY },
  tokenType: { label: 'Expected token_type', hint: ANY },
  maxAge: { label: 'Greatest age', hint: 'any, or 15 min' },
  requiredClaims: { label: 'Required claims', hint: 'none, or sub, jti' },
  hashedToken: { label: 'Access token (at_hash)', hint: 'the one that came with it' },
  code: { label: 'Authorization code (c_hash)', hint: 'the one that came with it' },
  state: { label: 'State (s_hash)', hint: 'the one that you sent' },
  method: { label: 'Expected method (htm)', hint: 'POST' },
  url: { label: 'Expected URL (htu)', hint: 'https://api.example/orders' },
  accessToken: { label: 'Access token (ath)', hint: 'the one that the request carries' },
  keyThumbprint: { label: 'Expected thumbprint (jkt)', hint: 'from cnf of the access token' },
  holderAudience: { label: 'Audience expected of the holder', hint: 'https://verifier.example' },
  holderNonce: { label: 'Nonce expected of the holder', hint: 'the one that you sent' },
};

const OUTCOMES: Readonly<Record<Check['outcome'], string>> = {
  pass: 'Pass',
  fail: 'Fail',
  'not-asked': 'Not asked',
  cannot: 'Cannot check',
};

export const outcomeWords = (outcome: Check['outcome']) => OUTCOMES[outcome];

export interface CheckName {
  /** of the claim, as it is written in tokens */
  readonly wire: string;
  readonly words: string;
}

const NAMES: Readonly<Record<string, CheckName>> = {
  alg: { wire: 'alg', words: 'Algorithm' },
  typ: { wire: 'typ', words: 'Type' },
  iss: { wire: 'iss', words: 'Issuer' },
  aud: { wire: 'aud', words: 'Audience' },
  sub: { wire: 'sub', words: 'Subject' },
  exp: { wire: 'exp', words: 'Expires' },
  nbf: { wire: 'nbf', words: 'Not before' },
  iat: { wire: 'iat', words: 'Issued at' },
  'max-age': { wire: 'max age', words: 'Age' },
  nonce: { wire: 'nonce', words: 'Nonce' },
  azp: { wire: 'azp', words: 'Authorized party' },
  token_type: { wire: 'token_type', words: 'Token type' },
  required: { wire: 'required', words: 'Claims' },
  at_hash: { wire: 'at_hash', words: 'Access token' },
  c_hash: { wire: 'c_hash', words: 'Code' },
  s_hash: { wire: 's_hash', words: 'State' },
  'id-token-aud': { wire: 'aud', words: 'Nobody else' },
  'id-token-sub': { wire: 'sub', words: 'Length' },
  'logout-events': { wire: 'events', words: 'Logout' },
  'logout-subject': { wire: 'sub, sid', words: 'Whose session' },
  'logout-nonce': { wire: 'nonce', words: 'Left out' },
  'assertion-subject': { wire: 'iss, sub', words: 'The client itself' },
  'dpop-htm': { wire: 'htm', words: 'Method' },
  'dpop-htu': { wire: 'htu', words: 'URL' },
  'dpop-ath': { wire: 'ath', words: 'Access token' },
  'dpop-jkt': { wire: 'jkt', words: 'Thumbprint' },
  'dpop-iat': { wire: 'iat', words: 'Age of the proof' },
  'dpop-jti': { wire: 'jti', words: 'Identifier' },
  'kb-aud': { wire: 'aud', words: 'Of the key binding' },
  'kb-nonce': { wire: 'nonce', words: 'Of the key binding' },
  'kb-iat': { wire: 'iat', words: 'Of the key binding' },
};

/** A check by its id; one without a name here goes by its id. */
export const checkName = (id: string): CheckName => NAMES[id] ?? { wire: id, words: '' };

/** What a press takes from the token as expected. */
const TAKE: Readonly<Record<string, readonly [one: string, several: string]>> = {
  algorithms: ['Allow this algorithm', 'Allow these algorithms'],
  typ: ['Expect this type', ''],
  issuer: ['Expect this issuer', ''],
  audience: ['Expect this audience', 'Expect one of them'],
  subject: ['Expect this subject', ''],
  authorizedParty: ['Expect this party', ''],
};

/** Undefined for what only the person can know: a nonce that is taken from the token says nothing about it. */
export const takeWords = (field: Expected, count: number) => TAKE[field]?.[count > 1 ? 1 : 0];

/** '3/6': how many were asked of how many there are. */
export const askedOf = (asked: number, all: number) => `${asked}/${all}`;

/** 'RFC 9449 §4.3' for 'RFC 9449 section 4.3'. */
export const shortReference = (reference: string) => reference.replace(' section ', ' §');

const STEPS: Readonly<Record<DecisionStepId, string>> = {
  form: 'Form',
  alg: 'Algorithm',
  crit: 'Critical parameters',
  key: 'Key',
  signature: 'Signature or decryption',
  typ: 'Type',
  issuer: 'Issuer',
  audience: 'Audience',
  time: 'Time',
  required: 'Required claims',
  rules: 'Whatever else is expected',
};

export const stepName = (id: DecisionStepId) => STEPS[id];

const STEP_OUTCOMES: Readonly<Record<DecisionStep['outcome'], string>> = {
  ok: 'Passed',
  stop: 'Refused',
  cannot: 'Open',
  skipped: 'Not reached',
  'not-asked': 'Not asked',
};

export const stepOutcome = (outcome: DecisionStep['outcome']) => STEP_OUTCOMES[outcome];

const CONCLUSIONS: Readonly<Record<Conclusion['outcome'], string>> = {
  accept: 'Would be accepted',
  refuse: 'Would be refused',
  undecided: 'Not decided',
};

export const conclusionWords = (outcome: Conclusion['outcome']) => CONCLUSIONS[outcome];

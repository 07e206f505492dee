/** Words of the checks: what the person expects, and what came of it. The reasons are the engine's. */
import type { Check } from '../engine/types.ts';

export const CHECKS = {
  table: 'Checks',
  columns: { check: 'Check', outcome: 'Outcome', reason: 'Reason', reference: 'Reference' },
  expected: 'What you expect',
  neverVerdict: 'Checks never change the verdict. What is left empty is not asked.',
  checking: 'Checking…',
  waiting: 'The checks come with the verdict.',
} as const;

export type Expected = 'method' | 'url' | 'accessToken' | 'keyThumbprint' | 'audience' | 'nonce';

/** Accessible names; none may hold the name of an editor of the page. */
export const EXPECTED: Readonly<Record<Expected, { readonly label: string; readonly hint: string }>> = {
  method: { label: 'Expected method (htm)', hint: 'POST' },
  url: { label: 'Expected URL (htu)', hint: 'https://api.example/orders' },
  accessToken: { label: 'Access token (ath)', hint: 'the one that the request carries' },
  keyThumbprint: { label: 'Expected thumbprint (jkt)', hint: 'from cnf of the access token' },
  audience: { label: 'Expected audience', hint: 'https://verifier.example' },
  nonce: { label: 'Expected nonce', hint: 'the one that you sent' },
};

const OUTCOMES: Readonly<Record<Check['outcome'], string>> = {
  pass: 'Pass',
  fail: 'Fail',
  'not-asked': 'Not asked',
  cannot: 'Cannot check',
};

export const outcomeWords = (outcome: Check['outcome']) => OUTCOMES[outcome];

const NAMES: Readonly<Record<string, string>> = {
  'dpop-htm': 'Method (htm)',
  'dpop-htu': 'URL (htu)',
  'dpop-ath': 'Access token (ath)',
  'dpop-jkt': 'Thumbprint (jkt)',
  'dpop-iat': 'Issued at (iat)',
  'dpop-jti': 'Identifier (jti)',
  'kb-aud': 'Audience (aud)',
  'kb-nonce': 'Nonce (nonce)',
  'kb-iat': 'Issued at (iat)',
};

/** A check by its id; one without a name here goes by its id. */
export const checkName = (id: string) => NAMES[id] ?? id;

/** '3/6': how many were asked of how many there are. */
export const askedOf = (asked: number, all: number) => `${asked}/${all}`;

/** 'RFC 9449 §4.3' for 'RFC 9449 section 4.3'. */
export const shortReference = (reference: string) => reference.replace(' section ', ' §');

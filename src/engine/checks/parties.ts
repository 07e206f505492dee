/** Who issued the token, for whom, about whom, and what ties it to a request. All are compared exactly (RFC 7519 section 4.1). */
import { isJsonArray } from '../token/json-kind.ts';
import type { Expectations } from '../types.ts';
import { askedList, type CheckContext, type CheckEntry, failed, type Outcome } from './check.ts';
import { type ClaimsSubject, claimIn, kindOf, saidBy, textsOf, withoutClaims } from './subject.ts';
import { compareTexts } from './text-comparison.ts';

type Asked = (expectations: Expectations) => string | readonly string[] | undefined;

export const PARTY_CHECKS: readonly CheckEntry<ClaimsSubject>[] = [
  textCheck('iss', ({ issuer }) => issuer, 'RFC 7519 section 4.1.1', 'RFC 8725 section 3.8'),
  {
    id: 'aud',
    refs: ['RFC 7519 section 4.1.3', 'RFC 8725 section 3.9'],
    said: saidBy('aud'),
    compare: compareAudience,
  },
  textCheck('sub', ({ subject }) => subject, 'RFC 7519 section 4.1.2'),
];

export const NONCE = textCheck('nonce', ({ nonce }) => nonce, 'OpenID Connect Core section 3.1.3.7');
export const AUTHORIZED_PARTY = textCheck(
  'azp',
  ({ authorizedParty }) => authorizedParty,
  'OpenID Connect Core section 2',
);
export const TOKEN_TYPE = textCheck(
  'token_type',
  ({ tokenType }) => tokenType,
  'djangorestframework-simplejwt documentation on token types',
);

function textCheck(name: string, expectation: Asked, ...refs: readonly string[]): CheckEntry<ClaimsSubject> {
  return {
    id: name,
    refs,
    said: saidBy(name),
    compare: (subject, { expectations }) => compareText(subject, name, askedList(expectation(expectations))),
  };
}

function compareText(subject: ClaimsSubject, name: string, expected: readonly string[] | undefined): Outcome {
  if (typeof subject.claims === 'string') return withoutClaims(subject.claims, expected !== undefined);
  const value = claimIn(subject, name);
  if (value !== undefined && typeof value !== 'string')
    return failed('claim-no-string', { name, found: kindOf(value) });
  return compareTexts({ name, found: value === undefined ? [] : [value], expected });
}

/** A string, or a list of strings: one of those that are expected must be among them. */
function compareAudience(subject: ClaimsSubject, { expectations }: CheckContext): Outcome {
  const expected = askedList(expectations.audience);
  if (typeof subject.claims === 'string') return withoutClaims(subject.claims, expected !== undefined);
  const value = claimIn(subject, 'aud');
  if (value !== undefined && typeof value !== 'string') {
    if (!isJsonArray(value)) return failed('aud-no-strings', { found: kindOf(value) });
    const other = value.find((one) => typeof one !== 'string');
    if (other !== undefined) return failed('aud-no-strings', { found: `a list that holds ${kindOf(other)}` });
  }
  return compareTexts({ name: 'aud', found: textsOf(value), expected });
}

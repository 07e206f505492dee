/** What the person asks a verification to look at. Told beside the settings, and no fault of the token. */
import type { Expectations } from '../../types.ts';
import { type Hit, hitIf, NOTHING, type Rule } from '../rule.ts';
import type { Subject } from '../subject.ts';
import { isProof } from './key-location.ts';

const AT_SETTINGS = { part: 'settings' } as const satisfies Hit;

export const SETTINGS_RULES: readonly Rule[] = [
  {
    id: 'settings-no-alg-allowlist',
    severity: 'warning',
    confidence: 'certain',
    refs: ['RFC 8725 section 3.1'],
    needs: 'jws',
    find: (subject) =>
      whereAsked(subject, ({ algorithms = [] }) => subject.verdict?.state === 'verified' && algorithms.length === 0),
  },
  {
    id: 'settings-mixed-families',
    severity: 'warning',
    confidence: 'certain',
    refs: ['RFC 8725 section 2.1'],
    needs: 'jws',
    find: (subject) =>
      whereAsked(subject, ({ algorithms = [] }) => {
        const shared = algorithms.filter((alg) => alg.startsWith('HS')).length;
        return shared > 0 && shared < algorithms.length;
      }),
  },
  {
    id: 'settings-no-aud',
    severity: 'info',
    confidence: 'certain',
    refs: ['RFC 8725 section 3.9'],
    needs: 'claims',
    find: (subject) => whereAsked(subject, ({ audience }) => Object.hasOwn(subject.claims, 'aud') && isBlank(audience)),
  },
  {
    id: 'settings-no-iss',
    severity: 'info',
    confidence: 'certain',
    refs: ['RFC 8725 section 3.8'],
    needs: 'claims',
    find: (subject) => whereAsked(subject, ({ issuer }) => Object.hasOwn(subject.claims, 'iss') && isBlank(issuer)),
  },
  {
    id: 'settings-skew-large',
    severity: 'warning',
    confidence: 'certain',
    refs: ['RFC 7519 section 4.1.4'],
    needs: 'token',
    find: ({ skew, depth }) => hitIf(skew > 300 && depth === 0, { ...AT_SETTINGS, values: { skew } }),
  },
  {
    id: 'settings-ignore-exp',
    severity: 'warning',
    confidence: 'certain',
    refs: ['RFC 7519 section 4.1.4'],
    needs: 'token',
    find: ({ expectations, depth, entry }) =>
      hitIf(expectations.ignoreExp === true && depth === 0 && entry === 0, AT_SETTINGS),
  },
  {
    id: 'settings-typ-unchecked',
    severity: 'info',
    confidence: 'certain',
    refs: ['RFC 8725 section 3.11'],
    needs: 'claims',
    find: (subject) => whereAsked(subject, ({ typ }) => isBlank(typ)),
  },
  {
    id: 'verified-but-not-trusted',
    severity: 'error',
    confidence: 'certain',
    refs: ['RFC 8725 section 3.10'],
    needs: 'jws',
    find: (subject) => {
      const { verdict } = subject;
      const isByToken = verdict?.state === 'verified' && verdict.trust === 'token-supplied-key';
      return hitIf(isByToken && !isProof(subject), { part: 'signature' });
    },
  },
];

/** Where nothing is asked at all, nothing is missing from it: the token is only looked at. */
function whereAsked({ expectations, entry }: Subject, isMissing: (expected: Expectations) => boolean): readonly Hit[] {
  const { algorithms = [], issuer, audience, typ, tokenType } = expectations;
  const isAsked = algorithms.length > 0 || [issuer, audience, typ, tokenType].some((one) => !isBlank(one));
  return isAsked && entry === 0 ? hitIf(isMissing(expectations), AT_SETTINGS) : NOTHING;
}

function isBlank(expected: string | readonly string[] | undefined): boolean {
  return expected === undefined || (typeof expected === 'string' ? expected.trim() === '' : expected.length === 0);
}

/** DPoP proofs (RFC 9449 section 4.2). What is compared with a request is a check, and not said here. */
import { isJsonObject, ownMember } from '../../token/json-kind.ts';
import { fromCheck } from '../from-reports.ts';
import { DPOP_PROOF } from '../kind-groups.ts';
import { type Hit, hitIf, NOTHING, type Rule } from '../rule.ts';
import type { Subject } from '../subject.ts';
import { secondsOf } from './times.ts';

const PAYLOAD = { part: 'payload' } as const satisfies Hit;
const SECTION = ['RFC 9449 section 4.2'];

export const DPOP_RULES: readonly Rule[] = [
  {
    id: 'dpop-proof-rules',
    severity: 'error',
    confidence: 'certain',
    refs: [...SECTION, 'RFC 9449 section 4.3'],
    needs: 'claims',
    find: onProofs(faults),
  },
  {
    id: 'dpop-htu-query',
    severity: 'error',
    confidence: 'certain',
    refs: SECTION,
    needs: 'claims',
    find: onProofs(({ claims: { htu } }) =>
      hitIf(typeof htu === 'string' && /[?#]/.test(htu), { ...PAYLOAD, pointer: '/htu' }),
    ),
  },
  {
    id: 'dpop-htm-case',
    severity: 'warning',
    confidence: 'likely',
    refs: SECTION,
    needs: 'claims',
    find: onProofs(({ claims: { htm } }) =>
      hitIf(typeof htm === 'string' && htm !== htm.toUpperCase(), {
        ...PAYLOAD,
        pointer: '/htm',
        values: { htm: String(htm) },
      }),
    ),
  },
  {
    id: 'dpop-ath-missing',
    severity: 'error',
    confidence: 'certain',
    refs: [...SECTION, 'RFC 9449 section 4.3'],
    needs: 'claims',
    find: onProofs((subject) => {
      if (subject.checks.some(({ id }) => id === 'dpop-ath')) return ATH_CHECK(subject);
      const { accessToken = '' } = subject.expectations;
      return hitIf(accessToken.trim() !== '' && !Object.hasOwn(subject.claims, 'ath'), PAYLOAD);
    }),
  },
  {
    id: 'dpop-iat-window',
    severity: 'warning',
    confidence: 'likely',
    refs: ['RFC 9449 section 11.1'],
    needs: 'claims',
    find: onProofs((subject) => {
      const iat = secondsOf(subject, 'iat');
      const seconds = iat === undefined ? 0 : Math.round(Math.abs(iat - subject.now));
      // a proof that was copied from a log is old; whether it was verified then is what counts
      const isOld = seconds > Math.max(WINDOW, subject.skew);
      const hit: Hit = { ...PAYLOAD, pointer: '/iat', values: { seconds } };
      return hitIf(isOld, subject.expectations.request === undefined ? { ...hit, severity: 'info' } : hit);
    }),
  },
];

/** What is compared there is more than its absence: the hash itself. */
const ATH_CHECK = fromCheck('dpop-ath', PAYLOAD);

const WINDOW = 300;

function onProofs(find: Rule['find']): Rule['find'] {
  return (subject) => (DPOP_PROOF.has(subject.kind) ? find(subject) : NOTHING);
}

function faults({ header, claims, alg = '' }: Subject): readonly Hit[] {
  const jwk = ownMember(header, 'jwk');
  const isShared = /^HS\d{3}$/.test(alg) || alg.trim().toLowerCase() === 'none';
  const absent = ['jti', 'htm', 'htu', 'iat'].filter((name) => !Object.hasOwn(claims, name));
  return [
    ...hitIf(isShared, { part: 'header', pointer: '/alg', values: { fault: 'alg' } }),
    ...hitIf(!isJsonObject(jwk), { part: 'header', values: { fault: 'jwk' } }),
    ...absent.map((name) => ({ ...PAYLOAD, values: { fault: 'claim', name } })),
  ];
}

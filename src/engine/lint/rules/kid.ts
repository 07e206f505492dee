/** `kid`, by which a verifier looks up its key (RFC 7515 section 4.1.4, RFC 8725 section 3.10). */
import { shortened } from '../../token/header-rules.ts';
import { ownMember } from '../../token/json-kind.ts';
import { isDevNull, type KidShape, shapesOfKid } from '../kid-patterns.ts';
import { KID_IS_ADDRESS } from '../kind-groups.ts';
import { type Hit, hitIf, NOTHING, type Rule } from '../rule.ts';
import type { Subject } from '../subject.ts';

const AT_KID = { part: 'header', pointer: '/kid' } as const satisfies Hit;
const INJECTION = ['RFC 8725 section 3.10'];
const LONGEST = 256;

export const KID_RULES: readonly Rule[] = [
  {
    id: 'kid-missing-asymmetric',
    severity: 'info',
    confidence: 'certain',
    refs: ['OpenID Connect Core section 10.1'],
    needs: 'jws',
    find: ({ alg = '', header }) => {
      const isNamed = ['kid', 'x5t', 'x5t#S256', 'x5c', 'x5u', 'jwk'].some((name) => Object.hasOwn(header, name));
      return hitIf(/^(?:[RPE]S\d{3}K?|EdDSA|Ed25519|Ed448|ML-DSA-\d\d)$/.test(alg) && !isNamed, { part: 'header' });
    },
  },
  {
    id: 'kid-not-string',
    severity: 'error',
    confidence: 'certain',
    refs: ['RFC 7515 section 4.1.4'],
    needs: 'header',
    find: ({ header }) => hitIf(Object.hasOwn(header, 'kid') && typeof header.kid !== 'string', AT_KID),
  },
  {
    id: 'kid-path-traversal',
    severity: 'warning',
    confidence: 'likely',
    refs: INJECTION,
    needs: 'header',
    find: (subject) =>
      shaped('traversal')(subject).map((hit) =>
        isDevNull(kidOf(subject) ?? '') ? { ...hit, severity: 'error' } : hit,
      ),
  },
  {
    id: 'kid-sql-injection',
    severity: 'warning',
    confidence: 'likely',
    refs: INJECTION,
    needs: 'header',
    find: shaped('sql'),
  },
  {
    id: 'kid-command-injection',
    severity: 'warning',
    confidence: 'likely',
    refs: INJECTION,
    needs: 'header',
    find: shaped('command'),
  },
  {
    id: 'kid-ldap-or-nosql',
    severity: 'warning',
    confidence: 'hint',
    refs: ['RFC 8725 section 2.9', ...INJECTION],
    needs: 'header',
    find: shaped('ldap-or-nosql'),
  },
  {
    id: 'kid-url',
    severity: 'warning',
    confidence: 'likely',
    refs: INJECTION,
    needs: 'header',
    find: (subject) => {
      const kid = kidOf(subject) ?? '';
      const isByDesign = KID_IS_ADDRESS.has(subject.kind) || Object.hasOwn(subject.header, 'url');
      return hitIf(isWeb(kid) && !isByDesign, { ...AT_KID, values: { kid } });
    },
  },
  {
    id: 'kid-empty',
    severity: 'warning',
    confidence: 'likely',
    refs: ['RFC 7515 section 4.1.4'],
    needs: 'header',
    find: (subject) => hitIf(kidOf(subject) === '', AT_KID),
  },
  {
    id: 'kid-long',
    severity: 'warning',
    confidence: 'hint',
    refs: ['RFC 7515 section 4.1.4'],
    needs: 'header',
    find: (subject) => {
      const length = kidOf(subject)?.length ?? 0;
      return hitIf(length > LONGEST, { ...AT_KID, values: { length } });
    },
  },
];

function kidOf({ header }: Subject): string | undefined {
  const kid = ownMember(header, 'kid');
  return typeof kid === 'string' ? kid : undefined;
}

function isWeb(kid: string): boolean {
  return /^https?:\/\//i.test(kid);
}

/** An address has characters of its own; that it is one is said by `kid-url`. */
function shaped(shape: KidShape): Rule['find'] {
  return (subject) => {
    const kid = kidOf(subject);
    if (kid === undefined || isWeb(kid)) return NOTHING;
    return hitIf(shapesOfKid(kid).has(shape), { ...AT_KID, values: { kid: shortened(kid) } });
  };
}

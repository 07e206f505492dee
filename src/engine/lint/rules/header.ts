/** The other parameters of the JOSE Header (RFC 7515 section 4.1, RFC 7797, RFC 7519 section 5, RFC 8725 section 3.11). */
import { mediaTypeOf } from '../../claims/facts.ts';
import { shortened, unknownCritical } from '../../token/header-rules.ts';
import { isJsonObject, ownMember } from '../../token/json-kind.ts';
import type { Json } from '../../types.ts';
import { fromProblems } from '../from-problems.ts';
import { type Hit, hitIf, NOTHING, type Rule } from '../rule.ts';
import type { Subject } from '../subject.ts';

const AT_TYP = { part: 'header', pointer: '/typ' } as const satisfies Hit;
const AT_CRIT = { part: 'header', pointer: '/crit' } as const satisfies Hit;
const AT_B64 = { part: 'header', pointer: '/b64' } as const satisfies Hit;
const CRIT = ['RFC 7515 section 4.1.11'];

export const HEADER_RULES: readonly Rule[] = [
  {
    id: 'typ-missing',
    severity: 'info',
    confidence: 'certain',
    refs: ['RFC 8725 section 3.11'],
    needs: 'jws',
    find: ({ header, hasClaims }) => hitIf(hasClaims && !Object.hasOwn(header, 'typ'), { part: 'header' }),
  },
  {
    id: 'typ-generic-jwt',
    severity: 'info',
    confidence: 'certain',
    refs: ['RFC 7519 section 5.1', 'RFC 8725 section 3.11'],
    needs: 'jws',
    find: ({ header }) => hitIf(mediaTypeOf(header.typ) === 'jwt', { ...AT_TYP, values: { typ: typIn(header.typ) } }),
  },
  {
    id: 'typ-application-prefix',
    severity: 'info',
    confidence: 'certain',
    refs: ['RFC 7515 section 4.1.9'],
    needs: 'header',
    find: ({ header }) => {
      const typ = typIn(header.typ);
      return hitIf(/^application\/[^/]*$/i.test(typ), { ...AT_TYP, values: { typ: shortened(typ) } });
    },
  },
  {
    id: 'typ-unexpected',
    severity: 'error',
    confidence: 'certain',
    refs: ['RFC 8725 section 2.8', 'RFC 8725 section 3.11', 'RFC 8725 section 3.12'],
    needs: 'header',
    find: ({ header, expectations: { typ: expected = '' } }) => {
      const isOther = expected.trim() !== '' && mediaTypeOf(header.typ) !== mediaTypeOf(expected.trim());
      return hitIf(isOther, { ...AT_TYP, values: { typ: shortened(typIn(header.typ)), expected } });
    },
  },
  {
    id: 'typ-kind-mismatch',
    severity: 'warning',
    confidence: 'likely',
    refs: ['RFC 9068 section 2.1', 'RFC 9449 section 4.2'],
    needs: 'jws',
    find: otherKind,
  },
  {
    id: 'crit-not-array',
    severity: 'error',
    confidence: 'certain',
    refs: CRIT,
    needs: 'token',
    find: critical('not-a-list', 'not-strings'),
  },
  {
    id: 'crit-empty',
    severity: 'error',
    confidence: 'certain',
    refs: CRIT,
    needs: 'token',
    find: critical('empty'),
  },
  {
    id: 'crit-dup',
    severity: 'error',
    confidence: 'certain',
    refs: CRIT,
    needs: 'token',
    find: critical('duplicate'),
  },
  {
    id: 'crit-registered-name',
    severity: 'error',
    confidence: 'certain',
    refs: CRIT,
    needs: 'token',
    find: critical('registered'),
  },
  {
    id: 'crit-missing-member',
    severity: 'error',
    confidence: 'certain',
    refs: CRIT,
    needs: 'token',
    find: critical('absent'),
  },
  {
    id: 'crit-unknown',
    severity: 'error',
    confidence: 'certain',
    refs: [...CRIT, 'CVE-2025-59420'],
    needs: 'header',
    find: ({ header, object, problems }) => {
      const name = unknownCritical(header, object?.type ?? 'jws');
      const isTold = problems.some(({ code }) => code === 'crit-invalid');
      return hitIf(name !== undefined && !isTold, { ...AT_CRIT, values: { name: shortened(name ?? '') } });
    },
  },
  {
    id: 'b64-without-crit',
    severity: 'error',
    confidence: 'certain',
    refs: ['RFC 7797 section 6'],
    needs: 'token',
    find: fromProblems(['b64-not-critical']),
  },
  {
    id: 'b64-false-in-jwt',
    severity: 'error',
    confidence: 'certain',
    refs: ['RFC 7797 section 7'],
    needs: 'claims',
    find: ({ header }) => hitIf(header.b64 === false, AT_B64),
  },
  {
    id: 'b64-not-boolean',
    severity: 'error',
    confidence: 'certain',
    refs: ['RFC 7797 section 3'],
    needs: 'header',
    find: ({ header }) => hitIf(Object.hasOwn(header, 'b64') && typeof header.b64 !== 'boolean', AT_B64),
  },
  {
    id: 'cty-nested',
    severity: 'info',
    confidence: 'certain',
    refs: ['RFC 7519 section 5.2', 'RFC 8725 section 3.3'],
    needs: 'header',
    find: ({ header }) => hitIf(mediaTypeOf(header.cty) === 'jwt', { part: 'header', pointer: '/cty' }),
  },
  {
    id: 'cty-unneeded',
    severity: 'info',
    confidence: 'certain',
    refs: ['RFC 7519 section 5.2'],
    needs: 'claims',
    find: ({ header }) => {
      const isPlain = Object.hasOwn(header, 'cty') && mediaTypeOf(header.cty) !== 'jwt';
      return hitIf(isPlain, { part: 'header', pointer: '/cty', values: { cty: shortened(typIn(header.cty)) } });
    },
  },
  {
    id: 'header-claims-mismatch',
    severity: 'error',
    confidence: 'certain',
    refs: ['RFC 7519 section 5.3'],
    needs: 'jwe',
    find: replicated,
  },
  {
    id: 'header-url-nonce',
    severity: 'info',
    confidence: 'likely',
    refs: ['RFC 8555 section 6'],
    needs: 'jws',
    find: ({ header }) =>
      hitIf(typeof header.url === 'string' && typeof header.nonce === 'string', { part: 'header', pointer: '/url' }),
  },
  {
    id: 'header-large',
    severity: 'info',
    confidence: 'certain',
    refs: ['RFC 7515 section 4'],
    needs: 'token',
    find: ({ header, layer }) => {
      const bytes = layer?.headerBytes?.length ?? 0;
      const isMeant = ['x5c', 'trust_chain', 'jwt', 'jwk'].some((name) => Object.hasOwn(header, name));
      return hitIf(bytes > 1024 && !isMeant, { part: 'header', values: { bytes } });
    },
  },
];

function typIn(value: Json | undefined): string {
  if (value === undefined) return '';
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function critical(...reasons: readonly string[]): Rule['find'] {
  return fromProblems(
    ['crit-invalid'],
    ({ values }) => reasons.includes(String(values.reason)),
    () => ({ pointer: '/crit' }),
  );
}

/** Where a rule about the kind says more, this one is silent. */
function otherKind({ header, claims, hasClaims }: Subject): readonly Hit[] {
  if (!hasClaims) return NOTHING;
  const typ = mediaTypeOf(header.typ) ?? '';
  const values = { typ: typIn(header.typ) };
  const isProof = typeof claims.htm === 'string' && typeof claims.htu === 'string';
  if (isProof && typ !== 'dpop+jwt') return [{ ...AT_TYP, values: { ...values, looks: 'a DPoP proof' } }];
  const isId = claims.token_use === 'id' || claims.typ === 'ID' || typeof claims.at_hash === 'string';
  if (isId && typ === 'at+jwt') return [{ ...AT_TYP, values: { ...values, looks: 'an ID token' } }];
  return NOTHING;
}

/** The claims are those of the content, or of the token in it. */
function replicated({ header, layer, inner }: Subject): readonly Hit[] {
  const claims = inner?.payload?.json ?? layer?.payload?.json;
  if (!isJsonObject(claims)) return NOTHING;
  return ['iss', 'sub', 'aud'].flatMap((name) => {
    const copy = ownMember(header, name);
    const isOther = copy !== undefined && JSON.stringify(copy) !== JSON.stringify(ownMember(claims, name));
    return hitIf(isOther, { part: 'header', pointer: `/${name}`, values: { name } });
  });
}

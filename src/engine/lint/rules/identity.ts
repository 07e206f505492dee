/** Who a token is from, about and for (RFC 7519 section 4.1, RFC 8725 sections 3.8 and 3.9). */
import { shortened } from '../../token/header-rules.ts';
import { isJsonArray, ownMember } from '../../token/json-kind.ts';
import type { Json } from '../../types.ts';
import { ID_TOKEN, LOGOUT_TOKEN, RFC_9068, WITHOUT_AUDIENCE } from '../kind-groups.ts';
import { type Hit, hitIf, NOTHING, type Rule } from '../rule.ts';
import type { Subject } from '../subject.ts';
import { addressOf, isLocalHost, isWebAddress } from '../web-address.ts';

const PAYLOAD = { part: 'payload' } as const satisfies Hit;
const at = (name: string, values: Hit['values'] = {}) => ({ part: 'payload', pointer: `/${name}`, values }) as const;

export const IDENTITY_RULES: readonly Rule[] = [
  {
    id: 'iss-missing',
    severity: 'info',
    confidence: 'likely',
    refs: ['RFC 8725 section 3.8', 'RFC 9068 section 2.2'],
    needs: 'claims',
    find: ({ claims, kind }) => {
      const isNeeded = RFC_9068.has(kind) || ID_TOKEN.has(kind) || LOGOUT_TOKEN.has(kind);
      return hitIf(!Object.hasOwn(claims, 'iss'), { ...PAYLOAD, ...(isNeeded ? { severity: 'error' } : {}) });
    },
  },
  {
    id: 'iss-not-https',
    severity: 'warning',
    confidence: 'likely',
    refs: ['OpenID Connect Core section 2', 'RFC 8414 section 2', 'RFC 7519 section 2'],
    needs: 'claims',
    find: issuerAddress,
  },
  {
    id: 'iss-trailing-slash-mismatch',
    severity: 'error',
    confidence: 'certain',
    refs: ['OpenID Connect Core section 3.1.3.7'],
    needs: 'claims',
    find: (subject) => expectedIssuer(subject, true),
  },
  {
    id: 'iss-unexpected',
    severity: 'error',
    confidence: 'certain',
    refs: ['RFC 8725 section 3.8'],
    needs: 'claims',
    find: (subject) => expectedIssuer(subject, false),
  },
  {
    id: 'iss-mixup',
    severity: 'warning',
    confidence: 'likely',
    refs: ['Microsoft identity platform documentation on validating the issuer'],
    needs: 'claims',
    find: ({ claims: { iss, tid } }) => {
      if (typeof iss !== 'string') return NOTHING;
      const host = addressOf(iss)?.hostname ?? '';
      const isEntra =
        host === 'sts.windows.net' ||
        /^login\.(?:microsoftonline\.(?:com|us)|partner\.microsoftonline\.cn)$/.test(host);
      const isOther = isEntra && typeof tid === 'string' && !iss.toLowerCase().includes(tid.toLowerCase());
      return hitIf(isOther || /\{tenant_?id\}/i.test(iss), at('iss', { iss: shortened(iss) }));
    },
  },
  {
    id: 'sub-missing',
    severity: 'warning',
    confidence: 'certain',
    refs: ['OpenID Connect Core section 2', 'RFC 7523 section 3'],
    needs: 'claims',
    find: ({ claims, kind }) => hitIf(NEEDS_SUBJECT.has(kind) && !Object.hasOwn(claims, 'sub'), PAYLOAD),
  },
  {
    id: 'sub-not-string',
    severity: 'error',
    confidence: 'certain',
    refs: ['RFC 7519 section 4.1.2'],
    needs: 'claims',
    find: notText('sub'),
  },
  {
    id: 'jti-not-string',
    severity: 'error',
    confidence: 'certain',
    refs: ['RFC 7519 section 4.1.7'],
    needs: 'claims',
    find: notText('jti'),
  },
  {
    id: 'iss-not-string',
    severity: 'error',
    confidence: 'certain',
    refs: ['RFC 7519 section 4.1.1'],
    needs: 'claims',
    find: notText('iss'),
  },
  {
    id: 'sub-email',
    severity: 'warning',
    confidence: 'likely',
    refs: ['OpenID Connect Core section 5.7'],
    needs: 'claims',
    find: ({ claims: { sub, iss } }) => {
      const isAddress = typeof sub === 'string' && sub.length < 255 && /^[^\s@:]+@[^\s@]+\.[a-z]{2,}$/i.test(sub);
      // a service account speaks for itself
      return hitIf(isAddress && sub !== iss && !sub.endsWith('.gserviceaccount.com'), at('sub'));
    },
  },
  {
    id: 'sub-equals-client-id',
    severity: 'info',
    confidence: 'likely',
    refs: ['RFC 9068 section 5', 'RFC 9700 section 4.15'],
    needs: 'claims',
    find: ({ claims }) => {
      const name = ['client_id', 'azp'].find(
        (one) => typeof claims.sub === 'string' && ownMember(claims, one) === claims.sub,
      );
      return name === undefined ? NOTHING : [at('sub', { name })];
    },
  },
  {
    id: 'aud-missing',
    severity: 'warning',
    confidence: 'likely',
    refs: ['RFC 8725 section 3.9'],
    needs: 'claims',
    find: withoutAudience,
  },
  {
    id: 'aud-bad-type',
    severity: 'error',
    confidence: 'certain',
    refs: ['RFC 7519 section 4.1.3'],
    needs: 'claims',
    find: ({ claims }) => {
      const aud = ownMember(claims, 'aud');
      const isList = isJsonArray(aud) && aud.length > 0 && aud.every((one) => typeof one === 'string');
      return hitIf(aud !== undefined && typeof aud !== 'string' && !isList, at('aud'));
    },
  },
  {
    id: 'aud-wildcard-or-generic',
    severity: 'warning',
    confidence: 'likely',
    refs: ['RFC 8725 section 3.9'],
    needs: 'claims',
    find: ({ claims }) =>
      textsOf(ownMember(claims, 'aud')).flatMap((aud) =>
        hitIf(GENERIC.has(aud.trim().toLowerCase()), at('aud', { aud })),
      ),
  },
  {
    id: 'aud-many',
    severity: 'info',
    confidence: 'certain',
    refs: ['OpenID Connect Core section 2', 'RFC 9068 section 3'],
    needs: 'claims',
    find: ({ claims }) => {
      const count = textsOf(ownMember(claims, 'aud')).length;
      return hitIf(count > 3, at('aud', { count }));
    },
  },
  {
    id: 'aud-unexpected',
    severity: 'error',
    confidence: 'certain',
    refs: ['RFC 8725 section 3.9'],
    needs: 'claims',
    find: ({ claims, expectations: { audience } }) => {
      const expected = textsOf(audience).filter((one) => one.trim() !== '');
      const found = textsOf(ownMember(claims, 'aud'));
      const isMissing = expected.length > 0 && !expected.some((one) => found.includes(one));
      return hitIf(isMissing && Object.hasOwn(claims, 'aud'), at('aud', { expected }));
    },
  },
  {
    id: 'jti-missing',
    severity: 'info',
    confidence: 'hint',
    refs: ['RFC 7519 section 4.1.7', 'RFC 9068 section 2.2'],
    needs: 'claims',
    find: ({ claims, kind }) => hitIf(!WITHOUT_AUDIENCE.has(kind) && !Object.hasOwn(claims, 'jti'), PAYLOAD),
  },
  {
    id: 'jti-weak',
    severity: 'info',
    confidence: 'hint',
    refs: ['RFC 7519 section 4.1.7'],
    needs: 'claims',
    find: ({ claims: { jti } }) =>
      hitIf(typeof jti === 'string' && jti !== '' && (jti.length < 8 || /^\d{1,9}$/.test(jti)), at('jti')),
  },
  {
    id: 'iat-missing',
    severity: 'info',
    confidence: 'hint',
    refs: ['RFC 7519 section 4.1.6', 'RFC 9068 section 2.2'],
    needs: 'claims',
    find: ({ claims }) => hitIf(!Object.hasOwn(claims, 'iat'), PAYLOAD),
  },
];

const NEEDS_SUBJECT: ReadonlySet<string> = new Set(['ID token', 'client assertion', 'JWT bearer grant']);
const GENERIC: ReadonlySet<string> = new Set(['*', 'api', 'all', 'any', '']);

/** Providers that never send an audience with one of their kinds. */
const NEVER_SENT: ReadonlySet<string> = new Set([
  ...[
    'Amazon Cognito',
    'Clerk',
    'Django REST SimpleJWT',
    'Kubernetes',
    'AWS Application Load Balancer',
    'Supabase',
    'Hasura',
  ],
]);

function withoutAudience({ claims, kind, issuer }: Subject): readonly Hit[] {
  if (Object.hasOwn(claims, 'aud')) return NOTHING;
  if (ID_TOKEN.has(kind) || RFC_9068.has(kind)) return [{ ...PAYLOAD, severity: 'error', confidence: 'certain' }];
  const isUsual = WITHOUT_AUDIENCE.has(kind) || NEVER_SENT.has(issuer);
  return [{ ...PAYLOAD, severity: isUsual ? 'info' : 'warning' }];
}

function issuerAddress({ claims: { iss } }: Subject): readonly Hit[] {
  if (typeof iss !== 'string' || !iss.includes(':')) return NOTHING;
  const told = (fault: string, more: Partial<Hit> = {}): readonly Hit[] => [
    { ...at('iss', { iss: shortened(iss), fault }), ...more },
  ];
  const address = addressOf(iss);
  if (address === undefined) return told('not-uri');
  if (!isWebAddress(iss)) return NOTHING;
  if (address.protocol === 'http:') return told('http', isLocalHost(address.hostname) ? { severity: 'info' } : {});
  return /[?#]/.test(iss) ? told('more') : NOTHING;
}

function expectedIssuer({ claims: { iss }, expectations: { issuer } }: Subject, isNear: boolean): readonly Hit[] {
  const expected = textsOf(issuer).filter((one) => one.trim() !== '');
  if (typeof iss !== 'string' || expected.length === 0 || expected.includes(iss)) return NOTHING;
  const near = expected.find((one) => plain(one) === plain(iss));
  if ((near !== undefined) !== isNear) return NOTHING;
  return [at('iss', { iss: shortened(iss), expected: near ?? expected.join(', ') })];
}

function plain(issuer: string): string {
  return issuer.trim().toLowerCase().replace(/\/+$/, '');
}

function notText(name: string): Rule['find'] {
  return ({ claims }) => hitIf(Object.hasOwn(claims, name) && typeof claims[name] !== 'string', at(name));
}

function textsOf(value: Json | undefined): readonly string[] {
  if (typeof value === 'string') return [value];
  return isJsonArray(value) ? value.filter((one) => typeof one === 'string') : [];
}

/** Rules of one kind of token, asked where the token looks like that kind. */
import { mediaTypeOf } from '../../claims/facts.ts';
import { isJsonArray, isJsonObject, ownMember } from '../../token/json-kind.ts';
import { fromCheck } from '../from-reports.ts';
import { CLIENT_ASSERTION, ID_TOKEN, LOGOUT_TOKEN, REFRESH_TOKEN, RFC_9068 } from '../kind-groups.ts';
import { type Hit, hitIf, NOTHING, type Rule } from '../rule.ts';
import type { Subject } from '../subject.ts';
import { secondsOf } from './times.ts';

const PAYLOAD = { part: 'payload' } as const satisfies Hit;
const at = (name: string, values: Hit['values'] = {}) => ({ part: 'payload', pointer: `/${name}`, values }) as const;

const AT_JWK = { part: 'header', pointer: '/jwk', severity: 'error' } as const satisfies Hit;
const OTHER_KEY = fromCheck('dpop-jkt', AT_JWK, (code) => code.startsWith('jkt-differs'));

export const KIND_RULES: readonly Rule[] = [
  {
    id: 'refresh-token-pasted',
    // the pair that a server hands out is looked at for good reasons; sent as a Bearer token it is a mistake
    severity: 'info',
    confidence: 'likely',
    refs: ['RFC 9700 section 4.14'],
    needs: 'claims',
    find: (subject) => {
      const isRefresh = REFRESH_TOKEN.has(subject.kind) || livesAsRefresh(subject);
      return hitIf(isRefresh, { ...PAYLOAD, ...(isBearer(subject) ? { severity: 'warning' } : {}) });
    },
  },
  {
    id: 'simplejwt-hash-password',
    severity: 'warning',
    confidence: 'certain',
    refs: ['djangorestframework-simplejwt documentation on CHECK_REVOKE_TOKEN'],
    needs: 'claims',
    find: ({ claims: { hash_password: hash } }) =>
      hitIf(typeof hash === 'string' && /^[0-9A-F]{32}$/.test(hash), at('hash_password')),
  },
  {
    id: 'simplejwt-wrong-type',
    severity: 'error',
    confidence: 'certain',
    refs: ['djangorestframework-simplejwt documentation on token types'],
    needs: 'claims',
    find: ({ claims, expectations: { tokenType = '' } }) => {
      const found = ownMember(claims, 'token_type');
      const isOther = typeof found === 'string' && tokenType.trim() !== '' && found !== tokenType.trim();
      return hitIf(isOther, at('token_type', { found: String(found), expected: tokenType.trim() }));
    },
  },
  {
    id: 'id-token-as-access',
    severity: 'warning',
    confidence: 'likely',
    refs: ['RFC 9068 section 5', 'OpenID Connect Core section 2'],
    needs: 'claims',
    find: (subject) => hitIf(ID_TOKEN.has(subject.kind) && isBearer(subject), PAYLOAD),
  },
  {
    id: 'at-jwt-missing-claim',
    severity: 'error',
    confidence: 'certain',
    refs: ['RFC 9068 section 2.2'],
    needs: 'claims',
    find: ({ claims, kind }) => {
      const names = RFC_9068.has(kind) ? absent(claims, ['iss', 'exp', 'aud', 'sub', 'client_id', 'iat', 'jti']) : [];
      return hitIf(names.length > 0, { ...PAYLOAD, values: { names } });
    },
  },
  {
    id: 'at-jwt-alg',
    severity: 'error',
    confidence: 'certain',
    refs: ['RFC 9068 section 2.1'],
    needs: 'claims',
    find: ({ alg = '', kind }) => {
      const isShared = /^HS\d{3}$/.test(alg);
      const hit: Hit = { part: 'header', pointer: '/alg', values: { alg }, ...(isShared ? { severity: 'info' } : {}) };
      return hitIf(RFC_9068.has(kind) && (isShared || alg.trim().toLowerCase() === 'none'), hit);
    },
  },
  {
    id: 'logout-token-rules',
    severity: 'error',
    confidence: 'certain',
    refs: ['OpenID Connect Back-Channel Logout section 2.4'],
    needs: 'claims',
    find: (subject) => (LOGOUT_TOKEN.has(subject.kind) ? logoutFaults(subject) : NOTHING),
  },
  {
    id: 'set-rules',
    severity: 'warning',
    confidence: 'certain',
    refs: ['RFC 8417 section 2.2', 'RFC 8417 section 4'],
    needs: 'claims',
    find: ({ claims, kind }) => {
      if (kind !== 'security event token') return NOTHING;
      return [
        ...hitIf(!isJsonObject(ownMember(claims, 'events')), { ...PAYLOAD, values: { fault: 'events' } }),
        ...hitIf(Object.hasOwn(claims, 'exp'), at('exp', { fault: 'exp' })),
        ...hitIf(Object.hasOwn(claims, 'sub'), at('sub', { fault: 'sub' })),
      ];
    },
  },
  {
    id: 'cnf-bound',
    severity: 'info',
    confidence: 'certain',
    refs: ['RFC 7800', 'RFC 9449 section 6', 'RFC 8705 section 3.1'],
    needs: 'claims',
    find: (subject) => [
      ...hitIf(isJsonObject(ownMember(subject.claims, 'cnf')), at('cnf')),
      // the proof that was pasted beside the token is made with another key
      ...OTHER_KEY(subject),
    ],
  },
  {
    id: 'cnf-multiple-keys',
    severity: 'warning',
    confidence: 'certain',
    refs: ['RFC 7800 section 3.1'],
    needs: 'claims',
    find: ({ claims }) => {
      const cnf = ownMember(claims, 'cnf');
      const count = isJsonObject(cnf) ? ['jwk', 'jwe', 'jku'].filter((name) => Object.hasOwn(cnf, name)).length : 0;
      return hitIf(count > 1, at('cnf'));
    },
  },
  {
    id: 'cnf-private-key',
    severity: 'error',
    confidence: 'certain',
    refs: ['RFC 7800 section 3.2'],
    needs: 'claims',
    find: ({ claims }) => {
      const cnf = ownMember(claims, 'cnf');
      const jwk = isJsonObject(cnf) ? ownMember(cnf, 'jwk') : undefined;
      const member = isJsonObject(jwk) ? ['d', 'k', 'priv'].find((name) => Object.hasOwn(jwk, name)) : undefined;
      return member === undefined ? NOTHING : [at(`cnf/jwk/${member}`, { member })];
    },
  },
  {
    id: 'client-assertion-rules',
    severity: 'info',
    confidence: 'likely',
    refs: ['RFC 7523 section 3', 'draft-ietf-oauth-rfc7523bis'],
    needs: 'claims',
    find: clientAssertion,
  },
  {
    id: 'passport-rules',
    severity: 'info',
    confidence: 'certain',
    refs: ['RFC 8225 section 5', 'RFC 8588 section 4'],
    needs: 'claims',
    find: ({ claims, kind, header }) => {
      if (kind !== 'PASSporT') return NOTHING;
      const needed = ['orig', 'dest', 'iat', ...(header.ppt === 'shaken' ? ['attest', 'origid'] : [])];
      const names = absent(claims, needed);
      return hitIf(names.length > 0, { ...PAYLOAD, values: { names } });
    },
  },
  {
    id: 'vc-jwt',
    severity: 'info',
    confidence: 'certain',
    refs: ['W3C Verifiable Credentials Data Model 1.1 section 6.3.1'],
    needs: 'claims',
    find: ({ claims }) => ['vc', 'vp'].filter((name) => isJsonObject(ownMember(claims, name))).map((name) => at(name)),
  },
  {
    id: 'statuslist',
    severity: 'info',
    confidence: 'certain',
    refs: ['draft-ietf-oauth-status-list'],
    needs: 'claims',
    find: ({ claims, header }) => {
      const status = ownMember(claims, 'status');
      const isNamed = isJsonObject(status) && isJsonObject(ownMember(status, 'status_list'));
      if (isNamed) return [at('status')];
      return hitIf(mediaTypeOf(header.typ) === 'statuslist+jwt', { part: 'header', pointer: '/typ' });
    },
  },
];

/** What stands before the token says that it is sent to an API. */
function isBearer({ opened: { text, picked } }: Subject): boolean {
  const before = picked === undefined ? '' : text.slice(Math.max(0, picked.start - 40), picked.start);
  return /\bbearer\s+$|access_token"?\s*[:=]\s*"?$/i.test(before);
}

const WEEK = 7 * 86_400;

/** What lives for a week, can be revoked and says of no right. */
function livesAsRefresh(subject: Subject): boolean {
  const { claims, kind } = subject;
  if (kind !== '' && kind !== 'opaque access token') return false;
  const start = secondsOf(subject, 'iat');
  const end = secondsOf(subject, 'exp');
  const isLong = start !== undefined && end !== undefined && end - start > WEEK;
  const hasRights = ['scope', 'scp', 'permissions', 'roles', 'role'].some((name) => Object.hasOwn(claims, name));
  return isLong && !hasRights && Object.hasOwn(claims, 'jti') && Object.hasOwn(claims, 'sub');
}

function absent(claims: Subject['claims'], names: readonly string[]): readonly string[] {
  return names.filter((name) => !Object.hasOwn(claims, name));
}

const LOGOUT_EVENT = 'http://schemas.openid.net/event/backchannel-logout';

function logoutFaults({ claims }: Subject): readonly Hit[] {
  const events = ownMember(claims, 'events');
  const hasEvent = isJsonObject(events) && Object.hasOwn(events, LOGOUT_EVENT);
  return [
    ...hitIf(!hasEvent, { ...PAYLOAD, values: { fault: 'event' } }),
    ...hitIf(Object.hasOwn(claims, 'nonce'), at('nonce', { fault: 'nonce' })),
    ...hitIf(absent(claims, ['sub', 'sid']).length === 2, { ...PAYLOAD, values: { fault: 'subject' } }),
    ...absent(claims, ['iss', 'aud', 'iat', 'jti']).map((name) => ({ ...PAYLOAD, values: { fault: 'claim', name } })),
    // older drafts had none
    ...hitIf(!Object.hasOwn(claims, 'exp'), {
      ...PAYLOAD,
      severity: 'warning',
      values: { fault: 'claim', name: 'exp' },
    }),
  ];
}

const LONGEST_ASSERTION = 600;

function clientAssertion(subject: Subject): readonly Hit[] {
  const { claims, kind } = subject;
  if (!CLIENT_ASSERTION.has(kind)) return NOTHING;
  const start = secondsOf(subject, 'iat') ?? secondsOf(subject, 'nbf');
  const end = secondsOf(subject, 'exp');
  // assertions of service accounts live for an hour by their own rules
  const isLong =
    kind === 'client assertion' && start !== undefined && end !== undefined && end - start > LONGEST_ASSERTION;
  const aud = ownMember(claims, 'aud');
  const hasAudience = typeof aud === 'string' || isJsonArray(aud);
  return [
    ...hitIf(hasAudience, { ...PAYLOAD, values: { fault: 'note' } }),
    ...hitIf(isLong, { ...at('exp', { fault: 'life' }), severity: 'warning' }),
  ];
}

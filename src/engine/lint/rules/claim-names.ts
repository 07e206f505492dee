/** Names and shapes of claims (RFC 7519 section 4). */
import { describeClaim, describeHeaderParameter, issuerUsing } from '../../claims/dictionary/describe.ts';
import { shortened } from '../../token/header-rules.ts';
import { isJsonArray, ownMember } from '../../token/json-kind.ts';
import { escapeToken } from '../../token/json-pointer.ts';
import type { Json } from '../../types.ts';
import { ID_TOKEN } from '../kind-groups.ts';
import { isOneEditApart } from '../name-words.ts';
import { type Hit, hitIf, NOTHING, type Rule } from '../rule.ts';
import type { Subject } from '../subject.ts';

export const CLAIM_NAME_RULES: readonly Rule[] = [
  {
    id: 'claim-empty',
    severity: 'info',
    confidence: 'certain',
    refs: ['RFC 7519 section 4'],
    needs: 'claims',
    find: (subject) =>
      onNames(subject, (name, value) => {
        const isEmpty = value === '' || value === null || (isJsonArray(value) && value.length === 0);
        return hitIf(isEmpty && describeClaim(name)?.standing === 'registered');
      }),
  },
  {
    id: 'claim-name-typo',
    severity: 'warning',
    confidence: 'likely',
    refs: ['RFC 7519 section 4'],
    needs: 'claims',
    find: (subject) =>
      onNames(subject, (name) => {
        // a credential of the W3C has an issuer under that very name
        const meant = subject.kind.startsWith('W3C') ? undefined : meantBy(name);
        return meant === undefined || Object.hasOwn(subject.claims, meant) ? NOTHING : [{ values: { meant } }];
      }),
  },
  {
    id: 'claim-private-collision',
    severity: 'info',
    confidence: 'hint',
    refs: ['RFC 7519 section 4.2', 'RFC 7519 section 4.3'],
    needs: 'claims',
    find: collisions,
  },
  {
    id: 'scope-array',
    severity: 'info',
    confidence: 'certain',
    refs: ['RFC 8693 section 4.2'],
    needs: 'claims',
    find: ({ claims }) => hitIf(isJsonArray(ownMember(claims, 'scope')), { part: 'payload', pointer: '/scope' }),
  },
  {
    id: 'nonce-missing-id-token',
    severity: 'info',
    confidence: 'likely',
    refs: ['OpenID Connect Core section 3.2.2.11'],
    needs: 'claims',
    find: ({ claims, kind }) =>
      hitIf(ID_TOKEN.has(kind) && Object.hasOwn(claims, 'c_hash') && !Object.hasOwn(claims, 'nonce'), {
        part: 'payload',
      }),
  },
  {
    id: 'header-unknown-param',
    severity: 'info',
    confidence: 'certain',
    refs: ['RFC 7515 section 4.2', 'RFC 7515 section 4.3'],
    needs: 'header',
    find: ({ header, issuer }) => {
      const context = issuer === '' ? {} : { issuer: { name: issuer } };
      return Object.keys(header).flatMap((name) =>
        hitIf(!name.includes(':') && describeHeaderParameter(name, context) === undefined, {
          part: 'header',
          pointer: `/${escapeToken(name)}`,
          values: { name: shortened(name) },
        }),
      );
    },
  },
];

function onNames(subject: Subject, find: (name: string, value: Json) => readonly Hit[]): readonly Hit[] {
  const hits: Hit[] = [];
  for (const name of Object.keys(subject.claims)) {
    for (const hit of find(name, subject.claims[name] ?? null)) {
      const values = { name: shortened(name), ...hit.values };
      hits.push({ part: 'payload', pointer: `/${escapeToken(name)}`, ...hit, values });
    }
  }
  return hits;
}

/** Short names that mean nothing to the issuer known here, or to none, and something of its own to another. */
function collisions(subject: Subject): readonly Hit[] {
  const { kind, issuer } = subject;
  const context = { kinds: [{ name: kind }], ...(issuer === '' ? {} : { issuer: { name: issuer } }) };
  return onNames(subject, (name) => {
    const another = issuerUsing(name);
    const isOwn = another === undefined || /[:/.]/.test(name) || describeClaim(name, context) !== undefined;
    return isOwn ? NOTHING : [{ values: { another } }];
  });
}

const CORE = ['iss', 'sub', 'aud', 'exp', 'nbf', 'iat', 'jti', 'scope', 'nonce', 'azp', 'client_id', 'auth_time'];

/** What other systems, and people, call the claims of RFC 7519. */
const SYNONYMS: Readonly<Record<string, string>> = {
  expires: 'exp',
  expiry: 'exp',
  expiration: 'exp',
  expires_at: 'exp',
  expiresat: 'exp',
  epx: 'exp',
  xep: 'exp',
  issuer: 'iss',
  subject: 'sub',
  audience: 'aud',
  uad: 'aud',
  issued_at: 'iat',
  issuedat: 'iat',
  not_before: 'nbf',
  notbefore: 'nbf',
  nfb: 'nbf',
};

/** Names of three letters are too near to each other for more than their case to tell. */
const LONG_NAMES = CORE.filter((name) => name.length >= 5);

function meantBy(name: string): string | undefined {
  if (name.length > 12) return undefined;
  const lower = name.toLowerCase();
  if (Object.hasOwn(SYNONYMS, lower)) return SYNONYMS[lower];
  const meant = CORE.includes(lower) ? lower : LONG_NAMES.find((core) => isOneEditApart(lower, core));
  return meant === undefined || describeClaim(name) !== undefined ? undefined : meant;
}

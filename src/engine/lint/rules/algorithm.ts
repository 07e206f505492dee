/** `alg` in the header (RFC 7515 section 4.1.1, RFC 8725 sections 3.1 and 3.2, RFC 9864). */
import { shortened } from '../../token/header-rules.ts';
import { isJsonArray, ownMember } from '../../token/json-kind.ts';
import { isProhibited, standingOf } from '../../token/registered-algs.ts';
import { keyManagementStanding } from '../../token/registered-jwe-algs.ts';
import type { Json } from '../../types.ts';
import { fromProblems } from '../from-problems.ts';
import { type Hit, hitIf, NOTHING, type Rule } from '../rule.ts';
import type { Subject } from '../subject.ts';
import { httpsHost } from '../web-address.ts';

const AT_ALG = { part: 'header', pointer: '/alg' } as const satisfies Hit;
const HMAC = /^HS(?:256|384|512)$/;

export const ALGORITHM_RULES: readonly Rule[] = [
  {
    id: 'alg-missing',
    severity: 'error',
    confidence: 'certain',
    refs: ['RFC 7515 section 4.1.1'],
    needs: 'token',
    find: fromProblems(['alg-missing'], ({ values }) => values.found === 'absent'),
  },
  {
    id: 'alg-not-string',
    severity: 'error',
    confidence: 'certain',
    refs: ['RFC 7515 section 4.1.1'],
    needs: 'token',
    find: fromProblems(
      ['alg-missing'],
      ({ values }) => values.found !== 'absent',
      () => ({ pointer: '/alg' }),
    ),
  },
  {
    id: 'alg-none',
    severity: 'error',
    confidence: 'certain',
    refs: ['RFC 8725 section 2.1', 'RFC 8725 section 3.2', 'RFC 7519 section 6', 'CVE-2015-9235'],
    needs: 'jws',
    find: ({ alg }) => hitIf(alg === 'none', AT_ALG),
  },
  {
    id: 'alg-none-casing',
    severity: 'error',
    confidence: 'certain',
    refs: ['RFC 7515 section 4.1.1', 'draft-ietf-oauth-rfc8725bis'],
    needs: 'header',
    find: ({ alg = '' }) =>
      hitIf(alg !== 'none' && alg.trim().toLowerCase() === 'none', { ...AT_ALG, values: { alg: shortened(alg) } }),
  },
  {
    id: 'alg-none-with-signature',
    severity: 'error',
    confidence: 'certain',
    refs: ['RFC 7518 section 3.6'],
    needs: 'token',
    find: fromProblems(['none-with-signature']),
  },
  {
    id: 'alg-casing',
    severity: 'error',
    confidence: 'certain',
    refs: ['RFC 7515 section 4.1.1'],
    needs: 'header',
    find: (subject) => {
      const standing = standingIn(subject);
      const isNear = standing.known === false && standing.near !== '' && standing.near !== 'none';
      return isNear ? [{ ...AT_ALG, values: { alg: shortened(subject.alg ?? ''), near: standing.near } }] : NOTHING;
    },
  },
  {
    id: 'alg-unknown',
    severity: 'warning',
    confidence: 'certain',
    refs: ['RFC 7518 section 7.1'],
    needs: 'header',
    find: (subject) => {
      const standing = standingIn(subject);
      const alg = subject.alg ?? '';
      const isMeant = standing.known === false && standing.near === '' && !isForbidden(alg);
      return hitIf(isMeant, { ...AT_ALG, values: { alg: shortened(alg) } });
    },
  },
  {
    id: 'alg-prohibited',
    severity: 'error',
    confidence: 'certain',
    refs: ['IANA registry “JSON Web Signature and Encryption Algorithms”'],
    needs: 'header',
    find: ({ header, alg = '', object }) => {
      const enc = ownMember(header, 'enc');
      const ofEnc = object?.type === 'jwe' && typeof enc === 'string' && isProhibited(enc);
      return [
        ...hitIf(isForbidden(alg), { ...AT_ALG, values: { alg: shortened(alg) } }),
        ...(ofEnc ? [{ part: 'header', pointer: '/enc', values: { alg: enc } } as const] : NOTHING),
      ];
    },
  },
  {
    id: 'alg-eddsa-polymorphic',
    severity: 'info',
    confidence: 'certain',
    refs: ['RFC 9864 section 2', 'RFC 9864 section 4'],
    needs: 'jws',
    find: ({ alg }) => hitIf(alg === 'EdDSA', AT_ALG),
  },
  {
    id: 'alg-rsa-pkcs1',
    severity: 'info',
    confidence: 'certain',
    refs: ['FAPI 2.0 Security Profile'],
    needs: 'jws',
    find: ({ alg = '' }) => hitIf(/^RS(?:256|384|512)$/.test(alg), { ...AT_ALG, values: { alg } }),
  },
  {
    id: 'alg-es256k',
    severity: 'info',
    confidence: 'certain',
    refs: ['RFC 8812 section 3.2'],
    needs: 'jws',
    find: ({ alg }) => hitIf(alg === 'ES256K', AT_ALG),
  },
  {
    id: 'alg-hs-for-multi-party',
    severity: 'warning',
    confidence: 'likely',
    refs: ['RFC 8725 section 3.1'],
    needs: 'jws',
    find: sharedWithOthers,
  },
  {
    id: 'alg-not-allowed',
    severity: 'error',
    confidence: 'certain',
    refs: ['RFC 8725 section 3.1'],
    needs: 'jws',
    find: ({ alg, expectations: { algorithms } }) =>
      hitIf(alg !== undefined && algorithms !== undefined && algorithms.length > 0 && !algorithms.includes(alg), {
        ...AT_ALG,
        values: { alg: shortened(alg ?? ''), allowed: algorithms ?? [] },
      }),
  },
];

type Standing = { readonly known: true } | { readonly known: false; readonly near: string };

/** `known` also where there is no name to look up. */
function standingIn({ alg, object }: Subject): Standing {
  if (alg === undefined || object === undefined) return { known: true };
  if (object.type === 'jwe') return isProhibited(alg) ? { known: true } : keyManagementStanding(alg);
  const standing = standingOf(alg);
  return standing.standing === 'unknown' ? { known: false, near: standing.near } : { known: true };
}

/** By the registry, and names that are built as those with SHA-1 are. */
function isForbidden(alg: string): boolean {
  return isProhibited(alg) || /^(?:HS|RS|ES|PS)1/.test(alg);
}

function sharedWithOthers({ alg = '', header, claims }: Subject): readonly Hit[] {
  if (!HMAC.test(alg)) return NOTHING;
  const name = ['jku', 'x5u', 'x5c', 'jwk'].find((one) => Object.hasOwn(header, one));
  if (name !== undefined)
    return [{ part: 'header', pointer: `/${name}`, values: { alg, reason: 'key-parameter', name } }];
  const issuer = httpsHost(ownMember(claims, 'iss'));
  const audiences = audiencesOf(ownMember(claims, 'aud')).flatMap((one) => httpsHost(one) ?? []);
  const isOther = issuer !== undefined && audiences.length > 0 && audiences.every((host) => host !== issuer);
  return hitIf(isOther, { ...AT_ALG, values: { alg, reason: 'audience' } });
}

function audiencesOf(aud: Json | undefined): readonly Json[] {
  if (aud === undefined) return [];
  return isJsonArray(aud) ? aud : [aud];
}

/** SD-JWT and key binding (RFC 9901). What its disclosures break is known already, and taken over. */
import { mediaTypeOf } from '../../claims/facts.ts';
import { isKnownHash } from '../../crypto/digest.ts';
import { decodeBase64url } from '../../token/base64url.ts';
import { isJsonObject, ownMember } from '../../token/json-kind.ts';
import { encodeUtf8 } from '../../token/utf8.ts';
import { fromProblems } from '../from-problems.ts';
import { type Hit, hitIf, NOTHING, type Rule } from '../rule.ts';
import type { Subject } from '../subject.ts';

const DISCLOSURE = { part: 'disclosure' } as const satisfies Hit;

export const SD_JWT_RULES: readonly Rule[] = [
  {
    id: 'sd-jwt-alg-unknown',
    severity: 'info',
    confidence: 'certain',
    refs: ['RFC 9901 section 4.1.1'],
    needs: 'jws',
    find: ({ layer, entry, object }) => {
      if (entry > 0 || object?.type !== 'jws' || !object.isSdJwt || !isJsonObject(layer?.payload?.json)) return NOTHING;
      const alg = ownMember(layer.payload.json, '_sd_alg');
      if (alg === undefined) return [{ part: 'payload', values: { found: '' } }];
      const isUnknown = typeof alg !== 'string' || !isKnownHash(alg);
      const found = typeof alg === 'string' ? alg : JSON.stringify(alg);
      return hitIf(isUnknown, { part: 'payload', pointer: '/_sd_alg', severity: 'error', values: { found } });
    },
  },
  {
    id: 'sd-jwt-disclosure-unreferenced',
    severity: 'error',
    confidence: 'certain',
    refs: ['RFC 9901 section 7.1'],
    needs: 'token',
    find: fromProblems(['disclosure-unreferenced']),
  },
  {
    id: 'sd-jwt-digest-duplicate',
    severity: 'error',
    confidence: 'certain',
    refs: ['RFC 9901 section 7.1'],
    needs: 'token',
    find: fromProblems(
      ['disclosure-duplicate', 'sd-claims-invalid'],
      ({ code, values }) => code === 'disclosure-duplicate' || values.reason === 'digest-twice',
    ),
  },
  {
    id: 'sd-jwt-disclosure-shape',
    severity: 'error',
    confidence: 'certain',
    refs: ['RFC 9901 section 4.2', 'RFC 9901 section 7.1'],
    needs: 'token',
    find: fromProblems(
      ['disclosure-malformed', 'sd-claims-invalid'],
      ({ code, values }) => code === 'disclosure-malformed' || values.reason !== 'digest-twice',
    ),
  },
  {
    id: 'sd-jwt-weak-salt',
    severity: 'warning',
    confidence: 'likely',
    refs: ['RFC 9901 section 9.3'],
    needs: 'token',
    find: ({ layer }) =>
      (layer?.disclosures ?? []).flatMap(({ salt }, index) => {
        const bytes = salt === undefined ? SALT_BYTES : saltBytes(salt);
        return hitIf(bytes < SALT_BYTES, { ...DISCLOSURE, values: { bytes, index: index + 1 } });
      }),
  },
  {
    id: 'sd-jwt-kb-missing',
    severity: 'info',
    confidence: 'certain',
    refs: ['RFC 9901 section 4.3'],
    needs: 'claims',
    find: ({ layer, claims }) =>
      hitIf(
        layer?.disclosures !== undefined && layer.keyBinding === undefined && isJsonObject(ownMember(claims, 'cnf')),
        { part: 'payload', pointer: '/cnf' },
      ),
  },
  {
    id: 'sd-jwt-kb-rules',
    severity: 'error',
    confidence: 'certain',
    refs: ['RFC 9901 section 4.3'],
    needs: 'token',
    find: keyBinding,
  },
  {
    id: 'sd-jwt-missing-tilde',
    severity: 'error',
    confidence: 'certain',
    refs: ['RFC 9901 section 4'],
    needs: 'jws',
    find: (subject) => [
      ...fromProblems(['sd-jwt-form'], ({ values }) => values.reason === 'no-final-tilde')(subject),
      ...withoutTilde(subject),
    ],
  },
];

const SALT_BYTES = 16;

/** A salt is any string; most are base64url of random bytes. */
function saltBytes(salt: string): number {
  const decoded = decodeBase64url(salt);
  return decoded.strict ? decoded.bytes.length : encodeUtf8(salt).length;
}

function keyBinding({ layer }: Subject): readonly Hit[] {
  const bound = layer?.keyBinding;
  if (bound === undefined) return NOTHING;
  const header = isJsonObject(bound.header) ? bound.header : {};
  const claims = isJsonObject(bound.payload) ? bound.payload : {};
  const absent = ['iat', 'aud', 'nonce', 'sd_hash'].filter((name) => !Object.hasOwn(claims, name));
  const isMismatch = bound.verdict.code === 'key-binding-mismatch' && absent.length === 0;
  return [
    ...hitIf(mediaTypeOf(header.typ) !== 'kb+jwt', { ...DISCLOSURE, values: { fault: 'typ' } }),
    ...absent.map((name) => ({ ...DISCLOSURE, values: { fault: 'claim', name } })),
    ...hitIf(isMismatch, { ...DISCLOSURE, message: bound.verdict.message }),
  ];
}

function withoutTilde({ object, layer, hasClaims, entry }: Subject): readonly Hit[] {
  const json = layer?.payload?.json;
  if (object?.type !== 'jws' || object.isSdJwt || object.serialization !== 'compact' || entry > 0 || !hasClaims)
    return NOTHING;
  return hitIf(isJsonObject(json) && Object.hasOwn(json, '_sd'), { part: 'payload', pointer: '/_sd' });
}

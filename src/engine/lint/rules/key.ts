/** Keys at hand: whether they fit, and whether they should be used (RFC 7517, RFC 7518, RFC 8725 section 3.1). */
import { integerFrom } from '../../keys/integers.ts';
import { hasRocaFingerprint } from '../../keys/roca.ts';
import { decodeBase64url } from '../../token/base64url.ts';
import { isJsonArray, isJsonObject, ownMember } from '../../token/json-kind.ts';
import type { KeyReport } from '../../types.ts';
import { everyKey, fromKeyProblems, fromNotes, fromVerdict } from '../from-reports.ts';
import { givenJwks } from '../given-jwks.ts';
import { type Hit, hitIf, NOTHING, type Rule } from '../rule.ts';
import type { Subject } from '../subject.ts';

const AT_KEY = { part: 'key' } as const satisfies Hit;

export const KEY_RULES: readonly Rule[] = [
  {
    id: 'alg-key-type-mismatch',
    severity: 'error',
    confidence: 'certain',
    refs: ['RFC 8725 section 3.1', 'RFC 7518 section 3.1'],
    needs: 'header',
    find: fromVerdict('key-wrong-kind'),
  },
  {
    id: 'alg-confusion-public-key-as-secret',
    severity: 'error',
    confidence: 'certain',
    refs: ['RFC 8725 section 2.1', 'CVE-2015-9235', 'CVE-2016-10555', 'CVE-2022-29217', 'CVE-2023-48238'],
    needs: 'header',
    find: fromVerdict('public-key-as-secret'),
  },
  {
    id: 'alg-jwk-alg-mismatch',
    severity: 'error',
    confidence: 'certain',
    refs: ['RFC 7517 section 4.4'],
    needs: 'header',
    find: fromVerdict('key-not-for-this', ({ member }) => member === 'alg'),
  },
  {
    id: 'jwk-use-mismatch',
    severity: 'warning',
    confidence: 'certain',
    refs: ['RFC 7517 section 4.2', 'RFC 7517 section 4.3'],
    needs: 'header',
    find: (subject) => [
      ...fromVerdict('key-not-for-this', ({ member }) => member !== 'alg')(subject),
      ...repeatedOperations(subject),
    ],
  },
  {
    id: 'ec-curve-mismatch',
    severity: 'error',
    confidence: 'certain',
    refs: ['RFC 7518 section 3.4'],
    needs: 'header',
    find: fromVerdict('key-wrong-curve'),
  },
  {
    id: 'private-key-pasted',
    severity: 'warning',
    confidence: 'certain',
    refs: ['RFC 7517 section 9.2'],
    needs: 'jws',
    find: fromNotes('private-key-given'),
  },
  {
    id: 'rsa-key-small',
    severity: 'error',
    confidence: 'certain',
    refs: ['RFC 7518 section 3.3', 'NIST SP 800-57 part 1', 'NIST SP 800-131A'],
    needs: 'header',
    find: (subject) => [
      ...fromNotes('rsa-key-small')(subject),
      ...fromKeyProblems('weak-key', ({ member }) => member === 'n')(subject),
      ...subject.keysTried.flatMap(sizeOfRsa),
    ],
  },
  {
    id: 'rsa-exponent-odd',
    severity: 'error',
    confidence: 'certain',
    refs: ['FIPS 186-5'],
    needs: 'header',
    find: (subject) => [
      ...fromKeyProblems('weak-key', ({ member }) => member === 'e')(subject),
      ...onKeys(subject, ({ jwk, kty }) =>
        hitIf(kty === 'RSA' && isJsonObject(jwk) && ownMember(jwk, 'e') === 'Aw', { ...AT_KEY, severity: 'warning' }),
      ),
    ],
  },
  {
    id: 'rsa-key-roca-or-shared',
    severity: 'error',
    confidence: 'likely',
    refs: ['CVE-2017-15361'],
    needs: 'token',
    find: (subject) => onKeys(subject, (key) => hitIf(isRoca(key), { ...AT_KEY, values: { bits: key.bits ?? 0 } })),
  },
  {
    id: 'ec-point-invalid',
    severity: 'error',
    confidence: 'certain',
    refs: ['RFC 8725 section 2.5', 'RFC 8725 section 3.4', 'RFC 7518 section 6.2.1.2'],
    needs: 'header',
    find: (subject) => [
      ...fromKeyProblems('point-not-on-curve')(subject),
      ...fromKeyProblems('weak-key', ({ member }) => member !== 'n' && member !== 'e')(subject),
      ...fromKeyProblems('bad-length', (_, { kty }) => kty === 'EC' || kty === 'OKP')(subject),
    ],
  },
  {
    id: 'jwk-missing-required',
    severity: 'error',
    confidence: 'certain',
    refs: ['RFC 7518 section 6', 'RFC 9964'],
    needs: 'header',
    find: fromKeyProblems('missing-member'),
  },
  {
    id: 'jwk-private-in-jwks',
    severity: 'error',
    confidence: 'likely',
    refs: ['RFC 7517 section 9.2'],
    needs: 'token',
    find: (subject) =>
      inSets(subject, (members) =>
        members.flatMap(({ private: isPrivate, kid = '', kty = '' }) =>
          hitIf(isPrivate, { ...AT_KEY, values: { kid, kty } }),
        ),
      ),
  },
  {
    id: 'jwks-duplicate-kid',
    severity: 'warning',
    confidence: 'certain',
    refs: ['RFC 7517 section 4.5'],
    needs: 'token',
    find: (subject) => inSets(subject, repeatedKids),
  },
  {
    id: 'jwks-no-matching-kid',
    severity: 'error',
    confidence: 'certain',
    refs: ['RFC 7515 section 4.1.4'],
    needs: 'header',
    find: fromVerdict('kid-unknown'),
  },
  {
    id: 'jwk-thumbprint-kid',
    severity: 'info',
    confidence: 'certain',
    refs: ['RFC 7638'],
    needs: 'header',
    find: ({ keysTried, header }) =>
      hitIf(
        keysTried.some(({ thumbprint }) => thumbprint !== undefined && thumbprint === header.kid),
        { part: 'header', pointer: '/kid' },
      ),
  },
];

/** Told of with the outermost layer. */
function onKeys(subject: Subject, find: (key: KeyReport) => readonly Hit[]): readonly Hit[] {
  return subject.depth > 0 || subject.entry > 0 ? NOTHING : everyKey(subject.keys).flatMap(find);
}

/** JWK Sets; several PEM blocks are a set as well, and nobody publishes them as one. */
function inSets({ keys, depth }: Subject, find: (members: readonly KeyReport[]) => readonly Hit[]): readonly Hit[] {
  return depth > 0
    ? NOTHING
    : keys.flatMap(({ format, members = [] }) => (format.startsWith('jwks') ? find(members) : NOTHING));
}

function repeatedKids(members: readonly KeyReport[]): readonly Hit[] {
  const names = members.map(({ kid, kty }) => (kid === undefined ? undefined : `${kty ?? ''} ${kid}`));
  const repeated = members.filter((_, index) => names[index] !== undefined && names.indexOf(names[index]) < index);
  return repeated.map(({ kid = '' }) => ({ ...AT_KEY, values: { kid } }));
}

function repeatedOperations({ keyTexts, depth, entry }: Subject): readonly Hit[] {
  if (depth > 0 || entry > 0) return NOTHING;
  return givenJwks(keyTexts)
    .flat()
    .flatMap((jwk) => {
      const name = repeatedIn(ownMember(jwk, 'key_ops'));
      return name === undefined ? NOTHING : [{ ...AT_KEY, values: { name } }];
    });
}

function repeatedIn(list: Parameters<typeof isJsonArray>[0]): string | undefined {
  if (!isJsonArray(list)) return undefined;
  const repeated = list.find((item, index) => list.indexOf(item) < index);
  return typeof repeated === 'string' ? repeated : undefined;
}

function isRoca({ kty, jwk }: KeyReport): boolean {
  const n = kty === 'RSA' && isJsonObject(jwk) ? ownMember(jwk, 'n') : undefined;
  const bytes = typeof n === 'string' ? decodeBase64url(n).bytes : undefined;
  return bytes !== undefined && hasRocaFingerprint(integerFrom(bytes));
}

function sizeOfRsa({ kty, bits = 0 }: KeyReport): readonly Hit[] {
  if (kty !== 'RSA') return NOTHING;
  if (bits > 8192) return [{ ...AT_KEY, severity: 'warning', values: { bits, size: 'large' } }];
  return hitIf(bits >= 2048 && bits < 3072, { ...AT_KEY, severity: 'info', values: { bits, size: 'usual' } });
}

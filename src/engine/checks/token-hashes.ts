/** `at_hash`, `c_hash` and `s_hash` of an ID token against what they are the hash of. */
import { isSignatureAlg, SIGNATURE_ALGORITHMS } from '../crypto/algorithms.ts';
import { digest } from '../crypto/digest.ts';
import { encodeBase64url } from '../token/base64url.ts';
import { encodeUtf8 } from '../token/utf8.ts';
import type { Expectations } from '../types.ts';
import { asked, type CheckContext, type CheckEntry, cannot, failed, notAsked, type Outcome, passed } from './check.ts';
import { type ClaimsSubject, claimIn, kindOf, saidBy, withoutClaims } from './subject.ts';

const LEFT_HALF = 'OpenID Connect Core section 3.1.3.6';

/** What each is the hash of, and where that is said. */
const HASHED = {
  at_hash: { of: 'accessToken', refs: [LEFT_HALF] },
  c_hash: { of: 'code', refs: ['OpenID Connect Core section 3.3.2.11'] },
  s_hash: { of: 'state', refs: ['FAPI 1.0 Part 2 section 5.1'] },
} as const satisfies Record<string, { of: keyof Expectations; refs: readonly string[] }>;

type HashClaim = keyof typeof HASHED;

export const HASH_CLAIMS: readonly HashClaim[] = ['at_hash', 'c_hash', 's_hash'];

export const HASH_CHECKS: readonly CheckEntry<ClaimsSubject>[] = HASH_CLAIMS.map((name) => ({
  id: name,
  refs: HASHED[name].refs,
  said: saidBy(name),
  compare: (subject, context) => compareHash(subject, context, name),
}));

/** Characters of base64url for the left half of Ed448's hash, SHAKE256 with 114 bytes: 57 bytes. */
const HALF_OF_SHAKE = 76;

async function compareHash(
  subject: ClaimsSubject,
  { expectations, options }: CheckContext,
  name: HashClaim,
): Promise<Outcome> {
  const given = asked(expectations[HASHED[name].of]);
  if (typeof subject.claims === 'string') return withoutClaims(subject.claims, given !== undefined);
  const found = claimIn(subject, name);
  if (found !== undefined && typeof found !== 'string')
    return failed('claim-no-string', { name, found: kindOf(found) });
  const values = { name, of: HASHED[name].of };
  if (given === undefined)
    return found === undefined ? notAsked('text-absent', values) : notAsked('hash-not-asked', { ...values, found });
  if (found === undefined) return cannot('hash-absent', values);
  if (/[^\p{ASCII}]/u.test(given)) return cannot('hashed-not-ascii', values);
  const [alg = '', another] = subject.algs;
  const hash = found.length === HALF_OF_SHAKE || another !== undefined ? undefined : hashOf(alg);
  if (hash === undefined) return cannot('hash-unknown', { ...values, alg: subject.algs });
  const digested = await digest(hash, encodeUtf8(given), options);
  if (digested === undefined) return cannot('hash-not-loaded', { name });
  const { bytes } = digested;
  const expected = encodeBase64url(bytes.subarray(0, bytes.length / 2));
  if (found === expected) return passed('hash-equal', values);
  if (found === encodeBase64url(bytes)) return failed('hash-whole', { ...values, found });
  return failed('hash-differs', { ...values, found, expected, alg });
}

/**
 * The hash that is used in `alg` (OpenID Connect Core section 3.1.3.6). Ed25519 hashes with SHA-512 (RFC 8032 section
 * 5.1). Undefined for what has no hash, or one that is not computed here: Ed448, ML-DSA, `none`, and any `alg` of a JWE.
 */
function hashOf(alg: string): string | undefined {
  if (alg === 'EdDSA' || alg === 'Ed25519') return 'sha-512';
  return isSignatureAlg(alg) ? SIGNATURE_ALGORITHMS[alg].subtle.hash?.toLowerCase() : undefined;
}

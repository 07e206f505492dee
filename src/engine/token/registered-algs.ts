/** Where the `alg` of a signature stands: the names of IANA's registry "JSON Web Signature and Encryption Algorithms". */

/** RFC 7518 section 3.1, RFC 8037, RFC 8812, RFC 9864, RFC 9964. */
const SIGNATURE_ALGS: ReadonlySet<string> = new Set([
  ...['HS256', 'HS384', 'HS512', 'RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512'],
  ...['ES256K', 'EdDSA', 'Ed25519', 'Ed448', 'ML-DSA-44', 'ML-DSA-65', 'ML-DSA-87'],
]);

/** Registered for WebCrypto's key format with the requirement 'Prohibited'. */
const PROHIBITED_ALGS: ReadonlySet<string> = new Set([
  ...['RS1', 'HS1', 'A128CBC', 'A192CBC', 'A256CBC', 'A128CTR', 'A192CTR', 'A256CTR'],
]);

/** Whether a prohibited name of the registry (RS1, A128CBC …). */
export function isProhibited(alg: string): boolean {
  return PROHIBITED_ALGS.has(alg);
}

export type AlgStanding =
  | { readonly standing: 'none' | 'signature' | 'prohibited' }
  /** `near` is the registered name that differs in the case of letters or in blanks around it only, otherwise '' */
  | { readonly standing: 'unknown'; readonly near: string };

/** Names are compared exactly (RFC 7515 section 4.1.1): `None` and `hs256` are unknown. */
export function standingOf(alg: string): AlgStanding {
  if (alg === 'none') return { standing: 'none' };
  if (SIGNATURE_ALGS.has(alg)) return { standing: 'signature' };
  if (PROHIBITED_ALGS.has(alg)) return { standing: 'prohibited' };
  return { standing: 'unknown', near: nearIn(['none', ...SIGNATURE_ALGS], alg) };
}

/** The name that differs in the case of letters or in blanks around it only; '' where there is none. */
export function nearIn(names: Iterable<string>, name: string): string {
  const wanted = name.trim().toLowerCase();
  for (const known of names) if (known.toLowerCase() === wanted) return known;
  return '';
}

/** RSA signatures have the length of the modulus: 1024, 2048, 3072, 4096 bits. */
const RSA_LENGTHS = [171, 342, 512, 683];

const SIGNATURE_LENGTHS: Readonly<Record<string, readonly number[]>> = {
  HS256: [43],
  HS384: [64],
  HS512: [86],
  ES256: [86],
  ES256K: [86],
  ES384: [128],
  ES512: [176],
  EdDSA: [86, 152],
  Ed25519: [86],
  Ed448: [152],
  'ML-DSA-44': [3227],
  'ML-DSA-65': [4412],
  'ML-DSA-87': [6170],
};

/**
 * The usual numbers of base64url characters of a signature by this algorithm (RFC 7518 sections 3.2 to 3.5, RFC 8032,
 * FIPS 204); none for an unknown one. They help to find where a token ends, and decide nothing about it.
 */
export function signatureLengthsOf(alg: string): readonly number[] {
  if (/^[RP]S(?:256|384|512)$/.test(alg)) return RSA_LENGTHS;
  return Object.hasOwn(SIGNATURE_LENGTHS, alg) ? (SIGNATURE_LENGTHS[alg] ?? []) : [];
}

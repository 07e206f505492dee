/** Who does the work of an algorithm here: WebCrypto, JavaScript, or nobody. Asked before the work, never guessed from it. */
import type { SignatureAlgorithm } from './algorithms.ts';
import type { Runtime } from './answer.ts';

export type Route =
  | { readonly by: 'webcrypto'; readonly subtle: SubtleCrypto }
  | { readonly by: 'javascript' }
  | { readonly by: 'nobody'; readonly code: 'insecure-context' | 'runtime-lacks' };

/** Answers who does the work for an entry of the table (for `EdDSA` that of the curve, see `algorithmFor`). */
export async function routeFor(entry: SignatureAlgorithm, runtime: Runtime): Promise<Route> {
  if (entry.doneBy === 'javascript') return { by: 'javascript' };
  const { subtle } = runtime;
  if (subtle !== undefined && (await hasAlgorithm(subtle, entry))) return { by: 'webcrypto', subtle };
  if (entry.doneBy === 'either') return { by: 'javascript' };
  return { by: 'nobody', code: subtle === undefined ? 'insecure-context' : 'runtime-lacks' };
}

/**
 * What each WebCrypto has turned out to have. It outlives a call because a runtime does not change; it is keyed by
 * the object asked, so that two runtimes never share an answer, and holds nothing of a token or a key.
 */
const known = new WeakMap<SubtleCrypto, Map<string, Promise<boolean>>>();

function hasAlgorithm(subtle: SubtleCrypto, entry: SignatureAlgorithm): Promise<boolean> {
  const answers = known.get(subtle) ?? new Map<string, Promise<boolean>>();
  known.set(subtle, answers);
  const answer = answers.get(entry.alg) ?? tryImport(subtle, entry);
  answers.set(entry.alg, answer);
  return answer;
}

/**
 * Imports a public key that is known to be good, so a refusal can only be about the algorithm. `SubtleCrypto.supports`
 * would be an answer without a key, but Firefox and Node 20 lack it, and one way is easier to trust than two.
 */
async function tryImport(subtle: SubtleCrypto, entry: SignatureAlgorithm): Promise<boolean> {
  try {
    await subtle.importKey('jwk', trialKey(entry), entry.subtle, false, ['verify']);
    return true;
  } catch {
    return false;
  }
}

/** One good public key (or secret) for each entry that WebCrypto may be asked for. */
function trialKey(entry: SignatureAlgorithm): JsonWebKey {
  switch (entry.kty) {
    case 'oct':
      return { kty: 'oct', k: 'AQ' };
    case 'RSA':
      // 2048 ones: an import looks at the size and at oddness, not for factors.
      return { kty: 'RSA', n: `${'_'.repeat(341)}w`, e: 'AQAB' };
    case 'EC':
    case 'OKP':
      return BASE_POINTS[entry.curves?.[0] ?? ''] ?? {};
    case 'AKP':
      return ML_DSA_KEYS[entry.alg] ?? {};
  }
}

/** The base points of the curves are points on them, hence good public keys (SP 800-186, RFC 8032 section 5.1). */
const BASE_POINTS: Readonly<Record<string, JsonWebKey>> = {
  'P-256': {
    kty: 'EC',
    crv: 'P-256',
    x: 'axfR8uEsQkf4vOblY6RA8ncDfYEt6zOg9KE5RdiYwpY',
    y: 'T-NC4v4af5uO5-tKfA-eFivOM1drMV7Oy7ZAaDe_UfU',
  },
  'P-384': {
    kty: 'EC',
    crv: 'P-384',
    x: 'qofKIr6LBTeOscce8yCtdG4dO2KLp5uYWfdB4IJUKjhVAvJdv1UpbDpUXjhydgq3',
    y: 'NhfeSpYmLG9dnpi_kpLcKfj0Hb0omhR86doxE7XwuMAKYLHOHX6BnXpDHXyQ6g5f',
  },
  'P-521': {
    kty: 'EC',
    crv: 'P-521',
    x: 'AMaFjga3BATpzZ4-y2YjlbRCnGSBOQU_tSH4KK9ga009uqFLXnfv51ko_h3BJ6L_qN4zSLPBhWpCm_l-fjHC5b1m',
    y: 'ARg5KWp4mjvABFyKX7QsfRvZmPVESVebRGgXr70XJz5mLJfucple9CZAxVC5AT-tB2E1PHCGonLCQIi-lHaf0WZQ',
  },
  Ed25519: { kty: 'OKP', crv: 'Ed25519', x: 'WGZmZmZmZmZmZmZmZmZmZmZmZmZmZmZmZmZmZmZmZmY' },
};

/** Each byte string of the right length is an ML-DSA public key (FIPS 204, algorithm 23): here 1312, 1952, 2592 zeros. */
const ML_DSA_KEYS: Readonly<Record<string, MlDsaJwk>> = {
  'ML-DSA-44': { kty: 'AKP', alg: 'ML-DSA-44', pub: 'A'.repeat(1750) },
  'ML-DSA-65': { kty: 'AKP', alg: 'ML-DSA-65', pub: 'A'.repeat(2603) },
  'ML-DSA-87': { kty: 'AKP', alg: 'ML-DSA-87', pub: 'A'.repeat(3456) },
};

/** `pub` of RFC 9964 is not yet in the types of WebCrypto. */
interface MlDsaJwk extends JsonWebKey {
  readonly pub: string;
}

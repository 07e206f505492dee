/** What RSA numbers are worth: too weak to use, and whether the private ones belong to the public ones (RFC 8017 section 3). */
import { bitLength, bytesFrom, greatestCommonDivisor, inverseModulo, modulo, powerModulo } from './integers.ts';
import { done, refused } from './outcome.ts';
import type { Outcome } from './shapes.ts';

/** Browsers import no larger modulus, and arithmetic on one would take seconds. */
const MOST_BITS = 16384;
/** Below this a modulus is factored on a desk. */
const FEWEST_BITS = 512;

/** The size of the modulus in bits; a key that anyone could sign with is refused. */
export function judgeRsaPublic(n: bigint, e: bigint): Outcome<number> {
  const bits = bitLength(n);
  if (bits > MOST_BITS) {
    return refused('bad-length', { what: 'n', have: bits, need: MOST_BITS, unit: 'bits' }, { member: 'n' });
  }
  // no maker of keys writes it, and raising to it would take as long as the private half does
  if (e >= n)
    return refused('bad-length', { what: 'e', have: bitLength(e), need: bits, unit: 'bits' }, { member: 'e' });
  if (e < 3n || (e & 1n) === 0n)
    return refused('weak-key', { reason: 'exponent', exponent: shown(e) }, { member: 'e' });
  if (bits < FEWEST_BITS) return refused('weak-key', { reason: 'modulus', bits }, { member: 'n' });
  if ((n & 1n) === 0n) return refused('weak-key', { reason: 'even-modulus' }, { member: 'n' });
  return done(bits);
}

/** Decimal, and shortened where no one would read it. */
function shown(value: bigint): string {
  const digits = value.toString();
  return digits.length > 20 ? `${digits.slice(0, 8)}… (${digits.length} digits)` : digits;
}

export interface RsaPrivate {
  readonly d: bigint;
  readonly p: bigint;
  readonly q: bigint;
  readonly dp: bigint;
  readonly dq: bigint;
  readonly qi: bigint;
}

/**
 * All private numbers from those that are given: the primes are found from `d` where they are missing, as RFC 7518
 * section 6.3.2 allows that and importers do not. Undefined where the numbers contradict each other or the public ones.
 */
export function completeRsaPrivate(
  n: bigint,
  e: bigint,
  given: Partial<RsaPrivate> & { readonly d: bigint },
): RsaPrivate | undefined {
  const primes =
    given.p !== undefined && given.q !== undefined ? { p: given.p, q: given.q } : primesFrom(n, e, given.d);
  if (primes === undefined || primes.p < 3n || primes.q < 3n || primes.p * primes.q !== n) return undefined;
  const { p, q } = primes;
  const qi = inverseModulo(q, p);
  if (qi === undefined) return undefined;
  const whole = { d: given.d, p, q, dp: modulo(given.d, p - 1n), dq: modulo(given.d, q - 1n), qi };
  if (modulo(e * whole.dp, p - 1n) !== 1n || modulo(e * whole.dq, q - 1n) !== 1n) return undefined;
  const contradicts = (['dp', 'dq', 'qi'] as const).some(
    (name) => given[name] !== undefined && given[name] !== whole[name],
  );
  return contradicts ? undefined : whole;
}

const BASES = [2n, 3n, 5n, 7n, 11n, 13n, 17n, 19n, 23n, 29n, 31n, 37n, 41n, 43n, 47n, 53n, 59n, 61n, 67n, 71n];

/** Factors n with the help of d (NIST SP 800-56B appendix C); each base finds the primes in at least half of all cases. */
function primesFrom(n: bigint, e: bigint, d: bigint): { p: bigint; q: bigint } | undefined {
  if (d <= 0n || d >= n) return undefined;
  const order = e * d - 1n;
  if (powerModulo(2n, order, n) !== 1n) return undefined;
  let odd = order;
  let halvings = 0;
  while ((odd & 1n) === 0n) {
    odd >>= 1n;
    halvings += 1;
  }
  for (const base of BASES) {
    const p = factorFrom(powerModulo(base, odd, n), halvings, n);
    if (p !== undefined) return p > n / p ? { p, q: n / p } : { p: n / p, q: p };
  }
  return undefined;
}

/** A square root of one that is neither 1 nor −1 gives a factor. */
function factorFrom(start: bigint, halvings: number, n: bigint): bigint | undefined {
  let root = start;
  for (let step = 0; step < halvings && root !== 1n && root !== n - 1n; step += 1) {
    const square = (root * root) % n;
    if (square === 1n) return greatestCommonDivisor(root - 1n, n);
    root = square;
  }
  return undefined;
}

/** The numbers as bytes, each as short as it can be (RFC 7518 section 6.3.2). */
export function rsaPrivateBytes(whole: RsaPrivate): Readonly<Record<keyof RsaPrivate, Uint8Array<ArrayBuffer>>> {
  return {
    d: bytesFrom(whole.d),
    p: bytesFrom(whole.p),
    q: bytesFrom(whole.q),
    dp: bytesFrom(whole.dp),
    dq: bytesFrom(whole.dq),
    qi: bytesFrom(whole.qi),
  };
}

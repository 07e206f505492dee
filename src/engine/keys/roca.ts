/**
 * Moduli of the faulty library of CVE-2017-15361 (ROCA). Its primes are k·M + (65537^a mod M), M being the product of the
 * first primes, so that a modulus is a power of 65537 modulo each of them. See M. Nemec, M. Sys, P. Svenda, D. Klinec,
 * V. Matyas: The Return of Coppersmith's Attack (CCS 2017), sections 2.2 and 2.3. For the smallest keys M goes up to
 * the prime 167; those are tested here, which a modulus of another library passes with a chance far below one in a
 * billion.
 */

const GENERATOR = 65537;

/** Odd ones up to 167. */
const PRIMES: readonly number[] = Array.from({ length: 83 }, (_, index) => 2 * index + 3).filter((number) =>
  Array.from({ length: 6 }, (_, index) => 2 * index + 3).every((prime) => number === prime || number % prime !== 0),
);

/** Answers whether an RSA modulus bears the fingerprint; what it needs of each prime is some hundred additions. */
export function hasRocaFingerprint(modulus: bigint): boolean {
  return PRIMES.every((prime) => isPower(Number(modulus % BigInt(prime)), prime));
}

/** Whether `value` is a power of the generator modulo the prime. */
function isPower(value: number, prime: number): boolean {
  let power = 1;
  do {
    if (power === value) return true;
    power = (power * GENERATOR) % prime;
  } while (power !== 1);
  return false;
}

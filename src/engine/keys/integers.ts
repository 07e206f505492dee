/** Integers of keys: big-endian bytes and BigInt, and the arithmetic that judging a key takes. */

export function integerFrom(bytes: Uint8Array): bigint {
  if (bytes.length === 0) return 0n;
  let hex = '0x';
  for (const byte of bytes) hex += byte.toString(16).padStart(2, '0');
  return BigInt(hex);
}

/** Big-endian bytes; as few as hold it (one for zero), or `size` with zeros in front. */
export function bytesFrom(value: bigint, size?: number): Uint8Array<ArrayBuffer> {
  const digits = value.toString(16);
  const hex =
    size === undefined ? digits.padStart(digits.length + (digits.length % 2), '0') : digits.padStart(size * 2, '0');
  return Uint8Array.from({ length: hex.length / 2 }, (_, index) =>
    Number.parseInt(hex.slice(index * 2, index * 2 + 2), 16),
  );
}

export function bitLength(value: bigint): number {
  return value === 0n ? 0 : value.toString(2).length;
}

/** Without the zeros in front, at least one byte (Base64urlUInt of RFC 7518 section 2). */
export function minimalBytes(bytes: Uint8Array): Uint8Array {
  let start = 0;
  while (start < bytes.length - 1 && bytes[start] === 0) start += 1;
  return bytes.subarray(start);
}

/** `bytes` with zeros in front up to `size`; zeros beyond it are taken away; undefined where it does not fit. */
export function fixedBytes(bytes: Uint8Array, size: number): Uint8Array<ArrayBuffer> | undefined {
  const minimal = minimalBytes(bytes);
  if (minimal.length > size) return undefined;
  const fixed = new Uint8Array(size);
  fixed.set(minimal, size - minimal.length);
  return fixed;
}

/** The remainder in 0 … modulus − 1, also of a negative value. */
export function modulo(value: bigint, modulus: bigint): bigint {
  const remainder = value % modulus;
  return remainder < 0n ? remainder + modulus : remainder;
}

export function powerModulo(base: bigint, exponent: bigint, modulus: bigint): bigint {
  let result = 1n % modulus;
  let square = modulo(base, modulus);
  for (let rest = exponent; rest > 0n; rest >>= 1n) {
    if (rest & 1n) result = (result * square) % modulus;
    square = (square * square) % modulus;
  }
  return result;
}

export function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  let [larger, smaller] = [a, b];
  while (smaller !== 0n) [larger, smaller] = [smaller, larger % smaller];
  return larger;
}

/** The inverse of `value`; undefined where it has none. */
export function inverseModulo(value: bigint, modulus: bigint): bigint | undefined {
  let [rest, next] = [modulus, modulo(value, modulus)];
  let [factor, nextFactor] = [0n, 1n];
  while (next !== 0n) {
    const quotient = rest / next;
    [rest, next] = [next, rest - quotient * next];
    [factor, nextFactor] = [nextFactor, factor - quotient * nextFactor];
  }
  return rest === 1n ? modulo(factor, modulus) : undefined;
}

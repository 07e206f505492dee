/** Whether the numbers of a public key are a point of its curve. Plain arithmetic: needs no library and no WebCrypto. */
import type { EcCurve } from './curves.ts';
import { integerFrom, modulo, powerModulo } from './integers.ts';

/** Whether (x, y) solves the curve's equation, both below p (SEC 1 section 3.2.2). */
export function isOnCurve(curve: EcCurve, x: bigint, y: bigint): boolean {
  if (x >= curve.p || y >= curve.p) return false;
  return modulo(y * y, curve.p) === rightSide(curve, x);
}

/** The y of a compressed point (SEC 1 section 2.3.4), or undefined where x is on no point of the curve. */
export function yOf(curve: EcCurve, x: bigint, odd: boolean): bigint | undefined {
  if (x >= curve.p) return undefined;
  // all four primes are 3 modulo 4, where this power is a square root if there is one
  const root = powerModulo(rightSide(curve, x), (curve.p + 1n) / 4n, curve.p);
  const y = (root & 1n) === (odd ? 1n : 0n) ? root : curve.p - root;
  return isOnCurve(curve, x, y) ? y : undefined;
}

function rightSide({ a, b, p }: EcCurve, x: bigint): bigint {
  return modulo(x * x * x + a * x + b, p);
}

interface Edwards {
  readonly p: bigint;
  /** ax² + y² = 1 + dx²y² */
  readonly a: bigint;
  readonly d: bigint;
  /** y of the points whose order divides the cofactor */
  readonly smallOrder: readonly bigint[];
}

const P25519 = 2n ** 255n - 19n;
const P448 = 2n ** 448n - 2n ** 224n - 1n;
/** y of two of the four points of order 8 on edwards25519; that of the other two is its negative */
const Y_ORDER_8 = 0x7a03ac9277fdc74ec6cc392cfa53202a0f67100d760b3cba4fd84d3d706a17c7n;

const EDWARDS: Readonly<Record<'Ed25519' | 'Ed448', Edwards>> = {
  Ed25519: {
    p: P25519,
    a: -1n,
    d: 0x52036cee2b6ffe738cc740797779e89800700a4d4141d8ab75eb4dca135978a3n,
    smallOrder: [0n, 1n, P25519 - 1n, Y_ORDER_8, P25519 - Y_ORDER_8],
  },
  Ed448: { p: P448, a: 1n, d: -39081n, smallOrder: [0n, 1n, P448 - 1n] },
};

/**
 * What the bytes of an Ed25519 or Ed448 public key are (RFC 8032 sections 5.1.3 and 5.2.3). A key of small order is no
 * one's: signatures for it can be made without any private key.
 */
export function edwardsPoint(crv: 'Ed25519' | 'Ed448', bytes: Uint8Array): 'point' | 'not-on-curve' | 'small-order' {
  const { p, a, d, smallOrder } = EDWARDS[crv];
  const littleEndian = integerFrom(Uint8Array.from(bytes).reverse());
  const signBit = 1n << BigInt(bytes.length * 8 - 1);
  const y = littleEndian & (signBit - 1n);
  if (y >= p) return 'not-on-curve';
  if (smallOrder.includes(y)) return 'small-order';
  // x² = (1 − y²) / (a − dy²) must be a square, and a quotient is one where the product is
  return jacobiSymbol((1n - y * y) * (a - d * y * y), p) === 1 ? 'point' : 'not-on-curve';
}

/** 1 where `value` is a square modulo the prime (not zero), −1 where it is none; by reciprocity, many times quicker than a power. */
function jacobiSymbol(value: bigint, prime: bigint): 1 | -1 | 0 {
  let [top, bottom] = [modulo(value, prime), prime];
  let isNegative = false;
  while (top !== 0n) {
    while ((top & 1n) === 0n) {
      top >>= 1n;
      const rest = bottom & 7n;
      if (rest === 3n || rest === 5n) isNegative = !isNegative;
    }
    [top, bottom] = [bottom, top];
    if ((top & 3n) === 3n && (bottom & 3n) === 3n) isNegative = !isNegative;
    top %= bottom;
  }
  if (bottom !== 1n) return 0;
  return isNegative ? -1 : 1;
}

/**
 * The curves and parameter sets that JOSE names, with what is needed to judge a key: one entry each.
 * Sizes are bytes. Parameters are those of SEC 2, FIPS 186-5, RFC 8032, FIPS 204.
 */

/** y² = x³ + ax + b over the integers modulo p; the base point has order n (RFC 7518 section 6.2, RFC 8812). */
export interface EcCurve {
  readonly crv: string;
  readonly oid: string;
  readonly bits: number;
  /** of a coordinate and of the private value */
  readonly size: number;
  readonly p: bigint;
  readonly a: bigint;
  readonly b: bigint;
  readonly n: bigint;
}

const P256 = 0xffffffff00000001000000000000000000000000ffffffffffffffffffffffffn;
const P384 = 2n ** 384n - 2n ** 128n - 2n ** 96n + 2n ** 32n - 1n;
const P521 = 2n ** 521n - 1n;

const EC_CURVES: readonly EcCurve[] = [
  {
    crv: 'P-256',
    oid: '1.2.840.10045.3.1.7',
    bits: 256,
    size: 32,
    p: P256,
    a: P256 - 3n,
    b: 0x5ac635d8aa3a93e7b3ebbd55769886bc651d06b0cc53b0f63bce3c3e27d2604bn,
    n: 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n,
  },
  {
    crv: 'P-384',
    oid: '1.3.132.0.34',
    bits: 384,
    size: 48,
    p: P384,
    a: P384 - 3n,
    b: 0xb3312fa7e23ee7e4988e056be3f82d19181d9c6efe8141120314088f5013875ac656398d8a2ed19d2a85c8edd3ec2aefn,
    n: 0xffffffffffffffffffffffffffffffffffffffffffffffffc7634d81f4372ddf581a0db248b0a77aecec196accc52973n,
  },
  {
    crv: 'P-521',
    oid: '1.3.132.0.35',
    bits: 521,
    size: 66,
    p: P521,
    a: P521 - 3n,
    b: 0x51953eb9618e1c9a1f929a21a0b68540eea2da725b99b315f3b8b489918ef109e156193951ec7e937b1652c0bd3bb1bf073573df883d2c34f1ef451fd46b503f00n,
    n: 0x1fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffa51868783bf2f966b7fcc0148f709a5d03bb5c9b8899c47aebb6fb71e91386409n,
  },
  {
    crv: 'secp256k1',
    oid: '1.3.132.0.10',
    bits: 256,
    size: 32,
    p: 2n ** 256n - 2n ** 32n - 977n,
    a: 0n,
    b: 7n,
    n: 0xfffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141n,
  },
];

/** Curves of RFC 8037. Public and private values have the same size. */
export interface OkpCurve {
  readonly crv: string;
  readonly oid: string;
  readonly size: number;
}

const OKP_CURVES: readonly OkpCurve[] = [
  { crv: 'Ed25519', oid: '1.3.101.112', size: 32 },
  { crv: 'Ed448', oid: '1.3.101.113', size: 57 },
  { crv: 'X25519', oid: '1.3.101.110', size: 32 },
  { crv: 'X448', oid: '1.3.101.111', size: 56 },
];

/** Parameter sets of RFC 9964; object identifiers of RFC 9881. The private value `priv` is the seed. */
export interface AkpSet {
  readonly alg: string;
  readonly oid: string;
  readonly publicSize: number;
  readonly seedSize: number;
}

const AKP_SETS: readonly AkpSet[] = [
  { alg: 'ML-DSA-44', oid: '2.16.840.1.101.3.4.3.17', publicSize: 1312, seedSize: 32 },
  { alg: 'ML-DSA-65', oid: '2.16.840.1.101.3.4.3.18', publicSize: 1952, seedSize: 32 },
  { alg: 'ML-DSA-87', oid: '2.16.840.1.101.3.4.3.19', publicSize: 2592, seedSize: 32 },
];

export function ecCurve(crv: string): EcCurve | undefined {
  return EC_CURVES.find((curve) => curve.crv === crv);
}

export function ecCurveByOid(oid: string): EcCurve | undefined {
  return EC_CURVES.find((curve) => curve.oid === oid);
}

export function okpCurve(crv: string): OkpCurve | undefined {
  return OKP_CURVES.find((curve) => curve.crv === crv);
}

export function okpCurveByOid(oid: string): OkpCurve | undefined {
  return OKP_CURVES.find((curve) => curve.oid === oid);
}

export function akpSet(alg: string): AkpSet | undefined {
  return AKP_SETS.find((set) => set.alg === alg);
}

export function akpSetByOid(oid: string): AkpSet | undefined {
  return AKP_SETS.find((set) => set.oid === oid);
}

/**
 * Judging a JWK (RFC 7517, RFC 7518 section 6, RFC 8037, RFC 8812, RFC 9964): by the letter and by arithmetic of our own,
 * since what an import refuses differs from runtime to runtime.
 */
import type { JsonObject } from '../types.ts';
import { akpSet, type EcCurve, ecCurve, okpCurve } from './curves.ts';
import { publicHalf } from './derive.ts';
import { integerFrom, minimalBytes } from './integers.ts';
import { encodeMembers, isAbsent, optionalMembers, readMembers } from './jwk-members.ts';
import { done, refused } from './outcome.ts';
import { edwardsPoint, isOnCurve } from './points.ts';
import { completeRsaPrivate, judgeRsaPublic, rsaPrivateBytes } from './rsa.ts';
import type { KeyNote, KeyType, Outcome } from './shapes.ts';
import { isKeyType } from './thumbprint.ts';

/** A JWK that holds a key, its values in their one right spelling. */
export interface JudgedJwk {
  readonly kty: KeyType;
  readonly crv?: string;
  readonly bits?: number;
  /** the required public members; for oct `k` */
  readonly publicMembers: JsonObject;
  /** for oct none: its one member is in `publicMembers` */
  readonly privateMembers?: JsonObject;
  readonly notes: readonly KeyNote[];
}

type Judge = (jwk: JsonObject) => Outcome<JudgedJwk> | Promise<Outcome<JudgedJwk>>;

const JUDGES: Readonly<Record<KeyType, Judge>> = {
  oct: judgeOct,
  RSA: judgeRsa,
  EC: judgeEc,
  OKP: judgeOkp,
  AKP: judgeAkp,
};

/**
 * Whether a JWK is a key, and which. Problems: `missing-member`, `bad-base64`, `unknown-kty`, `bad-length` (a value of
 * the wrong size), `point-not-on-curve`, `weak-key`, `halves-differ` (the private members belong to another key),
 * `unsupported-algorithm` (a curve or parameter set that is not there). Standard base64 is read, with the note
 * `padding-in-jwk`. An empty `k` is a key of no bits.
 */
export async function judgeJwk(jwk: JsonObject): Promise<Outcome<JudgedJwk>> {
  const kty = jwk.kty;
  if (isAbsent(kty)) return refused('missing-member', { member: 'kty' }, { member: 'kty' });
  if (isKeyType(kty)) return JUDGES[kty](jwk);
  return refused('unknown-kty', { kty: shownName(kty) }, { member: 'kty' });
}

function shownName(value: unknown): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}

function judgeOct(jwk: JsonObject): Outcome<JudgedJwk> {
  const read = readMembers(jwk, ['k']);
  if (!read.ok) return read;
  const { k } = read.value.bytes;
  return done({ kty: 'oct', bits: k.length * 8, publicMembers: encodeMembers('oct', { k }), notes: read.value.notes });
}

function judgeRsa(jwk: JsonObject): Outcome<JudgedJwk> {
  const read = readMembers(jwk, ['n', 'e']);
  if (!read.ok) return read;
  const n = integerFrom(read.value.bytes.n);
  const e = integerFrom(read.value.bytes.e);
  const bits = judgeRsaPublic(n, e);
  if (!bits.ok) return bits;
  const key = {
    kty: 'RSA',
    bits: bits.value,
    // zeros in front are not allowed by RFC 7518 section 2, and would give the same key another thumbprint
    publicMembers: encodeMembers('RSA', { n: minimalBytes(read.value.bytes.n), e: minimalBytes(read.value.bytes.e) }),
    notes: read.value.notes,
  } as const;
  return isAbsent(jwk.d) ? done(key) : withRsaPrivate(key, jwk, n, e);
}

function withRsaPrivate(key: JudgedJwk, jwk: JsonObject, n: bigint, e: bigint): Outcome<JudgedJwk> {
  if (!isAbsent(jwk.oth)) return refused('unsupported-algorithm', { found: 'multi-prime' }, { member: 'oth' });
  const required = readMembers(jwk, ['d']);
  if (!required.ok) return required;
  const others = optionalMembers(jwk, ['p', 'q', 'dp', 'dq', 'qi']);
  if (!others.ok) return others;
  const numbers = Object.fromEntries(
    Object.entries(others.value.bytes).map(([name, bytes]) => [name, integerFrom(bytes)]),
  );
  const whole = completeRsaPrivate(n, e, { ...numbers, d: integerFrom(required.value.bytes.d) });
  if (whole === undefined) return refused('halves-differ');
  return done({
    ...key,
    privateMembers: encodeMembers(undefined, rsaPrivateBytes(whole)),
    notes: [...key.notes, ...required.value.notes, ...others.value.notes],
  });
}

async function judgeEc(jwk: JsonObject): Promise<Outcome<JudgedJwk>> {
  const curve = named(jwk, 'crv', 'EC', ecCurve);
  if (!curve.ok) return curve;
  const { crv, bits, size } = curve.value;
  const read = readMembers(jwk, ['x', 'y'], size);
  if (!read.ok) return read;
  const { x, y } = read.value.bytes;
  if (!isOnCurve(curve.value, integerFrom(x), integerFrom(y))) return refused('point-not-on-curve', { crv });
  const key = {
    kty: 'EC',
    crv,
    bits,
    publicMembers: { ...encodeMembers('EC', { x, y }), crv },
    notes: read.value.notes,
  } as const;
  return withPrivateValue(key, jwk, { name: crv, member: 'd', size }, joined(x, y));
}

async function judgeOkp(jwk: JsonObject): Promise<Outcome<JudgedJwk>> {
  const curve = named(jwk, 'crv', 'OKP', okpCurve);
  if (!curve.ok) return curve;
  const { crv, size } = curve.value;
  const read = readMembers(jwk, ['x'], size);
  if (!read.ok) return read;
  const { x } = read.value.bytes;
  if (crv === 'Ed25519' || crv === 'Ed448') {
    const point = edwardsPoint(crv, x);
    if (point === 'not-on-curve') return refused('point-not-on-curve', { crv });
    if (point === 'small-order') return refused('weak-key', { reason: 'small-order', crv });
  }
  const key = {
    kty: 'OKP',
    crv,
    publicMembers: { ...encodeMembers('OKP', { x }), crv },
    notes: read.value.notes,
  } as const;
  return withPrivateValue(key, jwk, { name: crv, member: 'd', size }, x);
}

async function judgeAkp(jwk: JsonObject): Promise<Outcome<JudgedJwk>> {
  const set = named(jwk, 'alg', 'AKP', akpSet);
  if (!set.ok) return set;
  const { alg, publicSize, seedSize } = set.value;
  const read = readMembers(jwk, ['pub'], publicSize);
  if (!read.ok) return read;
  const { pub } = read.value.bytes;
  const key = {
    kty: 'AKP',
    publicMembers: { ...encodeMembers('AKP', { pub }), alg },
    notes: read.value.notes,
  } as const;
  return withPrivateValue(key, jwk, { name: alg, member: 'priv', size: seedSize }, pub);
}

/** The table entry that `crv` or `alg` names. */
function named<T>(
  jwk: JsonObject,
  member: 'crv' | 'alg',
  kty: KeyType,
  find: (name: string) => T | undefined,
): Outcome<T> {
  const name = jwk[member];
  if (isAbsent(name)) return refused('missing-member', { member, kty }, { member });
  const entry = typeof name === 'string' ? find(name) : undefined;
  if (entry !== undefined) return done(entry);
  return refused('unsupported-algorithm', { found: 'jwk-parameter', kty, member, name: shownName(name) }, { member });
}

/** Adds the private value, having computed that it belongs to the public one. */
async function withPrivateValue(
  key: JudgedJwk,
  jwk: JsonObject,
  expected: { readonly name: string; readonly member: 'd' | 'priv'; readonly size: number },
  publicBytes: Uint8Array,
): Promise<Outcome<JudgedJwk>> {
  const { name, member, size } = expected;
  if (isAbsent(jwk[member])) return done(key);
  const read = readMembers(jwk, [member], size);
  if (!read.ok) return read;
  const secret = read.value.bytes[member];
  const half = await publicHalf(name, secret);
  if (half === undefined || !isSame(half, publicBytes)) return refused('halves-differ');
  return done({
    ...key,
    privateMembers: encodeMembers(undefined, { [member]: secret }),
    notes: [...key.notes, ...read.value.notes],
  });
}

/** x and y as one run of bytes; both have the curve's size. */
function joined(x: Uint8Array, y: Uint8Array): Uint8Array {
  const point = new Uint8Array(x.length + y.length);
  point.set(x);
  point.set(y, x.length);
  return point;
}

function isSame(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, index) => byte === other[index]);
}

/** The public members of a private value that came alone (SEC1, PKCS#8): undefined where it is out of range. */
export async function publicMembersOf(
  kind:
    | { readonly kty: 'EC'; readonly curve: EcCurve }
    | { readonly kty: 'OKP'; readonly crv: string }
    | { readonly kty: 'AKP'; readonly alg: string },
  secret: Uint8Array,
): Promise<JsonObject | undefined> {
  const half = await publicHalf(kind.kty === 'EC' ? kind.curve.crv : kind.kty === 'OKP' ? kind.crv : kind.alg, secret);
  if (half === undefined) return undefined;
  if (kind.kty === 'OKP') return { ...encodeMembers('OKP', { x: half }), crv: kind.crv };
  if (kind.kty === 'AKP') return { ...encodeMembers('AKP', { pub: half }), alg: kind.alg };
  const { crv, size } = kind.curve;
  return { ...encodeMembers('EC', { x: half.subarray(0, size), y: half.subarray(size) }), crv };
}

/** SubjectPublicKeyInfo and PKCS#1 public keys as JWKs. Whether the numbers are a key is judged afterwards, as for any JWK. */
import type { JsonObject } from '../../types.ts';
import type { EcCurve } from '../curves.ts';
import { bytesFrom, fixedBytes, integerFrom, minimalBytes } from '../integers.ts';
import { encodeMembers } from '../jwk-members.ts';
import { done, refused } from '../outcome.ts';
import { yOf } from '../points.ts';
import type { Outcome } from '../shapes.ts';
import { algorithmOf } from './algorithm.ts';
import { type DerNode, parseDer } from './tree.ts';

/** RFC 5280 section 4.1.2.7; the content by RFC 8017, RFC 5480, RFC 8410, RFC 9881. */
export function jwkFromSpki(node: DerNode): Outcome<JsonObject> {
  const [identifier, bits] = node.children;
  const algorithm = algorithmOf(identifier);
  if (!algorithm.ok) return algorithm;
  const content = bits?.content ?? new Uint8Array(0);
  switch (algorithm.value.kty) {
    case 'RSA':
      return jwkFromPkcs1(parseDer(content), algorithm.value.alg);
    case 'EC':
      return jwkFromPoint(algorithm.value.curve, content);
    case 'OKP':
      return done({ ...encodeMembers('OKP', { x: content }), crv: algorithm.value.curve.crv });
    case 'AKP':
      return done({ ...encodeMembers('AKP', { pub: content }), alg: algorithm.value.set.alg });
  }
}

/** RSAPublicKey (RFC 8017 appendix A.1.1). */
export function jwkFromPkcs1(node: DerNode | undefined, alg?: string): Outcome<JsonObject> {
  const [n, e] = node?.children ?? [];
  if (n?.type !== 'integer' || e?.type !== 'integer') return refused('truncated', { what: 'rsa-numbers' });
  const members = encodeMembers('RSA', { n: minimalBytes(n.content), e: minimalBytes(e.content) });
  return done(alg === undefined ? members : { ...members, alg });
}

/** A point of SEC 1 section 2.3.3, whole or compressed. */
export function jwkFromPoint(curve: EcCurve, point: Uint8Array): Outcome<JsonObject> {
  const { crv, size } = curve;
  const [form] = point;
  const whole = point.length === 1 + 2 * size && form === 4;
  if (whole) return done(jwkOf(crv, point.subarray(1, 1 + size), point.subarray(1 + size)));
  if (point.length !== 1 + size || (form !== 2 && form !== 3)) {
    return refused('bad-length', { what: 'point', have: point.length, need: 1 + 2 * size, unit: 'bytes' });
  }
  const x = point.subarray(1);
  const y = yOf(curve, integerFrom(x), form === 3);
  return y === undefined ? refused('point-not-on-curve', { crv }) : done(jwkOf(crv, x, bytesFrom(y, size)));
}

function jwkOf(crv: string, x: Uint8Array, y: Uint8Array): JsonObject {
  return { ...encodeMembers('EC', { x, y }), crv };
}

/** A private value in the size that a JWK wants; some writers leave zeros out in front. */
export function privateValue(curve: EcCurve, bytes: Uint8Array): Outcome<Uint8Array> {
  const fixed = fixedBytes(bytes, curve.size);
  return fixed === undefined
    ? refused('bad-length', { what: 'd', have: bytes.length, need: curve.size, unit: 'bytes' }, { member: 'd' })
    : done(fixed);
}

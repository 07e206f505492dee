/** PKCS#8, PKCS#1 and SEC1 private keys as JWKs; a public half that is not in them is computed. */
import type { JsonObject } from '../../types.ts';
import type { AkpSet, EcCurve, OkpCurve } from '../curves.ts';
import { minimalBytes } from '../integers.ts';
import { publicMembersOf } from '../jwk.ts';
import { encodeMembers } from '../jwk-members.ts';
import { done, refused } from '../outcome.ts';
import type { Outcome } from '../shapes.ts';
import { algorithmOf, curveOf } from './algorithm.ts';
import { jwkFromPoint, privateValue } from './public-key.ts';
import { type DerNode, parseDer } from './tree.ts';

/** PrivateKeyInfo, also as OneAsymmetricKey (RFC 5958 section 2). */
export async function jwkFromPkcs8(node: DerNode): Promise<Outcome<JsonObject>> {
  const [, identifier, key, ...rest] = node.children;
  const algorithm = algorithmOf(identifier);
  if (!algorithm.ok) return algorithm;
  const inner = key === undefined ? undefined : parseDer(key.content);
  if (inner === undefined) return refused('truncated', { what: 'private-key' });
  switch (algorithm.value.kty) {
    case 'RSA':
      return jwkFromPkcs1Private(inner, algorithm.value.alg);
    case 'EC':
      return jwkFromSec1(inner, algorithm.value.curve);
    case 'OKP':
      return okpJwk(algorithm.value.curve, inner, publicBits(rest));
    case 'AKP':
      return akpJwk(algorithm.value.set, inner);
  }
}

/** The public key that OneAsymmetricKey may carry, a bit string with the implicit tag 1. */
function publicBits(rest: readonly DerNode[]): Uint8Array | undefined {
  const tagged = rest.find(({ type, tag }) => type === 'tagged' && tag === 1);
  // the octet in front counts unused bits, of which a key has none
  return tagged === undefined || tagged.content.length < 2 ? undefined : tagged.content.subarray(1);
}

/** RSAPrivateKey (RFC 8017 appendix A.1.2). */
export function jwkFromPkcs1Private(node: DerNode, alg?: string): Outcome<JsonObject> {
  const [version, ...numbers] = node.children;
  if (version?.content[0] === 1) return refused('unsupported-algorithm', { found: 'multi-prime' });
  const [n, e, d, p, q, dp, dq, qi] = numbers.map(({ content }) => minimalBytes(content));
  if (!(n && e && d && p && q && dp && dq && qi)) return refused('truncated', { what: 'rsa-numbers' });
  const members = encodeMembers('RSA', { n, e, d, p, q, dp, dq, qi });
  return done(alg === undefined ? members : { ...members, alg });
}

/** ECPrivateKey (RFC 5915 section 3). `known` is the curve that a PKCS#8 wrapper names. */
export async function jwkFromSec1(node: DerNode, known?: EcCurve): Promise<Outcome<JsonObject>> {
  const tagged = (number: number) =>
    node.children.find(({ type, tag }) => type === 'tagged' && tag === number)?.children[0];
  const named = known === undefined ? curveOf(tagged(0)) : done({ curve: known });
  if (!named.ok) return named;
  const { curve } = named.value;
  const secret = privateValue(curve, node.children[1]?.content ?? new Uint8Array(0));
  if (!secret.ok) return secret;
  const point = tagged(1);
  const half = point === undefined ? await computed(curve, secret.value) : jwkFromPoint(curve, point.content);
  return half.ok ? done({ ...half.value, ...encodeMembers(undefined, { d: secret.value }) }) : half;
}

async function computed(curve: EcCurve, secret: Uint8Array): Promise<Outcome<JsonObject>> {
  const members = await publicMembersOf({ kty: 'EC', curve }, secret);
  return members === undefined ? refused('weak-key', { reason: 'private-value', crv: curve.crv }) : done(members);
}

/** CurvePrivateKey (RFC 8410 section 7): the octet string in the octet string. */
async function okpJwk(
  { crv, size }: OkpCurve,
  inner: DerNode,
  x: Uint8Array | undefined,
): Promise<Outcome<JsonObject>> {
  if (inner.content.length !== size) {
    return refused('bad-length', { what: 'd', have: inner.content.length, need: size, unit: 'bytes' }, { member: 'd' });
  }
  const half =
    x === undefined
      ? await publicMembersOf({ kty: 'OKP', crv }, inner.content)
      : { ...encodeMembers('OKP', { x }), crv };
  return done({ ...half, ...encodeMembers(undefined, { d: inner.content }) });
}

/** ML-DSA-PrivateKey (RFC 9881 section 6): a seed, an expanded key, or both. A JWK keeps the seed (RFC 9964). */
async function akpJwk({ alg, seedSize }: AkpSet, inner: DerNode): Promise<Outcome<JsonObject>> {
  const seed = inner.type === 'tagged' && inner.tag === 0 ? inner : inner.children[0];
  if (seed === undefined) return refused('unsupported-format', { found: 'ml-dsa-expanded' });
  if (seed.content.length !== seedSize) {
    return refused(
      'bad-length',
      { what: 'priv', have: seed.content.length, need: seedSize, unit: 'bytes' },
      { member: 'priv' },
    );
  }
  const half = await publicMembersOf({ kty: 'AKP', alg }, seed.content);
  return done({ ...half, ...encodeMembers(undefined, { priv: seed.content }) });
}

/** Throw-away keys of every family. They protect nothing; they are printed in the vectors. */
import { createHash, createPublicKey, generateKeyPairSync, randomBytes } from 'node:crypto';
import { b64u } from './base64url.mjs';
import { ML_DSA } from './issue.mjs';

/** Members of the RFC 7638 thumbprint, by kty (RFC 7638 section 3.2, RFC 8037 section 2, RFC 9964 for AKP). */
const THUMBPRINT_MEMBERS = {
  RSA: ['e', 'kty', 'n'],
  EC: ['crv', 'kty', 'x', 'y'],
  OKP: ['crv', 'kty', 'x'],
  oct: ['k', 'kty'],
  AKP: ['alg', 'kty', 'pub'],
};

export function thumbprintOf(jwk) {
  const members = THUMBPRINT_MEMBERS[jwk.kty].map((name) => [name, jwk[name]]);
  return createHash('sha256')
    .update(JSON.stringify(Object.fromEntries(members)))
    .digest('base64url');
}

/** { privateKey: KeyObject, publicKey: KeyObject, jwk: public, privateJwk } */
export function makePair(type, options) {
  const { privateKey } = generateKeyPairSync(type, options);
  return pairFrom(privateKey);
}

export function pairFrom(privateKey) {
  const publicKey = createPublicKey(privateKey);
  return {
    privateKey,
    publicKey,
    jwk: publicKey.export({ format: 'jwk' }),
    privateJwk: privateKey.export({ format: 'jwk' }),
  };
}

/** ML-DSA from a 32-byte seed, which is the private member `priv` of an AKP key. */
export function makeMlDsa(alg) {
  const seed = randomBytes(32);
  const keys = ML_DSA[alg].keygen(seed);
  const jwk = { kty: 'AKP', alg, pub: b64u(keys.publicKey) };
  return { secretKey: keys.secretKey, seed, jwk, privateJwk: { ...jwk, priv: b64u(seed) } };
}

export function makeFamilies() {
  return {
    'RSA-2048': makePair('rsa', { modulusLength: 2048 }),
    'P-256': makePair('ec', { namedCurve: 'P-256' }),
    'P-384': makePair('ec', { namedCurve: 'P-384' }),
    'P-521': makePair('ec', { namedCurve: 'P-521' }),
    secp256k1: makePair('ec', { namedCurve: 'secp256k1' }),
    Ed25519: makePair('ed25519'),
    Ed448: makePair('ed448'),
    'ML-DSA-44': makeMlDsa('ML-DSA-44'),
    'ML-DSA-65': makeMlDsa('ML-DSA-65'),
    'ML-DSA-87': makeMlDsa('ML-DSA-87'),
  };
}

import { describe, expect, test } from 'vitest';
import {
  algorithmFor,
  type Fit,
  fitOf,
  isSignatureAlg,
  SIGNATURE_ALGORITHMS,
  type SignatureAlg,
  type SignatureJwkKey,
  type SignatureKey,
} from './algorithms.ts';

const jwk = { kty: 'of no matter here' };
const rsa: SignatureJwkKey = { kty: 'RSA', bits: 2048, publicJwk: jwk };
const rsaPrivate: SignatureJwkKey = { ...rsa, privateJwk: jwk };
const p256: SignatureJwkKey = { kty: 'EC', crv: 'P-256', bits: 256, publicJwk: jwk };
const secp256k1: SignatureJwkKey = { ...p256, crv: 'secp256k1' };
const ed25519: SignatureJwkKey = { kty: 'OKP', crv: 'Ed25519', publicJwk: jwk };
const ed448: SignatureJwkKey = { ...ed25519, crv: 'Ed448' };
const oct: SignatureJwkKey = { kty: 'oct', bits: 256, publicJwk: jwk, privateJwk: jwk };
const akp44: SignatureJwkKey = { kty: 'AKP', publicJwk: { kty: 'AKP', alg: 'ML-DSA-44' } };

type Row = readonly [alg: SignatureAlg, key: SignatureKey, verify: Fit, sign?: Fit];

const ROWS: Readonly<Record<string, readonly Row[]>> = {
  'kty decides first': [
    ['RS256', { ...p256, use: 'enc', alg: 'ES256' }, 'kty'],
    ['ES256', rsa, 'kty'],
    ['EdDSA', p256, 'kty'],
    ['HS256', rsa, 'kty'],
    ['ML-DSA-44', rsa, 'kty'],
    ['RS256', { secret: new Uint8Array(32) }, 'kty'],
    ['RS256', oct, 'kty'],
  ],
  'the curve must be that of the algorithm': [
    ['ES256', p256, 'fits'],
    ['ES384', p256, 'crv'],
    ['ES256K', p256, 'crv'],
    ['ES256', secp256k1, 'crv'],
    ['ES256K', secp256k1, 'fits'],
    ['EdDSA', ed25519, 'fits'],
    ['EdDSA', ed448, 'fits'],
    ['EdDSA', { ...ed25519, crv: 'X25519' }, 'crv'],
    ['Ed25519', ed448, 'crv'],
    ['Ed448', ed25519, 'crv'],
    ['ES256', { ...p256, crv: undefined }, 'crv'],
  ],
  'alg of the key binds; EdDSA and the name of the curve are one': [
    ['RS256', { ...rsa, alg: 'RS256' }, 'fits'],
    ['PS256', { ...rsa, alg: 'RS256' }, 'alg'],
    ['RS256', { ...rsa, alg: 'RSA-OAEP' }, 'alg'],
    ['HS512', { ...oct, alg: 'HS256' }, 'alg'],
    ['EdDSA', { ...ed25519, alg: 'Ed25519' }, 'fits'],
    ['Ed25519', { ...ed25519, alg: 'EdDSA' }, 'fits'],
    ['Ed448', { ...ed448, alg: 'EdDSA' }, 'fits'],
    ['EdDSA', { ...ed448, alg: 'Ed25519' }, 'alg'],
    ['EdDSA', { ...ed25519, alg: 'ES256' }, 'alg'],
    ['ML-DSA-44', akp44, 'fits'],
    ['ML-DSA-65', akp44, 'alg'],
    ['ML-DSA-44', { ...akp44, publicJwk: { kty: 'AKP' } }, 'alg'],
  ],
  'use binds': [
    ['RS256', { ...rsa, use: 'sig' }, 'fits'],
    ['RS256', { ...rsa, use: 'enc' }, 'use'],
    ['HS256', { ...oct, use: 'SIG' }, 'use'],
  ],
  'key_ops binds, and a private key that may sign checks with its public half': [
    ['RS256', { ...rsa, keyOps: ['verify'] }, 'fits', 'key_ops'],
    ['RS256', { ...rsaPrivate, keyOps: ['sign'] }, 'fits', 'fits'],
    ['RS256', { ...rsa, keyOps: ['sign'] }, 'key_ops', 'fits'],
    ['RS256', { ...rsaPrivate, keyOps: ['decrypt'] }, 'key_ops', 'key_ops'],
    ['RS256', { ...rsaPrivate, keyOps: [] }, 'key_ops', 'key_ops'],
    ['HS256', { ...oct, keyOps: ['sign'] }, 'key_ops', 'fits'],
    ['HS256', { ...oct, keyOps: ['sign', 'verify'] }, 'fits', 'fits'],
  ],
  'a modulus must hold what is signed, and 512 bits at the least': [
    ['RS256', { ...rsa, bits: 512 }, 'fits'],
    ['RS256', { ...rsa, bits: 511 }, 'size'],
    ['RS384', { ...rsa, bits: 616 }, 'size'],
    ['RS384', { ...rsa, bits: 617 }, 'fits'],
    ['RS512', { ...rsa, bits: 744 }, 'size'],
    ['RS512', { ...rsa, bits: 745 }, 'fits'],
    ['PS256', { ...rsa, bits: 521 }, 'size'],
    ['PS256', { ...rsa, bits: 522 }, 'fits'],
    ['PS384', { ...rsa, bits: 777 }, 'size'],
    ['PS384', { ...rsa, bits: 778 }, 'fits'],
    ['PS512', { ...rsa, bits: 1033 }, 'size'],
    ['PS512', { ...rsa, bits: 1034 }, 'fits'],
  ],
  'a secret fits at any length but none': [
    ['HS512', { ...oct, bits: 8 }, 'fits'],
    ['HS256', { ...oct, bits: 0 }, 'empty'],
    ['HS256', { secret: new Uint8Array(1) }, 'fits'],
    ['HS256', { secret: new Uint8Array() }, 'empty'],
  ],
};

describe.each(Object.entries(ROWS))('%s', (_, rows) => {
  test.each(rows.map(([alg, key, verify, sign = verify]) => ({ alg, key, verify, sign })))(
    '$alg with $key: $verify, to sign: $sign',
    ({ alg, key, verify, sign }) => {
      expect([fitOf(alg, key), fitOf(alg, key, 'sign')]).toEqual([verify, sign]);
    },
  );
});

test('EdDSA is the algorithm of the curve of its key', () => {
  expect(algorithmFor('EdDSA', 'Ed448')).toBe(SIGNATURE_ALGORITHMS.Ed448);
  expect(algorithmFor('EdDSA', 'Ed25519')).toBe(SIGNATURE_ALGORITHMS.Ed25519);
  expect(algorithmFor('ES256', 'Ed448')).toBe(SIGNATURE_ALGORITHMS.ES256);
});

test('only names of the table, exactly as written, are signature algorithms', () => {
  for (const [name, { alg }] of Object.entries(SIGNATURE_ALGORITHMS))
    expect([isSignatureAlg(name), alg]).toEqual([true, name]);
  for (const name of ['none', 'hs256', 'HS256 ', '', 'RSA-OAEP', 'toString', '__proto__', 'constructor'])
    expect(isSignatureAlg(name)).toBe(false);
});

test('each algorithm has a name of its own for people', () => {
  const names = Object.values(SIGNATURE_ALGORITHMS).map(({ name }) => name);
  expect(new Set(names).size).toBe(19);
  expect(names).toContain('RSASSA-PKCS1-v1_5 with SHA-256');
  expect(names).toContain('ECDSA on secp256k1 with SHA-256');
});

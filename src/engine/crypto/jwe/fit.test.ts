import { describe, expect, test } from 'vitest';
import type { Fit } from '../algorithms.ts';
import { CONTENT_ENCRYPTION, isContentEncryption } from './content-encryption.ts';
import { fitOfKeyManagement, type JweJwkKey, type JwePurpose } from './fit.ts';
import { isKeyManagementAlg, KEY_MANAGEMENT_ALGORITHMS, type KeyManagementAlg } from './key-management.ts';

const RSA: JweJwkKey = { kty: 'RSA', bits: 2048, publicJwk: {}, privateJwk: {} };
const EC: JweJwkKey = { kty: 'EC', crv: 'P-256', publicJwk: {}, privateJwk: {} };
const OCT: JweJwkKey = { kty: 'oct', bits: 128, publicJwk: {}, privateJwk: {} };
const ONLY_PUBLIC = { privateJwk: undefined };

type Row = readonly [what: string, alg: KeyManagementAlg, key: JweJwkKey, decrypt: Fit, encrypt: Fit];

const ROWS: readonly Row[] = [
  ['an RSA key', 'RSA-OAEP', RSA, 'fits', 'fits'],
  ['an EC key', 'RSA-OAEP', EC, 'kty', 'kty'],
  ['an RSA key', 'ECDH-ES', RSA, 'kty', 'kty'],
  ['an AKP key', 'dir', { kty: 'AKP', publicJwk: {} }, 'kty', 'kty'],
  ['a secret as RSA key', 'RSA1_5', OCT, 'kty', 'kty'],
  ['an EC key', 'ECDH-ES+A192KW', EC, 'fits', 'fits'],
  ['a key on P-521', 'ECDH-ES', { ...EC, crv: 'P-521' }, 'fits', 'fits'],
  ['a key on X448', 'ECDH-ES', { ...EC, kty: 'OKP', crv: 'X448' }, 'fits', 'fits'],
  ['a key on Ed25519', 'ECDH-ES', { ...EC, kty: 'OKP', crv: 'Ed25519' }, 'crv', 'crv'],
  ['a key on secp256k1', 'ECDH-ES', { ...EC, crv: 'secp256k1' }, 'crv', 'crv'],
  ['a key of this alg', 'RSA-OAEP-256', { ...RSA, alg: 'RSA-OAEP-256' }, 'fits', 'fits'],
  ['a key of another alg', 'RSA-OAEP-256', { ...RSA, alg: 'RSA-OAEP' }, 'alg', 'alg'],
  ['a key for signatures by alg', 'RSA-OAEP', { ...RSA, alg: 'RS256' }, 'alg', 'alg'],
  ['under dir a key that names dir', 'dir', { ...OCT, alg: 'dir' }, 'fits', 'fits'],
  ['under dir a key that names the enc', 'dir', { ...OCT, alg: 'A128GCM' }, 'fits', 'fits'],
  ['under dir a key that names another enc', 'dir', { ...OCT, alg: 'A256GCM' }, 'alg', 'alg'],
  ['a key that names the enc, not under dir', 'A128KW', { ...OCT, alg: 'A128GCM' }, 'alg', 'alg'],
  ['use enc', 'dir', { ...OCT, use: 'enc' }, 'fits', 'fits'],
  ['use sig', 'dir', { ...OCT, use: 'sig' }, 'use', 'use'],
  ['key_ops decrypt', 'RSA-OAEP', { ...RSA, keyOps: ['decrypt'] }, 'fits', 'fits'],
  ['key_ops unwrapKey', 'RSA-OAEP', { ...RSA, keyOps: ['unwrapKey'] }, 'fits', 'fits'],
  ['key_ops wrapKey', 'RSA-OAEP', { ...RSA, keyOps: ['wrapKey'] }, 'key_ops', 'fits'],
  ['key_ops sign', 'RSA-OAEP', { ...RSA, keyOps: ['sign'] }, 'key_ops', 'key_ops'],
  ['no key_ops on a public key', 'RSA-OAEP', { ...RSA, ...ONLY_PUBLIC, keyOps: [] }, 'key_ops', 'key_ops'],
  ['key_ops unwrapKey', 'A128KW', { ...OCT, keyOps: ['unwrapKey'] }, 'fits', 'key_ops'],
  ['key_ops wrapKey', 'A128GCMKW', { ...OCT, keyOps: ['wrapKey'] }, 'key_ops', 'fits'],
  ['both key_ops', 'A128KW', { ...OCT, keyOps: ['wrapKey', 'unwrapKey'] }, 'fits', 'fits'],
  ['key_ops unwrapKey', 'dir', { ...OCT, keyOps: ['unwrapKey'] }, 'key_ops', 'key_ops'],
  ['key_ops decrypt', 'dir', { ...OCT, keyOps: ['decrypt'] }, 'fits', 'key_ops'],
  ['key_ops deriveBits', 'ECDH-ES', { ...EC, keyOps: ['deriveBits'] }, 'fits', 'fits'],
  ['key_ops deriveKey', 'ECDH-ES', { ...EC, keyOps: ['deriveKey'] }, 'fits', 'fits'],
  ['key_ops verify', 'ECDH-ES', { ...EC, keyOps: ['verify'] }, 'key_ops', 'key_ops'],
  ['no key_ops, as WebCrypto writes public keys', 'ECDH-ES', { ...EC, ...ONLY_PUBLIC, keyOps: [] }, 'key_ops', 'fits'],
  ['no key_ops on a private key', 'ECDH-ES', { ...EC, keyOps: [] }, 'key_ops', 'key_ops'],
  ['a password with deriveKey', 'PBES2-HS256+A128KW', { ...OCT, keyOps: ['deriveKey'] }, 'fits', 'fits'],
  ['a password of any length', 'PBES2-HS256+A128KW', { ...OCT, bits: 8 }, 'fits', 'fits'],
  ['an empty password', 'PBES2-HS256+A128KW', { ...OCT, bits: 0 }, 'empty', 'empty'],
  ['an empty key', 'A128KW', { ...OCT, bits: 0 }, 'empty', 'empty'],
  ['a key of another size', 'A192KW', OCT, 'size', 'size'],
  ['a key of this size', 'A192GCMKW', { ...OCT, bits: 192 }, 'fits', 'fits'],
  ['a key that is too long', 'dir', { ...OCT, bits: 256 }, 'size', 'size'],
  ['a modulus with just room enough', 'RSA-OAEP-512', { ...RSA, bits: 1168 }, 'fits', 'fits'],
  ['a modulus one byte too small', 'RSA-OAEP-512', { ...RSA, bits: 1160 }, 'size', 'size'],
  ['RSA1_5 in a small modulus', 'RSA1_5', { ...RSA, bits: 512 }, 'fits', 'fits'],
];

test.each(ROWS)('%s under %s', (_, alg, key, decrypt, encrypt) => {
  expect(fitOfKeyManagement(alg, 'A128GCM', key, 'decrypt')).toBe(decrypt);
  expect(fitOfKeyManagement(alg, 'A128GCM', key, 'encrypt')).toBe(encrypt);
});

describe('a secret without a JWK', () => {
  const PURPOSES: readonly JwePurpose[] = ['decrypt', 'encrypt'];

  test.each(Object.values(KEY_MANAGEMENT_ALGORITHMS))('fits $alg by its length alone', ({ alg, kty, mode }) => {
    for (const purpose of PURPOSES)
      for (const { enc, cekBytes } of Object.values(CONTENT_ENCRYPTION))
        for (const length of [0, 1, 15, 16, 24, 32, 48, 64, 65]) {
          const wanted = mode === 'direct' ? cekBytes : KEY_MANAGEMENT_ALGORITHMS[alg].wrapKeyBytes;
          const fits = mode === 'password' || length === wanted;
          const bySize = length === 0 ? 'empty' : fits ? 'fits' : 'size';
          const fit = fitOfKeyManagement(alg, enc, { secret: new Uint8Array(length) }, purpose);
          expect(fit).toBe(kty.includes('oct') ? bySize : 'kty');
        }
  });
});

test('the larger content key needs the larger modulus', () => {
  const key: JweJwkKey = { ...RSA, bits: 1024 };
  expect(fitOfKeyManagement('RSA-OAEP-256', 'A128GCM', key, 'decrypt')).toBe('fits');
  expect(fitOfKeyManagement('RSA-OAEP-256', 'A256CBC-HS512', key, 'decrypt')).toBe('size');
});

describe('the tables', () => {
  test('name each entry as its key does', () => {
    for (const [alg, entry] of Object.entries(KEY_MANAGEMENT_ALGORITHMS)) expect(entry.alg).toBe(alg);
    for (const [enc, entry] of Object.entries(CONTENT_ENCRYPTION)) expect(entry.enc).toBe(enc);
  });

  test('hold 19 and 8 entries; only RSA1_5 is not made, only C20P and XC20P are drafts', () => {
    const algs = Object.values(KEY_MANAGEMENT_ALGORITHMS);
    expect(algs).toHaveLength(19);
    expect(algs.filter(({ canEncrypt }) => !canEncrypt).map(({ alg }) => alg)).toEqual(['RSA1_5']);
    const encs = Object.values(CONTENT_ENCRYPTION);
    expect(encs).toHaveLength(8);
    expect(encs.filter(({ draft }) => draft === true).map(({ enc }) => enc)).toEqual(['C20P', 'XC20P']);
  });

  test('do not hold what every object inherits, or another spelling', () => {
    for (const name of ['', 'constructor', '__proto__', 'toString', 'DIR', 'a128kw', 'A128gcm', 'none', 'HS256']) {
      expect(isKeyManagementAlg(name)).toBe(false);
      expect(isContentEncryption(name)).toBe(false);
    }
  });
});

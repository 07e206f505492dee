import { calculateJwkThumbprint } from 'jose';
import { describe, expect, test } from 'vitest';
import { unwrap } from '../testing/crypto-answers.ts';
import { fitOf, SIGNATURE_ALGORITHMS } from './algorithms.ts';
import { generateKey } from './generate.ts';

const PUBLIC_NAMES = {
  oct: ['kty', 'k'],
  RSA: ['kty', 'n', 'e'],
  EC: ['kty', 'crv', 'x', 'y'],
  OKP: ['kty', 'crv', 'x'],
  AKP: ['kty', 'alg', 'pub'],
};
const PRIVATE_NAMES = { oct: [], RSA: ['d', 'p', 'q', 'dp', 'dq', 'qi'], EC: ['d'], OKP: ['d'], AKP: ['priv'] };

describe.each(Object.values(SIGNATURE_ALGORITHMS))('$alg', ({ alg, kty, curves }) => {
  test('a new key fits, is named by its thumbprint, and its public half holds nothing private', async () => {
    const key = unwrap(await generateKey(alg));
    expect([fitOf(alg, key), fitOf(alg, key, 'sign')]).toEqual(['fits', 'fits']);
    expect(key).toMatchObject({ kty, alg, use: 'sig', kid: key.thumbprint });
    expect(key.crv).toBe(curves?.[0]);
    const names = ['kid', 'alg', 'use'];
    expect(new Set(Object.keys(key.publicJwk))).toEqual(new Set([...PUBLIC_NAMES[kty], ...names]));
    expect(new Set(Object.keys(key.privateJwk))).toEqual(
      new Set([...PUBLIC_NAMES[kty], ...PRIVATE_NAMES[kty], ...names]),
    );
    expect(key.publicJwk).toMatchObject({ kid: key.kid, alg, use: 'sig' });
    expect(await calculateJwkThumbprint({ ...key.publicJwk })).toBe(key.kid);
  });
});

test.each(['HS256', 'RS256', 'ES256', 'ES256K', 'Ed25519', 'ML-DSA-44'] as const)(
  '%s: two keys are never the same',
  async (alg) => {
    expect(unwrap(await generateKey(alg)).kid).not.toBe(unwrap(await generateKey(alg)).kid);
  },
);

test.each([
  ['HS256', 256],
  ['HS384', 384],
  ['HS512', 512],
] as const)('%s gets a secret of %i bits, as many as the hash has', async (alg, bits) => {
  const { bits: counted, privateJwk } = unwrap(await generateKey(alg));
  expect(counted).toBe(bits);
  expect(Buffer.from(String(privateJwk.k), 'base64url')).toHaveLength(bits / 8);
});

test.each([2048, 3072, 4096] as const)(
  'an RSA key has the %i bits asked for',
  async (modulusLength) => {
    const key = unwrap(await generateKey('RS256', { modulusLength }));
    expect(key.bits).toBe(modulusLength);
    expect(Buffer.from(String(key.publicJwk.n), 'base64url')).toHaveLength(modulusLength / 8);
    expect(key.publicJwk.e).toBe('AQAB');
  },
  60_000,
);

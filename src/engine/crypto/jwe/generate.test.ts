import { describe, expect, test } from 'vitest';
import { materialFromJwk } from '../../keys/material.ts';
import { unwrap } from '../../testing/crypto-answers.ts';
import { strippedRuntime } from '../../testing/stripped-runtime.ts';
import { CONTENT_ENCRYPTION } from './content-encryption.ts';
import { fitOfKeyManagement } from './fit.ts';
import { generateKeyFor } from './generate.ts';
import { KEY_MANAGEMENT_ALGORITHMS } from './key-management.ts';

const ENTRIES = Object.values(KEY_MANAGEMENT_ALGORITHMS);

test.each(ENTRIES.filter(({ alg }) => alg !== 'RSA1_5'))(
  '$alg gets a key that fits, and that the reader of keys takes',
  async ({ alg, kty }) => {
    const enc = 'A192CBC-HS384';
    const key = unwrap(await generateKeyFor(alg, enc));
    for (const purpose of ['decrypt', 'encrypt'] as const)
      expect(fitOfKeyManagement(alg, enc, key, purpose)).toBe('fits');
    const { material } = await materialFromJwk(key.privateJwk, 'jwk');
    const { kty: type, crv, bits, thumbprint, kid, alg: bound, publicJwk, privateJwk } = key;
    expect(material).toMatchObject({ kty: type, thumbprint, kid: thumbprint, alg: bound, publicJwk, privateJwk });
    expect({ crv: material?.crv, kid }).toEqual({ crv, kid: thumbprint });
    if (bits !== undefined) expect(material?.bits).toBe(bits);
    expect(bound).toBe(alg === 'dir' ? enc : alg);
    expect(key.use).toBe(kty.includes('oct') ? undefined : 'enc');
    expect(privateJwk.use).toBe(key.use);
  },
);

test.each(Object.values(CONTENT_ENCRYPTION))(
  'under dir the key is as long as that of $enc',
  async ({ enc, cekBytes }) => {
    expect(unwrap(await generateKeyFor('dir', enc)).bits).toBe(cekBytes * 8);
  },
);

test.each(['P-256', 'P-384', 'P-521', 'X25519', 'X448'] as const)(
  'ECDH-ES gets a key on %s, by whom it can be made',
  async (crv) => {
    const runtimes = [
      [undefined, crv === 'X448' ? 'javascript' : 'webcrypto'],
      [strippedRuntime('bare'), crv.startsWith('X') ? 'javascript' : 'webcrypto'],
      [{}, 'javascript'],
    ] as const;
    for (const [runtime, by] of runtimes) {
      const answer = await generateKeyFor('ECDH-ES', 'A128GCM', { crv, runtime });
      expect(answer).toMatchObject({ done: true, by, value: { crv } });
      expect((await materialFromJwk(unwrap(answer).privateJwk, 'jwk')).material).toMatchObject({ crv });
    }
  },
);

describe('an RSA key', () => {
  test('has the size that is asked for', async () => {
    const key = unwrap(await generateKeyFor('RSA-OAEP-512', 'A128GCM', { modulusLength: 3072 }));
    expect(key.bits).toBe(3072);
  });

  test('cannot be made without WebCrypto, or with one that has no OAEP; a secret can', async () => {
    const plainHttp = await generateKeyFor('RSA-OAEP', 'A128GCM', { runtime: {} });
    expect(plainHttp).toEqual({ done: false, code: 'insecure-context' });
    const refuse = () => Promise.reject(new Error('no'));
    const subtle = new Proxy(globalThis.crypto.subtle, { get: () => refuse });
    const lacking = await generateKeyFor('RSA-OAEP', 'A128GCM', { runtime: { subtle } });
    expect(lacking).toEqual({ done: false, code: 'runtime-lacks' });
    expect(await generateKeyFor('A256KW', 'A128GCM', { runtime: {} })).toMatchObject({ value: { bits: 256 } });
  });
});

test('no two keys are the same', async () => {
  for (const alg of ['dir', 'A128KW', 'ECDH-ES', 'PBES2-HS256+A128KW'] as const) {
    const one = unwrap(await generateKeyFor(alg, 'A128GCM'));
    expect(one.kid).not.toBe(unwrap(await generateKeyFor(alg, 'A128GCM')).kid);
  }
});

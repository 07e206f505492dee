import { generateKeyPairSync } from 'node:crypto';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { unwrap } from '../testing/crypto-answers.ts';
import { encodeUtf8 } from '../token/utf8.ts';
import type { JsonObject } from '../types.ts';
import { SIGNATURE_ALGORITHMS, type SignatureJwkKey } from './algorithms.ts';
import type { Runtime } from './answer.ts';
import { generateKey } from './generate.ts';
import { signBytes } from './sign.ts';
import { emptySecretMatches, verifySignature } from './verify.ts';

const INPUT = encodeUtf8('eyJhbGciOiJIUzI1NiJ9.e30');
const PLAIN_HTTP: Runtime = {};
const ENTRIES = Object.values(SIGNATURE_ALGORITHMS);

function rsaKey(modulusLength: number): SignatureJwkKey {
  const pair = generateKeyPairSync('rsa', { modulusLength });
  const jwkOf = (key: typeof pair.publicKey): JsonObject => {
    const { kty, n, e, d, p, q, dp, dq, qi } = key.export({ format: 'jwk' });
    return JSON.parse(JSON.stringify({ kty, n, e, d, p, q, dp, dq, qi })) as JsonObject;
  };
  return { kty: 'RSA', bits: modulusLength, publicJwk: jwkOf(pair.publicKey), privateJwk: jwkOf(pair.privateKey) };
}

describe('without WebCrypto', () => {
  test.each(ENTRIES.filter((entry) => entry.doneBy === 'webcrypto'))('$alg cannot be checked', async ({ alg }) => {
    const key = unwrap(await generateKey(alg));
    const why = { done: false, code: 'insecure-context' };
    expect(await verifySignature(alg, key, INPUT, new Uint8Array(64), { runtime: PLAIN_HTTP })).toEqual(why);
    expect(await signBytes(alg, key, INPUT, { runtime: PLAIN_HTTP })).toEqual(why);
    if (key.kty !== 'oct') expect(await generateKey(alg, { runtime: PLAIN_HTTP })).toEqual(why);
  });

  test.each(ENTRIES.filter((entry) => entry.doneBy !== 'webcrypto'))('$alg goes on working', async ({ alg }) => {
    const runtime = PLAIN_HTTP;
    const key = unwrap(await generateKey(alg, { runtime }));
    const signature = unwrap(await signBytes(alg, key, INPUT, { runtime }));
    const yes = { done: true, value: true, by: 'javascript' };
    expect(await verifySignature(alg, key, INPUT, signature, { runtime })).toEqual(yes);
  });

  test('a secret can still be made', async () => {
    const made = await generateKey('HS256', { runtime: PLAIN_HTTP });
    expect(made).toMatchObject({ done: true, value: { kty: 'oct', bits: 256 } });
  });
});

describe('a WebCrypto that lacks an algorithm', () => {
  const refusing = (name: string): Runtime => ({
    subtle: new Proxy(globalThis.crypto.subtle, {
      get: (target, member) =>
        member === 'importKey'
          ? (...given: Parameters<SubtleCrypto['importKey']>) =>
              JSON.stringify(given).includes(name) ? Promise.reject(new Error('no')) : target.importKey(...given)
          : undefined,
    }),
  });

  test('is said to lack it, and never answers a no', async () => {
    const key = unwrap(await generateKey('ES512'));
    const answer = await verifySignature('ES512', key, INPUT, new Uint8Array(132), { runtime: refusing('P-521') });
    expect(answer).toEqual({ done: false, code: 'runtime-lacks' });
  });

  test('is asked once', async () => {
    const importKey = vi.fn(() => Promise.reject(new Error('no')));
    const runtime: Runtime = {
      subtle: new Proxy(globalThis.crypto.subtle, { get: () => importKey }),
    };
    const key = unwrap(await generateKey('ES256'));
    for (let round = 0; round < 3; round++) await verifySignature('ES256', key, INPUT, new Uint8Array(64), { runtime });
    expect(importKey).toHaveBeenCalledTimes(1);
  });
});

describe('keys', () => {
  test.each([512, 768, 1024])('an RSA key of %i bits signs and verifies, which jose alone refuses', async (bits) => {
    const key = rsaKey(bits);
    const signature = unwrap(await signBytes('RS256', key, INPUT));
    const yes = { done: true, value: true, by: 'webcrypto' };
    expect(await verifySignature('RS256', key, INPUT, signature)).toEqual(yes);
    const bad = signature.map((byte, index) => (index === 20 ? byte ^ 1 : byte));
    expect(await verifySignature('RS256', key, INPUT, bad)).toEqual({ ...yes, value: false });
  });

  test('an RSA key that is too small for the hash is unfit by size', async () => {
    const unfit = { done: false, code: 'key-unfit', fit: 'size' };
    expect(await signBytes('RS512', rsaKey(512), INPUT)).toEqual(unfit);
    expect(await verifySignature('PS512', rsaKey(1024), INPUT, new Uint8Array(128))).toEqual(unfit);
  });

  test('an empty secret is not tried, and whether it would match is a question of its own', async () => {
    const empty = { secret: new Uint8Array() };
    const why = { done: false, code: 'empty-key' };
    expect(await verifySignature('HS256', empty, INPUT, new Uint8Array(32))).toEqual(why);
    expect(await signBytes('HS256', empty, INPUT)).toEqual(why);
    const { createHmac } = await import('node:crypto');
    const mac = new Uint8Array(createHmac('sha256', '').update(INPUT).digest());
    expect(await emptySecretMatches('HS256', INPUT, mac)).toEqual({ done: true, value: true, by: 'webcrypto' });
    expect(await emptySecretMatches('HS256', INPUT, new Uint8Array(32))).toEqual({
      done: true,
      value: false,
      by: 'webcrypto',
    });
  });

  test('signing needs the private half', async () => {
    const { privateJwk: _, ...publicKey } = unwrap(await generateKey('ES256'));
    expect(await signBytes('ES256', publicKey, INPUT)).toEqual({ done: false, code: 'private-key-needed' });
  });

  const POINT_OFF_CURVE = 'A'.repeat(43);
  test.each<[alg: Parameters<typeof verifySignature>[0], key: SignatureJwkKey]>([
    [
      'ES256',
      { kty: 'EC', crv: 'P-256', publicJwk: { kty: 'EC', crv: 'P-256', x: POINT_OFF_CURVE, y: POINT_OFF_CURVE } },
    ],
    [
      'ES256K',
      {
        kty: 'EC',
        crv: 'secp256k1',
        publicJwk: { kty: 'EC', crv: 'secp256k1', x: POINT_OFF_CURVE, y: POINT_OFF_CURVE },
      },
    ],
    ['ES256K', { kty: 'EC', crv: 'secp256k1', publicJwk: { kty: 'EC', crv: 'secp256k1' } }],
    ['Ed448', { kty: 'OKP', crv: 'Ed448', publicJwk: { kty: 'OKP', crv: 'Ed448', x: '_'.repeat(76) } }],
    // The neutral element, a point of order one: any signature of R = S·B would do.
    ['Ed448', { kty: 'OKP', crv: 'Ed448', publicJwk: { kty: 'OKP', crv: 'Ed448', x: `AQ${'A'.repeat(74)}` } }],
    ['ML-DSA-44', { kty: 'AKP', alg: 'ML-DSA-44', publicJwk: { kty: 'AKP', alg: 'ML-DSA-44', pub: 'AAAA' } }],
  ])('%s: a key that is none is refused, and is not answered as a no', async (alg, key) => {
    const { signatureBytes } = SIGNATURE_ALGORITHMS[alg];
    const signature = new Uint8Array(Number(signatureBytes)).fill(1);
    expect(await verifySignature(alg, key, INPUT, signature)).toEqual({ done: false, code: 'key-refused' });
  });

  test('members that are no text or no base64url are refused as well', async () => {
    for (const odd of [null, 5, [], {}, '', '%%', true] as const) {
      const key: SignatureJwkKey = { kty: 'EC', crv: 'secp256k1', publicJwk: { x: odd, y: odd, d: odd } };
      const refused = { done: false, code: 'key-refused' };
      expect(await verifySignature('ES256K', key, INPUT, new Uint8Array(64))).toEqual(refused);
      expect(await signBytes('ES256K', { ...key, privateJwk: key.publicJwk }, INPUT)).toEqual(refused);
      const rsa: SignatureJwkKey = { kty: 'RSA', publicJwk: { kty: 'RSA', n: odd, e: odd } };
      for (const signature of [new Uint8Array(), new Uint8Array(256)])
        expect(await verifySignature('RS256', rsa, INPUT, signature)).toEqual(refused);
    }
  });
});

describe('code that does not arrive', () => {
  afterEach(() => {
    vi.doUnmock('./javascript/secp256k1.ts');
    vi.doUnmock('./jose-verify.ts');
    vi.resetModules();
  });

  test('is said, and is no answer about the signature', async () => {
    const key = unwrap(await generateKey('ES256K'));
    vi.resetModules();
    vi.doMock('./javascript/secp256k1.ts', () => {
      throw new Error('refused');
    });
    const fresh = await import('./verify.ts');
    expect(await fresh.verifySignature('ES256K', key, INPUT, new Uint8Array(64))).toEqual({
      done: false,
      code: 'not-loaded',
    });
  });

  test('leaves WebCrypto to answer where it is the code of jose', async () => {
    const key = unwrap(await generateKey('ES256'));
    const signature = unwrap(await signBytes('ES256', key, INPUT));
    vi.resetModules();
    vi.doMock('./jose-verify.ts', () => {
      throw new Error('refused');
    });
    const fresh = await import('./verify.ts');
    expect(await fresh.verifySignature('ES256', key, INPUT, signature)).toEqual({
      done: true,
      value: true,
      by: 'webcrypto',
    });
  });
});

describe('abort', () => {
  test('rejects with the reason, before and after the work', async () => {
    const reason = new Error('overtaken');
    const key = unwrap(await generateKey('ES256K'));
    const aborted = { signal: AbortSignal.abort(reason) };
    await expect(verifySignature('ES256K', key, INPUT, new Uint8Array(64), aborted)).rejects.toBe(reason);
    await expect(signBytes('ES256K', key, INPUT, aborted)).rejects.toBe(reason);
    await expect(generateKey('RS256', aborted)).rejects.toBe(reason);
    const during = new AbortController();
    const works = [
      verifySignature('ES256K', key, INPUT, new Uint8Array(64), { signal: during.signal }),
      signBytes('ES256K', key, INPUT, { signal: during.signal }),
      generateKey('ES256', { signal: during.signal }),
    ];
    during.abort(reason);
    for (const work of works) await expect(work).rejects.toBe(reason);
  });
});

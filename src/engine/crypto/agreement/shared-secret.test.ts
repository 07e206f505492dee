import { createPublicKey, diffieHellman } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { AGREEMENT_CURVES, newAgreementPair } from '../../testing/agreement-pairs.ts';
import { projectRoot } from '../../testing/project-root.ts';
import { strippedRuntime } from '../../testing/stripped-runtime.ts';
import { encodeBase64url } from '../../token/base64url.ts';
import { sharedSecret } from './shared-secret.ts';

const PLAIN_HTTP = { runtime: {} };

describe.each(AGREEMENT_CURVES)('%s', (crv) => {
  test('the secret is that of OpenSSL, from both sides, by WebCrypto and in JavaScript', async () => {
    const one = newAgreementPair(crv);
    const other = newAgreementPair(crv);
    const value = new Uint8Array(diffieHellman({ privateKey: one.privateKey, publicKey: other.publicKey }));
    const byRuntime = { done: true, value, by: crv === 'X448' ? 'javascript' : 'webcrypto' };
    expect(await sharedSecret(one.privateJwk, other.publicJwk)).toEqual(byRuntime);
    expect(await sharedSecret(other.privateJwk, one.publicJwk)).toEqual(byRuntime);
    const inScript = { done: true, value, by: 'javascript' };
    expect(await sharedSecret(one.privateJwk, other.publicJwk, PLAIN_HTTP)).toEqual(inScript);
    expect(await sharedSecret(other.privateJwk, one.publicJwk, PLAIN_HTTP)).toEqual(inScript);
  });

  test('where the runtime lacks the curve, JavaScript does it', async () => {
    const [one, other] = [newAgreementPair(crv), newAgreementPair(crv)];
    const isOptional = crv === 'X25519' || crv === 'X448';
    const answer = await sharedSecret(one.privateJwk, other.publicJwk, { runtime: strippedRuntime('bare') });
    expect(answer).toMatchObject({ done: true, by: isOptional ? 'javascript' : 'webcrypto' });
  });

  test('a public key alone, and a private value of no key, are said', async () => {
    const { publicJwk, privateJwk } = newAgreementPair(crv);
    expect(await sharedSecret(publicJwk, publicJwk)).toEqual({ done: false, code: 'private-key-needed' });
    for (const options of [{}, PLAIN_HTTP])
      for (const d of ['', 'AA', '%', 5, null, [], {}, true]) {
        const answer = await sharedSecret({ ...privateJwk, d }, publicJwk, options);
        expect(answer).toEqual({ done: false, code: 'key-refused' });
      }
  });

  test('a public key whose members are none is refused', async () => {
    const { publicJwk, privateJwk } = newAgreementPair(crv);
    for (const x of ['', 'AA', '%', 5, null, [], {}, true, `${publicJwk.x}AA`]) {
      const answer = await sharedSecret(privateJwk, { ...publicJwk, x });
      expect(answer).toEqual({ done: false, code: 'key-refused' });
    }
  });

  test('a key on another curve, or of another type, does not fit', async () => {
    const { publicJwk, privateJwk } = newAgreementPair(crv);
    const otherCurve = { done: false, code: 'key-unfit', fit: 'crv' };
    for (const other of [...AGREEMENT_CURVES.filter((name) => name !== crv), 'secp256k1', 'Ed25519', '', null, 5]) {
      expect(await sharedSecret(privateJwk, { ...publicJwk, crv: other })).toEqual(otherCurve);
      expect(await sharedSecret({ ...privateJwk, crv: other }, { ...publicJwk, crv: other })).toMatchObject({
        done: false,
      });
    }
    const kty = publicJwk.kty === 'EC' ? 'OKP' : 'EC';
    expect(await sharedSecret(privateJwk, { ...publicJwk, kty })).toEqual({ ...otherCurve, fit: 'kty' });
    expect(await sharedSecret({ ...privateJwk, kty }, publicJwk)).toEqual(otherCurve);
  });

  test('abort rejects with the reason, before and during the work', async () => {
    const { publicJwk, privateJwk } = newAgreementPair(crv);
    const reason = new Error('overtaken');
    await expect(sharedSecret(privateJwk, publicJwk, { signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
    const during = new AbortController();
    const work = sharedSecret(privateJwk, publicJwk, { signal: during.signal });
    during.abort(reason);
    await expect(work).rejects.toBe(reason);
  });
});

describe('nothing is computed with', () => {
  const notOnCurve = { done: false, code: 'point-not-on-curve' };

  test.each(['P-256', 'P-384', 'P-521'] as const)('a point that is not on %s', async (crv) => {
    const { publicJwk, privateJwk } = newAgreementPair(crv);
    const { x = '', y = '' } = publicJwk;
    const size = Buffer.from(String(x), 'base64url').length;
    const zero = encodeBase64url(new Uint8Array(size));
    const ones = encodeBase64url(new Uint8Array(size).fill(255));
    for (const off of [{ x: y, y: x }, { x: zero, y: zero }, { y: zero }, { x: ones }, { y: ones }])
      for (const options of [{}, PLAIN_HTTP])
        expect(await sharedSecret(privateJwk, { ...publicJwk, ...off }, options)).toEqual(notOnCurve);
  });

  // little-endian; u of order 1, 2, 4 and 8, also as numbers of p and more, and with the bit that does not count
  const P25519 = 2n ** 255n - 19n;
  const P448 = 2n ** 448n - 2n ** 224n - 1n;
  const ORDER_8 = [
    325606250916557431795983626356110631294008115727848805560023387167927233504n,
    39382357235489614581723060781553021112529911719440698176882885853963445705823n,
  ];
  const low25519 = [0n, 1n, P25519 - 1n, P25519, P25519 + 1n, ...ORDER_8];
  test.each([
    ['X25519', [...low25519, ...low25519.map((u) => u + 2n ** 255n)], 32],
    ['X448', [0n, 1n, P448 - 1n, P448, P448 + 1n], 56],
  ] as const)('a key of %s that gives everybody the same secret', async (crv, values, size) => {
    const { privateJwk, privateKey, publicJwk } = newAgreementPair(crv);
    for (const u of values) {
      const bytes = Buffer.from(u.toString(16).padStart(size * 2, '0'), 'hex').reverse();
      const low = { ...publicJwk, x: bytes.toString('base64url') };
      for (const options of [{}, PLAIN_HTTP]) expect(await sharedSecret(privateJwk, low, options)).toEqual(notOnCurve);
      // OpenSSL refuses it as well, having computed zero
      const publicKey = createPublicKey({ key: { kty: 'OKP', crv, x: low.x }, format: 'jwk' });
      expect(() => diffieHellman({ privateKey, publicKey })).toThrow();
    }
  });
});

describe('published secrets (RFC 8037 A.6, A.7)', () => {
  interface EcdhCase {
    readonly id: string;
    readonly kind: string;
    readonly key: string;
    readonly epk: string;
    readonly expect: 'valid' | 'invalid';
    readonly expectedZHex: string;
  }
  const file = join(projectRoot(), '../shared/vectors/rfc8037.json');
  const there = existsSync(file);

  test.skipIf(!there)(there ? 'are found' : 'skipped: they do not lie beside the project', async () => {
    const entries: readonly EcdhCase[] = JSON.parse(readFileSync(file, 'utf8'));
    const cases = entries.filter(({ kind }) => kind === 'ecdh');
    expect(cases).toHaveLength(4);
    for (const { id, key, epk, expect: kind, expectedZHex } of cases)
      for (const options of [{}, PLAIN_HTTP]) {
        const answer = await sharedSecret(JSON.parse(key), JSON.parse(epk), options);
        const hex = answer.done ? Buffer.from(answer.value).toString('hex') : answer.code;
        expect([id, hex === expectedZHex]).toEqual([id, kind === 'valid']);
      }
  });
});

describe('code that does not arrive', () => {
  afterEach(() => {
    vi.doUnmock('@noble/curves/ed448.js');
    vi.resetModules();
  });

  test('is said', async () => {
    vi.resetModules();
    vi.doMock('@noble/curves/ed448.js', () => {
      throw new Error('refused');
    });
    const fresh = await import('./shared-secret.ts');
    const { publicJwk, privateJwk } = newAgreementPair('X448');
    expect(await fresh.sharedSecret(privateJwk, publicJwk)).toEqual({ done: false, code: 'not-loaded' });
  });
});

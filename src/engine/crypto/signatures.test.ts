import {
  constants,
  createPublicKey,
  createSecretKey,
  type JsonWebKey as NodeJwk,
  verify as nodeVerify,
} from 'node:crypto';
import fc from 'fast-check';
import jsonwebtoken, { type Algorithm } from 'jsonwebtoken';
import { beforeAll, describe, expect, test } from 'vitest';
import { unwrap } from '../testing/crypto-answers.ts';
import { encodeBase64url } from '../token/base64url.ts';
import { encodeUtf8 } from '../token/utf8.ts';
import type { DoneBy } from '../types.ts';
import { algorithmFor, SIGNATURE_ALGORITHMS, type SignatureAlg, type SignatureAlgorithm } from './algorithms.ts';
import type { Runtime } from './answer.ts';
import { type GeneratedKey, generateKey } from './generate.ts';
import { signBytes } from './sign.ts';
import { verifySignature } from './verify.ts';

const ENTRIES = Object.values(SIGNATURE_ALGORITHMS);

/** What Firefox, WebKit and older Chromium may lack is refused here, whoever asks. */
function strippedRuntime(): Runtime {
  const lacks = (algorithm: unknown) => /Ed25519|ML-DSA/.test(JSON.stringify(algorithm));
  const subtle = new Proxy(globalThis.crypto.subtle, {
    get(target, name) {
      const member: unknown = Reflect.get(target, name, target);
      if (typeof member !== 'function') return member;
      return (...given: unknown[]) =>
        given.some(lacks)
          ? Promise.reject(new DOMException('Unrecognized algorithm name', 'NotSupportedError'))
          : Reflect.apply(member, target, given);
    },
  });
  return { subtle };
}

const RUNTIMES: readonly { name: string; runtime: Runtime; lacks: RegExp }[] = [
  { name: 'the WebCrypto of this runtime', runtime: globalThis.crypto, lacks: /ML-DSA/ },
  { name: 'WebCrypto without Ed25519 and ML-DSA', runtime: strippedRuntime(), lacks: /Ed25519|EdDSA|ML-DSA/ },
];

function byIn(entry: SignatureAlgorithm, lacks: RegExp): DoneBy {
  return entry.doneBy === 'javascript' || lacks.test(entry.alg) ? 'javascript' : 'webcrypto';
}

function signingInputOf(header: object, payload: string): Uint8Array {
  return encodeUtf8(`${encodeBase64url(encodeUtf8(JSON.stringify(header)))}.${encodeBase64url(encodeUtf8(payload))}`);
}

function withFlippedBit(bytes: Uint8Array, bit: number): Uint8Array {
  const at = bit >> 3;
  return bytes.map((byte, index) => (index === at ? byte ^ (1 << (bit & 7)) : byte));
}

/** By node:crypto, which shares no code with jose, WebCrypto's interface or the JavaScript libraries. */
function independentlyVerified(
  alg: SignatureAlg,
  key: GeneratedKey,
  input: Uint8Array,
  signature: Uint8Array,
): boolean {
  const publicKey = createPublicKey({ key: nodeJwk(key.publicJwk), format: 'jwk' });
  const { hash } = SIGNATURE_ALGORITHMS[alg].subtle;
  const pss = { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: constants.RSA_PSS_SALTLEN_DIGEST };
  const how = alg.startsWith('PS') ? pss : { dsaEncoding: 'ieee-p1363' as const };
  return nodeVerify(hash ?? null, input, { key: publicKey, ...how }, signature);
}

function nodeJwk(jwk: GeneratedKey['publicJwk']): NodeJwk {
  return Object.fromEntries(Object.entries(jwk).filter(([name]) => name !== 'key_ops'));
}

function verifiedByJsonwebtoken(alg: Algorithm, key: GeneratedKey, token: string): boolean {
  const publicKey =
    key.kty === 'oct'
      ? createSecretKey(String(key.publicJwk.k), 'base64url')
      : createPublicKey({ key: nodeJwk(key.publicJwk), format: 'jwk' });
  return typeof jsonwebtoken.verify(token, publicKey, { algorithms: [alg] }) === 'object';
}

function isOfJsonwebtoken(alg: SignatureAlg): alg is SignatureAlg & Algorithm {
  return /^(HS|RS|PS|ES)(256|384|512)$/.test(alg);
}

describe.each(RUNTIMES)('with $name', ({ runtime, lacks }) => {
  describe.each(ENTRIES)('$alg', (entry) => {
    const { alg } = entry;
    const by = byIn(entry, lacks);
    const input = signingInputOf({ alg, typ: 'JWT' }, '{"sub":"rider-48213"}');
    let key: GeneratedKey;
    let other: GeneratedKey;
    let signature: Uint8Array;

    beforeAll(async () => {
      key = unwrap(await generateKey(alg, { runtime }));
      other = unwrap(await generateKey(alg, { runtime }));
      signature = unwrap(await signBytes(alg, key, input, { runtime }));
    }, 60_000);

    test('what was signed with a new key verifies, and the answer says who did the work', async () => {
      expect(await verifySignature(alg, key, input, signature, { runtime })).toEqual({ done: true, value: true, by });
      const again = await signBytes(alg, key, input, { runtime });
      expect(again).toMatchObject({ done: true, by });
      expect(unwrap(again)).toHaveLength(entry.kty === 'RSA' ? 256 : Number(algorithmFor(alg, key.crv).signatureBytes));
    });

    test('the public half alone verifies', async () => {
      const { privateJwk: _, ...publicKey } = key;
      expect(await verifySignature(alg, publicKey, input, signature, { runtime })).toEqual({
        done: true,
        value: true,
        by,
      });
    });

    test('another key, one flipped bit in the input or one in the signature is a no', async () => {
      const no = { done: true, value: false, by };
      expect(await verifySignature(alg, other, input, signature, { runtime })).toEqual(no);
      expect(await verifySignature(alg, key, withFlippedBit(input, 3), signature, { runtime })).toEqual(no);
      expect(
        await verifySignature(alg, key, withFlippedBit(input, input.length * 8 - 8), signature, { runtime }),
      ).toEqual(no);
      for (const bit of [0, 7, signature.length * 4, signature.length * 8 - 1])
        expect(await verifySignature(alg, key, input, withFlippedBit(signature, bit), { runtime })).toEqual(no);
    });

    test('a signature of another length, of zeros or of ones is a no', async () => {
      const no = { done: true, value: false, by };
      const strange = [
        new Uint8Array(),
        signature.subarray(1),
        signature.subarray(0, -1),
        Uint8Array.of(...signature, 0),
        Uint8Array.of(0, ...signature),
        new Uint8Array(signature.length),
        new Uint8Array(signature.length).fill(0xff),
      ];
      for (const bytes of strange) expect(await verifySignature(alg, key, input, bytes, { runtime })).toEqual(no);
    });

    if (entry.kty !== 'oct' && entry.kty !== 'AKP')
      test('node:crypto agrees', () => {
        expect(independentlyVerified(alg, key, input, signature)).toBe(true);
        expect(independentlyVerified(alg, other, input, signature)).toBe(false);
      });

    if (isOfJsonwebtoken(alg))
      test('jsonwebtoken agrees', () => {
        const token = `${new TextDecoder().decode(input)}.${encodeBase64url(signature)}`;
        expect(verifiedByJsonwebtoken(alg, key, token)).toBe(true);
        expect(() => verifiedByJsonwebtoken(alg, other, token)).toThrow('invalid signature');
      });
  });
});

describe('any bytes', () => {
  test.each(['HS256', 'ES256', 'EdDSA', 'ES256K'] as const)(
    '%s signs and verifies bytes that are no JWS',
    async (alg) => {
      const key = unwrap(await generateKey(alg));
      await fc.assert(
        fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), async (input) => {
          const signature = unwrap(await signBytes(alg, key, input));
          expect(await verifySignature(alg, key, input, signature)).toMatchObject({ done: true, value: true });
          expect(await verifySignature(alg, key, Uint8Array.of(...input, 0), signature)).toMatchObject({
            done: true,
            value: false,
          });
        }),
        { numRuns: 25, seed: 7515 },
      );
    },
  );

  test('an unencoded payload is checked as it stands (RFC 7797 section 4.2)', async () => {
    const key = { secret: encodeUtf8('a secret of thirty-two bytes, see') };
    const header = encodeBase64url(encodeUtf8('{"alg":"HS256","b64":false,"crit":["b64"]}'));
    for (const payload of ['$.02', 'plain', 'ünïcode', '']) {
      const input = encodeUtf8(`${header}.${payload}`);
      const signature = unwrap(await signBytes('HS256', key, input));
      expect(await verifySignature('HS256', key, input, signature)).toEqual({
        done: true,
        value: true,
        by: 'webcrypto',
      });
      expect(await verifySignature('HS256', key, encodeUtf8(`${header}.${payload}.`), signature)).toEqual({
        done: true,
        value: false,
        by: 'webcrypto',
      });
    }
  });

  test('a header that names another algorithm does not change which one is checked', async () => {
    const key = { secret: new Uint8Array(64).fill(7) };
    const input = signingInputOf({ alg: 'HS512' }, '{}');
    const signature = unwrap(await signBytes('HS256', key, input));
    expect(await verifySignature('HS256', key, input, signature)).toEqual({ done: true, value: true, by: 'webcrypto' });
  });
});

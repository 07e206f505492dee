import {
  constants,
  createCipheriv,
  createDecipheriv,
  createHmac,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type JsonWebKeyInput,
  privateDecrypt,
  publicEncrypt,
  randomBytes,
} from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { unwrap } from '../../testing/crypto-answers.ts';
import { keyFor, sealedContent } from '../../testing/sealed-content.ts';
import { strippedRuntime } from '../../testing/stripped-runtime.ts';
import type { JsonObject } from '../../types.ts';
import type { SignatureJwkKey } from '../algorithms.ts';
import type { Runtime } from '../answer.ts';
import { unwrapByAes, wrapByAes } from './aes-key-wrap.ts';
import { CONTENT_ENCRYPTION, type ContentEncryption } from './content-encryption.ts';
import { decryptContent } from './decrypt.ts';
import { decryptPkcs1, rsaPrivateKey } from './javascript/rsa.ts';

const RUNTIMES: readonly (readonly [name: string, runtime: Runtime | undefined])[] = [
  ['WebCrypto', undefined],
  ['JavaScript', {}],
  ['Chromium’s part of WebCrypto', strippedRuntime('chromium')],
];
const PLAINTEXT = new Uint8Array(randomBytes(45));
const AAD = new Uint8Array(randomBytes(21));

interface NodeSealed {
  readonly iv: Uint8Array;
  readonly ciphertext: Uint8Array;
  readonly tag: Uint8Array;
}

/** Content encryption by OpenSSL. */
function sealByNode(enc: ContentEncryption, key: Uint8Array, aad: Uint8Array, ivBytes?: number): NodeSealed {
  const entry = CONTENT_ENCRYPTION[enc];
  const iv = randomBytes(ivBytes ?? entry.ivBytes);
  const bits = (key.length * 8) / (entry.kind === 'cbc-hmac' ? 2 : 1);
  if (entry.kind === 'cbc-hmac') {
    const half = key.length / 2;
    const cipher = createCipheriv(`aes-${bits}-cbc`, key.subarray(half), iv);
    const ciphertext = Buffer.concat([cipher.update(PLAINTEXT), cipher.final()]);
    return { iv, ciphertext, tag: macByNode(key.subarray(0, half), aad, iv, ciphertext) };
  }
  const cipher =
    entry.kind === 'gcm'
      ? createCipheriv(`aes-${bits === 192 ? 192 : bits === 256 ? 256 : 128}-gcm`, key, iv)
      : createCipheriv('chacha20-poly1305', key, iv, { authTagLength: 16 });
  cipher.setAAD(aad, { plaintextLength: PLAINTEXT.length });
  const ciphertext = Buffer.concat([cipher.update(PLAINTEXT), cipher.final()]);
  return { iv, ciphertext, tag: cipher.getAuthTag() };
}

function macByNode(key: Uint8Array, aad: Uint8Array, iv: Uint8Array, ciphertext: Uint8Array): Buffer {
  const bits = Buffer.alloc(8);
  bits.writeBigUInt64BE(BigInt(aad.length * 8));
  const mac = createHmac(`sha${key.length * 16}`, key)
    .update(aad)
    .update(iv)
    .update(ciphertext)
    .update(bits)
    .digest();
  return mac.subarray(0, mac.length / 2);
}

const BY_NODE = Object.values(CONTENT_ENCRYPTION).filter(({ enc }) => enc !== 'XC20P');

describe.each(RUNTIMES)('by %s', (_, runtime) => {
  test.each(BY_NODE)('$enc opens what OpenSSL sealed', async ({ enc, cekBytes }) => {
    const secret = randomBytes(cekBytes);
    const sealed = sealByNode(enc, secret, AAD);
    const content = { header: {}, encryptedKey: new Uint8Array(), aad: AAD, ...sealed };
    const answer = await decryptContent('dir', enc, { secret }, content, { runtime });
    expect(answer.done && answer.opened && [...answer.plaintext]).toEqual([...PLAINTEXT]);
  });

  test.each(['A128GCM', 'A192GCM', 'A256GCM'] as const)(
    '%s opens one with 16 bytes of IV, and says so',
    async (enc) => {
      const secret = randomBytes(CONTENT_ENCRYPTION[enc].cekBytes);
      const sealed = sealByNode(enc, secret, AAD, 16);
      const content = { header: {}, encryptedKey: new Uint8Array(), aad: AAD, ...sealed };
      const answer = await decryptContent('dir', enc, { secret }, content, { runtime });
      expect(answer).toMatchObject({ done: true, opened: true, notes: ['gcm-iv-16'] });
      expect(answer.done && answer.opened && [...answer.plaintext]).toEqual([...PLAINTEXT]);
    },
  );

  test.each(['A128CBC-HS256', 'A192CBC-HS384', 'A256CBC-HS512'] as const)(
    'OpenSSL opens what %s sealed',
    async (enc) => {
      const secret = randomBytes(CONTENT_ENCRYPTION[enc].cekBytes);
      const half = secret.length / 2;
      const sealed = await sealedContent({ alg: 'dir', enc, key: { secret }, plaintext: PLAINTEXT }, { runtime });
      const mac = macByNode(secret.subarray(0, half), sealed.aad, sealed.iv, sealed.ciphertext);
      expect([...mac]).toEqual([...sealed.tag]);
      const decipher = createDecipheriv(`aes-${half * 8}-cbc`, secret.subarray(half), sealed.iv);
      const opened = Buffer.concat([decipher.update(sealed.ciphertext), decipher.final()]);
      expect([...opened]).toEqual([...PLAINTEXT]);
    },
  );

  test.each([16, 24, 32])('AES Key Wrap with %i bytes is that of OpenSSL, both ways', async (bytes) => {
    for (const cekBytes of [16, 24, 32, 48, 64]) {
      const kek = randomBytes(bytes);
      const cek = randomBytes(cekBytes);
      const cipher = createCipheriv(`id-aes${bytes * 8}-wrap`, kek, Buffer.alloc(8, 0xa6));
      const wrapped = Buffer.concat([cipher.update(cek), cipher.final()]);
      expect([...unwrap(await wrapByAes(kek, cek, { runtime }))]).toEqual([...wrapped]);
      expect([...(unwrap(await unwrapByAes(kek, wrapped, { runtime })) ?? [])]).toEqual([...cek]);
    }
  });

  /** RFC 3394 sections 4.1 to 4.6: keys of rising bytes, data 00112233…, whose outputs NIST published. */
  const NIST = [
    [16, 16, '1fa68b0a8112b447aef34bd8fb5a7b829d3e862371d2cfe5'],
    [24, 16, '96778b25ae6ca435f92b5b97c050aed2468ab8a17ad84e5d'],
    [32, 16, '64e8c3f9ce0f5ba263e9777905818a2a93c8191e7d6e8ae7'],
    [24, 24, '031d33264e15d33268f24ec260743edce1c6c7ddee725a936ba814915c6762d2'],
    [32, 24, 'a8f9bc1612c68b3ff6e6f4fbe30e71e4769c8b80a32cb8958cd5d17d6b254da1'],
    [32, 32, '28c9f404c4b810f4cbccb35cfb87f8263f5786e2d80ed326cbc7f0e71a99f43bfb988b9b7a02dd21'],
  ] as const;
  test.each(NIST)('AES Key Wrap with %i bytes of %i bytes is that of NIST', async (kekBytes, cekBytes, wrapped) => {
    const kek = Uint8Array.from({ length: kekBytes }, (_, index) => index);
    const cek = Buffer.from(`00112233445566778899aabbccddeeff${'000102030405060708090a0b0c0d0e0f'}`, 'hex');
    const answer = unwrap(await wrapByAes(kek, cek.subarray(0, cekBytes), { runtime }));
    expect(Buffer.from(answer).toString('hex')).toBe(wrapped);
  });
});

type RsaKey = SignatureJwkKey & { readonly privateJwk: JsonObject };
const rsaKeys = new Map<number, RsaKey>();

/** A key pair as the reader of keys gives it; made once for each size. */
function rsaKey(modulusLength: number): RsaKey {
  const key = rsaKeys.get(modulusLength) ?? newRsaKey(modulusLength);
  rsaKeys.set(modulusLength, key);
  return key;
}

function newRsaKey(modulusLength: number): RsaKey {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength });
  const jwkOf = (key: typeof publicKey) => JSON.parse(JSON.stringify(key.export({ format: 'jwk' }))) as JsonObject;
  return { kty: 'RSA', bits: modulusLength, publicJwk: jwkOf(publicKey), privateJwk: jwkOf(privateKey) };
}

const OAEP = [
  ['RSA-OAEP', 'sha1'],
  ['RSA-OAEP-256', 'sha256'],
  ['RSA-OAEP-384', 'sha384'],
  ['RSA-OAEP-512', 'sha512'],
] as const;
const CEK = new Uint8Array(randomBytes(32));
const INPUT = (jwk: JsonObject): JsonWebKeyInput => ({ key: jwk, format: 'jwk' });

describe.each(RUNTIMES)('RSA by %s', (_, runtime) => {
  test.each(OAEP)('%s opens what OpenSSL encrypted, and the other way round', async (alg, oaepHash) => {
    const enc = 'A128CBC-HS256';
    for (const bits of [1536, 2048, 2056]) {
      const key = rsaKey(bits);
      const padding = { oaepHash, padding: constants.RSA_PKCS1_OAEP_PADDING };
      const encryptedKey = publicEncrypt({ key: createPublicKey(INPUT(key.publicJwk)), ...padding }, CEK);
      const content = { header: {}, encryptedKey, aad: AAD, ...sealByNode(enc, CEK, AAD) };
      expect(await decryptContent(alg, enc, key, content, { runtime })).toMatchObject({ done: true, opened: true });
      const ours = await sealedContent({ alg, enc, key, plaintext: PLAINTEXT }, { runtime });
      const cek = privateDecrypt({ key: createPrivateKey(INPUT(key.privateJwk)), ...padding }, ours.encryptedKey);
      const mac = macByNode(cek.subarray(0, 16), ours.aad, ours.iv, ours.ciphertext);
      expect([...mac]).toEqual([...ours.tag]);
    }
  });

  test.each(OAEP)('%s with a label, which JWE has none of, is a no', async (alg, oaepHash) => {
    const key = rsaKey(2048);
    const padding = { oaepHash, padding: constants.RSA_PKCS1_OAEP_PADDING, oaepLabel: Buffer.of(1) };
    const encryptedKey = publicEncrypt({ key: createPublicKey(INPUT(key.publicJwk)), ...padding }, CEK);
    const content = { header: {}, encryptedKey, aad: AAD, ...sealByNode('A128CBC-HS256', CEK, AAD) };
    const answer = await decryptContent(alg, 'A128CBC-HS256', key, content, { runtime });
    expect(answer).toMatchObject({ done: true, opened: false });
  });

  test('RSA1_5 opens what OpenSSL encrypted', async () => {
    for (const bits of [512, 1024, 2048, 3072]) {
      const key = rsaKey(bits);
      const padding = constants.RSA_PKCS1_PADDING;
      const encryptedKey = publicEncrypt({ key: createPublicKey(INPUT(key.publicJwk)), padding }, CEK);
      const content = { header: {}, encryptedKey, aad: AAD, ...sealByNode('A128CBC-HS256', CEK, AAD) };
      const answer = await decryptContent('RSA1_5', 'A128CBC-HS256', key, content, { runtime });
      expect(answer).toMatchObject({ done: true, opened: true, by: 'javascript' });
    }
  });

  test('RSA1_5 with a content key of another length is a no', async () => {
    const key = rsaKey(1024);
    const padding = constants.RSA_PKCS1_PADDING;
    for (const cekBytes of [0, 1, 31, 33, 64]) {
      const encryptedKey = publicEncrypt(
        { key: createPublicKey(INPUT(key.publicJwk)), padding },
        randomBytes(cekBytes),
      );
      const content = { header: {}, encryptedKey, aad: AAD, ...sealByNode('A128CBC-HS256', CEK, AAD) };
      const answer = await decryptContent('RSA1_5', 'A128CBC-HS256', key, content, { runtime });
      expect(answer).toEqual({ done: true, opened: false, by: 'javascript' });
    }
  });
});

test('the padding of RSA1_5 is 00 02, eight bytes or more that are not zero, and a zero', () => {
  const { publicJwk, privateJwk } = rsaKey(1024);
  const key = rsaPrivateKey(privateJwk);
  if (key === undefined) throw new Error('no key');
  const decrypted = (start: readonly number[], filling: number) => {
    const padded = Buffer.alloc(128, filling);
    padded.set(start);
    const raw = { key: createPublicKey(INPUT(publicJwk)), padding: constants.RSA_NO_PADDING };
    return decryptPkcs1(key, publicEncrypt(raw, padded));
  };
  expect(decrypted([0, 2, 1, 2, 3, 4, 5, 6, 7, 8, 0], 9)).toEqual(new Uint8Array(117).fill(9));
  expect(decrypted([0, 2, 1, 2, 3, 4, 5, 6, 7, 0], 9)).toBeUndefined();
  expect(decrypted([0, 1, 1, 2, 3, 4, 5, 6, 7, 8, 0], 9)).toBeUndefined();
  expect(decrypted([1, 2, 1, 2, 3, 4, 5, 6, 7, 8, 0], 9)).toBeUndefined();
  expect(decrypted([0, 2], 9)).toBeUndefined();
});

test('an RSA key without its primes is used in JavaScript, where WebCrypto refuses it', async () => {
  const enc = 'A128GCM';
  const { publicJwk, privateJwk } = await keyFor('RSA-OAEP-256', enc);
  const { n = '', e = '', d = '' } = privateJwk;
  const key = { kty: 'RSA', publicJwk, privateJwk: { kty: 'RSA', n, e, d } } as const;
  const content = await sealedContent({ alg: 'RSA-OAEP-256', enc, key, plaintext: PLAINTEXT });
  const answer = await decryptContent('RSA-OAEP-256', enc, key, content);
  expect(answer).toMatchObject({ done: true, opened: true, by: 'javascript' });
});

/** draft-irtf-cfrg-xchacha-03, appendix A.3.1. */
test('XC20P opens the example of the XChaCha draft', async () => {
  const rising = (first: number, length: number) => Uint8Array.from({ length }, (_, index) => first + index);
  const ciphertext = Buffer.from(
    'bd6d179d3e83d43b9576579493c0e939572a1700252bfaccbed2902c21396cbb731c7f1b0b4aa6440bf3a82f4eda7e39' +
      'ae64c6708c54c216cb96b72e1213b4522f8c9ba40db5d945b11b69b982c1bb9e3f3fac2bc369488f76b2383565d3fff9' +
      '21f9664c97637da9768812f615c68b13b52e',
    'hex',
  );
  const content = {
    header: {},
    encryptedKey: new Uint8Array(),
    iv: rising(0x40, 24),
    aad: Buffer.from('50515253c0c1c2c3c4c5c6c7', 'hex'),
    ciphertext,
    tag: Buffer.from('c0875924c1c7987947deafd8780acf49', 'hex'),
  };
  const answer = await decryptContent('dir', 'XC20P', { secret: rising(0x80, 32) }, content);
  expect(answer).toMatchObject({ opened: true, by: 'javascript' });
  expect(answer.done && answer.opened && Buffer.from(answer.plaintext).toString()).toMatch(/^Ladies and Gentlemen/);
});

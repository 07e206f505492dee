/** Structures and encryptions that Node does not write; made with OpenSSL 3.0 from one throw-away key. */
import { generateKeyPairSync } from 'node:crypto';
import { ml_dsa44 } from '@noble/post-quantum/ml-dsa.js';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { encodeBase64url } from '../token/base64url.ts';
import { readKey } from './read.ts';

const pem = (label: string, base64: string) => `-----BEGIN ${label}-----\n${base64}\n-----END ${label}-----\n`;
const der = (...bytes: (number | Uint8Array)[]) =>
  Buffer.concat(bytes.map((part) => (typeof part === 'number' ? Uint8Array.of(part) : part)));
/** Tag, length, content. */
const wrap = (tag: number, content: Uint8Array) =>
  content.length < 128
    ? der(tag, content.length, content)
    : der(tag, 0x82, content.length >> 8, content.length & 255, content);

const SPKI =
  'MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEFH6t903srkkf/Nc7IIPC4mzd5yuLcJYHvcnpjDRIZEz3uUkqOKqf3blm5M4iZVEhZ/LS2lOaWU7mBaBZpe7JQQ==';
const COMPRESSED = 'MDkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDIgADFH6t903srkkf/Nc7IIPC4mzd5yuLcJYHvcnpjDRIZEw=';
const SEC1_ALONE = 'MDECAQEEIAfqjsUsCulvxvBWTLQzINmazSwI5VpgPGO/RYqMeFGQoAoGCCqGSM49AwEH';
const BRAINPOOL =
  'MFowFAYHKoZIzj0CAQYJKyQDAwIIAQEHA0IABEF4sXd1FRmUSFH0y2kS4ePhtUp97p3SYctAi8J60FFILpnGE5tclJAe76qrMtL1U2zgrM+dqo0TtvoFKVpe3c8=';
const EXPLICIT =
  'MIIBSzCCAQMGByqGSM49AgEwgfcCAQEwLAYHKoZIzj0BAQIhAP////8AAAABAAAAAAAAAAAAAAAA////////////////MFsEIP////8AAAABAAAAAAAAAAAAAAAA///////////////8BCBaxjXYqjqT57PrvVV2mIa8ZR0GsMxTsPY7zjw+J9JgSwMVAMSdNgiG5wSTamZ44ROdJreBn36QBEEEaxfR8uEsQkf4vOblY6RA8ncDfYEt6zOg9KE5RdiYwpZP40Li/hp/m47n60p8D54WK84zV2sxXs7LtkBoN79R9QIhAP////8AAAAA//////////+85vqtpxeehPO5ysL8YyVRAgEBA0IABCN2HvucJgV8yjBrRGMshbgLa9EW6XL1aIaZPvr1X+uwHSOi9GCGUmNs6PlKiXeE7Dp6lKHtNTpQ1gRjc8/jfiA=';

const ENCRYPTED: Readonly<Record<string, string>> = {
  'AES-128-CBC, HMAC-SHA-1':
    'MIHeMEkGCSqGSIb3DQEFDTA8MBsGCSqGSIb3DQEFDDAOBAjHjpow4VGPcgICA+gwHQYJYIZIAWUDBAECBBCeh8xgvc5yrsoXSlX4wxEDBIGQmkHom5E5G1P3dTiGwYzEvyrgPwJzMQewlR1LGFUyP91GHoZI4Zn6jtXN/A3/xhYqhQGOeMv0ecR1cy0VyCafF+JSvEDaK/H2/Id3qmTwEMdWBAaVT05sAXpu+cLPnA3N6066pNNMRiIDsA/z9XUewHd37AQlI7ouBq6DVtKFaVkNDMB4D03i2HNZxHyFTWdd',
  'AES-192-CBC, HMAC-SHA-512':
    'MIHsMFcGCSqGSIb3DQEFDTBKMCkGCSqGSIb3DQEFDDAcBAhQp9zGeIx9+AICA+gwDAYIKoZIhvcNAgsFADAdBglghkgBZQMEARYEEOGoVlBFk3jX8L4YcwBZ8zMEgZANPO7BO9UvLsBFmCoHw4jNCYCQpUD5N3lsU54JbzrJpt8Z/zKfmnr3sMhWOAwPFqQAuLQGKA/2mxwlbjAic1SU62XvkolRtc+aZEKnfu2inARycU0SRkq+XH02Y6C7XVCOoqpVb4IatmDkMnj5jdJ66Qitysu6f8jkGpZkoCkueAWY9yfGT+ivJMk2cF9Tvqc=',
  'AES-256-CBC, HMAC-SHA-224':
    'MIHsMFcGCSqGSIb3DQEFDTBKMCkGCSqGSIb3DQEFDDAcBAi6PAbqQUUZwwICA+gwDAYIKoZIhvcNAggFADAdBglghkgBZQMEASoEEOTyZjflUhsITEVNrB1RF/4EgZCUWCb+G2hXhDWX959fHj0QEVa4RV2ShVPdmpOKMI6xYSZaUKmq4un4h5NbNIAxeulW1tLdRdo2d2J6AdZxOrGgLx6k+Ylg2WyGPFJToLG7/npfga0/V3lIiAvx+egVjJMhZ6f8CHEdJS54steLFc4ynly36DAECSwJ4zwHCOAJUZhkb1almtpcxqMQB1h9voM=',
  'AES-256-CBC, scrypt':
    'MIHkME8GCSqGSIb3DQEFDTBCMCEGCSsGAQQB2kcECzAUBAg4RXQj9vOrmQICBAACAQgCAQEwHQYJYIZIAWUDBAEqBBCEvKE33rEMmhgtPYM3saA+BIGQHFH3WIpjx63ANOYJqt7ZxZflG2L/+K5fUBk6sZy6ENzoZWs8ZyBvTLjknytnI8RgTSii9UF76/xPU+tOZvWWowo+mEM2xtIHLwCSN0ektz/XLh7fh9jWs0pCFhmHHZzr0uKIKzBgMrOJOhYHON7mYAfu9tvkM/cgX8GLTUZ2h/yL/Uw4Nqkg510qm2GkLfE+',
};
const THREE_DES =
  'MIHjME4GCSqGSIb3DQEFDTBBMCkGCSqGSIb3DQEFDDAcBAgdQp1ylQkbNwICA+gwDAYIKoZIhvcNAgkFADAUBggqhkiG9w0DBwQINtH61RJZET4EgZAlV8xoqLB+N3tF2VKR6gf0P3aUw4aPS6IUJ4cSMidO+O4tbUKR/T3RJhv/D+puRhyguCi10Kkc/kK+BsUb1rXF+py2ZwXFjV4w3BZq/4SUZx0Wft85GrYNKW+QoRHO9qx0tnZLEuj2KaUgJceLom46iLbxC4N9qrv6BUywLPKXapgIvGZb+JJxKBU9/XKEsX8=';
const PKCS12_SCHEME =
  'MIGxMBwGCiqGSIb3DQEMAQMwDgQIg0b/LOdH3dMCAggABIGQqoRs1kpYbmWxe0XeGbUEPAd82TT94lfzkmZNuKtRFO/Kb/dr2q8hj+WkSbDfok4jPSrf3KP/KdLoQ/rlG86Go74KBKfnYm+k5/0lSQzrGdU45qOj6qrDiNKI1TGcxmx3SkTGpbBs+isrZW4nqkBofAAkeRV5I2OSMVjUY4DFM2wIwQZFlQ/eEoihpuPp7rRo';

/** All that browsers leave of their cryptography on plain http. */
const getRandomValues = globalThis.crypto.getRandomValues.bind(globalThis.crypto);

const read = (text: string, passphrase = 'pear') => readKey({ text, passphrase });
const thumbprintOf = async (text: string) => (await read(text)).report.thumbprint;
const problemOf = async (text: string, passphrase?: string) => (await read(text, passphrase)).report.problem;

afterEach(() => vi.unstubAllGlobals());

describe('an EC key', () => {
  it('is the same with its point compressed', async () => {
    expect(await thumbprintOf(pem('PUBLIC KEY', COMPRESSED))).toBe(await thumbprintOf(pem('PUBLIC KEY', SPKI)));
  });

  it('without its public half has it computed', async () => {
    const { report } = await read(pem('EC PRIVATE KEY', SEC1_ALONE));
    expect([report.private, report.thumbprint]).toEqual([true, await thumbprintOf(pem('PUBLIC KEY', SPKI))]);
  });

  it('on another curve is named', async () => {
    expect(await problemOf(pem('PUBLIC KEY', BRAINPOOL))).toEqual({
      code: 'unsupported-algorithm',
      message: 'This is a key on the curve brainpoolP256r1; no JOSE algorithm uses it.',
    });
  });

  it('with its curve spelled out is named', async () => {
    expect((await problemOf(pem('PUBLIC KEY', EXPLICIT)))?.code).toBe('unsupported-format');
  });
});

describe('an encrypted key', () => {
  describe.each([
    ['with WebCrypto', false],
    ['without WebCrypto', true],
  ])('%s', (_name, isPlainHttp) => {
    it.each(Object.entries(ENCRYPTED))('opens by %s', async (_scheme, base64) => {
      if (isPlainHttp) vi.stubGlobal('crypto', { getRandomValues });
      const text = pem('ENCRYPTED PRIVATE KEY', base64);
      expect(await thumbprintOf(text)).toBe('ypKTdui_SV2sv0kwj4PxSUckzX8BFeiDh6JML5ocrNg');
      expect((await problemOf(text, ''))?.code).toBe('passphrase-needed');
      expect((await problemOf(text, 'plum'))?.code).toBe('passphrase-wrong');
    });
  });

  it('by another cipher is named, whatever the passphrase', async () => {
    expect((await problemOf(pem('ENCRYPTED PRIVATE KEY', THREE_DES), ''))?.message).toMatch(
      /encrypted by DES-EDE3-CBC/,
    );
    expect((await problemOf(pem('ENCRYPTED PRIVATE KEY', PKCS12_SCHEME)))?.message).toMatch(
      /PKCS#12 with SHA-1 and 3DES/,
    );
  });

  const oid = (hex: string) => wrap(6, Buffer.from(hex, 'hex'));
  const salt = wrap(4, Buffer.alloc(8));
  const aes256 = wrap(0x30, der(oid('60864801650304012a'), wrap(4, Buffer.alloc(16))));
  /** A key encrypted by PBES2 with these parameters of the derivation. */
  const encryptedBy = (derivation: string, ...parameters: Uint8Array[]) => {
    const kdf = wrap(0x30, der(oid(derivation), wrap(0x30, der(salt, ...parameters))));
    const scheme = wrap(0x30, der(oid('2a864886f70d01050d'), wrap(0x30, der(kdf, aes256))));
    return pem('ENCRYPTED PRIVATE KEY', wrap(0x30, der(scheme, wrap(4, Buffer.alloc(16)))).toString('base64'));
  };
  const integer = (hex: string) => wrap(2, Buffer.from(hex, 'hex'));

  it.each<[string, string, string]>([
    ['PBKDF2 of 1 round', encryptedBy('2a864886f70d01050c', integer('01')), 'passphrase-wrong'],
    ['PBKDF2 of 16 million rounds', encryptedBy('2a864886f70d01050c', integer('01000000')), 'unsupported-format'],
    ['PBKDF2 of no rounds', encryptedBy('2a864886f70d01050c', integer('00')), 'unsupported-format'],
    [
      'scrypt of 1 MiB',
      encryptedBy('2b06010401da47040b', integer('0400'), integer('08'), integer('01')),
      'passphrase-wrong',
    ],
    [
      'scrypt of 1 GiB',
      encryptedBy('2b06010401da47040b', integer('100000'), integer('08'), integer('01')),
      'unsupported-format',
    ],
    [
      'scrypt of an odd cost',
      encryptedBy('2b06010401da47040b', integer('0401'), integer('08'), integer('01')),
      'unsupported-format',
    ],
    ['an unknown derivation', encryptedBy('2a03', integer('01')), 'unsupported-format'],
  ])('by %s is answered at once', async (_name, text, code) => {
    expect((await problemOf(text))?.code).toBe(code);
  });
});

describe('an ML-DSA private key (RFC 9881 section 6)', () => {
  const seed = Uint8Array.from({ length: 32 }, (_, index) => index + 1);
  const keys = ml_dsa44.keygen(seed);
  const identifier = wrap(0x30, wrap(0x06, Buffer.from('608648016503040311', 'hex')));
  const pkcs8 = (inner: Uint8Array) =>
    pem('PRIVATE KEY', wrap(0x30, der(2, 1, 0, identifier, wrap(4, inner))).toString('base64'));
  const expected = { kty: 'AKP', alg: 'ML-DSA-44', pub: encodeBase64url(keys.publicKey) };

  it.each<[string, Uint8Array]>([
    ['the seed', wrap(0x80, seed)],
    ['the seed and the expanded key', wrap(0x30, der(wrap(4, seed), wrap(4, keys.secretKey)))],
  ])('holds %s', async (_name, inner) => {
    const answer = await read(pkcs8(inner));
    expect(answer.report.jwk).toEqual(expected);
    expect(answer.kind === 'keys' && answer.keys[0]?.privateJwk?.priv).toBe(encodeBase64url(seed));
  });

  it('with the expanded key alone is named', async () => {
    expect((await problemOf(pkcs8(wrap(4, keys.secretKey))))?.message).toMatch(/expanded form, without the seed/);
  });
});

describe('an RSA key', () => {
  it('made for one PSS algorithm says so', async () => {
    const options = { modulusLength: 1024, hashAlgorithm: 'sha384', mgf1HashAlgorithm: 'sha384' };
    const { publicKey, privateKey } = generateKeyPairSync('rsa-pss', options);
    for (const text of [
      publicKey.export({ type: 'spki', format: 'pem' }),
      privateKey.export({ type: 'pkcs8', format: 'pem' }),
    ]) {
      const answer = await read(text.toString());
      expect(answer.kind === 'keys' && answer.keys[0]?.alg).toBe('PS384');
    }
  });
});

describe('DER around a key', () => {
  it.each<[string, string, string]>([
    [
      'bytes behind the structure',
      pem('PUBLIC KEY', der(Buffer.from(SPKI, 'base64'), 0).toString('base64')),
      'bad-length',
    ],
    ['a structure that holds no key', pem('PUBLIC KEY', wrap(0x30, der(2, 1, 0)).toString('base64')), 'not-a-key'],
    ['no structure', pem('PUBLIC KEY', 'AAAA'), 'not-a-key'],
    ['a certificate revocation list', pem('X509 CRL', wrap(0x30, der(2, 1, 0)).toString('base64')), 'not-a-key'],
    [
      'a DSA key in the traditional form',
      pem('DSA PRIVATE KEY', wrap(0x30, der(...Array(6).fill(der(2, 1, 1)))).toString('base64')),
      'unsupported-algorithm',
    ],
    [
      'PKCS#12',
      wrap(0x30, der(2, 1, 3, wrap(0x30, wrap(6, Buffer.from('2a864886f70d010701', 'hex'))))).toString('base64'),
      'unsupported-format',
    ],
    [
      'PKCS#7',
      pem('PKCS7', wrap(0x30, der(wrap(6, Buffer.from('2a864886f70d010702', 'hex')), 0xa0, 0)).toString('base64')),
      'unsupported-format',
    ],
    ['a public key under PRIVATE KEY', pem('PRIVATE KEY', SPKI), 'wrong-label'],
    ['a private key under CERTIFICATE', pem('CERTIFICATE', SEC1_ALONE), 'wrong-label'],
  ])('%s', async (_name, text, code) => {
    expect((await problemOf(text))?.code).toBe(code);
  });
});

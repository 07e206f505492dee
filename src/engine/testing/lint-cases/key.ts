import { createHash } from 'node:crypto';
import { encodeBase64url } from '../../token/base64url.ts';
import { DIRECT_KEY, DIRECT_SECRET, directJwe } from '../direct-jwe.ts';
import { jws, someBytes } from '../lint-tokens.ts';
import { CERTIFICATES, certificatePem, leafJwk, thumbprint } from './certificates.ts';
import type { RuleCases } from './rule-cases.ts';
import {
  bothBy,
  EC,
  EC_384,
  es256Signed,
  hmacSigned,
  jwkOf,
  privatePem,
  publicPem,
  RSA,
  RSA_1024,
  RSA_3072,
  RSA_EXPONENT_3,
  rocaJwk,
  rs256Signed,
} from './signed.ts';

const CLAIMS = { iss: 'https://issuer.example', sub: 'u-1', aud: 'https://issuer.example', exp: 1_795_525_200 };
const STRONG = 'q8Zr!2mVx0T;u7Lw#Jd5eGh^Ya1CoPs9kNfB3';
const hmac = (secret: string, alg = 'HS256') => ({
  text: hmacSigned({ alg, typ: 'JWT' }, CLAIMS, secret),
  keys: [{ text: secret }],
});
const withKey = (text: string, key: unknown) => ({
  text,
  keys: [{ text: typeof key === 'string' ? key : JSON.stringify(key) }],
});
const es = (kid?: string) => es256Signed(kid === undefined ? {} : { kid }, CLAIMS, EC.privateKey);
const ec = (more: object = {}) => jwkOf(EC.publicKey, more);
const SOUND = withKey(es('k1'), ec({ kid: 'k1' }));
const SOUND_SECRET = hmac(STRONG);
const short = someBytes(20);
const oct = (bytes: Uint8Array, more: object = {}) => ({ kty: 'oct', k: encodeBase64url(bytes), ...more });

const { crv, kty, x, y } = ec();
const THUMBPRINT = createHash('sha256').update(JSON.stringify({ crv, kty, x, y })).digest('base64url');

export const KEY_CASES: readonly RuleCases[] = [
  {
    rule: 'alg-key-type-mismatch',
    fires: [withKey(es(), publicPem(RSA.publicKey)), withKey(jws({ alg: 'RS256' }, CLAIMS), ec())],
    silent: [SOUND, es(), withKey(es(), jwkOf(EC_384.publicKey))],
  },
  {
    rule: 'alg-confusion-public-key-as-secret',
    fires: [
      withKey(hmacSigned({ alg: 'HS256' }, CLAIMS, publicPem(RSA.publicKey)), publicPem(RSA.publicKey)),
      withKey(jws({ alg: 'HS512' }, CLAIMS), ec()),
    ],
    silent: [SOUND_SECRET, SOUND, withKey(rs256Signed({}, CLAIMS, RSA.privateKey), publicPem(RSA.publicKey))],
  },
  {
    rule: 'alg-jwk-alg-mismatch',
    fires: [
      withKey(es(), ec({ alg: 'ES384' })),
      withKey(jws({ alg: 'RS256' }, CLAIMS), jwkOf(RSA.publicKey, { alg: 'PS256' })),
    ],
    silent: [SOUND, withKey(es(), ec({ alg: 'ES256' })), withKey(es(), ec({ use: 'enc' }))],
  },
  {
    rule: 'jwk-use-mismatch',
    fires: [
      withKey(es(), ec({ use: 'enc' })),
      withKey(es(), ec({ key_ops: ['deriveBits'] })),
      withKey(es(), ec({ key_ops: ['verify', 'verify'] })),
    ],
    silent: [SOUND, withKey(es(), ec({ use: 'sig' })), withKey(es(), ec({ key_ops: ['verify'] }))],
  },
  {
    rule: 'ec-curve-mismatch',
    fires: [withKey(es(), jwkOf(EC_384.publicKey)), withKey(jws({ alg: 'ES384' }, CLAIMS), ec())],
    silent: [SOUND, withKey(es(), publicPem(RSA.publicKey))],
  },
  {
    rule: 'private-key-pasted',
    fires: [withKey(es(), privatePem(EC.privateKey)), withKey(es(), jwkOf(EC.privateKey))],
    silent: [SOUND, SOUND_SECRET, withKey(hmacSigned({ alg: 'HS256' }, CLAIMS, someBytes(40)), oct(someBytes(40)))],
  },
  {
    rule: 'rsa-key-small',
    fires: [
      withKey(rs256Signed({}, CLAIMS, RSA_1024.privateKey), publicPem(RSA_1024.publicKey)),
      withKey(rs256Signed({}, CLAIMS, RSA.privateKey), publicPem(RSA.publicKey)),
    ],
    silent: [SOUND, withKey(rs256Signed({}, CLAIMS, RSA_3072.privateKey), publicPem(RSA_3072.publicKey))],
  },
  {
    rule: 'rsa-exponent-odd',
    fires: [
      withKey(rs256Signed({}, CLAIMS, RSA_EXPONENT_3.privateKey), publicPem(RSA_EXPONENT_3.publicKey)),
      withKey(rs256Signed({}, CLAIMS, RSA.privateKey), jwkOf(RSA.publicKey, { e: 'AQ' })),
    ],
    silent: [SOUND, withKey(rs256Signed({}, CLAIMS, RSA.privateKey), publicPem(RSA.publicKey))],
  },
  {
    rule: 'ec-point-invalid',
    fires: [
      withKey(es(), ec({ x: encodeBase64url(someBytes(32)) })),
      withKey(es(), ec({ y: encodeBase64url(someBytes(31)) })),
    ],
    silent: [SOUND, withKey(es(), jwkOf(EC_384.publicKey))],
  },
  {
    rule: 'jwk-missing-required',
    fires: [withKey(es(), { kty: 'EC', crv: 'P-256', x: 'AA' }), withKey(es(), { kty: 'RSA', e: 'AQAB' })],
    silent: [SOUND, withKey(es(), publicPem(EC.publicKey))],
  },
  {
    rule: 'jwk-private-in-jwks',
    fires: [
      withKey(es('k1'), { keys: [jwkOf(EC.privateKey, { kid: 'k1' })] }),
      withKey(es('k1'), { keys: [ec({ kid: 'k1' }), oct(short, { kid: 's' })] }),
    ],
    silent: [SOUND, withKey(es('k1'), { keys: [ec({ kid: 'k1' })] }), withKey(es(), jwkOf(EC.privateKey))],
  },
  {
    rule: 'jwks-duplicate-kid',
    fires: [
      withKey(es('k1'), { keys: [ec({ kid: 'k1' }), jwkOf(EC_384.publicKey, { kid: 'k1' })] }),
      withKey(es('k2'), { keys: [ec({ kid: 'k1' }), ec({ kid: 'k2' }), jwkOf(EC_384.publicKey, { kid: 'k2' })] }),
    ],
    silent: [
      SOUND,
      withKey(es('k1'), { keys: [ec({ kid: 'k1' }), jwkOf(RSA.publicKey, { kid: 'k1' })] }),
      withKey(es('k1'), { keys: [ec(), jwkOf(EC_384.publicKey)] }),
    ],
  },
  {
    rule: 'jwks-no-matching-kid',
    fires: [withKey(es('k9'), { keys: [ec({ kid: 'k1' })] }), withKey(es('K1'), { keys: [ec({ kid: 'k1' })] })],
    silent: [SOUND, withKey(es('k1'), { keys: [ec({ kid: 'k1' })] }), withKey(es('k9'), ec({ kid: 'k1' }))],
  },
  {
    rule: 'jwk-thumbprint-kid',
    fires: [withKey(es(THUMBPRINT), ec()), withKey(es(THUMBPRINT), publicPem(EC.publicKey))],
    silent: [SOUND, es(THUMBPRINT), withKey(es('k1'), ec({ kid: THUMBPRINT }))],
  },
  {
    rule: 'hmac-key-short',
    fires: [hmac('secret'), hmac(STRONG, 'HS512')],
    silent: [SOUND_SECRET, SOUND, jws({ alg: 'HS256' }, CLAIMS)],
  },
  {
    rule: 'hmac-key-empty',
    fires: [
      withKey(hmacSigned({ alg: 'HS256' }, CLAIMS, ''), { kty: 'oct', k: '' }),
      withKey(hmacSigned({ alg: 'HS384' }, CLAIMS, ''), { kty: 'oct', k: '' }),
    ],
    silent: [SOUND_SECRET, hmac('x'), withKey(jws({ alg: 'HS256' }, CLAIMS), '')],
  },
  {
    rule: 'hmac-key-dictionary',
    fires: [hmac('secret'), hmac('your-256-bit-secret'), hmac('a-string-secret-at-least-256-bits-long')],
    silent: [SOUND_SECRET, hmac('secrets-of-nobody'), jws({ alg: 'HS256' }, CLAIMS)],
  },
  {
    rule: 'hmac-token-uses-known-secret',
    fires: [
      hmacSigned({ alg: 'HS256' }, CLAIMS, 'secret'),
      { ...hmac('changeme', 'HS512'), keys: [{ text: STRONG }] },
      hmacSigned({ alg: 'HS384' }, CLAIMS, ''),
    ],
    silent: [
      SOUND_SECRET,
      hmac('secret'),
      hmacSigned({ alg: 'HS256' }, CLAIMS, STRONG),
      // a long one is left to the search
      hmacSigned({ alg: 'HS256' }, { ...CLAIMS, text: 'x'.repeat(100_000) }, 'secret'),
      // and here the sample is told of
      hmacSigned({ alg: 'HS256' }, { sub: '1234567890', name: 'John Doe' }, 'your-256-bit-secret'),
    ],
  },
  {
    rule: 'rsa-key-roca-or-shared',
    fires: [withKey(es(), rocaJwk(1000n)), withKey(es(), { keys: [ec({ kid: 'a' }), rocaJwk(65_000n)] })],
    silent: [SOUND, withKey(es(), jwkOf(RSA.publicKey)), withKey(es(), jwkOf(RSA_3072.publicKey))],
  },
  {
    rule: 'key-reused-for-two-algs',
    fires: [
      withKey(bothBy(RSA.privateKey, 'RS256', 'PS256'), jwkOf(RSA.publicKey)),
      { text: directJwe(hmacSigned({ alg: 'HS256' }, CLAIMS, DIRECT_SECRET), { cty: 'JWT' }), keys: [DIRECT_KEY] },
      withKey(es(), { keys: [jwkOf(RSA.publicKey, { alg: 'RS256' }), jwkOf(RSA.publicKey, { alg: 'RSA-OAEP-256' })] }),
    ],
    silent: [
      SOUND,
      withKey(bothBy(RSA.privateKey, 'RS256', 'RS256'), jwkOf(RSA.publicKey)),
      withKey(es(), { keys: [jwkOf(RSA.publicKey, { alg: 'RS256' }), jwkOf(RSA_3072.publicKey, { alg: 'PS256' })] }),
      withKey(es(), { keys: [jwkOf(RSA.publicKey, { alg: 'RS256' }), jwkOf(RSA.publicKey, { alg: 'RS256' })] }),
    ],
  },
  {
    rule: 'cert-expired-or-weak',
    fires: [
      withKey(es(), certificatePem('expired')),
      withKey(es(), certificatePem('notYet')),
      es256Signed({ x5c: [CERTIFICATES.expired] }, CLAIMS, EC.privateKey),
      es256Signed({ x5c: [CERTIFICATES['rsa-sha1']] }, CLAIMS, EC.privateKey),
      es256Signed({ x5c: [CERTIFICATES.leaf, CERTIFICATES.expired] }, CLAIMS, EC.privateKey),
    ],
    silent: [
      SOUND,
      withKey(es(), certificatePem('leaf')),
      es256Signed({ x5c: [CERTIFICATES.leaf, CERTIFICATES.middle, CERTIFICATES.root] }, CLAIMS, EC.privateKey),
      // what a root signs itself with protects nothing
      es256Signed({ x5c: [CERTIFICATES.leaf, CERTIFICATES['rsa-sha1']] }, CLAIMS, EC.privateKey),
      es256Signed({ x5c: ['AAAA', 7, null] }, CLAIMS, EC.privateKey),
    ],
  },
  {
    rule: 'x5c-leaf-mismatch',
    fires: [
      es256Signed({ x5c: [CERTIFICATES.leaf], 'x5t#S256': thumbprint('middle', 'sha256') }, CLAIMS, EC.privateKey),
      es256Signed({ x5c: [CERTIFICATES.leaf], x5t: thumbprint('root', 'sha1') }, CLAIMS, EC.privateKey),
      es256Signed({ x5c: [CERTIFICATES.leaf], jwk: ec() }, CLAIMS, EC.privateKey),
      withKey(es256Signed({ x5c: [CERTIFICATES.leaf], kid: 'k1' }, CLAIMS, EC.privateKey), ec({ kid: 'k1' })),
    ],
    silent: [
      SOUND,
      es256Signed({ x5c: [CERTIFICATES.leaf], 'x5t#S256': thumbprint('leaf', 'sha256') }, CLAIMS, EC.privateKey),
      es256Signed({ x5c: [CERTIFICATES.leaf], x5t: 'AAAA' }, CLAIMS, EC.privateKey),
      es256Signed({ x5c: ['AAAA'], x5t: thumbprint('root', 'sha1') }, CLAIMS, EC.privateKey),
      withKey(es256Signed({ x5c: [CERTIFICATES.leaf], kid: 'k1' }, CLAIMS, EC.privateKey), {
        keys: [{ ...leafJwk(), kid: 'k1' }],
      }),
      withKey(es256Signed({ x5c: [CERTIFICATES.leaf], kid: 'k1' }, CLAIMS, EC.privateKey), ec({ kid: 'k2' })),
    ],
  },
  {
    rule: 'hmac-key-low-entropy',
    fires: [hmac('abababababababababababababababababababab'), hmac('the dog and the cat and the dog!')],
    silent: [
      SOUND_SECRET,
      hmac('secret'),
      withKey(hmacSigned({ alg: 'HS256' }, CLAIMS, someBytes(40)), oct(someBytes(40))),
    ],
  },
  {
    rule: 'hmac-key-django-insecure',
    fires: [
      hmac('django-insecure-q8zr2mvx0tu7lwjd5eghya1cops9knfb3(7&k)'),
      hmac('django-insecure-^@x0tu7lwjd5eghya1cops9knfb3q8zr2mv', 'HS384'),
    ],
    silent: [SOUND_SECRET, hmac('my-django-insecure-q8zr2mvx0tu7lwjd5eghya1cops9kn')],
  },
  {
    rule: 'hmac-key-looks-encoded',
    fires: [
      hmac(encodeBase64url(someBytes(32))),
      hmac('0f1e2d3c4b5a69788796a5b4c3d2e1f00f1e2d3c4b5a69788796a5b4c3d2e1f0'),
    ],
    silent: [
      SOUND_SECRET,
      hmac(encodeBase64url(someBytes(33))),
      withKey(hmacSigned({ alg: 'HS256' }, CLAIMS, someBytes(32)), encodeBase64url(someBytes(32))),
    ],
  },
  {
    rule: 'hmac-key-whitespace',
    fires: [hmac(`${STRONG}\n`), hmac(` ${STRONG}`)],
    silent: [
      SOUND_SECRET,
      withKey(hmacSigned({ alg: 'HS256' }, CLAIMS, STRONG), `${STRONG}\n`),
      hmac(STRONG.replace(';', ' ')),
    ],
  },
  {
    rule: 'settings-no-alg-allowlist',
    fires: [
      { ...SOUND, expectations: { issuer: CLAIMS.iss } },
      { ...SOUND_SECRET, expectations: { typ: 'JWT', algorithms: [] } },
    ],
    silent: [
      SOUND,
      { ...SOUND, expectations: { algorithms: ['ES256'] } },
      { text: es(), expectations: { issuer: 'a' } },
    ],
  },
  {
    rule: 'settings-mixed-families',
    fires: [
      { ...SOUND, expectations: { algorithms: ['ES256', 'HS256'] } },
      { text: es(), expectations: { algorithms: ['HS512', 'PS256'] } },
    ],
    silent: [
      SOUND,
      { text: es(), expectations: { algorithms: ['HS256', 'HS512'] } },
      { text: es(), expectations: { algorithms: ['ES256'] } },
    ],
  },
  {
    rule: 'settings-no-aud',
    fires: [
      { text: es(), expectations: { issuer: 'a' } },
      { text: es(), expectations: { issuer: 'a', audience: ' ' } },
    ],
    silent: [
      SOUND,
      { text: es(), expectations: { audience: 'a' } },
      { text: jws({ alg: 'ES256' }, {}), expectations: { issuer: 'a' } },
    ],
  },
  {
    rule: 'settings-no-iss',
    fires: [
      { text: es(), expectations: { audience: 'a' } },
      { text: es(), expectations: { audience: 'a', issuer: [] } },
    ],
    silent: [
      SOUND,
      { text: es(), expectations: { issuer: 'a' } },
      { text: jws({ alg: 'ES256' }, {}), expectations: { audience: 'a' } },
    ],
  },
  {
    rule: 'settings-skew-large',
    fires: [
      { text: es(), expectations: { clockSkewSeconds: 301 } },
      { text: es(), expectations: { clockSkewSeconds: 3600 } },
    ],
    silent: [SOUND, { text: es(), expectations: { clockSkewSeconds: 300 } }],
  },
  {
    rule: 'settings-ignore-exp',
    fires: [
      { ...SOUND, expectations: { ignoreExp: true } },
      { text: jws({ alg: 'ES256' }, {}), expectations: { issuer: 'a', ignoreExp: true } },
    ],
    silent: [
      SOUND,
      { text: es(), expectations: { clockSkewSeconds: 3600 } },
      { ...SOUND, expectations: { typ: 'JWT' } },
    ],
  },
  {
    rule: 'settings-typ-unchecked',
    fires: [
      { text: es(), expectations: { issuer: 'a' } },
      { text: es(), expectations: { audience: ['a'], typ: '' } },
    ],
    silent: [SOUND, { text: es(), expectations: { typ: 'JWT' } }],
  },
  {
    rule: 'verified-but-not-trusted',
    fires: [
      { text: es256Signed({ jwk: ec() }, CLAIMS, EC.privateKey), useTokenKey: true },
      { text: es256Signed({ jwk: ec(), typ: 'JWT', kid: 'a' }, CLAIMS, EC.privateKey), useTokenKey: true },
    ],
    silent: [
      SOUND,
      es256Signed({ jwk: ec() }, CLAIMS, EC.privateKey),
      es256Signed(
        { jwk: ec(), typ: 'dpop+jwt' },
        { htm: 'GET', htu: 'https://a.example/', jti: 'x', iat: 1 },
        EC.privateKey,
      ),
    ],
  },
];

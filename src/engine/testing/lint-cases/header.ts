import { encodeBase64url } from '../../token/base64url.ts';
import { DIRECT_KEY, directJwe } from '../direct-jwe.ts';
import { jwe, jws, someBytes } from '../lint-tokens.ts';
import type { RuleCases } from './rule-cases.ts';

const CLAIMS = { iss: 'https://issuer.example', sub: 'u-1', aud: 'https://api.example', exp: 1_795_525_200 };
const JWK = {
  kty: 'EC',
  crv: 'P-256',
  x: 'l8tFrhx-34tV3hRICRDY9zCkDlpBhF42UQUfWVAWBFs',
  y: '9VE4jf_Ok_o64zbTTlcuNJajHmt6v9TDVrU0CdvGRDA',
};
const PROOF = { jti: 'a1b2c3d4e5', htm: 'POST', htu: 'https://api.example/orders', iat: 1_795_521_590 };
const dpop = (jwk: object = JWK) => jws({ typ: 'dpop+jwt', alg: 'ES256', jwk }, PROOF);
const base = { alg: 'ES256', typ: 'JWT', kid: 'k1' };
const withHeader = (more: object) => jws({ ...base, ...more }, CLAIMS);
const kid = (name: unknown) => withHeader({ kid: name });
const SOUND = jws(base, CLAIMS);
const acme = jws(
  { alg: 'ES256', kid: 'https://ca.example/acct/1', url: 'https://ca.example/order', nonce: 'n1' },
  { a: 1 },
);
const QUIET_KIDS = [
  kid('0f8fad5b-d9cb-469f-a165-70867728950e'),
  kid('NzbLsXh8uDCcd-6MNwXF4W_7noWXFZAfHkxZsRGC9--'),
  kid(btoa(String.fromCharCode(255, ...someBytes(31)))),
  kid('did:web:example.com#key-1'),
  kid('2024-05-key'),
];

export const HEADER_CASES: readonly RuleCases[] = [
  {
    rule: 'typ-missing',
    fires: [jws({ alg: 'ES256' }, CLAIMS), jws({ alg: 'HS256', kid: 'a' }, {})],
    silent: [SOUND, dpop(), acme],
  },
  {
    rule: 'typ-generic-jwt',
    fires: [SOUND, withHeader({ typ: 'application/jwt' })],
    silent: [dpop(), jws({ alg: 'ES256' }, CLAIMS)],
  },
  {
    rule: 'typ-application-prefix',
    fires: [withHeader({ typ: 'application/at+jwt' }), withHeader({ typ: 'Application/JWT' })],
    silent: [SOUND, withHeader({ typ: 'application/x/y' }), withHeader({ typ: 'at+jwt' })],
  },
  {
    rule: 'typ-unexpected',
    fires: [
      { text: SOUND, expectations: { typ: 'at+jwt' } },
      { text: jws({ alg: 'ES256' }, CLAIMS), expectations: { typ: 'JWT' } },
    ],
    silent: [
      SOUND,
      { text: SOUND, expectations: { typ: 'application/jwt' } },
      { text: SOUND, expectations: { typ: ' ' } },
    ],
  },
  {
    rule: 'typ-kind-mismatch',
    fires: [
      jws(base, PROOF),
      withHeader({ typ: 'at+jwt' }).replace(/\.[^.]*\./, `.${segmentOf({ ...CLAIMS, typ: 'ID' })}.`),
    ],
    silent: [SOUND, dpop(), jws(base, { htm: 'POST' })],
  },
  {
    rule: 'crit-not-array',
    fires: [withHeader({ crit: 'exp' }), withHeader({ crit: [1] })],
    silent: [SOUND, withHeader({ crit: [] })],
  },
  {
    rule: 'crit-empty',
    fires: [withHeader({ crit: [] }), jws({ alg: 'HS256', crit: [] }, {})],
    silent: [SOUND, withHeader({ crit: 'x' })],
  },
  {
    rule: 'crit-dup',
    fires: [withHeader({ crit: ['x', 'x'], x: 1 }), withHeader({ crit: ['a', 'b', 'a'], a: 1, b: 1 })],
    silent: [SOUND, withHeader({ crit: ['x', 'X'], x: 1, X: 1 })],
  },
  {
    rule: 'crit-registered-name',
    fires: [withHeader({ crit: ['alg'] }), withHeader({ crit: ['kid'] })],
    silent: [SOUND, withHeader({ crit: ['x'], x: 1 }), withHeader({ crit: ['exp'], exp: 1 })],
  },
  {
    rule: 'crit-missing-member',
    fires: [withHeader({ crit: ['x'] }), withHeader({ crit: ['b64'] })],
    silent: [SOUND, withHeader({ crit: ['x'], x: null })],
  },
  {
    rule: 'crit-unknown',
    fires: [withHeader({ crit: ['x'], x: 1 }), jwe({ alg: 'dir', enc: 'A256GCM', crit: ['x'], x: 1 })],
    silent: [SOUND, withHeader({ crit: ['b64'], b64: true }), withHeader({ crit: ['x'] })],
  },
  {
    rule: 'b64-without-crit',
    fires: [withHeader({ b64: true }), withHeader({ b64: true, crit: ['x'], x: 1 })],
    silent: [SOUND, withHeader({ b64: true, crit: ['b64'] })],
  },
  {
    rule: 'b64-false-in-jwt',
    fires: [
      unencoded({ ...base, b64: false, crit: ['b64'] }, '{"sub":"a"}'),
      unencoded({ ...base, b64: false }, '{"sub":"b"}'),
    ],
    silent: [
      SOUND,
      withHeader({ b64: true, crit: ['b64'] }),
      unencoded({ ...base, b64: false, crit: ['b64'] }, 'plain words'),
    ],
  },
  {
    rule: 'b64-not-boolean',
    fires: [withHeader({ b64: 'false', crit: ['b64'] }), withHeader({ b64: null, crit: ['b64'] })],
    silent: [SOUND, withHeader({ b64: true, crit: ['b64'] })],
  },
  {
    rule: 'cty-nested',
    fires: [jws({ ...base, cty: 'JWT' }, SOUND), jwe({ alg: 'RSA-OAEP', enc: 'A256GCM', cty: 'jwt' })],
    silent: [SOUND, withHeader({ cty: 'json' })],
  },
  {
    rule: 'cty-unneeded',
    fires: [withHeader({ cty: 'json' }), withHeader({ cty: 'application/json' })],
    silent: [SOUND, jws({ ...base, cty: 'JWT' }, SOUND), jws({ ...base, cty: 'text/plain' }, 'words')],
  },
  {
    rule: 'header-claims-mismatch',
    fires: [
      { text: directJwe(JSON.stringify(CLAIMS), { iss: 'https://other.example' }), keys: [DIRECT_KEY] },
      { text: directJwe(SOUND, { cty: 'JWT', sub: 'u-2' }), keys: [DIRECT_KEY] },
    ],
    silent: [
      { text: directJwe(JSON.stringify(CLAIMS), { iss: CLAIMS.iss, aud: CLAIMS.aud }), keys: [DIRECT_KEY] },
      { text: directJwe(SOUND, { cty: 'JWT', sub: 'u-1' }), keys: [DIRECT_KEY] },
      directJwe(JSON.stringify(CLAIMS), { iss: 'https://other.example' }),
    ],
  },
  {
    rule: 'header-url-nonce',
    fires: [acme, jws({ alg: 'ES256', jwk: JWK, url: 'https://ca.example/a', nonce: 'n' }, { a: 1 })],
    silent: [SOUND, withHeader({ url: 'https://a.example' }), withHeader({ nonce: 'n' })],
  },
  {
    rule: 'header-large',
    fires: [withHeader({ a: 'x'.repeat(1100) }), withHeader({ a: 'y'.repeat(5000) })],
    silent: [SOUND, withHeader({ a: 'x'.repeat(800) }), withHeader({ x5c: ['A'.repeat(2000)] })],
  },
  {
    rule: 'kid-missing-asymmetric',
    fires: [jws({ alg: 'ES256', typ: 'JWT' }, CLAIMS), jws({ alg: 'PS512' }, CLAIMS), jws({ alg: 'Ed25519' }, CLAIMS)],
    silent: [SOUND, jws({ alg: 'HS256' }, CLAIMS), jws({ alg: 'ES256', x5t: 'AA' }, CLAIMS), dpop()],
  },
  {
    rule: 'kid-not-string',
    fires: [kid(1), kid(null), kid(['a'])],
    silent: [SOUND, kid(''), jws({ alg: 'ES256' }, CLAIMS)],
  },
  {
    rule: 'kid-path-traversal',
    fires: [kid('../../dev/null'), kid('/dev/null'), kid('/invalid_path'), kid('C:\\keys\\a'), kid('key\u0000.pem')],
    silent: [SOUND, ...QUIET_KIDS, kid('keys/2024')],
  },
  {
    rule: 'kid-sql-injection',
    fires: [kid("x' UNION SELECT '1';--"), kid('k1 or 1=1'), kid('a" -- ')],
    silent: [SOUND, ...QUIET_KIDS, kid('union'), kid('a--b')],
  },
  {
    rule: 'kid-command-injection',
    fires: [kid('|sleep 10'), kid('a`id`'), kid('$(id)')],
    silent: [SOUND, ...QUIET_KIDS, kid('sleep 10')],
  },
  { rule: 'kid-ldap-or-nosql', fires: [kid('*)(uid=*'), kid('a(b)')], silent: [SOUND, ...QUIET_KIDS, kid('$5')] },
  {
    rule: 'kid-url',
    fires: [kid('https://evil.example/key'), kid('HTTP://127.0.0.1/')],
    silent: [SOUND, ...QUIET_KIDS, acme, kid('httpskey')],
  },
  {
    rule: 'kid-empty',
    fires: [kid(''), jws({ alg: 'HS256', kid: '' }, {})],
    silent: [SOUND, kid(' '), jws({ alg: 'HS256' }, {})],
  },
  { rule: 'kid-long', fires: [kid('k'.repeat(257)), kid('k'.repeat(3000))], silent: [SOUND, kid('k'.repeat(256))] },
  {
    rule: 'jku-present',
    fires: [
      withHeader({ jku: 'https://issuer.example/keys' }),
      withHeader({ jku: 'http://127.0.0.1/keys' }),
      withHeader({ jku: 1 }),
    ],
    silent: [SOUND, withHeader({ x5u: 'https://issuer.example/c' })],
  },
  {
    rule: 'x5u-present',
    fires: [withHeader({ x5u: 'https://issuer.example/c' }), withHeader({ x5u: 'https://a@evil.example/c' })],
    silent: [SOUND, withHeader({ jku: 'https://issuer.example/keys' })],
  },
  {
    rule: 'jku-off-issuer-host',
    fires: [
      withHeader({ jku: 'https://evil.example/keys' }),
      withHeader({ x5u: 'https://issuer.example.evil.example/c' }),
    ],
    silent: [
      SOUND,
      withHeader({ jku: 'https://issuer.example/keys' }),
      jws({ ...base, jku: 'https://a.example' }, { iss: 'joe' }),
    ],
  },
  {
    rule: 'jwk-embedded',
    fires: [withHeader({ jwk: JWK }), dpop()],
    silent: [SOUND, withHeader({ jku: 'https://issuer.example/' })],
  },
  {
    rule: 'jwk-embedded-private',
    fires: [dpop({ ...JWK, d: 'AAAA' }), withHeader({ jwk: { kty: 'oct', k: 'c2VjcmV0' } })],
    silent: [SOUND, dpop(), withHeader({ jwk: JWK })],
  },
  {
    rule: 'x5c-present',
    fires: [withHeader({ x5c: ['AAAA'] }), withHeader({ x5c: [] })],
    silent: [SOUND, withHeader({ x5t: 'AA' })],
  },
  {
    rule: 'x5c-base64url',
    fires: [withHeader({ x5c: ['AA-_'] }), withHeader({ x5c: ['AAAA', 'AAA'] })],
    silent: [SOUND, withHeader({ x5c: ['AA+/', 'AAA='] })],
  },
  {
    rule: 'x5t-sha1',
    fires: [
      withHeader({ x5t: encodeBase64url(someBytes(20)) }),
      withHeader({ x5t: 'AA' }),
      withHeader({ 'x5t#S256': encodeBase64url(someBytes(20)) }),
    ],
    silent: [SOUND, withHeader({ 'x5t#S256': encodeBase64url(someBytes(32)) })],
  },
];

function unencoded(header: object, payload: string): string {
  return JSON.stringify({ payload, protected: segmentOf(header), signature: encodeBase64url(someBytes(64)) });
}

function segmentOf(value: unknown): string {
  return encodeBase64url(new TextEncoder().encode(JSON.stringify(value)));
}

import type { Check } from '../../types.ts';
import { jws, NOW } from '../lint-tokens.ts';
import type { RuleCases } from './rule-cases.ts';

const TENANT = '9188040d-6c67-4c5b-b112-36a304b66dad';
const SOUND_CLAIMS = {
  iss: 'https://issuer.example',
  sub: 'u-1',
  aud: 'https://api.example',
  iat: NOW - 10,
  exp: NOW + 3600,
  jti: '5f0c6a52-2d0f-4f1c-8a57-0f3c9b1d2e44',
};
const HEADER = { alg: 'ES256', typ: 'JWT', kid: 'k1' };
const by = (more: object, header: object = HEADER) => jws(header, { ...SOUND_CLAIMS, ...more });
const without = (...names: readonly string[]) =>
  jws(HEADER, Object.fromEntries(Object.entries(SOUND_CLAIMS).filter(([name]) => !names.includes(name))));
const written = (json: string) => jws(HEADER, json);
const accessToken = (more: object) => by({ client_id: 'c', ...more }, { ...HEADER, typ: 'at+jwt' });
const idToken = (more: object) => by({ nonce: 'n', auth_time: NOW - 20, azp: 'https://api.example', ...more });
const hashCheck = (id: string, outcome: Check['outcome']): Check => ({ id, outcome, code: '', message: id, refs: [] });
/** base64url of the left half of the SHA-256 of 'abc' */
const HALF_OF_ABC = 'ungWv48Bz-pBQUDeXa4iIw';
const SOUND = by({});
const SET = jws(
  { ...HEADER, typ: 'secevent+jwt' },
  { iss: 'https://a.example', iat: NOW, jti: 'abcdefgh', events: { 'https://e.example/x': {} } },
);

export const CLAIM_CASES: readonly RuleCases[] = [
  {
    rule: 'exp-missing',
    fires: [without('exp'), jws(HEADER, {}), jws({ ...HEADER, typ: 'dc+sd-jwt' }, { vct: 'x' })],
    silent: [SOUND, SET, by({ exp: 'x' })],
  },
  {
    rule: 'time-not-number',
    fires: [by({ exp: '1795525200' }), by({ iat: true }), by({ nbf: null })],
    silent: [SOUND, by({ exp: '2026-11-24T13:00:00Z' }), by({ time: 'x' })],
  },
  {
    rule: 'time-iso-string',
    fires: [by({ exp: '2026-11-24T13:00:00Z' }), by({ updated_at: '2026-11-24T13:00:00.000Z' })],
    silent: [SOUND, by({ exp: '1795525200' }), by({ created: '2026-11-24T13:00:00Z' })],
  },
  {
    rule: 'time-milliseconds',
    fires: [by({ exp: (NOW + 60) * 1000 }), by({ iat: 1e11 })],
    silent: [SOUND, by({ exp: 99_999_999_999 }), by({ exp: 1e14 })],
  },
  {
    rule: 'time-micro-or-nano',
    fires: [by({ exp: NOW * 1e6 }), by({ exp: NOW * 1e9 })],
    silent: [SOUND, by({ exp: NOW * 1000 })],
  },
  {
    rule: 'time-fractional',
    fires: [by({ exp: NOW + 0.5 }), by({ iat: NOW - 1.25 })],
    silent: [SOUND, written(`{"exp":${NOW + 60}.0}`)],
  },
  {
    rule: 'time-negative-or-zero',
    fires: [by({ exp: 3600 }), by({ iat: 0 }), by({ nbf: 0 })],
    silent: [SOUND, by({ auth_time: 0 }), by({ exp: 1_000_000_000 })],
  },
  {
    rule: 'time-exponent-literal',
    fires: [written('{"exp":1.8e9}'), written('{"iat":17E8}')],
    silent: [SOUND, written('{"exp":1800000000,"n":1e3}'), written('{"exp":"1e9"}')],
  },
  {
    rule: 'exp-past',
    fires: [by({ iat: NOW - 4000, exp: NOW - 60 }), { text: SOUND, now: NOW + 100_000 }],
    silent: [
      SOUND,
      by({ exp: NOW - 59 }),
      { text: by({ exp: NOW - 200 }), expectations: { clockSkewSeconds: 300 } },
      { text: by({ exp: NOW - 200 }), expectations: { ignoreExp: true } },
    ],
  },
  {
    rule: 'nbf-future',
    fires: [by({ nbf: NOW + 61 }), { text: by({ nbf: NOW }), now: NOW - 100 }],
    silent: [SOUND, by({ nbf: NOW + 60 }), by({ nbf: NOW })],
  },
  {
    rule: 'iat-future',
    fires: [by({ iat: NOW + 61 }), { text: SOUND, now: NOW - 1000 }],
    silent: [SOUND, by({ iat: NOW + 60 })],
  },
  { rule: 'exp-before-iat', fires: [by({ exp: NOW - 10 }), by({ exp: NOW - 500 })], silent: [SOUND, without('iat')] },
  {
    rule: 'exp-before-nbf',
    fires: [by({ nbf: NOW + 3600 }), by({ nbf: NOW + 9000 })],
    silent: [SOUND, by({ nbf: NOW })],
  },
  {
    rule: 'nbf-before-iat',
    fires: [by({ nbf: NOW - 400 }), by({ nbf: NOW - 9000 })],
    silent: [SOUND, by({ nbf: NOW - 310 }), by({ nbf: 0 })],
  },
  {
    rule: 'lifetime-long',
    fires: [accessToken({ exp: NOW + 90_000 }), idToken({ exp: NOW + 7200 }), by({ exp: NOW + 400_000_000 })],
    silent: [SOUND, accessToken({}), idToken({ exp: NOW + 3500 }), by({ exp: NOW + 90_000 })],
  },
  { rule: 'iss-missing', fires: [without('iss'), jws(HEADER, { user_id: 1 })], silent: [SOUND, by({ iss: 1 })] },
  {
    rule: 'iss-not-https',
    fires: [
      by({ iss: 'http://issuer.example' }),
      by({ iss: 'https://issuer.example/?a=1' }),
      by({ iss: 'https:// x' }),
    ],
    silent: [
      SOUND,
      ...[
        'accounts.google.com',
        'kubernetes/serviceaccount',
        'did:web:issuer.example',
        'urn:a:b',
        'a@b.iam.gserviceaccount.com',
      ].map((iss) => by({ iss })),
    ],
  },
  {
    rule: 'iss-trailing-slash-mismatch',
    fires: [
      { text: SOUND, expectations: { issuer: 'https://issuer.example/' } },
      { text: SOUND, expectations: { issuer: ['https://Issuer.example'] } },
    ],
    silent: [
      SOUND,
      { text: SOUND, expectations: { issuer: SOUND_CLAIMS.iss } },
      { text: SOUND, expectations: { issuer: 'https://other.example' } },
    ],
  },
  {
    rule: 'iss-unexpected',
    fires: [
      { text: SOUND, expectations: { issuer: 'https://other.example' } },
      { text: SOUND, expectations: { issuer: ['https://issuer.example.evil.example'] } },
    ],
    silent: [
      SOUND,
      { text: SOUND, expectations: { issuer: SOUND_CLAIMS.iss } },
      { text: SOUND, expectations: { issuer: ' ' } },
    ],
  },
  {
    rule: 'iss-mixup',
    fires: [
      by({ iss: 'https://login.microsoftonline.com/{tenantid}/v2.0', tid: 'a' }),
      by({
        iss: 'https://sts.windows.net/11111111-0000-0000-0000-000000000000/',
        tid: '22222222-0000-0000-0000-000000000000',
      }),
    ],
    silent: [
      SOUND,
      by({
        iss: 'https://sts.windows.net/11111111-0000-0000-0000-000000000000/',
        tid: '11111111-0000-0000-0000-000000000000',
      }),
      by({ tid: 'x' }),
    ],
  },
  {
    rule: 'sub-missing',
    fires: [by({ sub: undefined, typ: 'ID' }), by({ sub: undefined, token_use: 'id' })],
    silent: [SOUND, idToken({}), without('sub')],
  },
  {
    rule: 'sub-not-string',
    fires: [by({ sub: 42 }), by({ sub: null })],
    silent: [SOUND, by({ sub: '42' }), without('sub')],
  },
  { rule: 'jti-not-string', fires: [by({ jti: 42 }), by({ jti: ['a'] })], silent: [SOUND, without('jti')] },
  { rule: 'iss-not-string', fires: [by({ iss: 42 }), by({ iss: { a: 1 } })], silent: [SOUND, without('iss')] },
  {
    rule: 'sub-email',
    fires: [by({ sub: 'joe@example.com' }), by({ sub: 'a.b@mail.example.org' })],
    silent: [
      SOUND,
      by({ sub: 'mailto:joe@example.com' }),
      by({ sub: 'a@b.iam.gserviceaccount.com', iss: 'a@b.iam.gserviceaccount.com' }),
    ],
  },
  {
    rule: 'sub-equals-client-id',
    fires: [by({ sub: 'c', client_id: 'c' }), by({ sub: 'c', azp: 'c' })],
    silent: [SOUND, by({ client_id: 'c' })],
  },
  {
    rule: 'aud-missing',
    fires: [without('aud'), jws(HEADER, { iss: 'https://a.example' })],
    silent: [SOUND, by({ aud: 1 })],
  },
  {
    rule: 'aud-bad-type',
    fires: [by({ aud: [] }), by({ aud: { a: 1 } }), by({ aud: ['a', 1] })],
    silent: [SOUND, by({ aud: ['a'] }), without('aud')],
  },
  {
    rule: 'aud-wildcard-or-generic',
    fires: [by({ aud: '*' }), by({ aud: ['x', 'api'] }), by({ aud: '' })],
    silent: [SOUND, by({ aud: 'https://api.example' }), by({ aud: 'apis' })],
  },
  {
    rule: 'aud-many',
    fires: [by({ aud: ['a', 'b', 'c', 'd'] }), by({ aud: ['a', 'b', 'c', 'd', 'e'] })],
    silent: [SOUND, by({ aud: ['a', 'b', 'c'] })],
  },
  {
    rule: 'aud-unexpected',
    fires: [
      { text: SOUND, expectations: { audience: 'https://other.example' } },
      { text: by({ aud: ['a', 'b'] }), expectations: { audience: ['c'] } },
    ],
    silent: [
      SOUND,
      { text: SOUND, expectations: { audience: 'https://api.example' } },
      { text: by({ aud: ['a', 'b'] }), expectations: { audience: ['c', 'b'] } },
    ],
  },
  { rule: 'jti-missing', fires: [without('jti'), jws(HEADER, {})], silent: [SOUND, by({ jti: 1 })] },
  {
    rule: 'jti-weak',
    fires: [by({ jti: 'a1' }), by({ jti: '12345678' })],
    silent: [SOUND, by({ jti: 'a1b2c3d4' }), without('jti')],
  },
  { rule: 'iat-missing', fires: [without('iat'), jws(HEADER, {})], silent: [SOUND, by({ iat: 'x' })] },
  {
    rule: 'claim-empty',
    fires: [by({ nonce: '' }), by({ email: null }), by({ roles: [] })],
    silent: [SOUND, by({ my_own_thing: '' }), by({ nonce: ' ' })],
  },
  {
    rule: 'claim-sensitive-name',
    fires: [
      by({ password: 'hunter2' }),
      by({ user: { apiKey: 'k' } }),
      by({ db_passwd: 'x' }),
      by({ cardNumber: '4111' }),
    ],
    silent: [
      SOUND,
      ...['auth_time', 'passport', 'jcard', 'bootseed', 'className', 'token_use', 'key', 'cc', 'secretary'].map(
        (name) => by({ [name]: 'value' }),
      ),
      by({ password: '' }),
      by({ mfa: true }),
      by({ 'kubernetes.io': { namespace: 'a', secret: { name: 's' } } }),
      by({ hash_password: '0123456789ABCDEF0123456789ABCDEF' }),
      by({ password_changed_at: 'x' }),
    ],
  },
  {
    rule: 'claim-secret-value',
    fires: [
      by({ a: `AKIA${'ABCDEFGHIJKLMNOP'}` }),
      by({ a: { b: '$2b$12$abcdefghijklmnopqrstuv' } }),
      by({ k: '-----BEGIN PRIVATE KEY-----' }),
    ],
    silent: [SOUND, by({ a: 'AKIA' }), by({ k: '-----BEGIN CERTIFICATE-----' }), by({ a: 'costs $2b$' })],
  },
  {
    rule: 'claim-nested-jwt',
    fires: [by({ inner: SOUND }), by({ a: [SOUND] })],
    silent: [SOUND, by({ _claim_sources: { src1: { JWT: SOUND } } }), by({ a: 'eyJ' })],
  },
  {
    rule: 'claim-pii',
    fires: [
      by({ email: 'joe@example.com' }),
      by({ data: { contact: '+4915112345678' } }),
      by({ card: '4111 1111 1111 1111' }),
      by({ from: '192.0.2.7' }),
    ],
    silent: [SOUND, by({ note: '4111 1111 1111 1112' }), by({ ver: '1.0.0.300' }), by({ email_verified: true })],
  },
  {
    rule: 'claim-privilege',
    fires: [by({ admin: true }), by({ roles: ['user', 'admin'] }), by({ is_superuser: true })],
    silent: [SOUND, by({ admin: false }), by({ roles: ['administration-reader'] }), by({ title: 'admin' })],
  },
  {
    rule: 'claim-url-ssrf',
    fires: [
      by({ picture: 'http://169.254.169.254/latest/meta-data' }),
      by({ hook: 'http://localhost:8080/' }),
      by({ a: ['https://10.0.0.7/x'] }),
      by({ u: 'http://2130706433/' }),
    ],
    silent: [
      SOUND,
      by({ picture: 'https://cdn.example/p.png' }),
      by({ aud: 'http://localhost:3000' }),
      by({ a: 'https://10.example/x' }),
    ],
  },
  {
    rule: 'claim-html',
    fires: [by({ name: '<script>alert(1)</script>' }), by({ website: 'javascript:alert(1)' })],
    silent: [SOUND, by({ name: '< script' }), by({ name: 'Java script' })],
  },
  {
    rule: 'claim-control-or-bidi',
    fires: [by({ name: 'a\u202eb' }), by({ name: 'a\u0007' }), by({ 'na\u200bme': 'x' })],
    silent: [SOUND, by({ name: 'line\nline\ttab' }), by({ name: '👨‍👩‍👧' }), by({ name: 'שלום' })],
  },
  {
    rule: 'b64-claim-blob',
    fires: [by({ a: 'x'.repeat(513) }), by({ a: { b: 'y'.repeat(2000) } })],
    silent: [SOUND, by({ a: 'x'.repeat(512) })],
  },
  {
    rule: 'claim-name-typo',
    fires: [
      jws(HEADER, { Exp: NOW + 60 }),
      jws(HEADER, { expiry: 1 }),
      jws(HEADER, { issuer: 'a' }),
      jws(HEADER, { scopes: 'a' }),
    ],
    silent: [SOUND, by({ expires: 'x' }), jws(HEADER, { ext: 1, sid: 'x', expertise: 1 }), jws(HEADER, { act: {} })],
  },
  {
    rule: 'at-hash-mismatch',
    fires: [
      { text: idToken({ at_hash: 'x' }), expectations: { accessToken: 'abc' } },
      { text: idToken({ c_hash: 'x' }), checks: [hashCheck('at_hash', 'pass'), hashCheck('c_hash', 'fail')] },
      { text: idToken({ s_hash: 'x' }), checks: [hashCheck('s_hash', 'fail')] },
    ],
    silent: [
      SOUND,
      idToken({ at_hash: 'x' }),
      { text: idToken({ at_hash: HALF_OF_ABC }), expectations: { accessToken: 'abc' } },
      { text: idToken({ at_hash: 'x' }), checks: [hashCheck('at_hash', 'cannot'), hashCheck('iss', 'fail')] },
    ],
  },
  {
    rule: 'claim-private-collision',
    fires: [by({ uti: 'u-1' }), by({ cid: 'c-1' }), by({ iss: 'https://tenant.eu.auth0.com/', uti: 'u-1' })],
    silent: [
      SOUND,
      by({ my_own_name: 1 }),
      by({ 'https://issuer.example/tid': 't-1' }),
      by({ iss: `https://login.microsoftonline.com/${TENANT}/v2.0`, tid: TENANT, ver: '2.0', oid: 'o-1', uti: 'u-1' }),
    ],
  },
  {
    rule: 'scope-array',
    fires: [by({ scope: ['a', 'b'] }), by({ scope: [] })],
    silent: [SOUND, by({ scope: 'a b' }), by({ scp: ['a'] })],
  },
  {
    rule: 'nonce-missing-id-token',
    fires: [idToken({ nonce: undefined, c_hash: 'x' }), idToken({ nonce: undefined, c_hash: 'y', at_hash: 'z' })],
    silent: [SOUND, idToken({ c_hash: 'x' }), idToken({ nonce: undefined })],
  },
  {
    rule: 'header-unknown-param',
    fires: [jws({ ...HEADER, foo: 1 }, SOUND_CLAIMS), jws({ ...HEADER, Alg: 'x' }, SOUND_CLAIMS)],
    silent: [
      SOUND,
      jws({ ...HEADER, 'https://a.example/x': 1 }, SOUND_CLAIMS),
      jws({ ...HEADER, x5t: 'a', ppt: 'shaken' }, SOUND_CLAIMS),
    ],
  },
];

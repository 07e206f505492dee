import { jws, NOW, segment } from '../lint-tokens.ts';
import type { RuleCases } from './rule-cases.ts';
import { hmacSigned } from './signed.ts';

const HEADER = { alg: 'ES256', typ: 'JWT', kid: 'k1' };
const COMMON = {
  iss: 'https://issuer.example',
  sub: 'u-1',
  aud: 'https://api.example',
  iat: NOW - 10,
  exp: NOW + 3600,
  jti: 'abcdefgh-1',
};
const typed = (typ: string, claims: object, header: object = {}) => jws({ ...HEADER, typ, ...header }, claims);
const by = (more: object) => jws(HEADER, { ...COMMON, ...more });
const SOUND = by({});
const AT = { ...COMMON, client_id: 'c' };
const LOGOUT = { ...COMMON, events: { 'http://schemas.openid.net/event/backchannel-logout': {} } };
const SET = { iss: COMMON.iss, iat: NOW, jti: 'abcdefgh', events: { 'https://e.example/x': {} } };
const JWK = {
  kty: 'EC',
  crv: 'P-256',
  x: 'l8tFrhx-34tV3hRICRDY9zCkDlpBhF42UQUfWVAWBFs',
  y: '9VE4jf_Ok_o64zbTTlcuNJajHmt6v9TDVrU0CdvGRDA',
};
const PROOF = { jti: 'abcdefgh-2', htm: 'POST', htu: 'https://api.example/orders', iat: NOW - 5 };
const dpop = (claims: object, header: object = {}) =>
  jws({ typ: 'dpop+jwt', alg: 'ES256', jwk: JWK, ...header }, claims);
/** base64url of the SHA-256 of 'abc' (FIPS 180-4 gives it in hexadecimal) */
const ABC_HASH = 'ungWv48Bz-pBQUDeXa4iI7ADYaOWF3qctBD_YfIAFa0';
const idToken = by({ nonce: 'n', azp: COMMON.aud, auth_time: NOW - 20 });
const ASSERTION = {
  iss: 'client-1',
  sub: 'client-1',
  aud: 'https://as.example',
  iat: NOW - 5,
  exp: NOW + 60,
  jti: 'abcdefgh-3',
};
const { jti: _, ...withoutJti } = AT;
const { events: _events, ...withoutEvents } = LOGOUT;
const SIMPLE = {
  token_type: 'refresh',
  exp: NOW + 80_000,
  iat: NOW - 5,
  jti: '0123456789abcdef0123456789abcdef',
  user_id: '1',
};
const SALT = 'abcdefghijklmnopqrstuv';
const SD_HEADER = { alg: 'ES256', typ: 'dc+sd-jwt', kid: 'k1' };
const SD_CLAIMS = {
  iss: 'https://issuer.example',
  iat: NOW - 10,
  exp: NOW + 9e5,
  vct: 'https://credentials.example/id',
};
const disclosure = (content: unknown) => segment(content);
const sd = (claims: object, ...disclosures: readonly string[]) =>
  `${jws(SD_HEADER, { ...SD_CLAIMS, _sd_alg: 'sha-256', ...claims })}~${disclosures.map((one) => `${one}~`).join('')}`;
const SD_SOUND = sd({});
const kb = (header: object, claims: object) =>
  `${sd({ cnf: { jwk: JWK } })}${jws({ alg: 'ES256', ...header }, claims)}`;
const KB = { iat: NOW - 5, aud: 'https://verifier.example', nonce: 'n1', sd_hash: 'x' };
const JWT_IO = jws({ alg: 'HS256', typ: 'JWT' }, { sub: '1234567890', name: 'John Doe', iat: 1516239022 });

export const KIND_CASES: readonly RuleCases[] = [
  {
    rule: 'refresh-token-pasted',
    fires: [jws({ alg: 'HS256', typ: 'JWT' }, SIMPLE), by({ typ: 'Refresh' }), by({ typ: 'Offline' })],
    silent: [
      SOUND,
      jws({ alg: 'HS256', typ: 'JWT' }, { ...SIMPLE, token_type: 'access' }),
      by({ typ: 'Bearer' }),
      typed('at+jwt', AT),
    ],
  },
  {
    rule: 'simplejwt-hash-password',
    fires: [
      by({ hash_password: '0123456789ABCDEF0123456789ABCDEF' }),
      jws({ alg: 'HS256' }, { ...SIMPLE, hash_password: 'F'.repeat(32) }),
    ],
    silent: [SOUND, by({ hash_password: '0123456789abcdef0123456789abcdef' }), by({ hash_password: 'ABC' })],
  },
  {
    rule: 'simplejwt-wrong-type',
    fires: [
      { text: jws({ alg: 'HS256' }, SIMPLE), expectations: { tokenType: 'access' } },
      { text: jws({ alg: 'HS256' }, { ...SIMPLE, token_type: 'sliding' }), expectations: { tokenType: 'access' } },
    ],
    silent: [
      SOUND,
      jws({ alg: 'HS256' }, SIMPLE),
      { text: jws({ alg: 'HS256' }, SIMPLE), expectations: { tokenType: 'refresh' } },
    ],
  },
  {
    rule: 'id-token-as-access',
    fires: [`Authorization: Bearer ${idToken}`, `{"access_token":"${idToken}"}`],
    silent: [idToken, `{"id_token":"${idToken}"}`, `Bearer ${typed('at+jwt', AT)}`],
  },
  {
    rule: 'at-jwt-missing-claim',
    fires: [typed('at+jwt', withoutJti), typed('application/at+jwt', {})],
    silent: [SOUND, typed('at+jwt', AT), jws(HEADER, withoutJti)],
  },
  {
    rule: 'at-jwt-alg',
    fires: [typed('at+jwt', AT, { alg: 'HS256' }), typed('at+jwt', AT, { alg: 'none' })],
    silent: [SOUND, typed('at+jwt', AT), jws({ ...HEADER, alg: 'HS256' }, AT)],
  },
  {
    rule: 'logout-token-rules',
    fires: [
      typed('logout+jwt', withoutEvents),
      typed('logout+jwt', { ...LOGOUT, nonce: 'n' }),
      typed('logout+jwt', { ...LOGOUT, sub: undefined }),
    ],
    silent: [SOUND, typed('logout+jwt', LOGOUT), typed('logout+jwt', { ...LOGOUT, sub: undefined, sid: 's' })],
  },
  {
    rule: 'set-rules',
    fires: [
      typed('secevent+jwt', { ...SET, events: undefined }),
      typed('secevent+jwt', { ...SET, exp: NOW + 60 }),
      typed('secevent+jwt', { ...SET, sub: 'u' }),
    ],
    silent: [SOUND, typed('secevent+jwt', SET), typed('logout+jwt', LOGOUT)],
  },
  {
    rule: 'cnf-bound',
    fires: [
      by({ cnf: { jkt: 'x' } }),
      by({ cnf: {} }),
      { text: dpop(PROOF), expectations: { keyThumbprint: 'x' } },
      `${dpop(PROOF)} ${by({ cnf: { jkt: 'x' } })}`,
    ],
    silent: [SOUND, by({ cnf: 'x' }), dpop(PROOF), dpop(PROOF, { jwk: 1 })],
  },
  {
    rule: 'cnf-multiple-keys',
    fires: [by({ cnf: { jwk: JWK, jku: 'https://a.example' } }), by({ cnf: { jwe: 'x', jwk: JWK } })],
    silent: [SOUND, by({ cnf: { jwk: JWK, kid: 'a' } })],
  },
  {
    rule: 'cnf-private-key',
    fires: [by({ cnf: { jwk: { ...JWK, d: 'x' } } }), by({ cnf: { jwk: { kty: 'oct', k: 'AA' } } })],
    silent: [SOUND, by({ cnf: { jwk: JWK } })],
  },
  {
    rule: 'client-assertion-rules',
    fires: [jws(HEADER, ASSERTION), jws(HEADER, { ...ASSERTION, exp: NOW + 3600 })],
    silent: [SOUND, by({ sub: 'client-1' })],
  },
  {
    rule: 'passport-rules',
    fires: [
      typed('passport', { iat: NOW, orig: { tn: '1' } }, { x5u: 'https://c.example/x' }),
      typed('passport', { iat: NOW, orig: {}, dest: {} }, { ppt: 'shaken' }),
    ],
    silent: [SOUND, typed('passport', { iat: NOW, orig: { tn: '1' }, dest: { tn: ['2'] } })],
  },
  { rule: 'vc-jwt', fires: [by({ vc: { type: [] } }), by({ vp: {} })], silent: [SOUND, by({ vc: 'x' })] },
  {
    rule: 'statuslist',
    fires: [by({ status: { status_list: { idx: 1, uri: 'https://a.example' } } }), typed('statuslist+jwt', COMMON)],
    silent: [SOUND, by({ status: 'active' })],
  },
  {
    rule: 'dpop-proof-rules',
    fires: [dpop({ ...PROOF, htm: undefined }), dpop(PROOF, { alg: 'HS256' }), dpop(PROOF, { jwk: undefined })],
    silent: [SOUND, dpop(PROOF)],
  },
  {
    rule: 'dpop-htu-query',
    fires: [dpop({ ...PROOF, htu: 'https://a.example/?x=1' }), dpop({ ...PROOF, htu: 'https://a.example/#x' })],
    silent: [SOUND, dpop(PROOF)],
  },
  {
    rule: 'dpop-htm-case',
    fires: [dpop({ ...PROOF, htm: 'post' }), dpop({ ...PROOF, htm: 'Get' })],
    silent: [SOUND, dpop(PROOF)],
  },
  {
    rule: 'dpop-ath-missing',
    fires: [
      { text: dpop(PROOF), expectations: { accessToken: 'abc' } },
      { text: dpop({ ...PROOF, iat: NOW - 2 }), expectations: { accessToken: SOUND } },
      { text: dpop({ ...PROOF, ath: 'x' }), expectations: { accessToken: 'abc' } },
      `${dpop(PROOF)} ${SOUND}`,
    ],
    silent: [
      SOUND,
      dpop(PROOF),
      dpop({ ...PROOF, ath: 'x' }),
      { text: dpop({ ...PROOF, ath: ABC_HASH }), expectations: { accessToken: 'abc' } },
    ],
  },
  {
    rule: 'dpop-iat-window',
    fires: [dpop({ ...PROOF, iat: NOW - 301 }), dpop({ ...PROOF, iat: NOW + 400 })],
    silent: [SOUND, dpop(PROOF), dpop({ ...PROOF, iat: NOW - 299 })],
  },
  {
    rule: 'sd-jwt-alg-unknown',
    fires: [sd({ _sd_alg: 'md5' }), sd({ _sd_alg: undefined })],
    silent: [SOUND, SD_SOUND, sd({ _sd_alg: 'sha3-256' })],
  },
  {
    rule: 'sd-jwt-disclosure-unreferenced',
    fires: [sd({}, disclosure([SALT, 'a', 1])), sd({ _sd: ['x'] }, disclosure([SALT, 'b', 2]))],
    silent: [SOUND, SD_SOUND, sd({ _sd: ['x'] })],
  },
  {
    rule: 'sd-jwt-digest-duplicate',
    fires: [sd({ _sd: ['x', 'x'] }), sd({}, disclosure([SALT, 'a', 1]), disclosure([SALT, 'a', 1]))],
    silent: [SOUND, SD_SOUND, sd({ _sd: ['x', 'y'] })],
  },
  {
    rule: 'sd-jwt-disclosure-shape',
    fires: [sd({}, disclosure({ a: 1 })), sd({}, disclosure([SALT, '_sd', 1]))],
    silent: [SOUND, SD_SOUND, sd({}, disclosure([SALT, 'a', 1]))],
  },
  {
    rule: 'sd-jwt-weak-salt',
    fires: [sd({}, disclosure(['abc', 'a', 1])), sd({}, disclosure(['', 'a', 1]))],
    silent: [SOUND, SD_SOUND, sd({}, disclosure([SALT, 'a', 1]))],
  },
  {
    rule: 'sd-jwt-kb-missing',
    fires: [sd({ cnf: { jwk: JWK } }), sd({ cnf: { kid: 'x' } })],
    silent: [SOUND, SD_SOUND, kb({ typ: 'kb+jwt' }, KB), by({ cnf: { jwk: JWK } })],
  },
  {
    rule: 'sd-jwt-kb-rules',
    fires: [kb({ typ: 'JWT' }, KB), kb({ typ: 'kb+jwt' }, { ...KB, nonce: undefined })],
    silent: [SOUND, SD_SOUND, sd({ cnf: { jwk: JWK } })],
  },
  {
    rule: 'sd-jwt-missing-tilde',
    fires: [jws(SD_HEADER, { ...SD_CLAIMS, _sd: ['x'] }), by({ _sd: [] })],
    silent: [SOUND, sd({ _sd: ['x'] }), by({ a: { _sd: [] } })],
  },
  {
    rule: 'example-token',
    fires: [JWT_IO, jws({ alg: 'HS256' }, { iss: 'joe', exp: 1300819380, 'http://example.com/is_root': true })],
    silent: [
      SOUND,
      by({ sub: '1234567890' }),
      {
        text: hmacSigned({ alg: 'HS256' }, COMMON, 'q8Zr!2mVx0T;u7Lw#Jd5eGh^Ya1CoPs9kNfB3'),
        keys: [{ text: 'q8Zr!2mVx0T;u7Lw#Jd5eGh^Ya1CoPs9kNfB3' }],
      },
    ],
  },
  {
    rule: 'live-credential',
    fires: [by({ iss: 'https://login.acme.io' }), by({ iss: 'acme' })],
    silent: [SOUND, by({ iss: 'https://login.acme.io', exp: NOW - 100 }), by({ iss: 'http://localhost:8080' }), JWT_IO],
  },
];

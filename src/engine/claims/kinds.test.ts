import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { BECAUSE_CODES } from '../messages/claims.ts';
import type { Form, Json, JsonObject } from '../types.ts';
import { KIND_NAMES } from './kinds/names.ts';
import { kindsOf } from './kinds.ts';

const NOW = 1_790_000_000;
const TIMES = { iat: NOW, exp: NOW + 300 };

interface Case {
  readonly of: string;
  readonly header?: JsonObject;
  readonly payload?: Json;
  readonly form?: Form;
  readonly kinds: readonly string[];
  readonly because?: string;
}

function namesOf({ header = {}, payload, form = 'jws-compact' }: Omit<Case, 'of' | 'kinds'>): readonly string[] {
  return kindsOf({ header, payload, form }).map(({ name }) => name);
}

const TYPS: readonly (readonly [typ: string, kind: string])[] = [
  ['at+jwt', 'access token (RFC 9068)'],
  ['application/at+jwt', 'access token (RFC 9068)'],
  ['AT+JWT', 'access token (RFC 9068)'],
  ['dpop+jwt', 'DPoP proof'],
  ['logout+jwt', 'logout token'],
  ['secevent+jwt', 'security event token'],
  ['client-authentication+jwt', 'client assertion'],
  ['oauth-id-jag+jwt', 'identity assertion grant'],
  ['txntoken+jwt', 'transaction token'],
  ['oauth-authz-req+jwt', 'request object'],
  ['token-introspection+jwt', 'introspection response'],
  ['sd+jwt', 'SD-JWT'],
  ['dc+sd-jwt', 'SD-JWT VC'],
  ['vc+sd-jwt', 'SD-JWT VC'],
  ['kb+jwt', 'key binding JWT'],
  ['vc+jwt', 'W3C credential'],
  ['vp+jwt', 'W3C presentation'],
  ['statuslist+jwt', 'status list'],
  ['openid4vci-proof+jwt', 'OpenID4VCI proof'],
  ['key-attestation+jwt', 'key attestation'],
  ['oauth-client-attestation+jwt', 'client attestation'],
  ['oauth-client-attestation-pop+jwt', 'client attestation proof'],
  ['wallet-attestation', 'wallet attestation'],
  ['verifier-attestation+jwt', 'verifier attestation'],
  ['entity-statement+jwt', 'entity statement'],
  ['explicit-registration-response+jwt', 'registration response'],
  ['resolve-response+jwt', 'resolve response'],
  ['trust-mark+jwt', 'trust mark'],
  ['trust-mark-delegation+jwt', 'trust mark delegation'],
  ['trust-mark-status-response+jwt', 'trust mark status'],
  ['jwk-set+jwt', 'signed JWK Set'],
  ['eat+jwt', 'entity attestation token'],
  ['passport', 'PASSporT'],
];

test.each(TYPS)('typ %s names the kind: %s', (typ, kind) => {
  expect(kindsOf({ header: { alg: 'ES256', typ }, payload: { sub: 'a' }, form: 'jws-compact' })).toEqual([
    { name: kind, because: `The header says “typ” is “${typ}”.`, code: 'typ', values: { found: typ } },
  ]);
});

test.each(['JWT', 'jwt', 'JOSE', 'JOSE+JSON', '', 'at+jwt2', 'xat+jwt', 'application/x/at+jwt', 'at+jwt '])(
  'typ %j names no kind',
  (typ) => {
    expect(namesOf({ header: { typ }, payload: { sub: 'a' } })).toEqual([]);
  },
);

test('what the typ names is not also guessed at by the shape of the claims', () => {
  const payload = { iss: 'https://i.example', sub: 's', aud: 'c', nonce: 'n', auth_time: NOW, scope: 'a', ...TIMES };
  expect(namesOf({ header: { typ: 'at+jwt' }, payload })).toEqual(['access token (RFC 9068)']);
});

const ID = { iss: 'https://id.example', sub: 'u1', aud: 'client-1', ...TIMES };
const JTI = '0123456789abcdef0123456789abcdef';
const STATEMENT = { iss: 'https://a.example', sub: 'https://b.example', jwks: { keys: [] }, metadata: {} };

const CASES: readonly Case[] = [
  // said by a claim
  {
    of: 'Cognito ID token',
    payload: { token_use: 'id', aud: 'c' },
    kinds: ['ID token'],
    because: 'The claim “token_use” is “id”.',
  },
  { of: 'Cognito access token', payload: { token_use: 'access', client_id: 'c', scope: 'a' }, kinds: ['access token'] },
  {
    of: 'Keycloak access token',
    payload: { ...ID, typ: 'Bearer', azp: 'c', scope: 'openid' },
    kinds: ['access token'],
  },
  { of: 'Keycloak ID token', payload: { ...ID, typ: 'ID', auth_time: NOW }, kinds: ['ID token'] },
  { of: 'Keycloak refresh token', payload: { ...ID, typ: 'Refresh', scope: 'openid' }, kinds: ['refresh token'] },
  { of: 'Keycloak offline token', payload: { ...ID, typ: 'Offline', scope: 'openid' }, kinds: ['refresh token'] },
  {
    of: 'SimpleJWT access',
    payload: { token_type: 'access', jti: JTI, user_id: '1', ...TIMES },
    kinds: ['SimpleJWT access token'],
  },
  {
    of: 'SimpleJWT refresh',
    payload: { token_type: 'refresh', jti: JTI, user_id: '1' },
    kinds: ['SimpleJWT refresh token'],
  },
  {
    of: 'SimpleJWT sliding',
    payload: { token_type: 'sliding', jti: JTI, refresh_exp: NOW },
    kinds: ['SimpleJWT sliding token'],
  },
  { of: 'token_type without SimpleJWT’s jti', payload: { token_type: 'access', jti: 'x' }, kinds: ['access token'] },
  { of: 'token_type of another', payload: { token_type: 'refresh', jti: 'x' }, kinds: ['refresh token'] },
  {
    of: 'Okta access token',
    payload: { ver: 1, jti: 'AT.x', scp: ['a'], cid: 'c', auth_time: NOW },
    kinds: ['access token'],
  },
  { of: 'Okta ID token', payload: { ver: 1, jti: 'ID.x', ...ID }, kinds: ['ID token'] },
  { of: 'Supabase key', payload: { iss: 'supabase', ref: 'r', role: 'anon', ...TIMES }, kinds: ['API key'] },
  {
    of: 'Firebase custom token',
    payload: {
      iss: 'a@p.iam.gserviceaccount.com',
      sub: 'a@p.iam.gserviceaccount.com',
      aud: 'https://identitytoolkit.googleapis.com/google.identity.identitytoolkit.v1.IdentityToolkit',
      uid: 'u',
      ...TIMES,
    },
    kinds: ['Firebase custom token'],
  },
  {
    of: 'Firebase session cookie',
    payload: { ...ID, iss: 'https://session.firebase.google.com/p', auth_time: NOW },
    kinds: ['session token'],
  },
  {
    of: 'GitHub Actions job',
    payload: { ...ID, repository: 'o/r', workflow: 'w', run_id: '1' },
    kinds: ['workload identity token'],
    because: 'It has the claims “repository”, “workflow” and “run_id”.',
  },
  // told by the shape
  { of: 'DPoP proof', payload: { htm: 'GET', htu: 'https://a.example', jti: 'j', iat: NOW }, kinds: ['DPoP proof'] },
  {
    of: 'logout token',
    payload: { iss: 'i', aud: 'c', sid: 's', events: { 'http://schemas.openid.net/event/backchannel-logout': {} } },
    kinds: ['logout token', 'security event token'],
  },
  { of: 'security event', payload: { iss: 'i', events: { 'urn:x': {} } }, kinds: ['security event token'] },
  {
    of: 'introspection response',
    payload: { iss: 'i', aud: 'c', token_introspection: { active: true } },
    kinds: ['introspection response'],
  },
  { of: 'key binding', payload: { aud: 'v', nonce: 'n', iat: NOW, sd_hash: 'h' }, kinds: ['key binding JWT'] },
  { of: 'SD-JWT VC', form: 'sd-jwt', payload: { vct: 'https://t.example', iss: 'i' }, kinds: ['SD-JWT VC', 'SD-JWT'] },
  {
    of: 'W3C credential as SD-JWT',
    form: 'sd-jwt',
    payload: { '@context': ['x'], type: ['VerifiableCredential'] },
    kinds: ['W3C credential', 'SD-JWT'],
  },
  {
    of: 'SD-JWT',
    form: 'sd-jwt',
    payload: { iss: 'i' },
    kinds: ['SD-JWT'],
    because: 'Disclosures or their “~” stand behind the signed part.',
  },
  { of: 'SD-JWT without its tilde', payload: { iss: 'i', _sd: ['d'], _sd_alg: 'sha-256' }, kinds: ['SD-JWT'] },
  { of: 'W3C credential 1.1', payload: { iss: 'i', vc: {} }, kinds: ['W3C credential'] },
  { of: 'W3C presentation 1.1', payload: { iss: 'i', vp: {} }, kinds: ['W3C presentation'] },
  {
    of: 'W3C credential 2.0',
    payload: { '@context': ['x'], type: ['VerifiableCredential', 'A'] },
    kinds: ['W3C credential'],
  },
  {
    of: 'W3C presentation 2.0',
    payload: { '@context': ['x'], type: 'VerifiablePresentation' },
    kinds: ['W3C presentation'],
  },
  {
    of: 'status list',
    payload: { sub: 'https://s.example/1', iat: NOW, status_list: { bits: 1, lst: 'x' } },
    kinds: ['status list'],
  },
  { of: 'entity statement', payload: STATEMENT, kinds: ['entity statement'] },
  {
    of: 'entity configuration',
    payload: { ...STATEMENT, sub: STATEMENT.iss, aud: 'x', exp: 1 },
    kinds: ['entity configuration'],
  },
  {
    of: 'entity configuration by typ',
    header: { typ: 'entity-statement+jwt' },
    payload: { iss: 'a', sub: 'a' },
    kinds: ['entity configuration'],
  },
  { of: 'trust mark', payload: { iss: 'i', sub: 's', trust_mark_type: 't' }, kinds: ['trust mark'] },
  { of: 'PASSporT', payload: { orig: { tn: '1' }, dest: { tn: ['2'] }, iat: NOW }, kinds: ['PASSporT'] },
  { of: 'PASSporT by ppt', header: { ppt: 'shaken' }, payload: { attest: 'A' }, kinds: ['PASSporT'] },
  {
    of: 'ACME request',
    form: 'jws-json',
    header: { alg: 'ES256', kid: 'https://ca.example/acct/1', nonce: 'n', url: 'https://ca.example/order' },
    kinds: ['ACME request'],
    because: 'Its header has the parameters “url” and “nonce”.',
  },
  {
    of: 'ACME account binding',
    header: { alg: 'HS256', kid: 'k', url: 'https://ca.example/new' },
    payload: { kty: 'EC', crv: 'P-256' },
    kinds: ['ACME account binding'],
  },
  {
    of: 'VAPID',
    payload: { aud: 'https://push.example', exp: NOW, sub: 'mailto:a@b.example' },
    kinds: ['VAPID token'],
  },
  { of: 'EAT', payload: { eat_nonce: 'n', ueid: 'u' }, kinds: ['entity attestation token'] },
  {
    of: 'request object',
    payload: { iss: 'c', aud: 'i', client_id: 'c', response_type: 'code', nonce: 'n' },
    kinds: ['request object'],
  },
  {
    of: 'authorization response',
    payload: { iss: 'i', aud: 'c', exp: NOW, state: 's', code: 'x' },
    kinds: ['authorization response'],
  },
  {
    of: 'software statement',
    payload: { iss: 'i', software_id: 's', client_name: 'n', scope: 'a' },
    kinds: ['software statement'],
  },
  {
    of: 'bearer grant',
    payload: { iss: 'a@p.iam.gserviceaccount.com', scope: 's', aud: 'https://oauth2.googleapis.com/token', ...TIMES },
    kinds: ['JWT bearer grant'],
    because: 'The claim “aud” is “https://oauth2.googleapis.com/token”, and there is the claim “scope”.',
  },
  {
    of: 'Clerk session',
    payload: { sid: 's', sts: 'active', azp: 'https://a.example', sub: 'u' },
    kinds: ['session token'],
  },
  {
    of: 'ID token with a nonce',
    payload: { ...ID, nonce: 'n' },
    kinds: ['ID token'],
    because: 'It has the claims “aud” and “nonce”, and no “scope”, “scp”, “cid”, “client_id” or “permissions”.',
  },
  {
    of: 'ID token for several',
    payload: { ...ID, aud: ['client-1', 'x'], azp: 'client-1', at_hash: 'h' },
    kinds: ['ID token'],
  },
  { of: 'ID token by its profile', payload: { ...ID, email: 'a@b.example' }, kinds: ['ID token'] },
  { of: 'access token with scope', payload: { ...ID, scope: 'a b' }, kinds: ['access token'] },
  { of: 'Entra access token', payload: { ...ID, scp: 'User.Read', azpacr: '1', name: 'A' }, kinds: ['access token'] },
  {
    of: 'Auth0 machine token',
    payload: { ...ID, sub: 'c@clients', azp: 'c', gty: 'client-credentials' },
    kinds: ['access token'],
  },
  {
    of: 'Supabase access token',
    payload: { ...ID, aud: 'authenticated', role: 'authenticated', aal: 'aal1', session_id: 's', email: 'e' },
    kinds: ['access token'],
  },
  {
    of: 'client assertion',
    payload: { iss: 'c', sub: 'c', aud: 'https://as.example', jti: 'j', ...TIMES },
    kinds: ['client assertion'],
    because: 'The claims “iss” and “sub” have the same value.',
  },
  {
    of: 'Apple client secret',
    payload: { iss: 'TEAM', sub: 'com.a', aud: 'https://appleid.apple.com', ...TIMES },
    kinds: ['client assertion'],
  },
  { of: 'userinfo', payload: { iss: 'i', aud: 'c', sub: 's', name: 'A' }, kinds: ['userinfo response'] },
  { of: 'Kubernetes', payload: { ...ID, sub: 'system:serviceaccount:ns:name' }, kinds: ['workload identity token'] },
  { of: 'SPIFFE', payload: { sub: 'spiffe://t.example/w', aud: 'x', exp: NOW }, kinds: ['workload identity token'] },
  { of: 'nested', form: 'jwe-compact', header: { alg: 'dir', enc: 'A256GCM', cty: 'JWT' }, kinds: ['nested JWT'] },
  {
    of: 'opaque',
    form: 'jwe-compact',
    header: { alg: 'dir', enc: 'A256GCM', iss: 'https://t.auth0.com/' },
    kinds: ['opaque access token'],
  },
  // look-alikes
  { of: 'nothing known', payload: { hello: 1 }, kinds: [] },
  { of: 'only the seven claims', payload: { ...ID, jti: 'j', nbf: NOW }, kinds: [] },
  { of: 'half a DPoP proof', payload: { htm: 'GET', iat: NOW }, kinds: [] },
  { of: 'half a status list', payload: { status_list: { idx: 1, uri: 'x' } }, kinds: [] },
  { of: 'a member that is null', payload: { htm: null, htu: 'https://a.example' }, kinds: [] },
  { of: 'token_use of another', payload: { token_use: 'Access' }, kinds: [] },
  { of: 'token_type Bearer', payload: { token_type: 'Bearer', jti: JTI }, kinds: [] },
  { of: 'jti AT. without ver', payload: { jti: 'AT.x' }, kinds: [] },
  {
    of: 'VAPID with an issuer',
    payload: { iss: 'i', aud: 'https://push.example', exp: NOW, sub: 'mailto:a@b.example' },
    kinds: [],
  },
  {
    of: 'VAPID with a path',
    payload: { aud: 'https://push.example/x', exp: NOW, sub: 'mailto:a@b.example' },
    kinds: [],
  },
  { of: 'vc that is text', payload: { vc: 'x' }, kinds: [] },
  { of: 'context without type', payload: { '@context': ['x'], type: ['A'] }, kinds: [] },
  { of: 'url without nonce', header: { alg: 'ES256', url: 'https://ca.example' }, payload: {}, kinds: [] },
  {
    of: 'an address as the audience of a nonce',
    payload: { ...ID, aud: 'https://api.example', nonce: 'n' },
    kinds: [],
  },
  { of: 'Supabase issuer, other role', payload: { iss: 'supabase', role: 'x' }, kinds: [] },
  {
    of: 'encrypted to somebody',
    form: 'jwe-compact',
    header: { alg: 'RSA-OAEP', enc: 'A256GCM', iss: 'i' },
    kinds: [],
  },
  { of: 'jwks without more', payload: { iss: 'a', sub: 'b', jwks: {} }, kinds: [] },
  { of: 'no token', form: 'none', header: { typ: 'at+jwt' }, kinds: [] },
  { of: 'a payload that is a list', payload: ['htm', 'htu'], kinds: [] },
];

describe('the kind', () => {
  test.each(CASES.map((each) => [each.of, each] as const))('of %s', (_, each) => {
    expect(namesOf(each)).toEqual(each.kinds);
    if (each.because !== undefined) {
      const [first] = kindsOf({ header: each.header ?? {}, payload: each.payload, form: each.form ?? 'jws-compact' });
      expect(first?.because).toBe(each.because);
    }
  });

  test('is told for every name in the list', () => {
    const seen = new Set([...TYPS.map(([, kind]) => kind), ...CASES.flatMap(({ kinds }) => kinds)]);
    expect(KIND_NAMES.filter((name) => !seen.has(name))).toEqual([]);
  });
});

test('a sentence quotes no more than 80 characters of the token', () => {
  const [kind] = kindsOf({
    header: { cty: `application/${'jwt'.padEnd(3)}` },
    payload: undefined,
    form: 'jwe-compact',
  });
  expect(kind?.because).toBe('The header says “cty” is “application/jwt”.');
  const long = { iss: 'i', scope: 's', aud: `https://a.example/${'x'.repeat(200)}/token` };
  expect(kindsOf({ header: {}, payload: long, form: 'jws-compact' })[0]?.because).toBe(
    `The claim “aud” is “https://a.example/${'x'.repeat(62)}…”, and there is the claim “scope”.`,
  );
});

const anyForm = fc.constantFrom<Form>('jws-compact', 'jws-json', 'jwe-compact', 'jwe-json', 'sd-jwt', 'none');
const words = fc.constantFrom(
  'iss',
  'sub',
  'aud',
  'exp',
  'typ',
  'scope',
  'events',
  'vc',
  'url',
  'nonce',
  '__proto__',
  'jti',
  'cty',
);
const anyJson: fc.Arbitrary<Json> = fc.oneof(
  fc.jsonValue().map((value) => JSON.parse(JSON.stringify(value)) as Json),
  fc.dictionary(words, fc.jsonValue()).map((value) => JSON.parse(JSON.stringify(value)) as Json),
);

test('any header and any payload give known names, each once, with a sentence; the same each time', () => {
  fc.assert(
    fc.property(anyJson, anyJson, anyForm, (header, payload, form) => {
      const kinds = kindsOf({ header, payload, form });
      expect(new Set(kinds.map(({ name }) => name)).size).toBe(kinds.length);
      for (const { name, because, code } of kinds) {
        expect(KIND_NAMES).toContain(name);
        expect(BECAUSE_CODES.has(code)).toBe(true);
        expect(because).toMatch(/^[A-Z].*\.$/s);
      }
      expect(kindsOf({ header, payload, form })).toEqual(kinds);
    }),
    { numRuns: 500 },
  );
});

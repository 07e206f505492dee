/** DPoP proofs (RFC 9449): the signature decides the verdict, what the proof is about is told by checks. */
import { createHash } from 'node:crypto';
import { issue } from './issue.mjs';
import { thumbprintOf } from './key-material.mjs';
import { namedRow } from './rows.mjs';

const ACCESS_TOKEN = 'Kx3vQ9~opaque-access-token_of.the-client';
const URL = 'https://api.example/v1/orders';
const PROVEN = { state: 'verified', code: 'signature-match', trust: 'token-supplied-key', layers: 1 };
const PASS = { 'dpop-htm': 'pass', 'dpop-htu': 'pass', 'dpop-ath': 'pass', 'dpop-jkt': 'pass' };

export function dpopCases({ holder, stranger, ed25519, rsa }) {
  const ath = createHash('sha256').update(ACCESS_TOKEN).digest('base64url');
  const claims = { jti: 'a1', htm: 'POST', htu: URL, iat: 1790000000, ath };
  const proof = (payload, pair = holder, alg = 'ES256') =>
    issue(alg, pair.privateKey, payload, { typ: 'dpop+jwt', jwk: pair.jwk });
  const expecting = (change = {}) => ({
    expectations: {
      accessToken: ACCESS_TOKEN,
      request: { method: 'POST', url: URL },
      keyThumbprint: thumbprintOf(holder.jwk),
      ...change,
    },
    now: 1790000030,
  });
  const request = (method, url) => expecting({ request: { method, url } });
  const token = proof(claims);
  const forged = issue('ES256', stranger.privateKey, claims, { typ: 'dpop+jwt', jwk: holder.jwk });
  const failing = (id) => ({ ...PROVEN, checks: { ...PASS, [`dpop-${id}`]: 'fail' } });
  const checked = { ...PROVEN, checks: PASS };
  return [
    namedRow('proof', token, [], { ...PROVEN, problems: [] }),
    namedRow('proof-checked', token, [], checked, expecting()),
    namedRow('proof-nothing-asked', token, [], {
      ...PROVEN,
      checks: { 'dpop-htm': 'not-asked', 'dpop-htu': 'not-asked', 'dpop-ath': 'not-asked', 'dpop-jkt': 'not-asked' },
    }),
    namedRow(
      'proof-ed25519',
      proof(claims, ed25519, 'Ed25519'),
      [],
      checked,
      expecting({ keyThumbprint: thumbprintOf(ed25519.jwk) }),
    ),
    namedRow(
      'proof-rs256',
      proof(claims, rsa, 'RS256'),
      [],
      checked,
      expecting({ keyThumbprint: thumbprintOf(rsa.jwk) }),
    ),
    namedRow('proof-own-key', token, ['holder'], { ...checked, trust: 'your-key' }, expecting()),
    namedRow('proof-other-access-token', token, [], failing('ath'), expecting({ accessToken: `${ACCESS_TOKEN}x` })),
    namedRow('proof-no-ath', proof({ ...claims, ath: undefined }), [], failing('ath'), expecting()),
    namedRow('proof-other-method', token, [], failing('htm'), request('GET', URL)),
    namedRow('proof-other-address', token, [], failing('htu'), request('POST', `${URL}/7`)),
    namedRow('proof-query-in-request', token, [], checked, request('POST', `${URL}?page=2#top`)),
    namedRow(
      'proof-other-key-bound',
      token,
      [],
      failing('jkt'),
      expecting({ keyThumbprint: thumbprintOf(stranger.jwk) }),
    ),
    namedRow('proof-forged', forged, [], { state: 'failed', code: 'signature-mismatch' }, expecting()),
    namedRow('proof-other-key-given', token, ['stranger'], { state: 'failed', code: 'signature-mismatch' }),
  ];
}

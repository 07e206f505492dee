/** What each kind of input is answered with, as far as compact JWS goes (the table 'Inputs and answers'). */
import { createHmac, sign } from 'node:crypto';
import { CLAIMS, twinsOf } from './algorithm-cases.mjs';
import { b64u, b64uJson } from './base64url.mjs';
import { issue, signRaw } from './issue.mjs';
import { keyChoiceRows } from './key-choice-rows.mjs';
import { makePair } from './key-material.mjs';
import { certificatesFor, pemBody } from './key-texts.mjs';
import { MISMATCH, row, SECRET, unchecked, VERIFIED } from './rows.mjs';

export function answerCases(families) {
  const rsa = families['RSA-2048'];
  const ec = families['P-256'];
  const kit = {
    families,
    hs: issue('HS256', SECRET, CLAIMS),
    rs: issue('RS256', rsa.privateKey, CLAIMS),
    es: issue('ES256', ec.privateKey, CLAIMS),
    rsaPem: rsa.publicKey.export({ type: 'spki', format: 'pem' }),
    rsaPrivatePem: rsa.privateKey.export({ type: 'pkcs8', format: 'pem' }),
    ecPrivatePem: ec.privateKey.export({ type: 'pkcs8', format: 'pem' }),
    ecJwk: JSON.stringify(ec.jwk),
  };
  return [...secretRows(kit), ...keyChoiceRows(kit), ...smallKeyRows(kit), ...tokenKeyRows(kit), ...signatureRows(kit)];
}

function secretRows({ hs, rs, rsaPrivatePem }) {
  const bytes = Buffer.from('fbefbe3ff7d9a1c40b7788ee52d103ffa8e6b1fb9d4cc35e7b0f66e8913ad2c5', 'hex');
  const token = issue('HS256', bytes, CLAIMS);
  const readings = ['base64', 'base64url', 'hex'].map((encoding) => [encoding, bytes.toString(encoding)]);
  return [
    row('secret-right', hs, [SECRET], { ...VERIFIED, keys: [{ encoding: 'utf8', notes: [] }] }),
    row('secret-wrong', hs, ['another-text-secret-of-more-than-32-bytes'], MISMATCH),
    row('secret-none', hs, [], unchecked('key-missing')),
    row('secret-blank', hs, ['  \n'], unchecked('key-missing')),
    ...readings.map(([encoding, text]) =>
      row(`secret-auto-${encoding}`, token, [text], { ...VERIFIED, keys: [{ encoding }] }),
    ),
    ...readings.map(([encoding, text]) =>
      row(`secret-chosen-${encoding}`, token, [{ text, encoding }], { ...VERIFIED, keys: [{ encoding }] }),
    ),
    ...readings.map(([encoding, text]) =>
      row(`secret-${encoding}-chosen-as-text`, token, [{ text, encoding: 'utf8' }], MISMATCH),
    ),
    row('private-pem', rs, [rsaPrivatePem], { ...VERIFIED, keys: [{ private: true, notes: ['private-key-given'] }] }),
    row('one-of-two-keys', hs, ['another-text-secret-of-more-than-32-bytes', SECRET], VERIFIED),
    row('payload-text', signRaw('HS256', SECRET, b64uJson({ alg: 'HS256' }), b64u('plain text')), [SECRET], {
      ...VERIFIED,
      payloadText: 'plain text',
    }),
    row(
      'payload-not-utf8',
      signRaw('HS256', SECRET, b64uJson({ alg: 'HS256' }), b64u(Buffer.from('ff00fe', 'hex'))),
      [SECRET],
      { ...VERIFIED, payloadHex: 'ff00fe' },
    ),
    row('payload-empty-signed', signRaw('HS256', SECRET, b64uJson({ alg: 'HS256' }), ''), [SECRET], VERIFIED),
    row(
      'payload-exact',
      signRaw('HS256', SECRET, b64uJson({ alg: 'HS256' }), b64u('{"n":1e3,"big":9007199254740993,"n":1.0}')),
      [SECRET],
      {
        ...VERIFIED,
        payloadText: '{"n":1e3,"big":9007199254740993,"n":1.0}',
      },
    ),
  ];
}

function smallKeyRows({ hs }) {
  const small = [1024, 512].map((bits) => [bits, makePair('rsa', { modulusLength: bits })]);
  const emptyKeyToken = signRaw('HS256', '', b64uJson({ alg: 'HS256' }), b64uJson(CLAIMS));
  const empty = unchecked('key-empty');
  return [
    ...small.map(([bits, pair]) =>
      row(`rsa-${bits}`, issue('RS256', pair.privateKey, CLAIMS), [JSON.stringify(pair.jwk)], {
        ...VERIFIED,
        keys: [{ bits, notes: ['rsa-key-small'] }],
      }),
    ),
    row('hmac-short', signRaw('HS256', 'secret', b64uJson({ alg: 'HS256' }), b64uJson(CLAIMS)), ['secret'], {
      ...VERIFIED,
      keys: [{ notes: ['hmac-key-short'] }],
    }),
    row('empty-secret-matches', emptyKeyToken, [{ text: '', encoding: 'utf8' }], empty),
    row('empty-secret', hs, [{ text: '', encoding: 'utf8' }], empty),
    row('empty-k-matches', emptyKeyToken, ['{"kty":"oct","k":""}'], empty),
    row('empty-k', hs, ['{"kty":"oct","k":""}'], empty),
  ];
}

function tokenKeyRows({ families, ecPrivatePem, ecJwk }) {
  const { privateKey, jwk } = families['P-256'];
  const other = JSON.stringify(makePair('ec', { namedCurve: 'P-256' }).jwk);
  const own = { ...VERIFIED, trust: 'token-supplied-key' };
  const claims = { jti: 'a1', htm: 'POST', htu: 'https://api.example/token', iat: 1790000000 };
  const proof = issue('ES256', privateKey, claims, { typ: 'dpop+jwt', jwk });
  const withJwk = issue('ES256', privateKey, CLAIMS, { jwk });
  const withChain = issue('ES256', privateKey, CLAIMS, { x5c: [pemBody(certificatesFor(ecPrivatePem).leaf)] });
  const acme = signRaw(
    'ES256',
    privateKey,
    b64uJson({ alg: 'ES256', jwk, nonce: 'bm9uY2U', url: 'https://ca.example/new-acct' }),
    b64uJson({ termsOfServiceAgreed: true }),
  );
  const onlyThere = unchecked('key-in-token-only');
  return [
    row('dpop', proof, [], own),
    row('dpop-changed', twinsOf(proof)['signature-bit'], [], MISMATCH),
    row('dpop-own-key', proof, [ecJwk], VERIFIED),
    row('dpop-other-key', proof, [other], MISMATCH),
    row(
      'openid4vci-proof',
      issue(
        'ES256',
        privateKey,
        { aud: 'https://issuer.example', iat: 1790000000, nonce: 'n' },
        { typ: 'openid4vci-proof+jwt', jwk },
      ),
      [],
      own,
    ),
    row('acme-request', acme, [], own),
    row('jwk-in-header', withJwk, [], onlyThere),
    row('jwk-in-header-used', withJwk, [], own, { useTokenKey: true }),
    row('jwk-in-header-used-changed', twinsOf(withJwk)['payload-letter'], [], MISMATCH, { useTokenKey: true }),
    row('jwk-in-header-your-key', withJwk, [ecJwk], VERIFIED),
    row('jwk-in-header-other-key', withJwk, [other], MISMATCH, { useTokenKey: true }),
    row('x5c-in-header', withChain, [], onlyThere),
    row('x5c-in-header-used', withChain, [], own, { useTokenKey: true }),
    row(
      'jku-in-header',
      issue('ES256', privateKey, CLAIMS, { jku: 'https://issuer.example/jwks.json' }),
      [],
      unchecked('key-missing'),
      { useTokenKey: true },
    ),
  ];
}

function signatureRows({ families, hs, rs, es, rsaPem, ecJwk }) {
  const [header, payload] = es.split('.');
  const der = sign('sha256', Buffer.from(`${header}.${payload}`), {
    key: families['P-256'].privateKey,
    dsaEncoding: 'der',
  });
  const other = JSON.stringify(makePair('ec', { namedCurve: 'P-256' }).jwk);
  const cut = (token) => token.slice(0, token.lastIndexOf('.') + 1);
  const detached = hs.replace(/\..*\./, '..');
  const empty = { state: 'failed', code: 'signature-empty' };
  const longer = createHmac('sha512', SECRET)
    .update(hs.slice(0, hs.lastIndexOf('.')))
    .digest();
  return [
    row('der', `${header}.${payload}.${b64u(der)}`, [ecJwk], { state: 'failed', code: 'signature-der' }),
    row('der-wrong-key', `${header}.${payload}.${b64u(der)}`, [other], { state: 'failed', code: 'signature-der' }),
    row('der-no-key', `${header}.${payload}.${b64u(der)}`, [], unchecked('key-missing')),
    row('empty-signature', cut(rs), [], empty),
    row('empty-signature-key', cut(rs), [rsaPem], empty),
    row('empty-signature-hs', cut(hs), [SECRET], empty),
    row('signature-too-long', `${hs.slice(0, hs.lastIndexOf('.'))}.${b64u(longer)}`, [SECRET], MISMATCH),
    row('detached', detached, [], unchecked('payload-detached')),
    row('detached-key', detached, [SECRET], unchecked('payload-detached')),
    row('rs256-as-hs256', rs.replace(/^[^.]+/, b64uJson({ alg: 'HS256', typ: 'JWT' })), [SECRET], MISMATCH),
  ];
}

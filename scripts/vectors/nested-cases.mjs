/** Tokens in tokens: a JWT in a JWE, a JWS in a JWS, and more of them than are opened. */
import { b64u, b64uJson } from './base64url.mjs';
import { encryptCompact } from './encrypt.mjs';
import { signRaw } from './issue.mjs';
import { brokenSignature, flattened } from './issue-json.mjs';
import { namedRow, unchecked } from './rows.mjs';

const CLAIMS = '{"iss":"https://issuer.example","sub":"rider-48213"}';
const VERIFIED = { state: 'verified', code: 'signature-match', trust: 'your-key', innerPayloadText: CLAIMS };
const MISMATCH = { state: 'failed', code: 'signature-mismatch' };

export function nestedCases(keys) {
  return [...encryptedRows(keys), ...signedRows(keys), ...deepRows(keys)];
}

function encryptedRows({ rsa, ec, oct128, oct256 }) {
  const inside = signRaw('ES256', ec.privateKey, b64uJson({ alg: 'ES256' }), b64u(CLAIMS));
  const rs = signRaw('RS256', rsa.privateKey, b64uJson({ alg: 'RS256' }), b64u(CLAIMS));
  const seal = (plaintext, more = { cty: 'JWT' }) =>
    encryptCompact({ header: { alg: 'RSA-OAEP-256', enc: 'A128GCM', ...more }, key: rsa.publicKey, plaintext });
  const direct = (plaintext) =>
    encryptCompact({ header: { alg: 'dir', enc: 'A256GCM', cty: 'JWT' }, key: oct256, plaintext });
  const token = seal(inside);
  const both = { ...VERIFIED, layers: 2, layerCodes: ['decrypted', 'signature-match'] };
  const { payload, ...signed } = flattened({
    alg: 'ES256',
    key: ec.privateKey,
    protected: { alg: 'ES256' },
    payload: CLAIMS,
  });
  const broken = `${inside.slice(0, inside.lastIndexOf('.'))}.${brokenSignature(signed).signature}`;
  const unsecured = `${b64uJson({ alg: 'none' })}.${b64u(CLAIMS)}.`;
  const deeper = encryptCompact({ header: { alg: 'A128KW', enc: 'A128GCM' }, key: oct128, plaintext: CLAIMS });
  return [
    namedRow('jwt-in-jwe', token, ['rsa-private', 'ec'], { ...both, payloadText: inside, form: 'jwe-compact' }),
    namedRow('jwt-in-jwe-keys-turned', token, ['ec', 'rsa-private'], both),
    namedRow('jwt-in-jwe-no-cty', seal(inside, {}), ['rsa-private', 'ec'], both),
    namedRow('jwt-in-jwe-cty-jwt', seal(inside, { cty: 'jwt' }), ['rsa-private', 'ec'], both),
    namedRow('jwt-in-jwe-outer-key', token, ['rsa-private'], {
      ...unchecked('key-missing'),
      layers: 2,
      layerCodes: ['decrypted', 'key-missing'],
      innerPayloadText: CLAIMS,
    }),
    namedRow('jwt-in-jwe-inner-key', token, ['ec'], { ...unchecked('key-wrong-kind'), layers: 1 }),
    namedRow('jwt-in-jwe-no-key', token, [], { ...unchecked('key-missing'), layers: 1 }),
    namedRow('jwt-in-jwe-inner-wrong', token, ['rsa-private', 'stranger'], {
      ...MISMATCH,
      layerCodes: ['decrypted', 'signature-mismatch'],
    }),
    namedRow('jwt-in-jwe-inner-broken', seal(broken), ['rsa-private', 'ec'], {
      ...MISMATCH,
      layerCodes: ['decrypted', 'signature-mismatch'],
    }),
    namedRow('jwt-in-jwe-same-kind', seal(rs), ['rsa-private'], {
      state: 'verified',
      layerCodes: ['decrypted', 'signature-match'],
    }),
    namedRow('jwt-in-jwe-unsecured', direct(unsecured), ['oct256'], {
      state: 'unsecured',
      code: 'alg-none',
      layerCodes: ['decrypted', 'alg-none'],
    }),
    namedRow('jwt-in-jwe-inner-malformed', direct(`${inside}=`), ['oct256', 'ec'], { state: 'malformed' }),
    namedRow('jwt-in-jwe-no-token-inside', direct(CLAIMS), ['oct256'], {
      state: 'decrypted',
      layers: 1,
      payloadText: CLAIMS,
    }),
    namedRow('jwe-in-jwe', direct(deeper), ['oct256', 'oct128'], {
      state: 'decrypted',
      layerCodes: ['decrypted', 'decrypted'],
      innerPayloadText: CLAIMS,
    }),
    namedRow('jwe-in-jwe-outer-key', direct(deeper), ['oct256'], {
      ...unchecked('key-missing'),
      layerCodes: ['decrypted', 'key-missing'],
    }),
  ];
}

/** A compact JWS around a content that is itself a token, as `cty` says. */
function signAround(content, key, members = { cty: 'JWT' }) {
  return signRaw('HS256', key, b64uJson({ alg: 'HS256', ...members }), b64u(content));
}

function signedRows({ ec, oct256, oct192 }) {
  const inside = signRaw('ES256', ec.privateKey, b64uJson({ alg: 'ES256' }), b64u(CLAIMS));
  const outside = signAround(inside, oct256);
  const sealed = encryptCompact({ header: { alg: 'A192KW', enc: 'A192GCM' }, key: oct192, plaintext: CLAIMS });
  const around = signAround(sealed, oct256);
  const json = JSON.stringify(
    flattened({ alg: 'HS256', key: oct256, protected: { alg: 'HS256', cty: 'JWT' }, payload: inside }),
  );
  return [
    namedRow('jws-in-jws', outside, ['oct256', 'ec'], {
      ...VERIFIED,
      layerCodes: ['signature-match', 'signature-match'],
    }),
    namedRow('jws-in-jws-outer-broken', outside, ['oct128', 'ec'], {
      ...MISMATCH,
      layerCodes: ['signature-mismatch', 'signature-match'],
    }),
    namedRow('jws-in-jws-inner-key', outside, ['ec'], { state: 'unchecked', layerCodes: [null, 'signature-match'] }),
    namedRow('jws-in-jws-no-key', outside, [], {
      ...unchecked('key-missing'),
      layerCodes: ['key-missing', 'key-missing'],
      innerPayloadText: CLAIMS,
    }),
    namedRow('jws-in-json-jws', json, ['oct256', 'ec'], {
      ...VERIFIED,
      form: 'jws-json',
      layerCodes: ['signature-match', 'signature-match'],
    }),
    namedRow('jwe-in-jws', around, ['oct256', 'oct192'], {
      state: 'decrypted',
      layerCodes: ['signature-match', 'decrypted'],
      innerPayloadText: CLAIMS,
    }),
    namedRow('jwe-in-jws-outer-wrong', around, ['oct128', 'oct192'], {
      ...MISMATCH,
      layerCodes: ['signature-mismatch', 'decrypted'],
    }),
    namedRow('jws-around-no-token', signAround(CLAIMS, oct256), ['oct256'], {
      ...VERIFIED,
      layers: 1,
      innerPayloadText: CLAIMS,
    }),
  ];
}

function deepRows({ rsa, ec, oct256 }) {
  const nested = (depth) => {
    let token = signAround(CLAIMS, oct256, {});
    for (let layer = 1; layer < depth; layer += 1) token = signAround(token, oct256);
    return token;
  };
  const sealed = encryptCompact({
    header: { alg: 'RSA-OAEP', enc: 'A128CBC-HS256', cty: 'JWT' },
    key: rsa.publicKey,
    plaintext: signRaw('ES256', ec.privateKey, b64uJson({ alg: 'ES256' }), b64u(CLAIMS)),
  });
  const three = signAround(sealed, oct256);
  const verified = (depth) => ({ ...VERIFIED, layers: depth });
  return [
    namedRow('three-deep', three, ['oct256', 'rsa-private', 'ec'], {
      ...verified(3),
      layerCodes: ['signature-match', 'decrypted', 'signature-match'],
    }),
    namedRow('three-deep-middle-key-missing', three, ['oct256', 'ec'], {
      state: 'unchecked',
      layers: 2,
      layerCodes: ['signature-match', null],
    }),
    namedRow('three-of-a-kind', nested(3), ['oct256'], verified(3)),
    namedRow('eight-deep', nested(8), ['oct256'], verified(8)),
    namedRow('nine-deep', nested(9), ['oct256'], { state: 'unsupported', code: 'too-many-layers' }),
  ];
}

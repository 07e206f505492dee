/** Rows about which of the keys given is used, and why another is not. */
import { CLAIMS } from './algorithm-cases.mjs';
import { b64uJson } from './base64url.mjs';
import { issue, signRaw } from './issue.mjs';
import { makePair } from './key-material.mjs';
import { certificatesFor, PASSPHRASE } from './key-texts.mjs';
import { MISMATCH, row, unchecked, unsupported, VERIFIED } from './rows.mjs';

export function keyChoiceRows(kit) {
  return [...wrongKeyRows(kit), ...kidRows(kit), ...boundKeyRows(kit), ...confusionRows(kit)];
}

function wrongKeyRows({ families, hs, rs, es, rsaPem, ecJwk, rsaPrivatePem }) {
  const ed25519 = issue('Ed25519', families.Ed25519.privateKey, CLAIMS);
  const encrypted = families['RSA-2048'].privateKey.export({
    type: 'pkcs8',
    format: 'pem',
    cipher: 'aes-256-cbc',
    passphrase: PASSPHRASE,
  });
  const x25519 = JSON.stringify(makePair('x25519').jwk);
  const truncated = rsaPem
    .split('\n')
    .filter((_, at) => at !== 3)
    .join('\n');
  return [
    row('rsa-for-es256', es, [rsaPem], unchecked('key-wrong-kind')),
    row('ec-for-rs256', rs, [ecJwk], unchecked('key-wrong-kind')),
    row(
      'oct-jwk-for-rs256',
      rs,
      ['{"kty":"oct","k":"c2VjcmV0LXRoYXQtaXMtbG9uZy1lbm91Z2gtZm9yLUhTMjU2"}'],
      unchecked('key-wrong-kind'),
    ),
    row('private-rsa-for-es256', es, [rsaPrivatePem], unchecked('key-wrong-kind')),
    row(
      'ml-dsa-65-for-ml-dsa-44',
      issue('ML-DSA-44', families['ML-DSA-44'].secretKey, CLAIMS),
      [JSON.stringify(families['ML-DSA-65'].jwk)],
      { state: 'unchecked', never: 'verified' },
    ),
    row('p384-for-es256', es, [JSON.stringify(families['P-384'].jwk)], unchecked('key-wrong-curve')),
    row('secp256k1-for-es256', es, [JSON.stringify(families.secp256k1.jwk)], unchecked('key-wrong-curve')),
    row(
      'p256-for-es256k',
      issue('ES256K', families.secp256k1.privateKey, CLAIMS),
      [ecJwk],
      unchecked('key-wrong-curve'),
    ),
    row('ed448-for-ed25519', ed25519, [JSON.stringify(families.Ed448.jwk)], unchecked('key-wrong-curve')),
    row(
      'ed25519-for-ed448',
      issue('Ed448', families.Ed448.privateKey, CLAIMS),
      [JSON.stringify(families.Ed25519.jwk)],
      unchecked('key-wrong-curve'),
    ),
    row(
      'x25519-for-eddsa',
      issue('EdDSA', families.Ed25519.privateKey, CLAIMS),
      [x25519],
      unchecked('key-wrong-curve'),
    ),
    row('truncated-pem', rs, [truncated], { ...unchecked('key-unreadable'), keys: [{ problem: 'truncated' }] }),
    row('sentence-for-rs256', rs, ['Please find the key attached.'], {
      ...unchecked('key-unreadable'),
      keys: [{ problem: 'not-a-key' }],
    }),
    row('html-for-hs256', hs, ['<!DOCTYPE html><html></html>'], {
      ...unchecked('key-unreadable'),
      keys: [{ problem: 'not-a-key' }],
    }),
    row('address-for-hs256', hs, ['https://issuer.example/jwks.json'], {
      ...unchecked('key-unreadable'),
      keys: [{ problem: 'not-a-key' }],
    }),
    row('token-for-hs256', hs, [rs], { ...unchecked('key-unreadable'), keys: [{ problem: 'not-a-key' }] }),
    row('passphrase-missing', rs, [encrypted], {
      ...unchecked('key-passphrase-needed'),
      keys: [{ problem: 'passphrase-needed' }],
    }),
    row('passphrase-wrong', rs, [{ text: encrypted, passphrase: 'no' }], {
      state: 'unchecked',
      keys: [{ problem: 'passphrase-wrong' }],
    }),
    row('passphrase-right', rs, [{ text: encrypted, passphrase: PASSPHRASE }], {
      ...VERIFIED,
      keys: [{ notes: ['private-key-given'] }],
    }),
    row('kty-unknown', rs, ['{"kty":"FOO","x":"AA"}'], {
      ...unsupported('key-type-unknown'),
      keys: [{ problem: 'unknown-kty' }],
    }),
    row('weak-exponent', rs, [JSON.stringify({ ...families['RSA-2048'].jwk, e: 'AQ' })], {
      ...unchecked('key-unreadable'),
      keys: [{ problem: 'weak-key' }],
    }),
    row('unreadable-beside-right', rs, [truncated, rsaPem], VERIFIED),
  ];
}

function kidRows({ families }) {
  const { privateKey, jwk } = families['RSA-2048'];
  const other = makePair('rsa', { modulusLength: 2048 }).jwk;
  const named = issue('RS256', privateKey, CLAIMS, { kid: 'one' });
  const nameless = issue('RS256', privateKey, CLAIMS);
  const set = (...keys) => JSON.stringify({ keys });
  const both = set({ ...other, kid: 'two' }, { ...jwk, kid: 'three' });
  return [
    row('jwks-kid', named, [set({ ...other, kid: 'two' }, { ...jwk, kid: 'one' })], {
      ...VERIFIED,
      keys: [{ members: 2 }],
    }),
    row('jwks-kid-unknown', named, [both], unchecked('kid-unknown')),
    row('jwks-kid-unknown-all-tried', named, [both], VERIFIED, { ignoreKid: true }),
    row('jwks-kid-names-another', named, [set({ ...other, kid: 'one' }, { ...jwk, kid: 'two' })], MISMATCH),
    row(
      'jwks-kid-wrong-kind',
      named,
      [set({ ...families['P-256'].jwk, kid: 'one' }, { ...jwk, kid: 'two' })],
      unchecked('key-wrong-kind'),
    ),
    row('jwks-kidless-members', named, [set({ ...other, kid: 'two' }, jwk)], VERIFIED),
    row('jwks-without-kid', nameless, [set({ ...other, kid: 'two' }, { ...jwk, kid: 'three' })], VERIFIED),
    row(
      'jwks-of-other-kinds',
      nameless,
      [set(families['P-256'].jwk, families.Ed25519.jwk)],
      unchecked('key-wrong-kind'),
    ),
    row('single-kid-differs', named, [JSON.stringify({ ...jwk, kid: 'else' })], {
      ...VERIFIED,
      keys: [{ kid: 'else', notes: ['kid-differs'] }],
    }),
    row('inputs-kid', named, [JSON.stringify({ ...other, kid: 'two' }), JSON.stringify({ ...jwk, kid: 'one' })], {
      ...VERIFIED,
      keys: [
        { tried: [{ outcome: 'skipped', reason: 'kid' }] },
        { tried: [{ outcome: 'verified', reason: 'signature-match' }] },
      ],
    }),
    row(
      'inputs-kid-unknown',
      named,
      [JSON.stringify({ ...other, kid: 'two' }), JSON.stringify({ ...jwk, kid: 'three' })],
      unchecked('kid-unknown'),
    ),
    row('single-kid-same', named, [JSON.stringify({ ...jwk, kid: 'one' })], { ...VERIFIED, keys: [{ notes: [] }] }),
  ];
}

function boundKeyRows({ families, es, rs }) {
  const { jwk, privateJwk } = families['P-256'];
  const bound = (key, more) => [JSON.stringify({ ...key, ...more })];
  const notForThis = unchecked('key-not-for-this');
  const ed25519 = families.Ed25519;
  return [
    row('use-enc', es, bound(jwk, { use: 'enc' }), notForThis),
    row('use-sig', es, bound(jwk, { use: 'sig', key_ops: ['verify'], alg: 'ES256' }), VERIFIED),
    row('alg-differs', rs, bound(families['RSA-2048'].jwk, { alg: 'PS256' }), notForThis),
    row('key-ops-encrypt', es, bound(jwk, { key_ops: ['encrypt'] }), notForThis),
    row('key-ops-sign-private', es, bound(privateJwk, { key_ops: ['sign'] }), {
      ...VERIFIED,
      keys: [{ notes: ['private-key-given'] }],
    }),
    row(
      'alg-eddsa-for-ed25519',
      issue('Ed25519', ed25519.privateKey, CLAIMS),
      bound(ed25519.jwk, { alg: 'EdDSA' }),
      VERIFIED,
    ),
    row(
      'alg-ed25519-for-eddsa',
      issue('EdDSA', ed25519.privateKey, CLAIMS),
      bound(ed25519.jwk, { alg: 'Ed25519' }),
      VERIFIED,
    ),
    row(
      'alg-differs-in-set',
      es,
      [
        JSON.stringify({
          keys: [
            { ...jwk, use: 'enc' },
            { ...jwk, alg: 'ES384' },
          ],
        }),
      ],
      notForThis,
    ),
  ];
}

function confusionRows({ families, hs, rsaPem, ecJwk, ecPrivatePem }) {
  const forgedPem = issue('HS256', Buffer.from(rsaPem), CLAIMS);
  const forgedJwk = signRaw('HS256', ecJwk, b64uJson({ alg: 'HS256' }), b64uJson(CLAIMS));
  const certificate = certificatesFor(ecPrivatePem).leaf;
  const asSecret = unchecked('public-key-as-secret');
  return [
    row('confusion-forged-pem', forgedPem, [rsaPem], asSecret),
    row('confusion-forged-pem-as-text', forgedPem, [{ text: rsaPem, encoding: 'utf8' }], asSecret),
    row('confusion-forged-jwk', forgedJwk, [ecJwk], asSecret),
    row('confusion-forged-jwk-as-text', forgedJwk, [{ text: ecJwk, encoding: 'utf8' }], asSecret),
    row(
      'confusion-certificate',
      signRaw('HS256', certificate, b64uJson({ alg: 'HS256' }), b64uJson(CLAIMS)),
      [certificate],
      asSecret,
    ),
    row('confusion-no-match', hs, [rsaPem], asSecret),
    row('confusion-set', hs, [JSON.stringify({ keys: [families['RSA-2048'].jwk] })], asSecret),
  ];
}

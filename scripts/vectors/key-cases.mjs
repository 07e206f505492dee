/** keys.json: every format of every family with what the report must say, and faulty texts with the problem. */
import { b64u } from './base64url.mjs';
import { thumbprintOf } from './key-material.mjs';
import { certificatesFor, dsaPublicPem, PASSPHRASE, pem, pemBody, textsOfMlDsa, textsOfPair } from './key-texts.mjs';

/** 48 bytes whose base64 and base64url differ, so that a mix-up shows. */
const SECRET = Buffer.from(
  'fbefbe3ff7d9a1c40b7788ee52d103ffa8e6b1fb9d4cc35e7b0f66e8913ad2c5be7f0aa1d37c94e25b86f10d3ce9a7fb',
  'hex',
);
const TEXT_SECRET = 'grüne Wiese unter blauem Himmel, 48 Oktette lang';

export function keyCases(families) {
  const rows = Object.entries(families).flatMap(([family, keys]) => {
    const texts = family.startsWith('ML-DSA') ? textsOfMlDsa(family, keys) : textsOfPair(family, keys);
    return texts.map((row) => goodKey(family, keys.jwk, row));
  });
  return [...rows, ...secretCases(), ...faultyCases(families)];
}

/** Formats of which the whole public JWK is written down; for the others the thumbprint says as much. */
const WHOLE = ['pem-spki', 'pem-pkcs8', 'jwk-private'];

function goodKey(family, jwk, [format, text, isPrivate, passphrase]) {
  const whole = WHOLE.includes(format) ? { jwk } : {};
  return {
    id: `${family.toLowerCase()}-${format}`,
    family,
    key: { text, ...(passphrase && { passphrase }) },
    expect: {
      keys: [{ format, ...factsOf(jwk), private: isPrivate, problem: null, thumbprint: thumbprintOf(jwk), ...whole }],
    },
  };
}

function factsOf(jwk) {
  const bits = jwk.kty === 'RSA' ? { bits: Buffer.from(jwk.n, 'base64url').length * 8 } : {};
  return { kty: jwk.kty, ...(jwk.crv && { crv: jwk.crv }), ...bits };
}

function secretCases() {
  const jwk = { kty: 'oct', k: b64u(SECRET) };
  const hex = SECRET.toString('hex');
  const rows = [
    ['jwk', JSON.stringify(jwk)],
    ['jwks', JSON.stringify({ keys: [jwk] })],
    ['base64url', SECRET.toString('base64url'), 'base64url'],
    ['base64', SECRET.toString('base64'), 'base64'],
    ['hex', hex, 'hex'],
    ['hex-colons', hex.toUpperCase().match(/../g).join(':'), 'hex'],
  ];
  const textJwk = { kty: 'oct', k: b64u(TEXT_SECRET) };
  return [
    ...rows.map(([format, text, encoding]) => secretCase(format, text, encoding, jwk)),
    secretCase('utf8', TEXT_SECRET, 'utf8', textJwk),
  ];
}

function secretCase(format, text, encoding, jwk) {
  const facts = { ...(encoding && { encoding }), private: true, problem: null, thumbprint: thumbprintOf(jwk) };
  return {
    id: `oct-${format}`,
    family: 'oct',
    key: { text, ...(encoding && { encoding }) },
    expect: { keys: [facts] },
  };
}

function faultyCases(families) {
  return [...faultyPem(families), ...faultyJwk(families), ...notKeys()].map(([name, problem, key, more]) => ({
    id: `bad-${name}`,
    key: typeof key === 'string' ? { text: key } : key,
    expect: { keys: [{ problem, ...more }] },
  }));
}

function faultyPem(families) {
  const rsa = families['RSA-2048'];
  const spki = rsa.publicKey.export({ type: 'spki', format: 'pem' });
  const pkcs8 = families['P-256'].privateKey.export({ type: 'pkcs8', format: 'pem' });
  const encrypted = rsa.privateKey.export({
    type: 'pkcs8',
    format: 'pem',
    cipher: 'aes-256-cbc',
    passphrase: PASSPHRASE,
  });
  const certificate = certificatesFor(pkcs8).leaf;
  return [
    ['pem-lines-lost', 'truncated', withoutLine(spki, 3)],
    ['pem-begin-only', 'truncated', '-----BEGIN PUBLIC KEY-----'],
    ['x509-lines-lost', 'truncated', withoutLine(certificate, 4)],
    ['pem-private-as-public', 'wrong-label', pem('PUBLIC KEY', Buffer.from(pemBody(pkcs8), 'base64'))],
    ['pem-foreign-letters', 'bad-base64', spki.replace(/(\n.{20})../, '$1§§')],
    ['pem-no-passphrase', 'passphrase-needed', encrypted],
    ['pem-wrong-passphrase', 'passphrase-wrong', { text: encrypted, passphrase: `${PASSPHRASE}x` }],
    ['dsa', 'unsupported-algorithm', dsaPublicPem()],
  ];
}

function withoutLine(text, index) {
  return text
    .split('\n')
    .filter((_, at) => at !== index)
    .join('\n');
}

function faultyJwk(families) {
  const rsa = families['RSA-2048'].jwk;
  const ec = families['P-256'].jwk;
  const okp = families.Ed25519.jwk;
  const without = (jwk, member) => [
    `${jwk.crv ?? jwk.kty}-without-${member}`.toLowerCase(),
    'missing-member',
    JSON.stringify({ ...jwk, [member]: undefined }),
    { member },
  ];
  const y = Buffer.from(ec.y, 'base64url');
  y[31] ^= 1;
  return [
    ...['n', 'e'].map((member) => without(rsa, member)),
    ...['x', 'y', 'crv'].map((member) => without(ec, member)),
    ...['x', 'crv'].map((member) => without(okp, member)),
    without({ kty: 'oct', k: 'AAAA' }, 'k'),
    without(families['ML-DSA-44'].jwk, 'pub'),
    without(ec, 'kty'),
    ['jwk-off-curve', 'point-not-on-curve', JSON.stringify({ ...ec, y: b64u(y) })],
    ['jwk-short-x', 'bad-length', JSON.stringify({ ...ec, x: b64u(Buffer.from(ec.x, 'base64url').subarray(1)) })],
    ['jwk-short-pub', 'bad-length', JSON.stringify({ ...families['ML-DSA-44'].jwk, pub: 'AAAA' })],
    ['jwk-unknown-kty', 'unknown-kty', JSON.stringify({ ...rsa, kty: 'rsa' })],
    ['jwk-cut-off', 'invalid-json', JSON.stringify(ec).slice(0, -20)],
    ['jwk-e-1', 'weak-key', JSON.stringify({ ...rsa, e: 'AQ' })],
    ['jwk-e-even', 'weak-key', JSON.stringify({ ...rsa, e: 'AQAA' })],
    ['jwks-empty', 'empty-set', '{"keys":[]}'],
    ['jwks-object', 'invalid-jwks', '{"keys":{}}'],
  ];
}

function notKeys() {
  return [
    ['sentence', 'not-a-key', 'Please find the key attached. Regards, Ops'],
    ['empty', 'empty', ''],
    ['blank', 'empty', ' \n\t\n'],
    ['html', 'not-a-key', '<!DOCTYPE html>\n<html><head><title>404 Not Found</title></head></html>'],
    ['address', 'not-a-key', 'https://issuer.example/.well-known/jwks.json'],
    ['token', 'not-a-key', 'eyJhbGciOiJIUzI1NiJ9.e30.ZRrHA1JJJW8opsbCGfG_HACGpVUMN_a9IV7pAx_Zmeo'],
    ['pgp', 'not-a-key', '-----BEGIN PGP PUBLIC KEY BLOCK-----\n\nmDMEY3\n-----END PGP PUBLIC KEY BLOCK-----\n'],
    ['putty', 'unsupported-format', 'PuTTY-User-Key-File-3: ssh-ed25519\nEncryption: none\nComment: somebody\n'],
    ['discovery', 'not-a-key', '{"issuer":"https://issuer.example","jwks_uri":"https://issuer.example/jwks.json"}'],
    ['bad-hex', 'bad-encoding', { text: 'not hexadecimal', encoding: 'hex' }],
    ['bad-base64url', 'bad-encoding', { text: 'a+b/', encoding: 'base64url' }],
  ];
}

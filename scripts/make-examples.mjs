// Makes src/workbench/examples/examples.json: a token of every algorithm with its key, and tokens with something wrong.
// Run by hand: `node scripts/make-examples.mjs`. The keys are throw-away keys, made here, used nowhere else.
// Signed with node:crypto, so that the page's own code is not what its examples are made with; ML-DSA, which Node 20
// lacks, with @noble/post-quantum.
import {
  constants,
  createHash,
  createHmac,
  createPublicKey,
  generateKeyPairSync,
  randomBytes,
  sign,
} from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { ml_dsa44, ml_dsa65, ml_dsa87 } from '@noble/post-quantum/ml-dsa.js';

const base64url = (value) => Buffer.from(value).toString('base64url');
const segment = (json) => base64url(JSON.stringify(json));

// 24 November 2026, 12:00 UTC; the examples are to stay valid for as long as anyone will look at them
const ISSUED = 1795521600;
const IN_TWENTY_YEARS = ISSUED + 20 * 365 * 86400;

const CLAIMS = {
  iss: 'https://id.example.com',
  sub: 'user-4711',
  aud: ['orders-api', 'billing-api'],
  iat: ISSUED,
  exp: IN_TWENTY_YEARS,
  name: 'Ada Example',
  roles: ['editor'],
};

const ML_DSA = { 'ML-DSA-44': ml_dsa44, 'ML-DSA-65': ml_dsa65, 'ML-DSA-87': ml_dsa87 };
const CURVES = { ES256: 'P-256', ES384: 'P-384', ES512: 'P-521', ES256K: 'secp256k1' };
const hashOf = (alg) => `sha${alg.slice(2, 5)}`;

/** RFC 7638: SHA-256 over the required members in the order of their names. */
function thumbprint(jwk) {
  const members = {
    RSA: ['e', 'kty', 'n'],
    EC: ['crv', 'kty', 'x', 'y'],
    OKP: ['crv', 'kty', 'x'],
    AKP: ['alg', 'kty', 'pub'],
  };
  const required = Object.fromEntries(members[jwk.kty].map((name) => [name, jwk[name]]));
  return createHash('sha256').update(JSON.stringify(required)).digest('base64url');
}

/** Key text for the box, the `kid`, and what signs bytes. */
function keyFor(alg) {
  if (alg.startsWith('HS')) {
    const secret =
      alg === 'HS256'
        ? 'correct horse battery staple, 32+'
        : randomBytes(Number(alg.slice(2)) / 8).toString('base64url');
    return { text: secret, sign: (input) => createHmac(hashOf(alg), secret).update(input).digest() };
  }
  if (alg in ML_DSA) return mlDsaKey(alg);
  const { privateKey } = pairFor(alg);
  const jwk = privateKey.export({ format: 'jwk' });
  const kid = thumbprint(jwk);
  const isJwk = ['PS384', 'ES384', 'ES256K', 'Ed25519', 'Ed448'].includes(alg);
  const text = isJwk
    ? JSON.stringify({ ...jwk, kid, alg, use: 'sig' }, null, 2)
    : privateKey.export({ format: 'pem', type: 'pkcs8' }).trim();
  return { text, kid, privateKey, sign: (input) => signWith(alg, privateKey, input) };
}

function mlDsaKey(alg) {
  const seed = randomBytes(32);
  const { publicKey, secretKey } = ML_DSA[alg].keygen(seed);
  const jwk = { kty: 'AKP', alg, pub: base64url(publicKey), priv: base64url(seed) };
  const kid = thumbprint(jwk);
  return {
    text: JSON.stringify({ ...jwk, kid, use: 'sig' }, null, 2),
    kid,
    sign: (input) => ML_DSA[alg].sign(Buffer.from(input), secretKey),
  };
}

function pairFor(alg) {
  if (alg.startsWith('RS') || alg.startsWith('PS')) return generateKeyPairSync('rsa', { modulusLength: 2048 });
  if (alg.startsWith('ES')) return generateKeyPairSync('ec', { namedCurve: CURVES[alg] });
  return generateKeyPairSync(alg === 'Ed448' ? 'ed448' : 'ed25519');
}

function signWith(alg, key, input) {
  const bytes = Buffer.from(input);
  if (alg.startsWith('Ed')) return sign(null, bytes, key);
  if (alg.startsWith('PS')) {
    const padding = constants.RSA_PKCS1_PSS_PADDING;
    return sign(hashOf(alg), bytes, { key, padding, saltLength: constants.RSA_PSS_SALTLEN_DIGEST });
  }
  const hash = alg === 'ES256K' ? 'sha256' : hashOf(alg);
  return sign(hash, bytes, { key, dsaEncoding: 'ieee-p1363' });
}

function tokenWith(alg, key, claims = CLAIMS) {
  const header = { alg, typ: 'JWT', ...(key.kid === undefined ? {} : { kid: key.kid }) };
  const input = `${segment(header)}.${segment(claims)}`;
  return `${input}.${base64url(key.sign(input))}`;
}

const publicPem = (key) => createPublicKey(key.privateKey).export({ format: 'pem', type: 'spki' }).trim();

const ALGORITHMS = [
  ...['HS256', 'HS384', 'HS512', 'RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512'],
  ...['ES256', 'ES384', 'ES512', 'ES256K', 'EdDSA', 'Ed25519', 'Ed448', 'ML-DSA-44', 'ML-DSA-65', 'ML-DSA-87'],
];

function valid(alg) {
  const key = keyFor(alg);
  return { id: alg.toLowerCase(), token: tokenWith(alg, key), key: key.text };
}

function expired() {
  const key = keyFor('ES256');
  const claims = { ...CLAIMS, iat: ISSUED - 7200, exp: ISSUED - 3600 };
  return { id: 'expired', token: tokenWith('ES256', key, claims), key: publicPem(key) };
}

/** One claim changed by someone without the key. */
function tampered() {
  const key = keyFor('RS256');
  const [header, , signature] = tokenWith('RS256', key).split('.');
  const payload = segment({ ...CLAIMS, roles: ['editor', 'admin'] });
  return { id: 'tampered', token: `${header}.${payload}.${signature}`, key: publicPem(key) };
}

function unsecured() {
  return { id: 'unsecured', token: `${segment({ alg: 'none' })}.${segment(CLAIMS)}.`, key: '' };
}

function wrongKey() {
  const signer = keyFor('EdDSA');
  const other = keyFor('EdDSA');
  const token = tokenWith('EdDSA', { sign: signer.sign });
  return { id: 'wrong-key', token, key: publicPem(other) };
}

/** The forgery: HS256 with the text of the RSA public key as the secret. */
function keyConfusion() {
  const pem = publicPem(keyFor('RS256'));
  const sign = (input) => createHmac('sha256', pem).update(input).digest();
  return { id: 'key-confusion', token: tokenWith('HS256', { sign }, { ...CLAIMS, roles: ['admin'] }), key: pem };
}

const examples = [...ALGORITHMS.map(valid), expired(), tampered(), unsecured(), wrongKey(), keyConfusion()];
const file = new URL('../src/workbench/examples/examples.json', import.meta.url);
writeFileSync(file, `${JSON.stringify(examples, null, 2)}\n`);

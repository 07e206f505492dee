/** Compact JWS: one of every algorithm, and some with something wrong. */
import { constants, createHmac, createPublicKey, generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import { b64u, b64uJson } from '../vectors/base64url.mjs';
import { ML_DSA } from '../vectors/issue.mjs';
import { thumbprintOf } from '../vectors/key-material.mjs';
import { CLAIMS, ISSUED } from './claims.mjs';

const CURVES = { ES256: 'P-256', ES384: 'P-384', ES512: 'P-521', ES256K: 'secp256k1' };
const hashOf = (alg) => `sha${alg.slice(2, 5)}`;

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
  const kid = thumbprintOf(jwk);
  const isJwk = ['PS384', 'ES384', 'ES256K', 'Ed25519', 'Ed448'].includes(alg);
  const text = isJwk
    ? JSON.stringify({ ...jwk, kid, alg, use: 'sig' }, null, 2)
    : privateKey.export({ format: 'pem', type: 'pkcs8' }).trim();
  return { text, kid, privateKey, sign: (input) => signWith(alg, privateKey, input) };
}

function mlDsaKey(alg) {
  const seed = randomBytes(32);
  const { publicKey, secretKey } = ML_DSA[alg].keygen(seed);
  const jwk = { kty: 'AKP', alg, pub: b64u(publicKey), priv: b64u(seed) };
  const kid = thumbprintOf(jwk);
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
  const input = `${b64uJson(header)}.${b64uJson(claims)}`;
  return `${input}.${b64u(key.sign(input))}`;
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
  const payload = b64uJson({ ...CLAIMS, roles: ['editor', 'admin'] });
  return { id: 'tampered', token: `${header}.${payload}.${signature}`, key: publicPem(key) };
}

function unsecured() {
  return { id: 'unsecured', token: `${b64uJson({ alg: 'none' })}.${b64uJson(CLAIMS)}.`, key: '' };
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

/** One of every algorithm. */
export function signedExamples() {
  return ALGORITHMS.map(valid);
}

export function signedMishaps() {
  return [expired(), tampered(), unsecured(), wrongKey(), keyConfusion()];
}

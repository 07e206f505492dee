/** Every algorithm: a valid token, its twins with one thing changed, and another key of the same kind. */
import { randomBytes } from 'node:crypto';
import { b64u, b64uJson } from './base64url.mjs';
import { issue } from './issue.mjs';
import { makeMlDsa, makePair } from './key-material.mjs';

export const CLAIMS = {
  iss: 'https://issuer.example',
  sub: 'rider-48213',
  aud: 'api',
  iat: 1790000000,
  exp: 2420720000,
};

const RSA_ALGS = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512'];
const EC_ALGS = { ES256: 'P-256', ES384: 'P-384', ES512: 'P-521', ES256K: 'secp256k1' };
const OKP_ALGS = [
  ['EdDSA', 'Ed25519'],
  ['EdDSA', 'Ed448'],
  ['Ed25519', 'Ed25519'],
  ['Ed448', 'Ed448'],
];
/** Half the order of secp256k1: an s above it is 'high'. */
const HALF_ORDER = 0x7fffffffffffffffffffffffffffffff5d576e7357a4501ddfe92f46681b20a0n;

/** @returns {{ keys: Record<string, { text: string }>, cases: object[], families: Record<string, string> }} */
export function algorithmCases(families) {
  const kit = { keys: {}, cases: [], families: {} };
  for (const bits of [256, 384, 512]) addHmac(kit, `HS${bits}`, bits / 8);
  const otherRsa = makePair('rsa', { modulusLength: 2048 });
  for (const alg of RSA_ALGS) addPair(kit, { alg, family: 'RSA-2048', pair: families['RSA-2048'], other: otherRsa });
  for (const [alg, family] of Object.entries(EC_ALGS)) {
    addPair(kit, { alg, family, pair: families[family], other: makePair('ec', { namedCurve: family }) });
  }
  for (const [alg, family] of OKP_ALGS) {
    addPair(kit, { alg, family, pair: families[family], other: makePair(family.toLowerCase()) });
  }
  for (const alg of ['ML-DSA-44', 'ML-DSA-65', 'ML-DSA-87']) {
    addPair(kit, { alg, family: alg, pair: families[alg], other: makeMlDsa(alg) });
  }
  addHighAndLowS(kit, families.secp256k1);
  return kit;
}

function addHmac(kit, alg, length) {
  const secret = randomBytes(length);
  const id = alg.toLowerCase();
  kit.keys[`${id}-secret`] = { text: JSON.stringify({ kty: 'oct', k: b64u(secret) }) };
  kit.keys[`${id}-other`] = { text: JSON.stringify({ kty: 'oct', k: b64u(randomBytes(length)) }) };
  addCases(kit, {
    id,
    token: issue(alg, secret, CLAIMS),
    key: `${id}-secret`,
    other: `${id}-other`,
    by: { by: 'webcrypto' },
  });
}

function addPair(kit, { alg, family, pair, other }) {
  const id = alg === 'EdDSA' ? `eddsa-${family.toLowerCase()}` : alg.toLowerCase();
  const key = `${family}-public`;
  kit.keys[key] = { text: JSON.stringify(pair.jwk) };
  kit.keys[`${family}-other`] ??= { text: JSON.stringify(other.jwk) };
  kit.families[family] ??= id;
  const token = issue(alg, pair.privateKey ?? pair.secretKey, CLAIMS);
  addCases(kit, { id, token, key, other: `${family}-other`, by: byOf(alg, family) });
}

/** Who must have done it: JavaScript for what no WebCrypto has, for ML-DSA as the runtime is. Ed448 is left open. */
function byOf(alg, family) {
  if (alg.startsWith('ML-DSA')) return { byRuntime: alg };
  if (alg === 'ES256K') return { by: 'javascript' };
  return family === 'Ed448' ? {} : { by: 'webcrypto' };
}

const VERIFIED = {
  state: 'verified',
  code: 'signature-match',
  trust: 'your-key',
  form: 'jws-compact',
  found: 1,
  layers: 1,
};
const MISMATCH = { state: 'failed', code: 'signature-mismatch' };

function addCases(kit, { id, token, key, other, by }) {
  const payloadText = JSON.stringify(CLAIMS);
  kit.cases.push({ id, text: token, keys: [key], expect: { ...VERIFIED, ...by, payloadText, problems: [] } });
  for (const [change, changed] of Object.entries(twinsOf(token))) {
    kit.cases.push({ id: `${id}~${change}`, twinOf: id, text: changed, keys: [key], expect: MISMATCH });
  }
  kit.cases.push({ id: `${id}-wrong-key`, text: token, keys: [other], expect: MISMATCH });
  kit.cases.push({ id: `${id}-no-key`, text: token, keys: [], expect: { state: 'unchecked', code: 'key-missing' } });
}

/** The same token with one thing changed; each is still a token by the letter. */
export function twinsOf(token) {
  const [header, payload, signature] = token.split('.');
  const bytes = Buffer.from(signature, 'base64url');
  const flipped = Buffer.from(bytes);
  flipped[flipped.length >> 1] ^= 1;
  const claims = Buffer.from(payload, 'base64url').toString();
  const headerObject = JSON.parse(Buffer.from(header, 'base64url').toString());
  return {
    'signature-bit': `${header}.${payload}.${b64u(flipped)}`,
    'payload-letter': `${header}.${b64u(claims.replace('rider-48213', 'rider-48214'))}.${signature}`,
    'header-member': `${b64uJson({ ...headerObject, added: true })}.${payload}.${signature}`,
    'signature-short': `${header}.${payload}.${b64u(bytes.subarray(0, -3))}`,
  };
}

/** ES256K takes both halves of s (RFC 8812 has no rule about it); some libraries refuse the upper one. */
function addHighAndLowS(kit, { privateKey }) {
  const wanted = new Set(['low', 'high']);
  for (let jti = 0; wanted.size > 0; jti += 1) {
    const token = issue('ES256K', privateKey, { ...CLAIMS, jti: String(jti) });
    const half =
      BigInt(`0x${Buffer.from(token.split('.')[2], 'base64url').subarray(32).toString('hex')}`) > HALF_ORDER
        ? 'high'
        : 'low';
    if (!wanted.delete(half)) continue;
    kit.cases.push({
      id: `es256k-${half}-s`,
      text: token,
      keys: ['secp256k1-public'],
      expect: { ...VERIFIED, by: 'javascript' },
    });
  }
}

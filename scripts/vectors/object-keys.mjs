/** The keys that the vectors of JWE, JSON serializations and SD-JWT share, each named once in their files. */
import { randomBytes } from 'node:crypto';
import { b64u } from './base64url.mjs';
import { makePair } from './key-material.mjs';

/** Named pairs (KeyObjects and JWKs), and the secrets as Buffers. */
export function makeObjectKeys() {
  return {
    rsa: makePair('rsa', { modulusLength: 2048 }),
    ec: makePair('ec', { namedCurve: 'P-256' }),
    holder: makePair('ec', { namedCurve: 'P-256' }),
    stranger: makePair('ec', { namedCurve: 'P-256' }),
    ed25519: makePair('ed25519'),
    ed448: makePair('ed448'),
    secp256k1: makePair('ec', { namedCurve: 'secp256k1' }),
    x25519: makePair('x25519'),
    oct128: randomBytes(16),
    oct192: randomBytes(24),
    oct256: randomBytes(32),
  };
}

/** A file of rows: the named keys that the rows use, as texts, and the rows. */
export function vectorFile(source, keys, cases) {
  const used = new Set(cases.flatMap((each) => each.keys));
  const texts = Object.entries(keyTexts(keys)).filter(([name]) => used.has(name));
  const unknown = [...used].filter((name) => !texts.some(([text]) => text === name));
  if (unknown.length > 0) throw new Error(`no key is named ${unknown.join(', ')}`);
  return { source, keys: Object.fromEntries(texts.map(([name, text]) => [name, { text }])), cases };
}

/**
 * `ec` is the public key, `ec-private` the private one, `ec-kid` the public one with its name as kid; a set is named
 * by its members. `horse` is the password of the PBES2 rows, `cart` another.
 */
function keyTexts(keys) {
  const texts = {};
  const withKid = {};
  for (const [name, key] of Object.entries(keys)) {
    const isSecret = Buffer.isBuffer(key);
    const jwk = isSecret ? { kty: 'oct', k: b64u(key) } : key.jwk;
    withKid[name] = { ...jwk, kid: name };
    texts[name] = JSON.stringify(jwk);
    texts[`${name}-kid`] = JSON.stringify(withKid[name]);
    if (!isSecret) texts[`${name}-private`] = JSON.stringify(key.privateJwk);
  }
  texts.horse = 'correct horse';
  texts.cart = 'wrong horse';
  texts['oct256-sig'] = JSON.stringify({ ...JSON.parse(texts.oct256), use: 'sig' });
  texts['oct256-enc'] = JSON.stringify({ ...JSON.parse(texts.oct256), use: 'enc', alg: 'A256GCM' });
  texts['rsa+ec'] = JSON.stringify({ keys: [withKid.rsa, withKid.ec] });
  texts['ec+stranger'] = JSON.stringify({ keys: [withKid.ec, withKid.stranger] });
  return texts;
}

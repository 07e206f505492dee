/** An issuer and a holder of SD-JWTs (RFC 9901) by node:crypto. */
import { createHash, randomBytes } from 'node:crypto';
import { b64u, b64uJson } from './base64url.mjs';
import { signRaw } from './issue.mjs';

const HASHES = { 'sha-256': 'sha256', 'sha-384': 'sha384', 'sha-512': 'sha512', 'sha3-256': 'sha3-256' };

export function digestOf(text, hash = 'sha-256') {
  return createHash(HASHES[hash]).update(text).digest('base64url');
}

/** A disclosure of an object property, or with no name of an array element. */
export function disclosureOf(value, name) {
  const salt = b64u(randomBytes(16));
  return b64uJson(name === undefined ? [salt, value] : [salt, name, value]);
}

/** A digest that belongs to nothing. */
export function decoy(hash = 'sha-256') {
  return digestOf(randomBytes(32), hash);
}

/** The issuer-signed JWT. */
export function issuerJwt(claims, { privateKey }, header = {}) {
  return signRaw('ES256', privateKey, b64uJson({ alg: 'ES256', typ: 'dc+sd-jwt', ...header }), b64uJson(claims));
}

/** The compact form, with its last tilde. */
export function presentation(jwt, disclosures) {
  return [jwt, ...disclosures, ''].join('~');
}

/** The key binding JWT for what is presented (RFC 9901 section 4.3); `change` alters header or payload. */
export function keyBinding(presented, { privateKey }, change = {}) {
  const header = { alg: 'ES256', typ: 'kb+jwt', ...change.header };
  const payload = {
    nonce: '1234567890',
    aud: 'https://verifier.example',
    iat: 1790000000,
    sd_hash: digestOf(presented, change.hash),
    ...change.payload,
  };
  return signRaw('ES256', privateKey, b64uJson(header), b64uJson(payload));
}

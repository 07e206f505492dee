/** Tokens with signatures that match, made by Node. */
import { createHmac, createSign, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { encodeBase64url } from '../../token/base64url.ts';
import { segment } from '../lint-tokens.ts';

export function hmacSigned(
  header: { alg: string; [name: string]: unknown },
  claims: unknown,
  secret: string | Uint8Array,
): string {
  const input = `${segment(header)}.${segment(claims)}`;
  const mac = createHmac(`sha${header.alg.slice(2)}`, secret)
    .update(input)
    .digest();
  return `${input}.${encodeBase64url(new Uint8Array(mac))}`;
}

export function es256Signed(header: object, claims: unknown, key: KeyObject): string {
  const input = `${segment({ alg: 'ES256', ...header })}.${segment(claims)}`;
  const signature = createSign('sha256').update(input).sign({ key, dsaEncoding: 'ieee-p1363' });
  return `${input}.${encodeBase64url(new Uint8Array(signature))}`;
}

export function rs256Signed(header: object, claims: unknown, key: KeyObject): string {
  const input = `${segment({ alg: 'RS256', ...header })}.${segment(claims)}`;
  return `${input}.${encodeBase64url(new Uint8Array(createSign('sha256').update(input).sign(key)))}`;
}

export const EC = generateKeyPairSync('ec', { namedCurve: 'P-256' });
export const EC_384 = generateKeyPairSync('ec', { namedCurve: 'P-384' });
export const RSA = generateKeyPairSync('rsa', { modulusLength: 2048 });
export const RSA_1024 = generateKeyPairSync('rsa', { modulusLength: 1024 });
export const RSA_3072 = generateKeyPairSync('rsa', { modulusLength: 3072 });
export const RSA_EXPONENT_3 = generateKeyPairSync('rsa', { modulusLength: 2048, publicExponent: 3 });

export const jwkOf = (key: KeyObject, more: object = {}) => ({ ...key.export({ format: 'jwk' }), ...more });
export const publicPem = (key: KeyObject) => String(key.export({ format: 'pem', type: 'spki' }));
export const privatePem = (key: KeyObject) => String(key.export({ format: 'pem', type: 'pkcs8' }));

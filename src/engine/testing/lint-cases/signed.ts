/** Tokens with signatures that match, made by Node. */
import { constants, createHmac, createSign, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { bytesFrom, powerModulo } from '../../keys/integers.ts';
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

/** The general JSON serialization with two signatures by one RSA key. */
export function bothBy(key: KeyObject, ...algs: readonly ('RS256' | 'PS256')[]): string {
  const payload = segment({ sub: 'u-1' });
  const signatures = algs.map((alg) => {
    const head = segment({ alg });
    const padding = alg === 'RS256' ? constants.RSA_PKCS1_PADDING : constants.RSA_PKCS1_PSS_PADDING;
    const signer = createSign('sha256').update(`${head}.${payload}`);
    const signature = signer.sign({ key, padding, saltLength: constants.RSA_PSS_SALTLEN_DIGEST });
    return { protected: head, signature: encodeBase64url(new Uint8Array(signature)) };
  });
  return JSON.stringify({ payload, signatures });
}

/** A public key whose modulus is a power of 65537 modulo every odd prime up to 167, and is of no use besides. */
export function rocaJwk(exponent: bigint): object {
  const isPrime = (number: number) => ![3, 5, 7, 11].some((prime) => number !== prime && number % prime === 0);
  const primes = Array.from({ length: 83 }, (_, index) => 2 * index + 3).filter(isPrime);
  const product = primes.reduce((all, prime) => all * BigInt(prime), 1n);
  const power = powerModulo(65537n, exponent, product);
  const odd = (power & 1n) === 1n ? 2n : 1n;
  const n = power + product * (2n ** 1900n + odd);
  return { kty: 'RSA', e: 'AQAB', n: encodeBase64url(bytesFrom(n)) };
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

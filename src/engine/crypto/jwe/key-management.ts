/**
 * The key management algorithms of JWE, one entry each (RFC 7518 section 4, RFC 8037). Nothing here does cryptography
 * and nothing but types is imported, so that any part of the page may read this table.
 */
import type { AgreementAlg } from '../agreement/derived-key.ts';
import type { Pbes2Alg } from '../pbes2/derive.ts';

export type KeyManagementAlg =
  | 'RSA1_5'
  | 'RSA-OAEP'
  | 'RSA-OAEP-256'
  | 'RSA-OAEP-384'
  | 'RSA-OAEP-512'
  | 'A128KW'
  | 'A192KW'
  | 'A256KW'
  | 'A128GCMKW'
  | 'A192GCMKW'
  | 'A256GCMKW'
  | 'dir'
  | 'ECDH-ES'
  | 'ECDH-ES+A128KW'
  | 'ECDH-ES+A192KW'
  | 'ECDH-ES+A256KW'
  | 'PBES2-HS256+A128KW'
  | 'PBES2-HS384+A192KW'
  | 'PBES2-HS512+A256KW';

/** How the content encryption key comes to the recipient (RFC 7516 section 2, 'Key Management Mode'). */
export type KeyManagementMode =
  /** the shared key is the content key */
  'direct' | 'agreement' | 'agreement-wrap' | 'wrap' | 'gcm-wrap' | 'transport' | 'password';

export type KeyManagementKty = 'oct' | 'RSA' | 'EC' | 'OKP';

interface Entry {
  readonly alg: KeyManagementAlg;
  /** for people: 'AES Key Wrap with a 256-bit key' */
  readonly name: string;
  readonly definedIn: string;
  readonly mode: KeyManagementMode;
  readonly kty: readonly KeyManagementKty[];
  /** the curves (`crv`) that a key may be on; left out where the key type has none */
  readonly curves?: readonly string[];
  /** bytes of the AES key that wraps the content key; left out where nothing is wrapped by AES */
  readonly wrapKeyBytes?: WrapKeyBytes;
  /** hash of RSA-OAEP, and of PBKDF2 */
  readonly hash?: Hash;
  /** false: new tokens are not made with it */
  readonly canEncrypt: boolean;
}

export type WrapKeyBytes = 16 | 24 | 32;
type Hash = 'SHA-1' | 'SHA-256' | 'SHA-384' | 'SHA-512';

interface DirectEntry extends Entry {
  readonly mode: 'direct';
}

/** Without `hash`: RSA1_5. */
export interface TransportEntry extends Entry {
  readonly mode: 'transport';
}

export interface WrapEntry extends Entry {
  readonly mode: 'wrap' | 'gcm-wrap';
  readonly wrapKeyBytes: WrapKeyBytes;
}

export interface AgreementEntry extends Entry {
  readonly mode: 'agreement' | 'agreement-wrap';
  readonly alg: AgreementAlg;
  readonly curves: readonly string[];
}

export interface PasswordEntry extends Entry {
  readonly mode: 'password';
  readonly alg: Pbes2Alg;
  readonly wrapKeyBytes: WrapKeyBytes;
}

export type KeyManagementAlgorithm = DirectEntry | TransportEntry | WrapEntry | AgreementEntry | PasswordEntry;

const AGREEMENT_CURVES = ['P-256', 'P-384', 'P-521', 'X25519', 'X448'] as const;

function rsaOaep(alg: KeyManagementAlg, hash: Hash): TransportEntry {
  const definedIn = hash === 'SHA-1' || hash === 'SHA-256' ? 'RFC 7518 section 4.3' : 'W3C Web Cryptography API';
  return { alg, name: `RSAES-OAEP with ${hash}`, definedIn, mode: 'transport', kty: ['RSA'], hash, canEncrypt: true };
}

function aesWrap(alg: KeyManagementAlg, wrapKeyBytes: WrapKeyBytes): WrapEntry {
  const name = `AES Key Wrap with a ${wrapKeyBytes * 8}-bit key`;
  return { alg, name, definedIn: 'RFC 7518 section 4.4', mode: 'wrap', kty: ['oct'], wrapKeyBytes, canEncrypt: true };
}

function aesGcmWrap(alg: KeyManagementAlg, wrapKeyBytes: WrapKeyBytes): WrapEntry {
  const name = `Key wrapping by AES GCM with a ${wrapKeyBytes * 8}-bit key`;
  return {
    alg,
    name,
    definedIn: 'RFC 7518 section 4.7',
    mode: 'gcm-wrap',
    kty: ['oct'],
    wrapKeyBytes,
    canEncrypt: true,
  };
}

function agreement(alg: AgreementAlg, wrapKeyBytes: WrapKeyBytes): AgreementEntry {
  return {
    alg,
    name: `ECDH-ES with AES Key Wrap by a ${wrapKeyBytes * 8}-bit key`,
    definedIn: 'RFC 7518 section 4.6',
    mode: 'agreement-wrap',
    kty: ['EC', 'OKP'],
    curves: AGREEMENT_CURVES,
    wrapKeyBytes,
    canEncrypt: true,
  };
}

function password(alg: Pbes2Alg, hash: Hash, wrapKeyBytes: WrapKeyBytes): PasswordEntry {
  return {
    alg,
    name: `PBES2 with HMAC ${hash} and AES Key Wrap by a ${wrapKeyBytes * 8}-bit key`,
    definedIn: 'RFC 7518 section 4.8',
    mode: 'password',
    kty: ['oct'],
    wrapKeyBytes,
    hash,
    canEncrypt: true,
  };
}

export const KEY_MANAGEMENT_ALGORITHMS: Readonly<Record<KeyManagementAlg, KeyManagementAlgorithm>> = {
  RSA1_5: {
    alg: 'RSA1_5',
    name: 'RSAES-PKCS1-v1_5',
    definedIn: 'RFC 7518 section 4.2',
    mode: 'transport',
    kty: ['RSA'],
    canEncrypt: false,
  },
  'RSA-OAEP': rsaOaep('RSA-OAEP', 'SHA-1'),
  'RSA-OAEP-256': rsaOaep('RSA-OAEP-256', 'SHA-256'),
  'RSA-OAEP-384': rsaOaep('RSA-OAEP-384', 'SHA-384'),
  'RSA-OAEP-512': rsaOaep('RSA-OAEP-512', 'SHA-512'),
  A128KW: aesWrap('A128KW', 16),
  A192KW: aesWrap('A192KW', 24),
  A256KW: aesWrap('A256KW', 32),
  A128GCMKW: aesGcmWrap('A128GCMKW', 16),
  A192GCMKW: aesGcmWrap('A192GCMKW', 24),
  A256GCMKW: aesGcmWrap('A256GCMKW', 32),
  dir: {
    alg: 'dir',
    name: 'Direct use of a shared key',
    definedIn: 'RFC 7518 section 4.5',
    mode: 'direct',
    kty: ['oct'],
    canEncrypt: true,
  },
  'ECDH-ES': {
    alg: 'ECDH-ES',
    name: 'ECDH-ES, the agreed key used directly',
    definedIn: 'RFC 7518 section 4.6',
    mode: 'agreement',
    kty: ['EC', 'OKP'],
    curves: AGREEMENT_CURVES,
    canEncrypt: true,
  },
  'ECDH-ES+A128KW': agreement('ECDH-ES+A128KW', 16),
  'ECDH-ES+A192KW': agreement('ECDH-ES+A192KW', 24),
  'ECDH-ES+A256KW': agreement('ECDH-ES+A256KW', 32),
  'PBES2-HS256+A128KW': password('PBES2-HS256+A128KW', 'SHA-256', 16),
  'PBES2-HS384+A192KW': password('PBES2-HS384+A192KW', 'SHA-384', 24),
  'PBES2-HS512+A256KW': password('PBES2-HS512+A256KW', 'SHA-512', 32),
};

/** Answers whether `alg` (a value of the JOSE Header) names a key management algorithm of the table. */
export function isKeyManagementAlg(alg: string): alg is KeyManagementAlg {
  return Object.hasOwn(KEY_MANAGEMENT_ALGORITHMS, alg);
}

/** Whether a key may be used with a key management algorithm. No cryptography, and nothing but tables is imported. */
import type { Fit, SignatureJwkKey, SignatureKey } from '../algorithms.ts';
import { CONTENT_ENCRYPTION, type ContentEncryption } from './content-encryption.ts';
import {
  KEY_MANAGEMENT_ALGORITHMS,
  type KeyManagementAlg,
  type KeyManagementAlgorithm,
  type KeyManagementMode,
} from './key-management.ts';

/** A key as it was read, or the bytes of a secret that came without a JWK; the same as for signatures. */
export type JweJwkKey = SignatureJwkKey;
export type JweKey = SignatureKey;

export type JwePurpose = 'decrypt' | 'encrypt';

/**
 * Answers whether a key may be used with `alg` and `enc`, or what speaks against it, the weightiest first: `kty`, `crv`,
 * `alg` (under `dir` it may name the `enc`), `use`, `key_ops` (RFC 7517 sections 4.1 to 4.4), `size` (an AES key of
 * another length, or a modulus in which no content key has room), `empty` (a secret of no bytes). A private key may encrypt
 * with its public half. Whether the private half is there is not asked: without it `decryptContent` answers
 * `private-key-needed`.
 */
export function fitOfKeyManagement(
  alg: KeyManagementAlg,
  enc: ContentEncryption,
  key: JweKey,
  purpose: JwePurpose,
): Fit {
  const entry = KEY_MANAGEMENT_ALGORITHMS[alg];
  if ('secret' in key) return entry.kty.includes('oct') ? secretFit(entry, enc, key.secret.length) : 'kty';
  if (!entry.kty.some((kty) => kty === key.kty)) return 'kty';
  if (entry.curves !== undefined && !entry.curves.some((curve) => curve === key.crv)) return 'crv';
  if (key.alg !== undefined && key.alg !== alg && !(alg === 'dir' && key.alg === enc)) return 'alg';
  if (key.use !== undefined && key.use !== 'enc') return 'use';
  if (!keyOpsAllow(entry.mode, key, purpose)) return 'key_ops';
  if (key.bits === undefined) return 'fits';
  if (key.kty === 'oct') return secretFit(entry, enc, key.bits / 8);
  return key.kty === 'RSA' ? modulusFit(entry, enc, key.bits) : 'fits';
}

interface Operations {
  readonly decrypt: readonly string[];
  readonly encrypt: readonly string[];
}

const CIPHER: Operations = { decrypt: ['decrypt', 'unwrapKey'], encrypt: ['encrypt', 'wrapKey'] };
const DERIVE: Operations = { decrypt: ['deriveKey', 'deriveBits'], encrypt: ['deriveKey', 'deriveBits'] };

/** RFC 7517 section 4.3 does not tie the names to algorithms, so both names of what is done are taken. */
const OPERATIONS: Readonly<Record<KeyManagementMode, Operations>> = {
  direct: { decrypt: ['decrypt'], encrypt: ['encrypt'] },
  transport: CIPHER,
  wrap: CIPHER,
  'gcm-wrap': CIPHER,
  agreement: DERIVE,
  'agreement-wrap': DERIVE,
  password: {
    decrypt: [...DERIVE.decrypt, ...CIPHER.decrypt],
    encrypt: [...DERIVE.encrypt, ...CIPHER.encrypt],
  },
};

/** WebCrypto writes `key_ops: []` for the public half of an agreement key, which does nothing by itself. */
function keyOpsAllow(mode: KeyManagementMode, key: JweJwkKey, purpose: JwePurpose): boolean {
  const { keyOps, kty } = key;
  const allows = (operations: readonly string[]) => operations.some((operation) => keyOps?.includes(operation));
  if (keyOps === undefined || allows(OPERATIONS[mode][purpose])) return true;
  if (purpose === 'decrypt' || kty === 'oct') return false;
  return key.privateJwk === undefined ? keyOps.length === 0 && kty !== 'RSA' : allows(OPERATIONS[mode].decrypt);
}

/** `bytes` of an AES key or content key must be exact; a password may have any length. */
function secretFit(entry: KeyManagementAlgorithm, enc: ContentEncryption, bytes: number): Fit {
  if (bytes === 0) return 'empty';
  if (entry.mode === 'password') return 'fits';
  return bytes === (entry.wrapKeyBytes ?? CONTENT_ENCRYPTION[enc].cekBytes) ? 'fits' : 'size';
}

/** Bytes that the padding takes: RFC 8017 section 7.1.1 for OAEP, two hashes and two more; section 7.2.1 for the other. */
const PADDING_BYTES = { 'SHA-1': 42, 'SHA-256': 66, 'SHA-384': 98, 'SHA-512': 130 };
const PKCS1_PADDING_BYTES = 11;

function modulusFit({ hash }: KeyManagementAlgorithm, enc: ContentEncryption, bits: number): Fit {
  const padding = hash === undefined ? PKCS1_PADDING_BYTES : PADDING_BYTES[hash];
  return Math.ceil(bits / 8) < padding + CONTENT_ENCRYPTION[enc].cekBytes ? 'size' : 'fits';
}

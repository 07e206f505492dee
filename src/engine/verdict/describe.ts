/** Keys and what algorithms need of them, in words. */
import { isSignatureAlg, SIGNATURE_ALGORITHMS } from '../crypto/algorithms.ts';
import { CONTENT_ENCRYPTION, isContentEncryption } from '../crypto/jwe/content-encryption.ts';
import type { JsonObject } from '../types.ts';

interface DescribedKey {
  readonly kty: string;
  readonly crv?: string | undefined;
}

/** 'an RSA key', 'an EC key on P-384', 'an Ed25519 key', 'a shared secret'. */
export function describeKey(key: DescribedKey): string {
  switch (key.kty) {
    case 'oct':
      return 'a shared secret';
    case 'RSA':
      return 'an RSA key';
    case 'EC':
      return `an EC key on ${key.crv ?? 'an unnamed curve'}`;
    case 'OKP':
      return `an ${key.crv ?? 'OKP'} key`;
    case 'AKP':
      return 'an ML-DSA key';
    default:
      return `a key of type ${key.kty}`;
  }
}

/** What a signature algorithm needs: 'a shared secret', 'an RSA key', 'an EC key on P-256'. */
export function describeNeed(alg: string): string {
  if (!isSignatureAlg(alg)) return 'another key';
  const entry = SIGNATURE_ALGORITHMS[alg];
  const curves = entry.curves?.join(' or ');
  if (entry.kty === 'AKP') return `an ${alg} key`;
  return describeKey({ kty: entry.kty, crv: curves });
}

export function needOfSignature(alg: string): 'secret' | 'public-key' {
  return isSignatureAlg(alg) && SIGNATURE_ALGORITHMS[alg].kty === 'oct' ? 'secret' : 'public-key';
}

/** What `key-missing` asks for, where a content is to be opened. */
export function needOfDecryption(alg: string): 'private-key' | 'aes-key' | 'password' {
  if (alg.startsWith('PBES2')) return 'password';
  return alg.startsWith('RSA') || alg.startsWith('ECDH') ? 'private-key' : 'aes-key';
}

/** What opens a content: 'an RSA private key', 'a private key on P-256', 'a shared secret of 32 bytes', 'a password'. */
export function describeOpener(header: JsonObject): string {
  const { alg, enc, epk } = header;
  if (typeof alg !== 'string') return 'another key';
  if (alg.startsWith('PBES2')) return 'a password';
  if (alg.startsWith('RSA')) return 'an RSA private key';
  if (alg.startsWith('ECDH')) {
    const curve = typeof epk === 'object' && epk !== null && 'crv' in epk ? epk.crv : undefined;
    return typeof curve === 'string' ? `a private key on ${curve}` : 'a private key that can agree on a secret';
  }
  return `a shared secret of ${secretBytes(alg, enc)} bytes`;
}

/** Bytes of the secret that an algorithm takes as it is. */
function secretBytes(alg: string, enc: unknown): number {
  if (alg === 'dir') return typeof enc === 'string' && isContentEncryption(enc) ? CONTENT_ENCRYPTION[enc].cekBytes : 0;
  return Number(/^A(\d+)/.exec(alg)?.[1] ?? 0) / 8;
}

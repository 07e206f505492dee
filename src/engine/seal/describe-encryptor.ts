/** What a key must be to encrypt, in words. */
import { CONTENT_ENCRYPTION, type ContentEncryption } from '../crypto/jwe/content-encryption.ts';
import { KEY_MANAGEMENT_ALGORITHMS, type KeyManagementAlg } from '../crypto/jwe/key-management.ts';

/** 'the RSA public key that it is for', 'a shared secret of 32 bytes', 'a password' … */
export function describeEncryptor(alg: KeyManagementAlg, enc: ContentEncryption): string {
  const { mode, wrapKeyBytes, curves } = KEY_MANAGEMENT_ALGORITHMS[alg];
  switch (mode) {
    case 'password':
      return 'a password';
    case 'transport':
      return 'the RSA public key that it is for';
    case 'agreement':
    case 'agreement-wrap':
      return `the public key that it is for, on ${listed(curves)}`;
    case 'direct':
    case 'wrap':
    case 'gcm-wrap':
      return `a shared secret of ${wrapKeyBytes ?? CONTENT_ENCRYPTION[enc].cekBytes} bytes`;
    default:
      return mode satisfies never;
  }
}

function listed(curves: readonly string[]): string {
  return `${curves.slice(0, -1).join(', ')} or ${curves.at(-1)}`;
}

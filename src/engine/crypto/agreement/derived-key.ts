/** Which key is derived of a shared secret (RFC 7518 section 4.6.2). */
import { CONTENT_ENCRYPTION, type ContentEncryption } from '../jwe/content-encryption.ts';

export type AgreementAlg = 'ECDH-ES' | 'ECDH-ES+A128KW' | 'ECDH-ES+A192KW' | 'ECDH-ES+A256KW';

export interface DerivedKey {
  /** AlgorithmID of the Concat KDF: the algorithm that the key is for */
  readonly algorithm: string;
  /** in bytes */
  readonly length: number;
}

const WRAPPING_KEY_BYTES = { 'ECDH-ES+A128KW': 16, 'ECDH-ES+A192KW': 24, 'ECDH-ES+A256KW': 32 };

/** The key of the content itself under `ECDH-ES`, otherwise the one that wraps it. */
export function derivedKey(alg: AgreementAlg, enc: ContentEncryption): DerivedKey {
  return alg === 'ECDH-ES'
    ? { algorithm: enc, length: CONTENT_ENCRYPTION[enc].cekBytes }
    : { algorithm: alg, length: WRAPPING_KEY_BYTES[alg] };
}

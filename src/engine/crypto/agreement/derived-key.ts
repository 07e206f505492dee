/** Which key is derived of a shared secret (RFC 7518 section 4.6.2). */

export type AgreementAlg = 'ECDH-ES' | 'ECDH-ES+A128KW' | 'ECDH-ES+A192KW' | 'ECDH-ES+A256KW';

export type AgreementEnc =
  | 'A128GCM'
  | 'A192GCM'
  | 'A256GCM'
  | 'A128CBC-HS256'
  | 'A192CBC-HS384'
  | 'A256CBC-HS512'
  | 'C20P'
  | 'XC20P';

export interface DerivedKey {
  /** AlgorithmID of the Concat KDF: the algorithm that the key is for */
  readonly algorithm: string;
  /** in bytes */
  readonly length: number;
}

const WRAPPING_KEY_BYTES = { 'ECDH-ES+A128KW': 16, 'ECDH-ES+A192KW': 24, 'ECDH-ES+A256KW': 32 };

const CONTENT_KEY_BYTES: Readonly<Record<AgreementEnc, number>> = {
  A128GCM: 16,
  A192GCM: 24,
  A256GCM: 32,
  'A128CBC-HS256': 32,
  'A192CBC-HS384': 48,
  'A256CBC-HS512': 64,
  C20P: 32,
  XC20P: 32,
};

/** The key of the content itself under `ECDH-ES`, otherwise the one that wraps it. */
export function derivedKey(alg: AgreementAlg, enc: AgreementEnc): DerivedKey {
  return alg === 'ECDH-ES'
    ? { algorithm: enc, length: CONTENT_KEY_BYTES[enc] }
    : { algorithm: alg, length: WRAPPING_KEY_BYTES[alg] };
}

/**
 * The content encryption algorithms of JWE, one entry each (RFC 7518 section 5, draft-amringer-jose-chacha). Nothing here
 * does cryptography and nothing is imported, so that any part of the page may read this table.
 */

export type ContentEncryption =
  | 'A128GCM'
  | 'A192GCM'
  | 'A256GCM'
  | 'A128CBC-HS256'
  | 'A192CBC-HS384'
  | 'A256CBC-HS512'
  | 'C20P'
  | 'XC20P';

export interface ContentEncryptionAlgorithm {
  readonly enc: ContentEncryption;
  /** for people: 'AES GCM with a 256-bit key' */
  readonly name: string;
  readonly definedIn: string;
  readonly kind: 'gcm' | 'cbc-hmac' | 'chacha';
  readonly cekBytes: number;
  readonly ivBytes: number;
  readonly tagBytes: number;
  /** known by name and not registered */
  readonly draft?: true;
}

function gcm(enc: ContentEncryption, bits: number): ContentEncryptionAlgorithm {
  const name = `AES GCM with a ${bits}-bit key`;
  return { enc, name, definedIn: 'RFC 7518 section 5.3', kind: 'gcm', cekBytes: bits / 8, ivBytes: 12, tagBytes: 16 };
}

/** Half of the key encrypts, the other half makes the tag, which is half a hash long (RFC 7518 section 5.2.2). */
function cbcHmac(enc: ContentEncryption, bits: number): ContentEncryptionAlgorithm {
  return {
    enc,
    name: `AES CBC with a ${bits}-bit key and HMAC SHA-${bits * 2}`,
    definedIn: 'RFC 7518 section 5.2',
    kind: 'cbc-hmac',
    cekBytes: bits / 4,
    ivBytes: 16,
    tagBytes: bits / 8,
  };
}

function chacha(enc: ContentEncryption, name: string, ivBytes: number): ContentEncryptionAlgorithm {
  const definedIn = 'draft-amringer-jose-chacha';
  return { enc, name, definedIn, kind: 'chacha', cekBytes: 32, ivBytes, tagBytes: 16, draft: true };
}

export const CONTENT_ENCRYPTION: Readonly<Record<ContentEncryption, ContentEncryptionAlgorithm>> = {
  A128GCM: gcm('A128GCM', 128),
  A192GCM: gcm('A192GCM', 192),
  A256GCM: gcm('A256GCM', 256),
  'A128CBC-HS256': cbcHmac('A128CBC-HS256', 128),
  'A192CBC-HS384': cbcHmac('A192CBC-HS384', 192),
  'A256CBC-HS512': cbcHmac('A256CBC-HS512', 256),
  C20P: chacha('C20P', 'ChaCha20-Poly1305', 12),
  XC20P: chacha('XC20P', 'XChaCha20-Poly1305', 24),
};

/** Answers whether `enc` (a value of the JOSE Header) names a content encryption of the table. */
export function isContentEncryption(enc: string): enc is ContentEncryption {
  return Object.hasOwn(CONTENT_ENCRYPTION, enc);
}

/** The words for how a key was written (`KeyReport.format`). */
import type { DerStructure } from './der/structure.ts';
import type { PemBlock } from './pem-blocks.ts';

/** By structure; a PEM block without a label of its own is named for what it holds. */
const PEM_FORMATS = {
  spki: 'pem-spki',
  pkcs8: 'pem-pkcs8',
  'pkcs8-encrypted': 'pem-pkcs8-encrypted',
  'pkcs1-public': 'pem-pkcs1-public',
  'pkcs1-private': 'pem-pkcs1-private',
  sec1: 'pem-sec1',
  x509: 'pem-x509',
  csr: 'pem-csr',
} as const satisfies Record<DerStructure, string>;

const DER_FORMATS = {
  spki: 'der-base64-spki',
  pkcs8: 'der-base64-pkcs8',
  'pkcs8-encrypted': 'der-base64-pkcs8-encrypted',
  'pkcs1-public': 'der-base64-pkcs1-public',
  'pkcs1-private': 'der-base64-pkcs1-private',
  sec1: 'der-base64-sec1',
  x509: 'der-base64-x509',
  csr: 'der-base64-csr',
} as const satisfies Record<DerStructure, string>;

/** Every word that a report may have. */
export const KEY_FORMATS = [
  ...Object.values(PEM_FORMATS),
  ...Object.values(DER_FORMATS),
  'pem-sec1-with-params',
  'pem-x509-chain',
  'pem-x509-text-before',
  'pem-escaped-newlines',
  'pem-private-escaped-newlines',
  'pem-env-line',
  'pem-crlf',
  'pem-indented',
  'pem-one-line',
  /** private and public block of one key */
  'pem-both-halves',
  /** several keys */
  'pem-set',
  /** a PEM block that holds no key */
  'pem-other',
  /** base64 in DER that could not be read */
  'der-base64',
  'jwk',
  'jwk-pretty',
  'jwk-private',
  'jwks',
  'jwks-private',
  'openssh-public',
  'openssh-private',
  'utf8',
  'base64',
  'base64url',
  'hex',
  'hex-colons',
  /** JSON that is no key */
  'json',
  'text',
] as const;

export type KeyFormat = (typeof KEY_FORMATS)[number];

/** The structure that a label promises (RFC 7468 and what OpenSSL writes); undefined for labels of no key. */
const STRUCTURE_BY_LABEL: Readonly<Record<string, DerStructure>> = {
  'PUBLIC KEY': 'spki',
  'PRIVATE KEY': 'pkcs8',
  'ENCRYPTED PRIVATE KEY': 'pkcs8-encrypted',
  'RSA PUBLIC KEY': 'pkcs1-public',
  'RSA PRIVATE KEY': 'pkcs1-private',
  'EC PRIVATE KEY': 'sec1',
  CERTIFICATE: 'x509',
  'X509 CERTIFICATE': 'x509',
  'TRUSTED CERTIFICATE': 'x509',
  'CERTIFICATE REQUEST': 'csr',
  'NEW CERTIFICATE REQUEST': 'csr',
};

export function structureOfLabel(label: string): DerStructure | undefined {
  return STRUCTURE_BY_LABEL[label];
}

export function pemFormat(structure: DerStructure | undefined): KeyFormat {
  return structure === undefined ? 'pem-other' : PEM_FORMATS[structure];
}

export function derFormat(structure: DerStructure): KeyFormat {
  return DER_FORMATS[structure];
}

const CERTIFICATES: readonly KeyFormat[] = ['pem-x509', 'pem-csr'];

/**
 * The word for a lone block, which also says how it was written where that is unusual: with literal \n, as a line of an
 * env file, with CRLF, indented, on one line. Encrypted keys keep their own word, and so do certificates, but for text before them.
 */
export function writtenFormat(text: string, block: PemBlock, format: KeyFormat): KeyFormat {
  if (CERTIFICATES.includes(format))
    return format === 'pem-x509' && hasTextBefore(text, block) ? 'pem-x509-text-before' : format;
  if (format === 'pem-pkcs8-encrypted' || format === 'pem-other') return format;
  const isPrivate = format === 'pem-pkcs8' || format === 'pem-pkcs1-private' || format === 'pem-sec1';
  if (/\\n/.test(block.body)) {
    if (isPrivate) return 'pem-private-escaped-newlines';
    return /=\s*["']?$/.test(lineBefore(text, block)) ? 'pem-env-line' : 'pem-escaped-newlines';
  }
  if (block.body.includes('\r\n')) return 'pem-crlf';
  if (block.endLabel !== undefined && !block.body.includes('\n')) return 'pem-one-line';
  return /^[ \t]+$/.test(lineBefore(text, block)) ? 'pem-indented' : format;
}

function hasTextBefore(text: string, block: PemBlock): boolean {
  return text.slice(0, block.start).trim() !== '';
}

/** What stands before the block in its first line. */
function lineBefore(text: string, block: PemBlock): string {
  return text.slice(text.lastIndexOf('\n', block.start - 1) + 1, block.start);
}

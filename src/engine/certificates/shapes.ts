/** What is read of the `x5c` of a JOSE Header (RFC 7515 section 4.1.6; certificates by RFC 5280). Nothing here is about trust. */
import type { DoneBy, KeyReport, Values } from '../types.ts';

/** What is wrong with one string of `x5c`. Those marked 'read' leave a certificate to be shown all the same. */
export type EntryFaultCode =
  | 'not-text'
  | 'empty'
  | 'too-long'
  | 'not-base64'
  /** read: base64url where standard base64 belongs */
  | 'base64url'
  /** read: BEGIN and END lines around */
  | 'pem'
  /** read: the first of several PEM blocks */
  | 'several'
  /** read: line breaks or blanks within */
  | 'white-space'
  /** read: the `=` at the end are missing, or there are too many */
  | 'padding'
  /** read: spare bits of the last character are not zero */
  | 'trailing-bits'
  | 'not-der'
  | 'truncated'
  /** read: bytes after the certificate */
  | 'trailing-bytes'
  | 'not-a-certificate'
  /** read: a date that is none */
  | 'time-unreadable'
  /** read: the algorithm inside the signed part is another one than the one beside the signature */
  | 'algorithms-differ';

/** What is wrong with `x5c` itself. */
export type ListFaultCode = 'not-a-list' | 'no-entries';

/** Why a key certainly did not make a signature. */
export type NotSignedCode = 'signature-differs' | 'signature-malformed' | 'key-of-another-kind';

/** Why a signature could not be checked. None of these says anything about it. */
export type CannotCheckCode =
  | 'certificate-unreadable'
  | 'key-unreadable'
  | 'algorithm-unknown'
  | 'hash-not-here'
  | 'parameters-not-here'
  | 'insecure-context'
  | 'runtime-refuses'
  | 'not-loaded';

/** How an `x5t` or `x5t#S256` is written that is no base64url of a hash. */
export type ThumbprintFaultCode = 'not-text' | 'hex' | 'hex-in-base64url' | 'base64' | 'not-base64url' | 'wrong-length';

/** A code with its English sentence. */
export interface Said<Code extends string> {
  readonly code: Code;
  readonly message: string;
  readonly values: Values;
}

export type EntryFault = Said<EntryFaultCode>;

/** Whether a key made a signature: computed, never inferred from names. */
export type SignatureCheck =
  | { readonly state: 'signed'; readonly by: DoneBy }
  | ({ readonly state: 'not-signed' } & Said<NotSignedCode>)
  | ({ readonly state: 'cannot' } & Said<CannotCheckCode>);

/** A distinguished name. Its text is whatever its writer chose, with any character in it. */
export interface Name {
  /** 'CN=api.example.com, O=Example': the parts joined, '' for an empty name */
  readonly text: string;
  /** one for each relative name, the most specific first, escaped as RFC 4514 section 2.4 wants */
  readonly parts: readonly string[];
}

export interface AlternativeName {
  readonly kind: 'DNS' | 'email' | 'URI' | 'IP' | 'directory' | 'UPN' | 'registered id' | 'other';
  readonly value: string;
}

export type KeyUsage =
  | 'digitalSignature'
  | 'nonRepudiation'
  | 'keyEncipherment'
  | 'dataEncipherment'
  | 'keyAgreement'
  | 'keyCertSign'
  | 'cRLSign'
  | 'encipherOnly'
  | 'decipherOnly';

export interface SignatureAlgorithmName {
  /** 'ECDSA with SHA-256'; 'algorithm 1.2.3.4' for one that is not known here */
  readonly name: string;
  readonly oid: string;
  /** a hash for which two contents with one signature can be made (RFC 6194, RFC 6151) */
  readonly weakHash?: 'MD2' | 'MD5' | 'SHA-1';
}

export interface Certificate {
  /** 1, 2 or 3 */
  readonly version: number;
  readonly subject: Name;
  readonly issuer: Name;
  /** upper-case hexadecimal, '-' in front of a negative one */
  readonly serialNumber: string;
  /** seconds since the epoch; undefined where the date is none */
  readonly notBefore: number | undefined;
  readonly notAfter: number | undefined;
  /** of the whole encoding, upper-case hexadecimal with colons */
  readonly fingerprints: { readonly sha1: string; readonly sha256: string };
  /** the same as base64url: what `x5t` and `x5t#S256` of a header would be */
  readonly thumbprints: { readonly x5t: string; readonly x5tS256: string };
  /** kty, crv, bits, RFC 7638 thumbprint; with a problem where it is no key that JOSE knows */
  readonly publicKey: KeyReport;
  readonly signatureAlgorithm: SignatureAlgorithmName;
  readonly alternativeNames: readonly AlternativeName[];
  /** undefined where the certificate does not limit its key */
  readonly keyUsage: readonly KeyUsage[] | undefined;
  /** undefined where the extension is missing */
  readonly basicConstraints: { readonly ca: boolean; readonly pathLength?: number } | undefined;
  /** the check with its own key; undefined where it names another as its issuer */
  readonly selfSignature: SignatureCheck | undefined;
}

/** One string of `x5c`, in its order. */
export interface CertificateEntry {
  readonly certificate: Certificate | undefined;
  /** empty where the string is by the letter */
  readonly faults: readonly EntryFault[];
}

/** From one certificate to the next in the list. */
export interface CertificateLink {
  /** whether the next one's key made this one's signature */
  readonly signature: SignatureCheck;
  /** whether this one's issuer is the next one's subject; undefined where one cannot be read */
  readonly namesMatch: boolean | undefined;
  /** whether the next one says that it may sign certificates; undefined where it cannot be read, or is older than that mark */
  readonly nextIsCa: boolean | undefined;
}

export type ChainOrder =
  /** each names the next as its issuer; also a single one */
  | { readonly kind: 'in-order' }
  /** another order would be; `right` holds the indices as they should stand */
  | { readonly kind: 'wrong-order'; readonly right: readonly number[] }
  /** no order makes one chain of them */
  | { readonly kind: 'no-chain' }
  /** a certificate is missing or cannot be read */
  | { readonly kind: 'unknown' };

/** What `x5t` or `x5t#S256` of the header has to do with the first certificate. */
export type ThumbprintComparison =
  | { readonly state: 'absent' }
  | { readonly state: 'equal' }
  /** `at`: the certificate that it is of instead; undefined where it is of none in the list */
  | { readonly state: 'differs'; readonly at: number | undefined }
  /** `same`: the value stands for the first certificate's hash, in the wrong spelling */
  | ({ readonly state: 'malformed'; readonly same: boolean } & Said<ThumbprintFaultCode>)
  /** the first certificate cannot be read */
  | { readonly state: 'cannot' };

export interface CertificateChain {
  /** what is wrong with the list; then there are no entries */
  readonly fault: Said<ListFaultCode> | undefined;
  readonly entries: readonly CertificateEntry[];
  /** how many more strings the list holds, which were not read */
  readonly unread: number;
  /** one fewer than entries */
  readonly links: readonly CertificateLink[];
  readonly order: ChainOrder;
  readonly x5t: ThumbprintComparison;
  readonly x5tS256: ThumbprintComparison;
}

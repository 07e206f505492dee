/** Signature algorithms of certificates: one entry for each object identifier (RFC 3279, 4055, 5758, 8410, 9881). */
import { akpSetByOid, okpCurveByOid } from '../keys/curves.ts';
import type { DerNode } from '../keys/der/tree.ts';
import { integerFrom } from '../keys/integers.ts';
import type { SignatureAlgorithmName } from './shapes.ts';

export type HashName = 'MD2' | 'MD5' | 'SHA-1' | 'SHA-224' | 'SHA-256' | 'SHA-384' | 'SHA-512';

/** What a check needs to know. */
export type Scheme =
  | { readonly kind: 'rsa-pkcs1'; readonly hash: HashName }
  /** `hash` is also that of MGF1; salt in bytes. Undefined parameters: other than browsers have */
  | { readonly kind: 'rsa-pss'; readonly parameters: { readonly hash: HashName; readonly salt: number } | undefined }
  | { readonly kind: 'ecdsa'; readonly hash: HashName }
  | { readonly kind: 'eddsa'; readonly curve: 'Ed25519' | 'Ed448' }
  | { readonly kind: 'ml-dsa'; readonly set: string }
  | { readonly kind: 'other' };

export interface CertificateAlgorithm extends SignatureAlgorithmName {
  readonly scheme: Scheme;
}

const RSA_PSS = '1.2.840.113549.1.1.10';

const BY_OID: Readonly<Record<string, Scheme>> = {
  '1.2.840.113549.1.1.2': { kind: 'rsa-pkcs1', hash: 'MD2' },
  '1.2.840.113549.1.1.4': { kind: 'rsa-pkcs1', hash: 'MD5' },
  '1.2.840.113549.1.1.5': { kind: 'rsa-pkcs1', hash: 'SHA-1' },
  '1.3.14.3.2.29': { kind: 'rsa-pkcs1', hash: 'SHA-1' },
  '1.2.840.113549.1.1.14': { kind: 'rsa-pkcs1', hash: 'SHA-224' },
  '1.2.840.113549.1.1.11': { kind: 'rsa-pkcs1', hash: 'SHA-256' },
  '1.2.840.113549.1.1.12': { kind: 'rsa-pkcs1', hash: 'SHA-384' },
  '1.2.840.113549.1.1.13': { kind: 'rsa-pkcs1', hash: 'SHA-512' },
  '1.2.840.10045.4.1': { kind: 'ecdsa', hash: 'SHA-1' },
  '1.2.840.10045.4.3.1': { kind: 'ecdsa', hash: 'SHA-224' },
  '1.2.840.10045.4.3.2': { kind: 'ecdsa', hash: 'SHA-256' },
  '1.2.840.10045.4.3.3': { kind: 'ecdsa', hash: 'SHA-384' },
  '1.2.840.10045.4.3.4': { kind: 'ecdsa', hash: 'SHA-512' },
};

/** Named where they are met, and not checked. */
const OTHER_NAMES: Readonly<Record<string, string>> = {
  '1.2.840.10040.4.3': 'DSA with SHA-1',
  '2.16.840.1.101.3.4.3.1': 'DSA with SHA-224',
  '2.16.840.1.101.3.4.3.2': 'DSA with SHA-256',
  '1.2.156.10197.1.501': 'SM2 with SM3',
};

/** The algorithm of an AlgorithmIdentifier. */
export function signatureAlgorithmOf(identifier: DerNode | undefined): CertificateAlgorithm {
  const oid = identifier?.children[0]?.oid ?? '';
  const scheme = schemeOf(oid, identifier?.children[1]);
  const name = scheme.kind === 'other' ? (OTHER_NAMES[oid] ?? `algorithm ${oid}`) : nameOf(scheme);
  const hash = hashOf(scheme) ?? (name === 'DSA with SHA-1' ? 'SHA-1' : undefined);
  const isWeak = hash === 'MD2' || hash === 'MD5' || hash === 'SHA-1';
  return { name, oid, scheme, ...(isWeak ? { weakHash: hash } : {}) };
}

function schemeOf(oid: string, parameters: DerNode | undefined): Scheme {
  const known = BY_OID[oid];
  if (known !== undefined) return known;
  if (oid === RSA_PSS) return { kind: 'rsa-pss', parameters: pssParameters(parameters) };
  const curve = okpCurveByOid(oid)?.crv;
  if (curve === 'Ed25519' || curve === 'Ed448') return { kind: 'eddsa', curve };
  const set = akpSetByOid(oid)?.alg;
  return set === undefined ? { kind: 'other' } : { kind: 'ml-dsa', set };
}

function nameOf(scheme: Exclude<Scheme, { kind: 'other' }>): string {
  switch (scheme.kind) {
    case 'rsa-pkcs1':
      return `RSA with ${scheme.hash}`;
    case 'rsa-pss':
      return scheme.parameters === undefined ? 'RSA-PSS' : `RSA-PSS with ${scheme.parameters.hash}`;
    case 'ecdsa':
      return `ECDSA with ${scheme.hash}`;
    case 'eddsa':
      return scheme.curve;
    case 'ml-dsa':
      return scheme.set;
  }
}

function hashOf(scheme: Scheme): HashName | undefined {
  if (scheme.kind === 'rsa-pss') return scheme.parameters?.hash;
  return 'hash' in scheme ? scheme.hash : undefined;
}

const HASHES: Readonly<Record<string, HashName>> = {
  '1.3.14.3.2.26': 'SHA-1',
  '2.16.840.1.101.3.4.2.4': 'SHA-224',
  '2.16.840.1.101.3.4.2.1': 'SHA-256',
  '2.16.840.1.101.3.4.2.2': 'SHA-384',
  '2.16.840.1.101.3.4.2.3': 'SHA-512',
};

/**
 * RSASSA-PSS-params (RFC 4055 section 3.1): what is left out is SHA-1, MGF1 with SHA-1, 20 bytes of salt. WebCrypto has
 * one hash for both and the trailer of the standard.
 */
function pssParameters(
  parameters: DerNode | undefined,
): { readonly hash: HashName; readonly salt: number } | undefined {
  if (parameters?.type !== 'sequence') return undefined;
  const field = (tag: number) => parameters.children.find((child) => child.tag === tag)?.children[0];
  const hashField = field(0);
  const maskField = field(1);
  const hash = hashField === undefined ? 'SHA-1' : HASHES[hashField.children[0]?.oid ?? ''];
  const maskHash = maskField === undefined ? 'SHA-1' : HASHES[maskField.children[1]?.children[0]?.oid ?? ''];
  const trailer = field(3);
  const isStandardTrailer = trailer === undefined || integerFrom(trailer.content) === 1n;
  if (hash === undefined || hash !== maskHash || !isStandardTrailer) return undefined;
  const salt = field(2);
  return { hash, salt: salt === undefined ? 20 : Number(integerFrom(salt.content)) };
}

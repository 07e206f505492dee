/** From the bytes of one certificate to what is shown of it, and to what its neighbours are checked with (RFC 5280 section 4.1). */
import type { CryptoOptions } from '../crypto/answer.ts';
import { jwkFromSpki } from '../keys/der/public-key.ts';
import { structureOf } from '../keys/der/structure.ts';
import { type DerNode, parseDer } from '../keys/der/tree.ts';
import { sequenceLength } from '../keys/der-length.ts';
import { materialFromJwk } from '../keys/material.ts';
import { problemReport } from '../keys/outcome.ts';
import type { KeyMaterial } from '../keys/shapes.ts';
import { cannotCheck, entryFault } from '../messages/certificates.ts';
import { encodeBase64url } from '../token/base64url.ts';
import type { KeyReport } from '../types.ts';
import { checkSignature, type Signed } from './check-signature.ts';
import { contentOctets, hexDigits, isSameBytes } from './der-content.ts';
import { comparableName } from './names.ts';
import { type Fields, fieldsOf, outlineOf } from './outline.ts';
import type { Certificate, EntryFault, SignatureCheck } from './shapes.ts';
import { signatureAlgorithmOf } from './signature-algorithm.ts';

/** The encoded parts of a certificate that others are compared and checked with. */
export interface CertificateParts {
  readonly certificate: Certificate;
  /** names in the form in which they are compared, see `comparableName` */
  readonly subject: string;
  readonly issuer: string;
  readonly signed: Signed;
  /** undefined where the public key is none that JOSE knows */
  readonly key: KeyMaterial | undefined;
  readonly hashes: { readonly sha1: Uint8Array; readonly sha256: Uint8Array };
}

export interface ReadCertificate {
  readonly parts: CertificateParts | undefined;
  readonly faults: readonly EntryFault[];
}

/** Reads one certificate. Whatever is wrong with the bytes is a fault; rejects only with the reason of `options.signal`. */
export async function readCertificate(bytes: Uint8Array, options: CryptoOptions): Promise<ReadCertificate> {
  const length = sequenceLength(bytes);
  if (length === undefined) return refused(entryFault('not-der'));
  if (length > bytes.length) return refused(entryFault('truncated', { have: bytes.length, need: length }));
  const whole = bytes.subarray(0, length);
  const extra = bytes.length - length;
  const faults = extra === 0 ? [] : [entryFault('trailing-bytes', { extra })];
  const node = parseDer(whole);
  if (node === undefined) return refused(...faults, entryFault('not-der'));
  const found = structureOf(node);
  const fields = found === 'x509' ? fieldsOf(node) : undefined;
  if (fields === undefined) return refused(...faults, entryFault('not-a-certificate', { found: found ?? 'other' }));
  const parts = await partsOf(fields, whole, options);
  return { parts, faults: [...faults, ...faultsWithin(fields, parts)] };
}

function refused(...faults: EntryFault[]): ReadCertificate {
  return { parts: undefined, faults };
}

async function partsOf(fields: Fields, whole: Uint8Array, options: CryptoOptions): Promise<CertificateParts> {
  const subject = comparableName(fields.subject);
  const issuer = comparableName(fields.issuer);
  const { hashes, algorithm, ...outline } = outlineOf(fields, whole);
  const signed = { algorithm, content: fields.content.bytes, signature: wholeOctets(fields.signature) };
  const { report, material } = await keyOf(fields.publicKey);
  const { scheme: _, ...signatureAlgorithm } = algorithm;
  const certificate: Certificate = {
    version: fields.version,
    serialNumber: serialNumberOf(fields.serialNumber.content),
    ...outline,
    fingerprints: { sha1: hexDigits(hashes.sha1, ':'), sha256: hexDigits(hashes.sha256, ':') },
    thumbprints: { x5t: encodeBase64url(hashes.sha1), x5tS256: encodeBase64url(hashes.sha256) },
    publicKey: report,
    signatureAlgorithm,
    selfSignature: issuer === subject ? await checkWith(signed, material, report, options) : undefined,
  };
  return { certificate, subject, issuer, signed, key: material, hashes };
}

/** The octets of a bit string, before which stands how many of the last one's bits are not used (X.690 section 8.6). */
function wholeOctets(bits: DerNode): Uint8Array | undefined {
  return contentOctets(bits)[0] === 0 ? bits.content : undefined;
}

interface SubjectKey {
  readonly report: KeyReport;
  readonly material: KeyMaterial | undefined;
}

async function keyOf(node: DerNode): Promise<SubjectKey> {
  const jwk = jwkFromSpki(node);
  if (!jwk.ok) return { report: problemReport('der-base64-x509', jwk.problem), material: undefined };
  const { report, material } = await materialFromJwk(jwk.value, 'der-base64-x509');
  return { report, material };
}

/** Checks a signature with the key of a certificate, where it has one that can be used. */
export async function checkWith(
  signed: Signed,
  key: KeyMaterial | undefined,
  report: KeyReport,
  options: CryptoOptions,
): Promise<SignatureCheck> {
  if (key !== undefined) return checkSignature(signed, key, options);
  return { state: 'cannot', ...cannotCheck('key-unreadable', { problem: report.problem?.message ?? '' }) };
}

/** Two's complement (X.690 section 8.3); RFC 5280 wants a positive number and asks readers to bear with others. */
function serialNumberOf(content: Uint8Array): string {
  const isNegative = (content[0] ?? 0) >= 0x80;
  const bits = BigInt(content.length * 8);
  const value = BigInt(`0x${hexDigits(content) || '0'}`);
  const digits = (isNegative ? 2n ** bits - value : value).toString(16).toUpperCase();
  return `${isNegative ? '-' : ''}${digits.length % 2 === 0 ? digits : `0${digits}`}`;
}

function faultsWithin(fields: Fields, { certificate, signed }: CertificateParts): readonly EntryFault[] {
  const unreadable = (['notBefore', 'notAfter'] as const).filter((member) => certificate[member] === undefined);
  const isOneAlgorithm = isSameBytes(fields.innerAlgorithm.bytes, fields.outerAlgorithm.bytes);
  const names = { inner: signatureAlgorithmOf(fields.innerAlgorithm).name, outer: signed.algorithm.name };
  return [
    ...(unreadable.length === 0 ? [] : [entryFault('time-unreadable', { members: unreadable })]),
    ...(isOneAlgorithm ? [] : [entryFault('algorithms-differ', names)]),
  ];
}

/** What stands in a certificate (RFC 5280 section 4.1), without any signature being checked: no promise is needed for it. */
import { sha1 } from '@noble/hashes/legacy.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { jwkFromSpki } from '../keys/der/public-key.ts';
import { structureOf } from '../keys/der/structure.ts';
import { type DerNode, parseDer } from '../keys/der/tree.ts';
import { sequenceLength } from '../keys/der-length.ts';
import type { Json, JsonObject } from '../types.ts';
import { entryBytes } from './entry-bytes.ts';
import { extensionsOf } from './extensions.ts';
import { nameOf } from './names.ts';
import type { Certificate } from './shapes.ts';
import { type CertificateAlgorithm, signatureAlgorithmOf } from './signature-algorithm.ts';
import { secondsOf } from './time.ts';

export interface Fields {
  readonly content: DerNode;
  readonly outerAlgorithm: DerNode;
  readonly signature: DerNode;
  readonly version: number;
  readonly serialNumber: DerNode;
  readonly innerAlgorithm: DerNode;
  readonly issuer: DerNode;
  readonly validity: DerNode;
  readonly subject: DerNode;
  readonly publicKey: DerNode;
  readonly extensions: DerNode | undefined;
}

export function fieldsOf(node: DerNode): Fields | undefined {
  const [content, outerAlgorithm, signature] = node.children;
  const fields = content?.children ?? [];
  const versionField = fields[0]?.type === 'tagged' ? fields[0].children[0] : undefined;
  const [serialNumber, innerAlgorithm, issuer, validity, subject, publicKey, ...rest] =
    fields[0]?.type === 'tagged' ? fields.slice(1) : fields;
  if (!content || !outerAlgorithm || !signature || !serialNumber || !innerAlgorithm) return undefined;
  if (!issuer || !validity || !subject || !publicKey) return undefined;
  return {
    content,
    outerAlgorithm,
    signature,
    // RFC 5280 section 4.1.2.1: counted from zero, which is the default
    version: 1 + (versionField?.content.at(-1) ?? 0),
    serialNumber,
    innerAlgorithm,
    issuer,
    validity,
    subject,
    publicKey,
    extensions: rest.find(({ type, tag }) => type === 'tagged' && tag === 3)?.children[0],
  };
}

export interface Outline
  extends Pick<
    Certificate,
    'subject' | 'issuer' | 'notBefore' | 'notAfter' | 'alternativeNames' | 'keyUsage' | 'basicConstraints'
  > {
  readonly algorithm: CertificateAlgorithm;
  /** of the whole encoding */
  readonly hashes: { readonly sha1: Uint8Array; readonly sha256: Uint8Array };
}

export function outlineOf(fields: Fields, whole: Uint8Array): Outline {
  const { validity } = fields;
  return {
    subject: nameOf(fields.subject),
    issuer: nameOf(fields.issuer),
    notBefore: secondsOf(validity.children[0]),
    notAfter: secondsOf(validity.children[1]),
    ...extensionsOf(fields.extensions),
    algorithm: signatureAlgorithmOf(fields.outerAlgorithm),
    hashes: { sha1: sha1(whole), sha256: sha256(whole) },
  };
}

export interface OutlineWithKey extends Outline {
  /** undefined where the public key is none that JOSE knows */
  readonly publicJwk: JsonObject | undefined;
}

/** Of a string of `x5c`, or of a key text that is a certificate (the first one of several); undefined where it is none. */
export function outlineOfEntry(entry: Json): OutlineWithKey | undefined {
  const { bytes } = entryBytes(entry);
  const length = bytes && sequenceLength(bytes);
  if (bytes === undefined || length === undefined || length > bytes.length) return undefined;
  const whole = bytes.subarray(0, length);
  const node = parseDer(whole);
  const fields = node !== undefined && structureOf(node) === 'x509' ? fieldsOf(node) : undefined;
  if (fields === undefined) return undefined;
  const jwk = jwkFromSpki(fields.publicKey);
  return { ...outlineOf(fields, whole), publicJwk: jwk.ok ? jwk.value : undefined };
}

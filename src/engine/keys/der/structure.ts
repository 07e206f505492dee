/** Which of the structures that hold keys a tree is: told by shape, since labels lie and bare base64 has none. */
import type { KeyThing } from '../../codes.ts';
import type { DerNode, DerType } from './tree.ts';

export type DerStructure =
  | 'spki'
  | 'pkcs8'
  | 'pkcs8-encrypted'
  | 'pkcs1-public'
  | 'pkcs1-private'
  | 'sec1'
  | 'x509'
  | 'csr';

/** Known, and no key for tokens: named in the answer. */
export type OtherStructure = Extract<KeyThing, 'dsa-traditional' | 'pkcs12' | 'pkcs7'>;

interface Shape<Name> {
  readonly name: Name;
  readonly fits: (node: DerNode) => boolean;
}

const SHAPES: readonly Shape<DerStructure | OtherStructure>[] = [
  // RFC 5280 section 4.1.2.7
  { name: 'spki', fits: (node) => isSpki(node) },
  // RFC 5958 section 2; attributes and the public key may follow
  {
    name: 'pkcs8',
    fits: (node) => starts(node, ['integer', 'sequence', 'octet-string']) && startsWithOid(node.children[1]),
  },
  // RFC 5958 section 3
  {
    name: 'pkcs8-encrypted',
    fits: (node) => is(node, ['sequence', 'octet-string']) && startsWithOid(node.children[0]),
  },
  // RFC 8017 appendix A.1
  { name: 'pkcs1-public', fits: (node) => is(node, ['integer', 'integer']) },
  { name: 'pkcs1-private', fits: (node) => is(node, Array<DerType>(9).fill('integer')) || isMultiPrime(node) },
  // RFC 5915 section 3
  { name: 'sec1', fits: (node) => starts(node, ['integer', 'octet-string']) },
  // RFC 2986 section 4.2, before the certificate, which has the same outer shape
  { name: 'csr', fits: (node) => isSigned(node) && isSpki(node.children[0]?.children[2]) },
  { name: 'x509', fits: (node) => isSigned(node) && isSpki(subjectKeyOf(node)) },
  { name: 'dsa-traditional', fits: (node) => is(node, Array<DerType>(6).fill('integer')) },
  // RFC 7292 section 4
  { name: 'pkcs12', fits: (node) => starts(node, ['integer', 'sequence']) && startsWithOid(node.children[1]) },
  { name: 'pkcs7', fits: (node) => node.children[0]?.oid === '1.2.840.113549.1.7.2' },
];

/** The structure of a tree; undefined where it is none that this page knows. */
export function structureOf(node: DerNode): DerStructure | OtherStructure | undefined {
  return node.type === 'sequence' ? SHAPES.find(({ fits }) => fits(node))?.name : undefined;
}

/** SubjectPublicKeyInfo of a certificate (RFC 5280 section 4.1.1.1): after version, serial, algorithm, issuer, validity, subject. */
export function subjectKeyOf(certificate: DerNode): DerNode | undefined {
  return fieldsOf(certificate)[5];
}

/** The encoded names by which certificates form a chain. */
export function namesOf(
  certificate: DerNode,
): { readonly issuer: Uint8Array; readonly subject: Uint8Array } | undefined {
  const [, , issuer, , subject] = fieldsOf(certificate);
  return issuer && subject && { issuer: issuer.bytes, subject: subject.bytes };
}

/** Fields of the certificate's content without the version, which may be left out. */
function fieldsOf(certificate: DerNode): readonly DerNode[] {
  const fields = certificate.children[0]?.children ?? [];
  return fields[0]?.type === 'tagged' ? fields.slice(1) : fields;
}

function isSigned(node: DerNode): boolean {
  return is(node, ['sequence', 'sequence', 'bit-string']);
}

function isSpki(node: DerNode | undefined): boolean {
  return node !== undefined && is(node, ['sequence', 'bit-string']) && startsWithOid(node.children[0]);
}

function isMultiPrime(node: DerNode): boolean {
  return is(node, [...Array<DerType>(9).fill('integer'), 'sequence']);
}

function startsWithOid(node: DerNode | undefined): boolean {
  return node?.children[0]?.type === 'oid';
}

function is(node: DerNode, types: readonly DerType[]): boolean {
  return node.children.length === types.length && starts(node, types);
}

function starts(node: DerNode, types: readonly DerType[]): boolean {
  return node.type === 'sequence' && types.every((type, index) => node.children[index]?.type === type);
}

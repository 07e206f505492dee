/** The extensions that are shown: what the key may do, and for which names (RFC 5280 section 4.2.1). */

import { type DerNode, parseDer } from '../keys/der/tree.ts';
import { integerFrom } from '../keys/integers.ts';
import { contentOctets, hexDigits, textOf } from './der-content.ts';
import { ipAddress } from './ip-address.ts';
import { nameOf } from './names.ts';
import type { AlternativeName, Certificate, KeyUsage } from './shapes.ts';

const OID = { alternativeNames: '2.5.29.17', keyUsage: '2.5.29.15', basicConstraints: '2.5.29.19' } as const;

/** Names of the bits, the first one first (RFC 5280 section 4.2.1.3). */
const USAGES: readonly KeyUsage[] = [
  'digitalSignature',
  'nonRepudiation',
  'keyEncipherment',
  'dataEncipherment',
  'keyAgreement',
  'keyCertSign',
  'cRLSign',
  'encipherOnly',
  'decipherOnly',
];

/** An extension that cannot be read is as good as absent. */
export function extensionsOf(
  extensions: DerNode | undefined,
): Pick<Certificate, 'alternativeNames' | 'keyUsage' | 'basicConstraints'> {
  const value = (oid: string): DerNode | undefined => {
    const extension = extensions?.children.find(({ children }) => children[0]?.oid === oid);
    const octets = extension?.children.at(-1);
    return octets?.type === 'octet-string' ? parseDer(octets.content) : undefined;
  };
  return {
    alternativeNames: value(OID.alternativeNames)?.children.map(alternativeName) ?? [],
    keyUsage: keyUsage(value(OID.keyUsage)),
    basicConstraints: basicConstraints(value(OID.basicConstraints)),
  };
}

function keyUsage(node: DerNode | undefined): readonly KeyUsage[] | undefined {
  if (node?.type !== 'bit-string') return undefined;
  return USAGES.filter((_, bit) => (((node.content[bit >> 3] ?? 0) >> (7 - (bit & 7))) & 1) === 1);
}

/** `cA` is FALSE where it is left out (RFC 5280 section 4.2.1.9). */
function basicConstraints(node: DerNode | undefined): Certificate['basicConstraints'] {
  if (node?.type !== 'sequence') return undefined;
  const [first] = node.children;
  const ca = first !== undefined && first.type === 'other' && contentOctets(first).some((octet) => octet !== 0);
  const limit = node.children.find(({ type }) => type === 'integer');
  return limit === undefined ? { ca } : { ca, pathLength: Number(integerFrom(limit.content)) };
}

/** Universal principal name, by which Windows knows an account. */
const UPN = '1.3.6.1.4.1.311.20.2.3';

/** GeneralName (RFC 5280 section 4.2.1.6): the number of the tag says which kind. */
function alternativeName(node: DerNode): AlternativeName {
  const text = () => Array.from(node.content, (octet) => String.fromCharCode(octet)).join('');
  switch (node.tag) {
    case 0:
      return otherName(node);
    case 1:
      return { kind: 'email', value: text() };
    case 2:
      return { kind: 'DNS', value: text() };
    case 4:
      return { kind: 'directory', value: node.children[0] === undefined ? '' : nameOf(node.children[0]).text };
    case 6:
      return { kind: 'URI', value: text() };
    case 7:
      return { kind: 'IP', value: ipAddress(node.content) ?? hexDigits(node.content, ':') };
    case 8:
      return { kind: 'registered id', value: objectIdentifier(node.content) ?? hexDigits(node.content, ':') };
    default:
      return { kind: 'other', value: hexDigits(node.bytes, ':') };
  }
}

function otherName({ children, bytes }: DerNode): AlternativeName {
  const [type, wrapped] = children;
  const inner = wrapped?.children[0];
  const text = inner && textOf(inner);
  if (text === undefined) return { kind: 'other', value: `${type?.oid ?? ''} ${hexDigits(bytes, ':')}`.trim() };
  return type?.oid === UPN ? { kind: 'UPN', value: text } : { kind: 'other', value: `${type?.oid ?? ''} ${text}` };
}

/** An object identifier whose tag was replaced: it is read with its own tag back in place. */
function objectIdentifier(content: Uint8Array): string | undefined {
  return content.length < 0x80 ? parseDer(Uint8Array.from([6, content.length, ...content]))?.oid : undefined;
}

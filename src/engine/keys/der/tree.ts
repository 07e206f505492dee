/** DER as a tree of plain nodes, read by asn1js. This folder is loaded when a key in DER appears, not before. */
import {
  type BaseBlock,
  BitString,
  Constructed,
  fromBER,
  Integer,
  Null,
  ObjectIdentifier,
  OctetString,
  Primitive,
} from 'asn1js';

export type DerType =
  | 'sequence'
  | 'set'
  | 'integer'
  | 'oid'
  | 'bit-string'
  | 'octet-string'
  | 'null'
  | 'tagged'
  | 'other';

export interface DerNode {
  readonly type: DerType;
  /** number of a context-specific tag ('tagged') */
  readonly tag?: number;
  /** of a primitive: its content octets (a bit string without the count of unused bits) */
  readonly content: Uint8Array;
  /** dotted, of an object identifier */
  readonly oid?: string;
  readonly children: readonly DerNode[];
  /** the whole encoding, tag and length included */
  readonly bytes: Uint8Array;
}

const UNIVERSAL = 1;
const CONTEXT_SPECIFIC = 3;
const TAG_SEQUENCE = 16;
const TAG_SET = 17;
const EMPTY = new Uint8Array(0);

/** The tree of an encoding that fills `bytes` exactly; undefined where they are not that. */
export function parseDer(bytes: Uint8Array): DerNode | undefined {
  try {
    const { offset, result } = fromBER(new Uint8Array(bytes));
    return offset === bytes.length ? nodeFrom(result) : undefined;
  } catch {
    // asn1js throws for some contents (a date that is none) and answers with an error for others
    return undefined;
  }
}

function nodeFrom(block: BaseBlock): DerNode {
  const bytes = block.valueBeforeDecodeView;
  if (block instanceof Constructed) {
    const children = block.valueBlock.value.map(nodeFrom);
    return { ...kindOf(block), content: EMPTY, children, bytes };
  }
  const content = contentOf(block);
  const oid = block instanceof ObjectIdentifier ? { oid: block.valueBlock.toString() } : {};
  return { ...kindOf(block), ...oid, content, children: [], bytes };
}

function contentOf(block: BaseBlock): Uint8Array {
  const hasBytes = block instanceof Integer || block instanceof BitString || block instanceof OctetString;
  return hasBytes || block instanceof Primitive ? block.valueBlock.valueHexView : EMPTY;
}

function kindOf(block: BaseBlock): Pick<DerNode, 'type' | 'tag'> {
  const { tagClass, tagNumber } = block.idBlock;
  if (tagClass === CONTEXT_SPECIFIC) return { type: 'tagged', tag: tagNumber };
  if (block instanceof Constructed && tagClass === UNIVERSAL) {
    return { type: tagNumber === TAG_SEQUENCE ? 'sequence' : tagNumber === TAG_SET ? 'set' : 'other' };
  }
  if (block instanceof ObjectIdentifier) return { type: 'oid' };
  if (block instanceof Integer) return { type: 'integer' };
  if (block instanceof BitString) return { type: 'bit-string' };
  if (block instanceof OctetString) return { type: 'octet-string' };
  return { type: block instanceof Null ? 'null' : 'other' };
}

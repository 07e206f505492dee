/** What the tree of `keys/der` leaves closed, since keys do not need it: strings, dates, and other plain values. */
import type { DerNode } from '../keys/der/tree.ts';

/** Numbers of the universal tags (X.680 section 8). */
export const TAG = {
  boolean: 1,
  utf8: 12,
  numeric: 18,
  printable: 19,
  teletex: 20,
  ia5: 22,
  utcTime: 23,
  generalizedTime: 24,
  visible: 26,
  universal: 28,
  bmp: 30,
} as const;

/** The number of a universal tag; undefined for a tag of another class, or a number of several octets. */
export function universalTag({ bytes }: DerNode): number | undefined {
  const first = bytes[0] ?? 0xff;
  return first < 0x40 && (first & 0x1f) !== 0x1f ? first & 0x1f : undefined;
}

/** The content octets of a node whose tag has one octet, behind tag and length. */
export function contentOctets({ bytes }: DerNode): Uint8Array {
  const first = bytes[1] ?? 0;
  return bytes.subarray(first < 0x80 ? 2 : 2 + (first & 0x7f));
}

/** The text of any of the string types of X.509; undefined for another type, or octets that are no such string. */
export function textOf(node: DerNode): string | undefined {
  const decoder = DECODERS[universalTag(node) ?? -1];
  // a string in pieces is BER, which a certificate is not
  if (decoder === undefined || node.children.length > 0) return undefined;
  try {
    return decoder(contentOctets(node));
  } catch {
    return undefined;
  }
}

const latin1 = (octets: Uint8Array) => Array.from(octets, (octet) => String.fromCharCode(octet)).join('');

const DECODERS: Readonly<Record<number, (octets: Uint8Array) => string>> = {
  [TAG.utf8]: (octets) => new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(octets),
  [TAG.numeric]: latin1,
  [TAG.printable]: latin1,
  // T.61 by its letter, Latin-1 in every certificate that has letters beyond ASCII
  [TAG.teletex]: latin1,
  [TAG.ia5]: latin1,
  [TAG.visible]: latin1,
  [TAG.bmp]: (octets) => unitsOf(octets, 2, String.fromCharCode),
  [TAG.universal]: (octets) => unitsOf(octets, 4, String.fromCodePoint),
};

/** Throws a RangeError where an octet is over, or a unit is no code point. */
function unitsOf(octets: Uint8Array, size: number, character: (unit: number) => string): string {
  if (octets.length % size !== 0) throw new RangeError('octets over');
  let text = '';
  for (let at = 0; at < octets.length; at += size) {
    text += character(octets.subarray(at, at + size).reduce((unit, octet) => unit * 256 + octet, 0));
  }
  return text;
}

/** Upper-case hexadecimal, with `between` each two digits. */
export function hexDigits(bytes: Uint8Array, between = ''): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0'))
    .join(between)
    .toUpperCase();
}

export function isSameBytes(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, index) => byte === other[index]);
}

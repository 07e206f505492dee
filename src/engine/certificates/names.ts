/** Distinguished names (RFC 5280 section 4.1.2.4) as text (RFC 4514) and compared with one another. */
import type { DerNode } from '../keys/der/tree.ts';
import { hexDigits, textOf } from './der-content.ts';
import type { Name } from './shapes.ts';

/** RFC 4514 section 3 and what OpenSSL calls the others. */
const SHORT_NAMES: Readonly<Record<string, string>> = {
  '2.5.4.3': 'CN',
  '2.5.4.4': 'SN',
  '2.5.4.5': 'serialNumber',
  '2.5.4.6': 'C',
  '2.5.4.7': 'L',
  '2.5.4.8': 'ST',
  '2.5.4.9': 'STREET',
  '2.5.4.10': 'O',
  '2.5.4.11': 'OU',
  '2.5.4.12': 'title',
  '2.5.4.15': 'businessCategory',
  '2.5.4.17': 'postalCode',
  '2.5.4.42': 'GN',
  '2.5.4.46': 'dnQualifier',
  '2.5.4.65': 'pseudonym',
  '2.5.4.97': 'organizationIdentifier',
  '0.9.2342.19200300.100.1.1': 'UID',
  '0.9.2342.19200300.100.1.25': 'DC',
  '1.2.840.113549.1.9.1': 'emailAddress',
  '1.3.6.1.4.1.311.60.2.1.1': 'jurisdictionL',
  '1.3.6.1.4.1.311.60.2.1.2': 'jurisdictionST',
  '1.3.6.1.4.1.311.60.2.1.3': 'jurisdictionC',
};

/** The name as text, its relative names in the order of RFC 4514, which is the reverse of the encoding's. */
export function nameOf(node: DerNode): Name {
  const parts = node.children.map((set) => set.children.map(attribute).join('+')).reverse();
  return { text: parts.join(', '), parts };
}

function attribute(pair: DerNode): string {
  const [type, value] = pair.children;
  const oid = type?.oid ?? '?';
  const text = value && textOf(value);
  // RFC 4514 section 2.4: a value that is no string is written as its encoding
  const shown = text === undefined ? `#${hexDigits(value?.bytes ?? new Uint8Array(0))}` : escaped(text);
  return `${SHORT_NAMES[oid] ?? oid}=${shown}`;
}

/** So that no value looks like the next attribute (RFC 4514 section 2.4). */
function escaped(text: string): string {
  return text
    .replace(/[\\"+,;<>]/g, '\\$&')
    .replace(/^[ #]/, '\\$&')
    .replace(/(?<!^) $/, '\\ ')
    .replaceAll('\0', '\\00');
}

/**
 * A text that is the same for two encoded names exactly where they are the same name (RFC 5280 section 7.1): letter case,
 * runs of blanks and the string's type do not count.
 */
export function comparableName(name: DerNode): string {
  return JSON.stringify(name.children.map((set) => set.children.map(comparableAttribute).sort()));
}

function comparableAttribute(pair: DerNode): string {
  const [type, value] = pair.children;
  const text = value && textOf(value);
  const content = text === undefined ? hexDigits(value?.bytes ?? new Uint8Array(0)) : folded(text);
  return JSON.stringify([type?.oid, text === undefined ? 'bytes' : 'text', content]);
}

function folded(text: string): string {
  return text.normalize('NFKC').toLowerCase().trim().replace(/\s+/g, ' ');
}

/** The bytes of one string of `x5c`, and what is wrong with how they are written (RFC 7515 section 4.1.6, RFC 4648 section 4). */
import { contentOf, findPemBlocks, type PemBlock } from '../keys/pem-blocks.ts';
import { entryFault } from '../messages/certificates.ts';
import { decodeBase64url } from '../token/base64url.ts';
import { kindOf } from '../token/header-rules.ts';
import type { Json } from '../types.ts';
import type { EntryFault } from './shapes.ts';

/** Characters of one entry that are read; a certificate with the largest ML-DSA key and signature has 10,000. */
const MOST_CHARACTERS = 262_144;

export interface EntryBytes {
  readonly bytes: Uint8Array | undefined;
  readonly faults: readonly EntryFault[];
}

export function entryBytes(entry: Json): EntryBytes {
  if (typeof entry !== 'string') return refused(entryFault('not-text', { found: kindOf(entry) }));
  if (entry.trim() === '') return refused(entryFault('empty'));
  if (entry.length > MOST_CHARACTERS) {
    return refused(entryFault('too-long', { length: entry.length, limit: MOST_CHARACTERS }));
  }
  const blocks = findPemBlocks(entry);
  const [first] = blocks;
  return first === undefined ? bareBytes(entry) : armouredBytes(first, blocks.length);
}

function refused(fault: EntryFault): EntryBytes {
  return { bytes: undefined, faults: [fault] };
}

function armouredBytes(block: PemBlock, count: number): EntryBytes {
  const content = contentOf(block);
  const faults = [entryFault('pem'), ...(count > 1 ? [entryFault('several', { count })] : [])];
  if (content.kind === 'bytes') return { bytes: content.bytes, faults };
  const at = content.at - block.bodyStart;
  return { bytes: undefined, faults: [...faults, notBase64(block.body, at)] };
}

function bareBytes(entry: string): EntryBytes {
  const text = entry.replace(/\s+/g, '');
  const letters = text.replace(/=+$/, '');
  const foreign = entry.search(/[^A-Za-z0-9+/_\s=-]/);
  const inner = letters.indexOf('=');
  if (foreign >= 0) return refused(notBase64(entry, foreign));
  if (inner >= 0) return refused(notBase64(entry, entry.indexOf('=')));
  if (letters.length % 4 === 1) return refused(entryFault('not-base64'));
  const decoded = decodeBase64url(letters.replaceAll('+', '-').replaceAll('/', '_'));
  const isUrl = /[-_]/.test(letters);
  const paddings = text.length - letters.length;
  const wanted = (4 - (letters.length % 4)) % 4;
  const faults = [
    ...(isUrl ? [entryFault('base64url')] : []),
    ...(text === entry ? [] : [entryFault('white-space')]),
    // base64url is written without padding: that it is missing is no other fault
    ...(paddings === wanted || (isUrl && paddings === 0) ? [] : [entryFault('padding')]),
    ...(decoded.strict ? [] : [entryFault('trailing-bits')]),
  ];
  return { bytes: decoded.bytes, faults };
}

function notBase64(text: string, at: number): EntryFault {
  return entryFault('not-base64', { character: String.fromCodePoint(text.codePointAt(at) ?? 0), position: at + 1 });
}

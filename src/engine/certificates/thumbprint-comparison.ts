/** `x5t` and `x5t#S256` of a header beside the certificates of its `x5c` (RFC 7515 sections 4.1.7 and 4.1.8). */
import { thumbprintFault } from '../messages/certificates.ts';
import { decodeBase64url } from '../token/base64url.ts';
import { kindOf } from '../token/header-rules.ts';
import { bytesOfHex } from '../token/hex.ts';
import type { Json } from '../types.ts';
import { isSameBytes } from './der-content.ts';
import type { CertificateParts } from './read-certificate.ts';
import type { Said, ThumbprintComparison, ThumbprintFaultCode } from './shapes.ts';

const NAMES = { x5t: { hash: 'sha1', size: 20 }, 'x5t#S256': { hash: 'sha256', size: 32 } } as const;

/** Compares the value with the first certificate, and says where it is another one's, or the right one in a wrong spelling. */
export function compareThumbprint(
  name: keyof typeof NAMES,
  value: Json | undefined,
  list: readonly (CertificateParts | undefined)[],
): ThumbprintComparison {
  if (value === undefined) return { state: 'absent' };
  const { hash, size } = NAMES[name];
  const read = readHash(name, value, size);
  const at = list.findIndex((parts) => parts !== undefined && isSameBytes(parts.hashes[hash], read.bytes));
  if (read.fault !== undefined) return { state: 'malformed', same: at === 0, ...read.fault };
  if (list[0] === undefined) return { state: 'cannot' };
  return at === 0 ? { state: 'equal' } : { state: 'differs', at: at === -1 ? undefined : at };
}

interface ReadHash {
  /** what the value seems to stand for */
  readonly bytes: Uint8Array;
  readonly fault?: Said<ThumbprintFaultCode>;
}

function readHash(name: string, value: Json, size: number): ReadHash {
  if (typeof value !== 'string') {
    return { bytes: new Uint8Array(0), fault: thumbprintFault('not-text', { name, found: kindOf(value) }) };
  }
  const hex = hexBytes(value, size);
  if (hex !== undefined) return { bytes: hex, fault: thumbprintFault('hex', { name }) };
  const decoded = decodeBase64url(value);
  const bytes = decoded.bytes ?? new Uint8Array(0);
  const inner = hexBytes(String.fromCharCode(...bytes.subarray(0, 200)), size);
  if (inner !== undefined) return { bytes: inner, fault: thumbprintFault('hex-in-base64url', { name }) };
  if (!decoded.strict) return { bytes, fault: thumbprintFault(isBase64(value) ? 'base64' : 'not-base64url', { name }) };
  if (bytes.length === size) return { bytes };
  return { bytes, fault: thumbprintFault('wrong-length', { name, have: bytes.length, need: size }) };
}

/** A hash as OpenSSL and certificate viewers write it, with colons, blanks or neither between the bytes. */
function hexBytes(text: string, size: number): Uint8Array | undefined {
  const read = bytesOfHex(text.trim().replaceAll(':', ' '));
  return read.ok && read.bytes.length === size ? read.bytes : undefined;
}

function isBase64(value: string): boolean {
  return /^[A-Za-z0-9+/_-]+={0,2}$/.test(value) && value.replace(/=+$/, '').length % 4 !== 1;
}

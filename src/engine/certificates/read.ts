/** The one door of this folder: the certificates of a header. Loaded where a header has `x5c`, and not before. */
import type { CryptoOptions } from '../crypto/answer.ts';
import { listFault } from '../messages/certificates.ts';
import { kindOf } from '../token/header-rules.ts';
import { ownMember } from '../token/json-kind.ts';
import type { Json, JsonObject } from '../types.ts';
import { linksOf, orderOf } from './chain.ts';
import { entryBytes } from './entry-bytes.ts';
import { type ReadCertificate, readCertificate } from './read-certificate.ts';
import type { CertificateChain, ListFaultCode, Said } from './shapes.ts';
import { compareThumbprint } from './thumbprint-comparison.ts';

/** Certificates that are read; chains have two to four, and each costs a signature check. */
const MOST_CERTIFICATES = 50;

/**
 * Answers what stands in `x5c` of a JOSE Header (RFC 7515 section 4.1.6): each certificate, or what is wrong with its
 * string; whether each one was signed with the next one's key, checked one by one; whether the list is in order; and
 * whether `x5t` and `x5t#S256` are of the first one. Undefined where the header has no `x5c`.
 *
 * None of it says that a certificate is to be trusted: no root is known, nothing is revoked, no name is asked for, and
 * no time is looked at. RSA and ECDSA need WebCrypto; without it those checks answer `cannot`, and all else stays.
 * Never throws for any header; rejects only with the reason of `options.signal`.
 */
export async function readCertificates(
  header: JsonObject,
  options: CryptoOptions = {},
): Promise<CertificateChain | undefined> {
  options.signal?.throwIfAborted();
  const x5c = ownMember(header, 'x5c');
  if (x5c === undefined) return undefined;
  const fault = faultOf(x5c);
  const strings: readonly Json[] = Array.isArray(x5c) ? x5c : [];
  const reads: ReadCertificate[] = [];
  for (const entry of strings.slice(0, MOST_CERTIFICATES)) reads.push(await readEntry(entry, options));
  const list = reads.map(({ parts }) => parts);
  return {
    fault,
    entries: reads.map(({ parts, faults }) => ({ certificate: parts?.certificate, faults })),
    unread: strings.length - reads.length,
    links: await linksOf(list, options),
    order: reads.length < strings.length || fault !== undefined ? { kind: 'unknown' } : orderOf(list),
    x5t: compareThumbprint('x5t', ownMember(header, 'x5t'), list),
    x5tS256: compareThumbprint('x5t#S256', ownMember(header, 'x5t#S256'), list),
  };
}

function faultOf(x5c: Json): Said<ListFaultCode> | undefined {
  if (!Array.isArray(x5c)) return listFault('not-a-list', { found: kindOf(x5c) });
  return x5c.length === 0 ? listFault('no-entries') : undefined;
}

async function readEntry(entry: Json, options: CryptoOptions): Promise<ReadCertificate> {
  options.signal?.throwIfAborted();
  const { bytes, faults } = entryBytes(entry);
  if (bytes === undefined) return { parts: undefined, faults };
  const read = await readCertificate(bytes, options);
  return { parts: read.parts, faults: [...faults, ...read.faults] };
}

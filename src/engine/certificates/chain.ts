/** What the certificates of a list have to do with one another (RFC 7515 section 4.1.6). No answer here is about trust. */
import type { CryptoOptions } from '../crypto/answer.ts';
import { cannotCheck } from '../messages/certificates.ts';
import { type CertificateParts, checkWith } from './read-certificate.ts';
import type { CertificateLink, ChainOrder } from './shapes.ts';

type Parts = CertificateParts | undefined;

/** From each certificate to the next, by names and by cryptography. */
export async function linksOf(list: readonly Parts[], options: CryptoOptions): Promise<readonly CertificateLink[]> {
  const links: CertificateLink[] = [];
  for (const [index, next] of list.slice(1).entries()) links.push(await linkOf(list[index], next, options));
  return links;
}

async function linkOf(one: Parts, next: Parts, options: CryptoOptions): Promise<CertificateLink> {
  if (one === undefined || next === undefined) {
    const signature = { state: 'cannot', ...cannotCheck('certificate-unreadable') } as const;
    return { signature, namesMatch: undefined, nextIsCa: caOf(next) };
  }
  return {
    signature: await checkWith(one.signed, next.key, next.certificate.publicKey, options),
    namesMatch: one.issuer === next.subject,
    nextIsCa: caOf(next),
  };
}

/** Certificates of versions 1 and 2 have no place for the mark. */
function caOf(parts: Parts): boolean | undefined {
  if (parts === undefined || parts.certificate.version < 3) return undefined;
  return parts.certificate.basicConstraints?.ca ?? false;
}

/** Whether the list runs from the signer's certificate upwards, judged by names. */
export function orderOf(list: readonly Parts[]): ChainOrder {
  const known = list.filter((parts) => parts !== undefined);
  if (known.length < list.length) return { kind: 'unknown' };
  const right = pathOf(known);
  if (right === undefined) return { kind: 'no-chain' };
  return right.every((place, index) => place === index) ? { kind: 'in-order' } : { kind: 'wrong-order', right };
}

/** The indices from a certificate that issued none of the others, each followed by its issuer; undefined where some are left. */
function pathOf(list: readonly CertificateParts[]): readonly number[] | undefined {
  const starts = list.flatMap((parts, index) => (list.some((other) => isIssuedBy(other, parts)) ? [] : [index]));
  const [start] = starts;
  if (start === undefined || starts.length > 1) return undefined;
  const path = [start];
  for (let at: number | undefined = start; at !== undefined && path.length < list.length; ) {
    at = nextOf(list, at, path);
    if (at === undefined) return undefined;
    path.push(at);
  }
  return path;
}

/** The certificate that follows, the one behind it in the list before any other of the same name. */
function nextOf(list: readonly CertificateParts[], at: number, path: readonly number[]): number | undefined {
  const candidates = list.flatMap((parts, index) =>
    !path.includes(index) && isIssuedBy(list[at], parts) ? [index] : [],
  );
  return candidates.find((index) => index > at) ?? candidates[0];
}

function isIssuedBy(one: Parts, other: CertificateParts): boolean {
  return one !== undefined && one !== other && one.issuer === other.subject;
}

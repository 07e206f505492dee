/** The project's own certificates, as the cases of the rules need them. */
import { createHash, X509Certificate } from 'node:crypto';
import { ownCertificates } from '../own-certificates.ts';

/** standard base64 of DER */
export const CERTIFICATES = ownCertificates().certificates;

const derOf = (name: string) => Buffer.from(CERTIFICATES[name] ?? '', 'base64');

export function certificatePem(name: string): string {
  return new X509Certificate(derOf(name)).toString();
}

export function leafJwk(): object {
  return new X509Certificate(derOf('leaf')).publicKey.export({ format: 'jwk' });
}

/** As `x5t` and `x5t#S256` have it. */
export function thumbprint(name: string, hash: 'sha1' | 'sha256'): string {
  return createHash(hash).update(derOf(name)).digest('base64url');
}

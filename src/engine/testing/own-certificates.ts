/** Reads the project's own certificates. For Node. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from './project-root.ts';

export interface OwnCertificates {
  /** DER in standard base64, by what is special about each */
  readonly certificates: Readonly<Record<string, string>>;
  /** twenty, each signed by the next */
  readonly chain: readonly string[];
  /** DER and other bytes that are no certificate */
  readonly others: Readonly<Record<string, string>>;
}

/** certificates.json, as scripts/make-certificates.mjs wrote it. */
export function ownCertificates(): OwnCertificates {
  return JSON.parse(readFileSync(join(projectRoot(), 'src/engine/vectors/certificates.json'), 'utf8'));
}

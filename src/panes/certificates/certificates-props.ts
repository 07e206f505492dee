import type { CertificateChain } from '../../engine/certificates/shapes.ts';
import type { JsonObject } from '../../engine/types.ts';
import type { PageActs } from '../page-acts.ts';

/** `actions`: the workbench's own, which is always the same object. */
export interface CertificatesProps {
  readonly header: JsonObject;
  readonly actions: {
    readCertificates(header: JsonObject, signal: AbortSignal): Promise<CertificateChain | undefined>;
  };
  readonly acts: Pick<PageActs, 'copyRefused' | 'partMissing'>;
}

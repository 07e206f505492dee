/** One certificate: what is wrong with how it is written, and what stands in it. */
import type { CertificateEntry } from '../../engine/certificates/shapes.ts';
import { Chip } from '../../ui/chip.tsx';
import { Notice } from '../../ui/notice.tsx';
import { VisibleText } from '../../ui/visible-text.tsx';
import { CERTIFICATES, certificateTitle } from '../../words/certificates.ts';
import { CertificateFacts } from './certificate-facts.tsx';

export interface CertificateBlockProps {
  readonly entry: CertificateEntry;
  readonly index: number;
  /** certificates in the list */
  readonly all: number;
  readonly nowSeconds: number;
  copyRefused(): void;
}

export function CertificateBlock({ entry, index, all, nowSeconds, copyRefused }: CertificateBlockProps) {
  const { certificate, faults } = entry;
  const isSelfSigned = certificate?.selfSignature?.state === 'signed';
  return (
    <article className="certificate">
      <div className="certificate-head">
        <h3>{certificateTitle(index, all)}</h3>
        {isSelfSigned ? <Chip tone="note">{CERTIFICATES.selfSigned}</Chip> : null}
        {certificate === undefined ? <Chip tone="fail">{CERTIFICATES.unreadable}</Chip> : null}
      </div>
      {faults.length === 0 ? null : (
        <div className="certificate-faults">
          {faults.map(({ code, message }) => (
            <Notice key={code} tone={certificate === undefined ? 'fail' : 'warn'}>
              <VisibleText>{message}</VisibleText>
            </Notice>
          ))}
        </div>
      )}
      {certificate === undefined ? null : (
        <CertificateFacts certificate={certificate} index={index} nowSeconds={nowSeconds} copyRefused={copyRefused} />
      )}
    </article>
  );
}

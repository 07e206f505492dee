/** The certificates that a header brings: each one, what links it to the next, and what they do not prove. */
import './certificates.css';
import type { CertificateChain } from '../../engine/certificates/shapes.ts';
import { Notice } from '../../ui/notice.tsx';
import { VisibleText } from '../../ui/visible-text.tsx';
import { CERTIFICATES, endWords, orderWords, unreadCertificates } from '../../words/certificates.ts';
import { CertificateBlock } from './certificate-block.tsx';
import { LinkMark, Mark } from './certificate-mark.tsx';
import type { CertificatesProps } from './certificates-props.ts';
import { numbered } from './numbered.ts';
import { ThumbprintRows } from './thumbprint-rows.tsx';
import { useCertificates } from './use-certificates.ts';

export function CertificatesView({ header, actions, acts }: CertificatesProps) {
  const reading = useCertificates(header, actions);
  switch (reading.state) {
    case 'reading':
      return <p className="certificate-note">{CERTIFICATES.reading}</p>;
    case 'missing':
      return <Notice tone="fail">{CERTIFICATES.missing}</Notice>;
    case 'read':
      return reading.chain === undefined ? null : (
        <CertificateReport chain={reading.chain} nowSeconds={reading.nowSeconds} copyRefused={acts.copyRefused} />
      );
  }
}

interface CertificateReportProps {
  readonly chain: CertificateChain;
  readonly nowSeconds: number;
  copyRefused(): void;
}

/** What the engine answered, drawn. */
export function CertificateReport({ chain, nowSeconds, copyRefused }: CertificateReportProps) {
  const { entries, links } = chain;
  return (
    <div className="certificates">
      <Notice tone="note">{CERTIFICATES.trust}</Notice>
      {chain.fault === undefined ? null : <Notice tone="fail">{chain.fault.message}</Notice>}
      <ThumbprintRows chain={chain} />
      <OrderNotice chain={chain} />
      <ol aria-label={CERTIFICATES.list}>
        {numbered(entries).map(({ at, item }) => {
          const link = links[at];
          return (
            <li key={at}>
              <CertificateBlock
                entry={item}
                index={at}
                all={entries.length + chain.unread}
                nowSeconds={nowSeconds}
                copyRefused={copyRefused}
              />
              {link === undefined ? null : <LinkMark link={link} index={at} />}
            </li>
          );
        })}
      </ol>
      <EndOfChain chain={chain} />
    </div>
  );
}

function OrderNotice({ chain: { order, entries } }: Pick<CertificateReportProps, 'chain'>) {
  if (order.kind === 'in-order' || order.kind === 'unknown' || entries.length < 2) return null;
  return <Notice tone="warn">{orderWords(order.kind === 'wrong-order' ? order.right : undefined)}</Notice>;
}

/** What follows the last certificate; nothing where its issuer stands before it, which the order then says. */
function EndOfChain({ chain: { entries, unread } }: Pick<CertificateReportProps, 'chain'>) {
  if (unread > 0) return <Mark tone="warn" shape="triangle" words={unreadCertificates(unread)} />;
  const last = entries.at(-1)?.certificate;
  if (last === undefined) return null;
  const own = last.selfSignature;
  const issuer = last.issuer.text;
  if (own === undefined && entries.some(({ certificate }) => certificate?.subject.text === issuer)) return null;
  return (
    <Mark
      tone={own?.state === 'not-signed' ? 'fail' : 'idle'}
      shape={own?.state === 'not-signed' ? 'cross-octagon' : 'dashed-ring'}
      words={endWords(own?.state)}
    >
      {own === undefined || own.state === 'signed' ? null : <VisibleText>{own.message}</VisibleText>}
    </Mark>
  );
}

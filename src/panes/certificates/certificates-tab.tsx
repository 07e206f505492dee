/** The light part: whether there is something to show, and the fetching of what shows it. */
import { useEffect } from 'react';
import type { Json } from '../../engine/types.ts';
import { useLater } from '../../ui/use-later.ts';
import type { CertificatesProps } from './certificates-props.ts';

/** Whether the header brings certificates, good or faulty. */
export function hasCertificates(header: Json | undefined): boolean {
  return typeof header === 'object' && header !== null && !Array.isArray(header) && Object.hasOwn(header, 'x5c');
}

/** The certificates of a header, for a place that has a name of its own. Draws nothing until its code has arrived. */
export function CertificatesTab(props: CertificatesProps) {
  const { Part, fetchPart } = useLater<CertificatesProps>(
    async () => (await import('./certificates-view.tsx')).CertificatesView,
    props.acts.partMissing,
  );
  useEffect(fetchPart, [fetchPart]);
  return Part === undefined ? null : <Part {...props} />;
}

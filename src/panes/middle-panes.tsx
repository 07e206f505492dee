import { useEffect } from 'react';
import { Pane } from '../ui/pane.tsx';
import { useLater } from '../ui/use-later.ts';
import { JSON_PANES } from '../words/json-panes.ts';
import type { WorkbenchActions, WorkbenchView } from '../workbench/types.ts';
import type { EncryptedPaneProps } from './encrypted/encrypted-pane.tsx';
import { HeaderPane } from './json/header-pane.tsx';
import { PayloadPane } from './json/payload-pane.tsx';
import type { Marks } from './marks/use-marks.ts';
import { openLayer } from './open-layer.ts';
import type { PageActs } from './page-acts.ts';
import { SignaturePane } from './signature/signature-pane.tsx';

interface MiddlePanesProps {
  readonly view: WorkbenchView;
  readonly actions: WorkbenchActions;
  readonly acts: PageActs;
  readonly marks: Marks;
  /** which signature or recipient of a JSON serialization is looked at */
  readonly entry: number;
}

/** The open layer: header, payload and signature; of an encrypted one header, encrypted parts and content. */
export function MiddlePanes(props: MiddlePanesProps) {
  const { view, acts } = props;
  const layer = openLayer(view);
  const object = layer?.opened.object;
  const encrypted = object?.type === 'jwe';
  const { Part: EncryptedPane, fetchPart } = useLater<EncryptedPaneProps>(
    async () => (await import('./encrypted/encrypted-pane.tsx')).EncryptedPane,
    acts.partMissing,
  );
  useEffect(() => {
    if (encrypted) fetchPart();
  }, [encrypted, fetchPart]);
  return (
    <>
      <HeaderPane {...props} />
      {!encrypted || layer === undefined ? null : EncryptedPane === undefined ? (
        <Pane name="encrypted" title={JSON_PANES.encryptedParts}>
          <div className="encrypted-parts" />
        </Pane>
      ) : (
        <EncryptedPane layer={layer} object={object} acts={acts} />
      )}
      <PayloadPane {...props} />
      {encrypted ? null : <SignaturePane {...props} />}
    </>
  );
}

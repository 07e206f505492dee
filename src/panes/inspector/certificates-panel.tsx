/** The certificates of every header that brings some, those of the open layer first. */
import type { JsonObject } from '../../engine/types.ts';
import { headerPlace } from '../../words/inspector.ts';
import type { WorkbenchActions, WorkbenchView } from '../../workbench/types.ts';
import { CertificatesTab, hasCertificates } from '../certificates/certificates-tab.tsx';
import type { PageActs } from '../page-acts.ts';
import { headersOf } from './inspector-tabs.ts';

interface CertificatesPanelProps {
  readonly view: WorkbenchView;
  readonly actions: WorkbenchActions;
  readonly acts: PageActs;
}

export function CertificatesPanel({ view, actions, acts }: CertificatesPanelProps) {
  const places = placesOf(view);
  return places.map(({ layer, entry, header }) => (
    <div key={`${layer} ${entry}`}>
      {places.length === 1 ? null : <h3 className="inspector-head">{headerPlace(layer, entry)}</h3>}
      <CertificatesTab header={header} actions={actions} acts={acts} />
    </div>
  ));
}

interface Place {
  readonly layer: number;
  readonly entry: number;
  readonly header: JsonObject;
}

function placesOf({ layers, layer: open }: WorkbenchView): readonly Place[] {
  const places = layers.flatMap(({ opened, depth }) =>
    headersOf(opened).flatMap((header, entry) =>
      header !== undefined && hasCertificates(header) ? [{ layer: depth, entry, header }] : [],
    ),
  );
  return places.toSorted((one, other) => Number(other.layer === open) - Number(one.layer === open));
}

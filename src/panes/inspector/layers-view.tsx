/** The stack of layers, outermost first, and what opening it proves. */

import { decryptingProves, LAYERS } from '../../words/layers.ts';
import type { WorkbenchActions, WorkbenchView } from '../../workbench/types.ts';
import { ContentEntry } from './content-entry.tsx';
import type { GoTo } from './inspector.tsx';
import { LayerEntry } from './layer-entry.tsx';
import { decryptionIn } from './layer-facts.ts';

export interface LayersViewProps {
  readonly view: WorkbenchView;
  readonly openLayer: WorkbenchActions['openLayer'];
  readonly goTo: GoTo;
}

export function LayersView({ view, openLayer, goTo }: LayersViewProps) {
  const { layers } = view;
  const decryption = decryptionIn(layers);
  return (
    <div className="layers">
      <ol aria-label={LAYERS.list} className="layer-list">
        {layers.map((layer) => (
          <LayerEntry
            key={layer.depth}
            layer={layer}
            isOpen={layer.depth === view.layer}
            isAlone={layers.length === 1}
            openLayer={openLayer}
            goTo={goTo}
          />
        ))}
        <ContentEntry layers={layers} />
      </ol>
      {decryption === undefined ? null : (
        <section className="layers-proof">
          <h3 className="layer-title">{LAYERS.provesTitle}</h3>
          <p>{decryptingProves(decryption.opener, decryption.signedLayer)}</p>
        </section>
      )}
    </div>
  );
}

import { useState } from 'react';
import { openedLayer } from '../panes/open-layer.ts';
import type { WorkbenchView } from '../workbench/types.ts';

/** Which signature or recipient of a JSON serialization is looked at: of the open layer, and never one that is not there. */
export function useEntry(view: WorkbenchView): readonly [number, (entry: number) => void] {
  const [chosen, setChosen] = useState({ layer: 0, entry: 0 });
  const { object } = openedLayer(view);
  const count = object === undefined ? 0 : object.type === 'jws' ? object.signatures.length : object.recipients.length;
  const entry = chosen.layer === view.layer && chosen.entry < count ? chosen.entry : 0;
  return [entry, (next) => setChosen({ layer: view.layer, entry: next })];
}

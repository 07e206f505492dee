/** The layer that the panes for header, payload, signature and key show. */
import type { Opened } from '../engine/open.ts';
import type { JsonObject } from '../engine/types.ts';
import type { LayerView, WorkbenchView } from '../workbench/types.ts';

/** Undefined where there is no token. */
export function openLayer({ layers, layer }: WorkbenchView): LayerView | undefined {
  return layers[layer];
}

/** What was read of it; of the editor's text where there is no layer. */
export function openedLayer(view: WorkbenchView): Opened {
  return openLayer(view)?.opened ?? view.opened;
}

export function isEncrypted({ object }: Opened): boolean {
  return object?.type === 'jwe';
}

/** `alg` of the first signature or recipient; undefined where it cannot be read. */
export function algOf({ object }: Opened): string | undefined {
  return object?.type === 'jwe' ? object.recipients[0]?.alg : object?.signatures[0]?.alg;
}

/** The joined header of the first signature or recipient. */
export function joinedHeader({ object }: Opened): JsonObject | undefined {
  return object?.type === 'jwe' ? object.recipients[0]?.header : object?.signatures[0]?.header;
}

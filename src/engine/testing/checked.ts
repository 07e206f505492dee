/** Checks of a token that tests write down as header and claims; nothing is signed. */
import { checksOf } from '../checks/registry.ts';
import type { Check, Expectations, Json, Layer } from '../types.ts';

/** 2026-11-24T12:00:00Z */
export const NOW = 1_795_521_600;

/** One layer with this header and these claims; no payload at all where they are undefined. */
export function layerOf(header: Json, claims: Json | undefined, more: Partial<Layer> = {}): Layer {
  return {
    type: 'jws',
    header,
    payload: claims === undefined ? undefined : { bytes: new Uint8Array(), json: claims },
    problems: [],
    verdict: { state: 'unchecked', code: 'key-missing', message: 'No key.', values: {} },
    ...more,
  };
}

export function checksOfLayers(
  layers: readonly Layer[],
  expectations: Expectations,
  now = NOW,
): Promise<readonly Check[]> {
  return checksOf({ opened: { found: [], picked: undefined }, layers, expectations, now });
}

import { openText } from '../../engine/open.ts';
import type { LayerView } from '../types.ts';

/** The layer of a token as it is shown where no key was given; `more`: what is otherwise. */
export function layerViewOf(text: string, more: Partial<LayerView> = {}): LayerView {
  const opened = openText(text);
  return {
    depth: 0,
    opened,
    verdict: { state: 'unchecked', code: 'key-missing', sentence: '', busy: false, verdict: undefined },
    problems: [],
    content: opened.layer?.payload,
    signatures: undefined,
    recipients: undefined,
    disclosures: undefined,
    processedPayload: undefined,
    keyBinding: undefined,
    canMake: false,
    hasKey: false,
    ...more,
  };
}

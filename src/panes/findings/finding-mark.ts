/** What a finding points at, as a mark. */
import type { Finding } from '../../engine/types.ts';
import type { PaneMark } from '../pane-mark.ts';

/** Undefined where it is about the whole token, a key or the settings. */
export function markOfFinding({ layer, part, pointer, span }: Finding): PaneMark | undefined {
  if (pointer !== undefined && pointer !== '' && (part === 'header' || part === 'payload'))
    return { kind: 'json', layer, from: 'finding', pane: part, pointer, part: 'value' };
  return span && { kind: 'characters', layer, from: 'finding', start: span[0], end: span[1] };
}

/** What a header or payload pane says about its content beside the text itself. */
import type { EditorMarker } from '../../editor/types.ts';
import type { Content } from '../../engine/token/shapes.ts';
import type { Json, Problem } from '../../engine/types.ts';
import type { PaneContent } from '../../workbench/types.ts';

/** Number of members of an object; undefined for any other value. */
export function memberCount(value: Json | undefined): number | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.keys(value).length : undefined;
}

/**
 * Where the text in the pane is at fault: where the text being typed stops being JSON, or where a pasted one does.
 * A text that is not JSON is shown as it stands, so the engine's offsets are the pane's.
 */
export function jsonMarkers(
  pane: PaneContent,
  content: Content | undefined,
  problems: readonly Problem[],
): readonly EditorMarker[] {
  // a whole text that could not be put into the token has no place where it is wrong
  if (pane.notApplied?.refused !== undefined) return [];
  if (pane.notApplied !== undefined) return [markerAt(pane.text, pane.notApplied.offset, pane.notApplied.message)];
  if (content?.kind !== 'text' || pane.as !== 'text') return [];
  const [fault] = content.json.problems;
  const problem = problems.find(({ code }) => code === 'header-not-json' || code === 'payload-not-json');
  return fault === undefined || problem === undefined ? [] : [markerAt(pane.text, fault.at, problem.message)];
}

/** At least one character wide; the last one of the text where something is missing at its end. */
function markerAt(text: string, at: number, message: string): EditorMarker {
  const start = Math.max(0, Math.min(at, text.length - 1));
  return { start, end: Math.min(start + 1, text.length), message, severity: 'error' };
}

/** The parts of the picked token in the text of the token editor: what is coloured, marked and said in words. */
import type { EditorMarker, EditorSpan, SegmentColour, TokenPart } from '../../editor/types.ts';
import type { Opened } from '../../engine/open.ts';
import { alignmentOf } from '../../engine/text/alignment.ts';
import type { PartName } from '../../engine/token/shapes.ts';
import type { EditedRange } from './edited-ranges.ts';

/**
 * Letter and colour of each part. Five colours serve all forms: in a signed token with disclosures nothing else is
 * green or grey, and what is authenticated beside the header has the header's blue.
 */
const LOOKS: Readonly<Record<PartName, readonly [letter: string, colour: SegmentColour]>> = {
  header: ['H', 'h'],
  payload: ['P', 'p'],
  signature: ['S', 's'],
  'encrypted-key': ['K', 'k'],
  iv: ['I', 'i'],
  ciphertext: ['C', 'p'],
  tag: ['T', 's'],
  aad: ['A', 'h'],
  disclosure: ['D', 'k'],
  'key-binding': ['B', 'i'],
};

export interface NamedPart extends TokenPart {
  readonly name: PartName;
  /** which signature, recipient or disclosure, from 0, where there are several */
  readonly index?: number;
}

/** Letter and colour of a part, for the panes that show it elsewhere. */
export function lookOf(name: PartName): { readonly letter: string; readonly segment: SegmentColour } {
  const [letter, segment] = LOOKS[name];
  return { letter, segment };
}

/** Where the parts stand in the text of the editor, which may hold more than the token, and characters between its own. */
export function tokenParts({ text, picked, object }: Opened): readonly NamedPart[] {
  if (picked === undefined || object === undefined) return [];
  const { toPasted } = alignmentOf(text, picked);
  return object.parts.map(({ name, start, end, index }) => {
    const [first, last] = toPasted(start, end);
    return { name, ...lookOf(name), start: first, end: last, ...(index === undefined ? {} : { index }) };
  });
}

const SEPARATORS = '.~';

/** Colours of the parts, the dots and tildes between them, and the characters that were edited. */
export function tokenSpans(
  text: string,
  parts: readonly NamedPart[],
  edited: readonly EditedRange[],
): readonly EditorSpan[] {
  const letters = parts.map(({ segment, start, end }): EditorSpan => ({ start, end, className: `seg-${segment}` }));
  // before each part, and the tilde that ends an SD-JWT; in a JSON serialization quotation marks stand there
  const places = [...parts.map(({ start }) => start - 1), parts.at(-1)?.end ?? -1];
  const dots = places
    .filter((at) => at >= 0 && at < text.length && SEPARATORS.includes(text.charAt(at)))
    .map((at): EditorSpan => ({ start: at, end: at + 1, className: 'seg-dot' }));
  const marks = edited
    .filter(({ part, start, end }) => part !== 'signature' && end > start)
    .map(({ start, end }): EditorSpan => ({ start, end, className: 'mark-edit' }));
  return [...letters, ...dots, ...marks].filter(({ start, end }) => end > start);
}

/** The characters that are at fault, each with its sentence. What is wrong with the token as a whole marks none. */
export function tokenMarkers(opened: Opened): readonly EditorMarker[] {
  const problems = opened.layer?.problems ?? [];
  return problems.flatMap(({ part, span, message }) =>
    part === 'envelope' || span === undefined || span[0] === span[1]
      ? []
      : [{ start: span[0], end: span[1], message, severity: 'error' as const }],
  );
}

/** The parts of the picked token in the text of the token editor: what is coloured, marked and said in words. */
import type { EditorMarker, EditorSpan, TokenPart } from '../../editor/types.ts';
import type { Opened } from '../../engine/open.ts';
import { alignmentOf } from '../../engine/text/alignment.ts';
import type { EditedRange } from './edited-ranges.ts';

const LETTERS = { header: 'H', payload: 'P', signature: 'S' } as const;
const COLOURS = { header: 'h', payload: 'p', signature: 's' } as const;

export interface NamedPart extends TokenPart {
  readonly name: keyof typeof LETTERS;
}

/** Where the parts stand in the text of the editor, which may hold more than the token, and characters between its own. */
export function tokenParts({ text, picked, token }: Opened): readonly NamedPart[] {
  if (picked === undefined || token === undefined) return [];
  const { toPasted } = alignmentOf(text, picked);
  return token.segments.map(({ name, start, end }) => {
    const [first, last] = toPasted(start, end);
    return { name, letter: LETTERS[name], segment: COLOURS[name], start: first, end: last };
  });
}

/** Colours of the parts, the dots between them, and the characters that were edited. */
export function tokenSpans(parts: readonly NamedPart[], edited: readonly EditedRange[]): readonly EditorSpan[] {
  const letters = parts.map(({ segment, start, end }): EditorSpan => ({ start, end, className: `seg-${segment}` }));
  const dots = parts.slice(1).map(({ start }): EditorSpan => ({ start: start - 1, end: start, className: 'seg-dot' }));
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

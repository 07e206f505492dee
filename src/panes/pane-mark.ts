/** A member of the header or of the claims that is marked where its pane shows it. */
import { memberOf, parseJson } from '../engine/token/json.ts';
import type { PaneContent } from '../workbench/types.ts';

export interface PaneMark {
  readonly pane: 'header' | 'payload';
  /** from 0 */
  readonly layer: number;
  readonly name: string;
}

/** The characters of the member in what a pane shows, name and value; undefined where they do not stand there. */
export function markedRange(
  { text, as }: Pick<PaneContent, 'text' | 'as'>,
  name: string,
): { readonly start: number; readonly end: number } | undefined {
  const member = as === 'json' ? memberOf(parseJson(text).root, name) : undefined;
  return member && { start: member.nameStart, end: member.value.end };
}

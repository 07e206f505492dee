/** What counts as an edit of a token whose layers were made anew here. */
import type { EditedParts } from './arrival.ts';
import { draftKey } from './state.ts';

/** Of a token whose layers were made anew here, by the panes that were edited (`draftKey`): the rest followed from it. */
export function touchedParts(touched: readonly string[]): EditedParts {
  const outermost = draftKey(0, 'header');
  return { header: touched.includes(outermost), payload: touched.some((key) => key !== outermost), signature: false };
}

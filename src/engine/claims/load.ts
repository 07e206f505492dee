/** The way to the dictionary, which no page needs before somebody looks at claims. */

export type Explanations = typeof import('./explanations.ts');

/** Dictionary and parts, fetched at the first call. Rejects where the code does not arrive. */
export function loadExplanations(): Promise<Explanations> {
  return import('./explanations.ts');
}

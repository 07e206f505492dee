/** Every vector there is, for a run in a browser. For Node: a browser gets what this gives, as JSON. */
import { ownCases } from './own-vectors.ts';
import {
  sharedDetachedCases,
  sharedKeyCases,
  sharedPasteCases,
  sharedThumbprintCases,
  sharedTokenCases,
} from './shared-pack.ts';
import type { VectorCase } from './vector-case.ts';

export interface EveryCase {
  readonly own: readonly VectorCase[];
  /** undefined where the public vectors do not lie beside the project; a run then says that they were skipped */
  readonly shared: readonly VectorCase[] | undefined;
}

/** The project's own cases, and those of the public vectors that are due. */
export function everyCase(): EveryCase {
  const tokens = sharedTokenCases();
  const shared = tokens && [
    ...tokens,
    ...(sharedDetachedCases() ?? []),
    ...(sharedThumbprintCases() ?? []),
    ...(sharedKeyCases() ?? []),
    ...(sharedPasteCases()?.due ?? []),
  ];
  return { own: ownCases(), shared };
}

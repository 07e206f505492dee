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

/** The project's own cases, and those of the public vectors that are about compact JWS, keys and finding. */
export function everyCase(): EveryCase {
  const tokens = sharedTokenCases();
  const pastes = sharedPasteCases();
  const shared = tokens && [
    ...tokens,
    ...(sharedDetachedCases() ?? []),
    ...(sharedThumbprintCases() ?? []),
    ...(sharedKeyCases() ?? []),
    ...(pastes?.whole ?? []),
    ...(pastes?.within ?? []),
  ];
  return { own: ownCases(), shared };
}

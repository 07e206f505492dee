/** Every vector there is, for a run in a browser. For Node: a browser gets what this gives, as JSON. */
import { ownCases } from './own-vectors.ts';
import { TOKEN_KINDS } from './pack-entry.ts';
import { sharedCases, sharedKeyCases, sharedPasteCases, sharedThumbprintCases } from './shared-pack.ts';
import type { VectorCase } from './vector-case.ts';

export interface EveryCase {
  readonly own: readonly VectorCase[];
  /** undefined where the public vectors do not lie beside the project; a run then says that they were skipped */
  readonly shared: readonly VectorCase[] | undefined;
}

/** The project's own cases, and those of the public vectors, but for its shared secrets, which `inspect` is not asked. */
export function everyCase(): EveryCase {
  return { own: ownCases(), shared: everySharedCase() };
}

function everySharedCase(): readonly VectorCase[] | undefined {
  const thumbprints = sharedThumbprintCases();
  const pastes = sharedPasteCases();
  return (
    thumbprints && [
      ...TOKEN_KINDS.flatMap((kind) => sharedCases(kind) ?? []),
      ...thumbprints,
      ...(sharedKeyCases() ?? []),
      ...(pastes?.whole ?? []),
      ...(pastes?.within ?? []),
    ]
  );
}

/** Entry of a bundle that puts into a page `await runEngineVectors(cases)` and `await engineVerdict(input)`. */
import { inspect } from '../index.ts';
import type { InspectInput, Verdict } from '../types.ts';
import { runVectors, type VectorResults } from './run-vectors.ts';
import type { VectorCase } from './vector-case.ts';

declare global {
  var runEngineVectors: (cases: readonly VectorCase[]) => Promise<VectorResults>;
  var engineVerdict: (input: InspectInput) => Promise<Verdict>;
}

globalThis.runEngineVectors = (cases) => runVectors(cases, inspect);
globalThis.engineVerdict = async (input) => (await inspect(input)).verdict;

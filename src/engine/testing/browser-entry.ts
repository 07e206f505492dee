/** Entry of a bundle that puts the runner into a page: `await runEngineVectors(cases)`. */
import { inspect } from '../index.ts';
import { runVectors, type VectorResults } from './run-vectors.ts';
import type { VectorCase } from './vector-case.ts';

declare global {
  var runEngineVectors: (cases: readonly VectorCase[]) => Promise<VectorResults>;
}

globalThis.runEngineVectors = (cases) => runVectors(cases, inspect);

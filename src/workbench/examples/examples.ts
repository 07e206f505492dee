/** The examples' tokens and keys, made by scripts/make-examples.mjs. Loaded when one is opened. */
import { type Example, isExampleId } from './example.ts';
import data from './examples.json';

export const EXAMPLES: readonly Example[] = data.flatMap(({ id, ...example }) =>
  isExampleId(id) ? [{ id, ...example }] : [],
);

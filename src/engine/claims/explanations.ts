/** Everything that explains claims to a person. It is heavy with text: load it with `loadExplanations`. */
export { type ClaimContext, describeClaim, describeHeaderParameter } from './dictionary/describe.ts';
export type { ClaimType, DictionaryEntry, Standing } from './dictionary/entry.ts';
export { SNAPSHOT } from './dictionary/snapshot.ts';
export { EXPLAINED_NAMES, explainParts } from './parts/explain.ts';
export type { ClaimPart } from './parts/part.ts';

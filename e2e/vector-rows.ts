/** Rows of the engine's own vectors, as a person would paste them. */
import { readFileSync } from 'node:fs';

interface VectorFile {
  readonly keys: Readonly<Record<string, { readonly text: string }>>;
  readonly cases: readonly VectorRow[];
}

export interface VectorRow {
  readonly id: string;
  readonly text: string;
  /** names of keys */
  readonly keys: readonly string[];
  readonly detachedPayload?: string;
  readonly expect: {
    readonly state: string;
    readonly code?: string;
    readonly payloadText?: string;
    /** of an SD-JWT */
    readonly processedPayload?: unknown;
  };
}

export interface PastedRow extends VectorRow {
  /** for the key box; several keys become a set */
  readonly keyText: string;
}

/** A row of `src/engine/vectors/<file>.json`. */
export function vectorRow(file: string, id: string): PastedRow {
  const { keys, cases }: VectorFile = JSON.parse(
    readFileSync(new URL(`../src/engine/vectors/${file}.json`, import.meta.url), 'utf8'),
  );
  const row = cases.find((one) => one.id === id);
  if (row === undefined) throw new Error(`${file}.json has no row ${id}`);
  const texts = row.keys.map((name) => keys[name]?.text ?? '');
  const [first = ''] = texts;
  const keyText = texts.length > 1 ? JSON.stringify({ keys: texts.map((text) => JSON.parse(text)) }) : first;
  return { ...row, keyText };
}

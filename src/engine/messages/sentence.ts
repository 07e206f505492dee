/** What the sentences of the engine are made with. */
import type { Values } from '../types.ts';

export type Sentence = (values: Values) => string;

/** A value as text; an absent one is left out rather than printed as 'undefined'. */
export function text(values: Values, name: string): string {
  const value = values[name];
  if (value === undefined) return '';
  return typeof value === 'object' ? value.join(', ') : String(value);
}

export function count(values: Values, name: string, one: string, many: string): string {
  return values[name] === 1 ? `1 ${one}` : `${text(values, name)} ${many}`;
}

/** 'line 2, column 7' where the values hold both. */
export function place(values: Values): string {
  return `line ${text(values, 'line')}, column ${text(values, 'column')}`;
}

/** A count with a comma between thousands; the runtime's own formatter takes 50 ms to begin. */
export function grouped(values: Values, name: string): string {
  return text(values, name).replace(/\B(?=(?:\d{3})+$)/g, ',');
}

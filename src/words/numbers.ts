/** Counts in words: '1 byte', '1,204 characters'. */
const NUMBER = new Intl.NumberFormat('en');

export function number(value: number): string {
  return NUMBER.format(value);
}

export function count(value: number, one: string, many: string): string {
  return `${number(value)} ${value === 1 ? one : many}`;
}

export const characters = (value: number) => count(value, 'character', 'characters');
export const bytes = (value: number) => count(value, 'byte', 'bytes');

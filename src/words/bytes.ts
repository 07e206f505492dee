/** Words of the Bytes tab: labels, names of its cells, and what is selected. */
import { bytes, characters, count, number } from './numbers.ts';

/** End exclusive. */
export type Run = readonly [start: number, end: number];

export type NumberForm = 'hex' | 'dec' | 'bits';

export const BYTES = {
  nothing: 'There is no token here, so there are no bytes to look at.',
  part: 'Part',
  numbers: 'Numbers in',
  forms: { hex: 'hex', dec: 'dec', bits: 'bits' },
  grid: 'Characters, bits and bytes',
  list: 'All bytes',
  rows: { characters: 'base64url', values: 'value', bits: 'bits', bytes: 'byte', text: 'text' },
  notes: { characters: 'in the token', values: '0–63', bits: '6 over 8', text: 'you read' },
  columns: { byte: 'byte', text: 'text' },
  empty: 'This part is empty: no characters, no bytes.',
  unencoded:
    'This payload is not encoded (b64 is false): its characters stand in the token as they are, so there are no groups of six bits. Change it in the token.',
  facts: {
    pointer: 'JSON pointer',
    json: 'JSON characters',
    text: 'Text characters',
    bytes: 'Bytes',
    base64url: 'base64url',
    edges: 'Edges',
  },
  fromZero: 'Counted from 0.',
  selection: 'Selected bytes',
  hint: 'Select here, in the token or in the JSON: all three follow. Type over a character, or turn a bit over with Space.',
  copy: 'Copy what is selected',
  change: 'Change to',
  changeOf: (letter: string) => `in place of ${letter}`,
  letter: 'Character in its place',
  sixBits: 'Its six bits',
  escaped: 'In this token the part is written with JSON escapes. Change it in the token.',
} as const;

const PARTS = {
  header: 'Header',
  payload: 'Payload',
  signature: 'Signature',
  'encrypted-key': 'Encrypted key',
  iv: 'IV',
  ciphertext: 'Ciphertext',
  tag: 'Tag',
  aad: 'AAD',
  disclosure: 'Disclosure',
  'key-binding': 'Key binding',
} as const;

export type PartWord = keyof typeof PARTS;

/** 'Payload', 'Disclosure 3', 'Key binding: header' */
export function partTitle(name: PartWord, index: number | undefined, piece: string | undefined): string {
  const numbered = index === undefined ? PARTS[name] : `${PARTS[name]} ${index + 1}`;
  return piece === undefined ? numbered : `${numbered}: ${piece}`;
}

export const columnWords = (perRow: number) => ({
  characters: characters(perRow),
  bytes: bytes((perRow * 3) / 4),
});

/** A byte as a number. */
export function byteWords(value: number, form: NumberForm): string {
  if (form === 'hex') return value.toString(16).padStart(2, '0');
  return form === 'dec' ? String(value) : value.toString(2).padStart(8, '0');
}

export const sixBits = (value: number) => value.toString(2).padStart(6, '0');

// the names of cells

/** Why a character stands for no bits. */
export type NoBits = 'padding' | 'blank' | 'foreign' | 'after';

export const letterName = (text: string, value: number) => `${text}, value ${value}, bits ${sixBits(value)}`;
export const noLetterName = (text: string, reason: NoBits) => `${text}, ${NO_BITS_SHORT[reason]}`;
export const noBitsName = (reason: NoBits) => NO_BITS_SHORT[reason];
export const bitName = (bit: number, inCharacter: number, of: string) => `${bit}, bit ${inCharacter + 1} of ${of}`;
export const bitButton = (inCharacter: number) => `Bit ${inCharacter + 1}`;
export const spareBitName = (bit: number) => `${bit}, spare bit`;
export const byteName = (at: number, value: number) => `byte ${number(at)}, ${byteWords(value, 'hex')}`;

const NO_BITS_SHORT: Readonly<Record<NoBits, string>> = {
  padding: 'padding, no bits',
  blank: 'white space, no bits',
  foreign: 'not in the alphabet, no bits',
  after: 'not read',
};

interface RangeWord {
  readonly part: 'value' | 'name' | 'member' | 'in-value' | 'in-name' | 'in-member';
  /** RFC 6901 */
  readonly pointer: string;
}

/** 'the value of exp' */
export function placeWords({ part, pointer }: RangeWord): string {
  const name = lastOf(pointer);
  const value = pointer === '' ? 'the whole JSON' : /^\d+$/.test(name) ? `entry ${name}` : `the value of ${name}`;
  switch (part) {
    case 'value':
      return value;
    case 'in-value':
      return `in ${pointer === '' ? 'the JSON' : value}`;
    case 'name':
      return `the name of ${name}`;
    case 'in-name':
      return `in the name of ${name}`;
    case 'member':
      return `${name}, name and value`;
    case 'in-member':
      return `in ${name}, name and value`;
  }
}

function lastOf(pointer: string): string {
  return pointer
    .slice(pointer.lastIndexOf('/') + 1)
    .replace(/~1/g, '/')
    .replace(/~0/g, '~');
}

export const selectedTitle = (what: string) => `Selected: ${what}`;
export const selectedCharacters = (length: number) => (length === 1 ? 'a character' : characters(length));

/** '153–162', end exclusive given */
export function rangeWords([start, end]: Run): string {
  return end - start <= 1 ? number(start) : `${number(start)}–${number(end - 1)}`;
}
export const rangeIn = (range: Run, part: string) => `${rangeWords(range)} in the ${part.toLowerCase()}`;
export const bytesFact = (range: Run) =>
  range[1] > range[0] ? `${rangeWords(range)}, ${bytes(range[1] - range[0])}` : bytes(0);
export const base64urlFact = (range: Run) => `${rangeWords(range)}, ${characters(range[1] - range[0])}`;

/** Bits of neighbouring bytes that the first and last of the selected characters hold. */
export function edgesWords(before: number, after: number): string | undefined {
  const holds = (bits: number, byte: string) => `also holds ${count(bits, 'bit', 'bits')} of the ${byte} byte`;
  const first = before > 0 ? `The first character ${holds(before, 'previous')}` : undefined;
  const last = after > 0 ? `${first === undefined ? 'The' : 'the'} last character ${holds(after, 'next')}` : undefined;
  const said = [first, last].filter((one) => one !== undefined).join('; ');
  return said === '' ? undefined : said;
}

/**
 * Sentences of the Bytes tab. They hold characters of the token as they are: `VisibleText` draws them, `visibleString`
 * names them.
 */
import { byteWords, type NoBits, type Run, rangeWords, sixBits } from './bytes.ts';
import { number } from './numbers.ts';

/** A character that bytes spell, or a byte that is part of none. */
export type Spelled =
  | { readonly kind: 'character'; readonly bytes: Run; readonly text: string }
  | { readonly kind: 'invalid'; readonly bytes: Run; readonly reason: 'continuation' | 'unfinished' | 'never' };

/** Some bits of a character: of a byte, the byte `index` of what it is part of; or of none. */
export type Carried =
  | {
      readonly kind: 'byte';
      readonly count: number;
      readonly end: 'first' | 'last';
      readonly value: number;
      readonly of: Spelled;
      readonly index: number;
    }
  | { readonly kind: 'spare'; readonly count: number };

/** A character in the place of another, their values, bits that differ, and what the changed bytes spell. */
export interface Changed {
  readonly edit: { readonly from: string; readonly to: string };
  readonly values: readonly [from: number | undefined, to: number | undefined];
  readonly bits: number;
  readonly before: readonly Spelled[];
  readonly after: readonly Spelled[];
}

const NO_BITS: Readonly<Record<NoBits, string>> = {
  padding: 'It is padding, which a JWT never has. It stands for no bits.',
  blank: 'It is white space. It stands for no bits; lenient readers pass over it, strict ones refuse the token.',
  foreign: 'It is not in the alphabet of base64url and stands for no bits. Reading ends here.',
  after: 'It is not read, because reading ended at a character before it.',
};

const INVALID: Readonly<Record<Extract<Spelled, { kind: 'invalid' }>['reason'], string>> = {
  continuation: 'goes on with a character that has not begun',
  unfinished: 'begins a character that does not end',
  never: 'is no byte of UTF-8',
};

/** 'c is value 28, bits 011100. It carries the last 4 bits of g and the first 2 bits of ".' */
export function letterSentence(text: string, value: number, carried: readonly Carried[], isStandard: boolean): string {
  const standard = isStandard
    ? ` It is of the standard alphabet; base64url has ${value === 62 ? '-' : '_'} in its place.`
    : '';
  return `${text} is value ${value}, bits ${sixBits(value)}. It carries ${carried.map(carriedWords).join(' and ')}.${standard}`;
}

export const noLetterSentence = (text: string, reason: NoBits) => `${text} has no value. ${NO_BITS[reason]}`;

function carriedWords(one: Carried): string {
  if (one.kind === 'spare') return one.count === 6 ? '6 bits that fill no byte' : `${one.count} spare bits`;
  return `the ${one.end} ${one.count} bits of ${byteOwner(one.of, one.index, one.value)}`;
}

/** What a byte is: the character, one of several bytes of it, or a byte that is part of none. */
function byteOwner(of: Spelled, index: number, value: number): string {
  if (of.kind === 'invalid') return `byte ${byteWords(value, 'hex')}`;
  const length = of.bytes[1] - of.bytes[0];
  return length === 1 ? owned(of.text) : `byte ${index + 1} of ${length} of ${owned(of.text)}`;
}

const owned = (text: string) => (text === ' ' ? 'a blank' : text);

/** 'Bit 2 of c is 1. It is bit 6 of byte 4, g.' `byte`: undefined for a spare bit */
export function bitSentence(
  bit: { readonly value: number; readonly inCharacter: number; readonly of: string },
  byte: { readonly at: number; readonly inByte: number; readonly value: number; readonly of: Spelled } | undefined,
): string {
  const first = `Bit ${bit.inCharacter + 1} of ${bit.of} is ${bit.value}.`;
  if (byte === undefined) return `${first} It is spare: part of no byte.`;
  const owner = byteOwner(byte.of, byte.at - byte.of.bytes[0], byte.value);
  return `${first} It is bit ${byte.inByte + 1} of byte ${number(byte.at)}, ${owner}.`;
}

/** 'Byte 4 is 67 in hex, 103 in decimal, bits 01100111. It is g.' */
export function byteSentence(at: number, value: number, of: Spelled): string {
  const numbers = `${byteWords(value, 'hex')} in hex, ${value} in decimal, bits ${byteWords(value, 'bits')}`;
  const is = of.kind === 'invalid' ? INVALID[of.reason] : `is ${byteOwner(of, at - of.bytes[0], value)}`;
  return `Byte ${number(at)} is ${numbers}. It ${is}.`;
}

/** '€ is U+20AC, bytes 4–6.' `point`: its name, which `text` may be itself */
export function textSentence(text: string, point: string, range: Run): string {
  const name = text === point ? `${point} is` : `${text} is ${point},`;
  return `${name} ${range[1] - range[0] === 1 ? 'byte' : 'bytes'} ${rangeWords(range)}.`;
}

export function spareLine(spare: { readonly count: 0 | 2 | 4 | 6; readonly areZero: boolean }): string | undefined {
  if (spare.count === 0) return undefined;
  if (spare.count === 6) return 'The last character alone begins no byte: a character was lost or added.';
  return spare.areZero
    ? `The last ${spare.count} bits are spare, and zero as they must be.`
    : `The last ${spare.count} bits are spare and not zero: another spelling of the same bytes, which strict readers refuse.`;
}

/** How the content reads: before and after the change, and what stands right before what changed in it. */
export interface ReadingChange {
  readonly wasJson: boolean;
  readonly isJson: boolean;
  /** the word before the changed characters; '' where there is none */
  readonly behind: string;
}

/** 'c became d (value 28 → 29, one bit). The quote after alg became b, so this is no longer JSON.' */
export function changeSentence({ edit, values, bits, before, after }: Changed, reading: ReadingChange): string {
  const [from, to] = values;
  const numbers =
    from === undefined ? `value ${to}` : `value ${from} → ${to}, ${bits === 1 ? 'one bit' : `${bits} bits`}`;
  const letters = `${edit.from} became ${edit.to} (${numbers}).`;
  const json = jsonChange(reading);
  if (before.length === 0) return `${letters} Only spare bits changed, so the bytes are what they were${json}.`;
  const behind = reading.behind === '' ? '' : ` after ${reading.behind}`;
  const was = capital(`${spelledWords(before)}${behind}`);
  return `${letters} ${was} became ${spelledWords(after)}${json}.`;
}

function jsonChange({ wasJson, isJson }: ReadingChange): string {
  if (wasJson === isJson) return '';
  return isJson ? ', so this is JSON again' : ', so this is no longer JSON';
}

const SIGNS: Readonly<Record<string, string>> = {
  '"': 'the quote',
  ':': 'the colon',
  ',': 'the comma',
  '{': 'the opening brace',
  '}': 'the closing brace',
  '[': 'the opening bracket',
  ']': 'the closing bracket',
  '\\': 'the backslash',
  '.': 'the dot',
  ' ': 'the blank',
};

function spelledWords(spelled: readonly Spelled[]): string {
  return spelled.map(spelledWord).join(' and ');
}

function spelledWord(one: Spelled): string {
  if (one.kind === 'invalid') return 'a byte that is no text';
  return SIGNS[one.text] ?? one.text;
}

const capital = (text: string) => (text.startsWith('the ') ? `T${text.slice(1)}` : text);

import { expect, test } from 'vitest';
import {
  bitSentence,
  byteSentence,
  type Changed,
  changeSentence,
  letterSentence,
  noLetterSentence,
  type Spelled,
  spareLine,
  textSentence,
} from './byte-sentences.ts';
import { base64urlFact, bytesFact, byteWords, edgesWords, partTitle, placeWords, rangeWords } from './bytes.ts';

const letter = (text: string, at: number, length = 1): Spelled => ({
  kind: 'character',
  text,
  bytes: [at, at + length],
});
const wrong = (reason: 'continuation' | 'unfinished' | 'never'): Spelled => ({
  kind: 'invalid',
  reason,
  bytes: [4, 5],
});
const carried = (count: number, end: 'first' | 'last', of: Spelled, index = 0, value = 0x67) =>
  ({ kind: 'byte', count, end, of, index, value }) as const;

test.each<[string, string]>([
  [
    letterSentence('c', 28, [carried(4, 'last', letter('g', 4)), carried(2, 'first', letter('"', 5))], false),
    'c is value 28, bits 011100. It carries the last 4 bits of g and the first 2 bits of ".',
  ],
  [
    letterSentence('q', 42, [carried(4, 'last', letter('é', 4, 2), 1), { kind: 'spare', count: 2 }], false),
    'q is value 42, bits 101010. It carries the last 4 bits of byte 2 of 2 of é and 2 spare bits.',
  ],
  [
    letterSentence('/', 63, [carried(6, 'first', letter(' ', 4))], true),
    '/ is value 63, bits 111111. It carries the first 6 bits of a blank. It is of the standard alphabet; base64url has _ in its place.',
  ],
  [
    letterSentence('_', 63, [carried(6, 'first', wrong('never'), 0, 0xff)], false),
    '_ is value 63, bits 111111. It carries the first 6 bits of byte ff.',
  ],
  [
    letterSentence('Y', 24, [{ kind: 'spare', count: 6 }], false),
    'Y is value 24, bits 011000. It carries 6 bits that fill no byte.',
  ],
  [
    noLetterSentence('*', 'foreign'),
    '* has no value. It is not in the alphabet of base64url and stands for no bits. Reading ends here.',
  ],
  [noLetterSentence('=', 'padding'), '= has no value. It is padding, which a JWT never has. It stands for no bits.'],
  [
    bitSentence({ value: 1, inCharacter: 1, of: 'c' }, { at: 4, inByte: 5, value: 0x67, of: letter('g', 4) }),
    'Bit 2 of c is 1. It is bit 6 of byte 4, g.',
  ],
  [bitSentence({ value: 0, inCharacter: 5, of: 'Q' }, undefined), 'Bit 6 of Q is 0. It is spare: part of no byte.'],
  [byteSentence(4, 0x67, letter('g', 4)), 'Byte 4 is 67 in hex, 103 in decimal, bits 01100111. It is g.'],
  [
    byteSentence(4, 0xc3, wrong('unfinished')),
    'Byte 4 is c3 in hex, 195 in decimal, bits 11000011. It begins a character that does not end.',
  ],
  [textSentence('€', 'U+20AC', [4, 7]), '€ is U+20AC, bytes 4–6.'],
  [textSentence('U+202E', 'U+202E', [1204, 1207]), 'U+202E is bytes 1,204–1,206.'],
])('%s', (said, expected) => {
  expect(said).toBe(expected);
});

const CHANGED: Changed = { edit: { from: 'i', to: 'j' }, values: [34, 35], bits: 1, before: [], after: [] };
const quote = { ...CHANGED, before: [letter('"', 5)], after: [letter('#', 5)] };
const SAME = { wasJson: true, isJson: true, behind: '' };

test.each<[Changed, Parameters<typeof changeSentence>[1], string]>([
  [
    quote,
    { ...SAME, isJson: false, behind: 'alg' },
    'i became j (value 34 → 35, one bit). The quote after alg became #, so this is no longer JSON.',
  ],
  [
    quote,
    { ...SAME, wasJson: false },
    'i became j (value 34 → 35, one bit). The quote became #, so this is JSON again.',
  ],
  [
    { ...CHANGED, bits: 2, before: [letter('a', 5), letter('b', 6)], after: [wrong('never')] },
    SAME,
    'i became j (value 34 → 35, 2 bits). a and b became a byte that is no text.',
  ],
  [CHANGED, SAME, 'i became j (value 34 → 35, one bit). Only spare bits changed, so the bytes are what they were.'],
  [
    { ...quote, edit: { from: '*', to: 'j' }, values: [undefined, 35] },
    SAME,
    '* became j (value 35). The quote became #.',
  ],
])('what a change did, case %#', (changed, reading, said) => {
  expect(changeSentence(changed, reading)).toBe(said);
});

test.each([
  [{ count: 0, areZero: true }, undefined],
  [{ count: 2, areZero: true }, 'The last 2 bits are spare, and zero as they must be.'],
  [
    { count: 4, areZero: false },
    'The last 4 bits are spare and not zero: another spelling of the same bytes, which strict readers refuse.',
  ],
  [{ count: 6, areZero: false }, 'The last character alone begins no byte: a character was lost or added.'],
] as const)('spare bits: %j', (spare, said) => {
  expect(spareLine(spare)).toBe(said);
});

test.each([
  ['value', '/exp', 'the value of exp'],
  ['value', '/aud/1', 'entry 1'],
  ['value', '', 'the whole JSON'],
  ['in-value', '', 'in the JSON'],
  ['in-value', '/a~1b', 'in the value of a/b'],
  ['name', '/exp', 'the name of exp'],
  ['in-name', '/exp', 'in the name of exp'],
  ['member', '/exp', 'exp, name and value'],
  ['in-member', '/exp', 'in exp, name and value'],
] as const)('%s of %j is %s', (part, pointer, said) => {
  expect(placeWords({ part, pointer })).toBe(said);
});

test('ranges are told with both ends, and bytes in three forms', () => {
  expect([rangeWords([153, 163]), rangeWords([5, 6])]).toEqual(['153–162', '5']);
  expect([bytesFact([153, 163]), bytesFact([0, 0]), base64urlFact([204, 218])]).toEqual([
    '153–162, 10 bytes',
    '0 bytes',
    '204–217, 14 characters',
  ]);
  expect([byteWords(7, 'hex'), byteWords(7, 'dec'), byteWords(7, 'bits')]).toEqual(['07', '7', '00000111']);
});

test('edges tell what the characters hold beside the selected bytes', () => {
  expect(edgesWords(0, 4)).toBe('The last character also holds 4 bits of the next byte');
  expect(edgesWords(2, 4)).toBe(
    'The first character also holds 2 bits of the previous byte; the last character also holds 4 bits of the next byte',
  );
  expect(edgesWords(0, 0)).toBeUndefined();
});

test('parts are named with their number and piece', () => {
  expect([partTitle('disclosure', 2, undefined), partTitle('key-binding', undefined, 'header')]).toEqual([
    'Disclosure 3',
    'Key binding: header',
  ]);
});

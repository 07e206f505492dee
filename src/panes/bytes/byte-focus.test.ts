import { describe, expect, test } from 'vitest';
import { byteMap } from '../../engine/token/bytes/byte-map.ts';
import { type CellPlace, markedByCell, markedByRange, moved } from './byte-focus.ts';

/** `{"alg":"R`, and an é in the second */
const PLAIN = byteMap('eyJhbGciOiJS');
const ACCENT = byteMap('YcOpYg');

const cell = (written: string): CellPlace => {
  const [row, at] = written.split(' ');
  if (row !== 'characters' && row !== 'bits' && row !== 'bytes' && row !== 'text') throw new Error(written);
  return { row, at: Number(at) };
};

describe('a key leads', () => {
  test.each([
    ['characters 6', 'ArrowRight', 'characters 7'],
    ['characters 6', 'Shift ArrowRight', 'characters 10'],
    ['characters 6', 'Shift ArrowLeft', 'characters 2'],
    ['characters 2', 'Shift ArrowLeft', 'characters 0'],
    ['characters 11', 'ArrowRight', 'characters 11'],
    ['characters 1', 'PageDown', 'characters 9'],
    ['characters 6', 'ArrowDown', 'bits 36'],
    ['characters 6', 'ArrowUp', undefined],
    ['characters 6', 'End', 'characters 11'],
    ['bits 37', 'ArrowUp', 'characters 6'],
    ['bits 37', 'ArrowDown', 'bytes 4'],
    ['bits 37', 'ArrowLeft', 'bits 36'],
    ['bits 37', 'Shift ArrowRight', 'bits 61'],
    ['bits 3', 'Home', 'bits 0'],
    ['bytes 4', 'ArrowUp', 'bits 32'],
    ['bytes 4', 'ArrowDown', 'text 4'],
    ['bytes 4', 'Shift ArrowRight', 'bytes 7'],
    ['bytes 4', 'PageUp', 'bytes 0'],
    ['text 4', 'ArrowRight', 'text 5'],
    ['text 4', 'ArrowDown', undefined],
    ['text 4', 'x', undefined],
  ])('from %s with %s to %s', (from, keys, to) => {
    const press = { key: keys.replace('Shift ', ''), shiftKey: keys.startsWith('Shift') };
    expect(moved(PLAIN, cell(from), press, 8)).toEqual(to === undefined ? undefined : cell(to));
  });

  test.each([
    ['text 0', 'ArrowRight', 'text 1'],
    ['text 1', 'ArrowRight', 'text 3'],
    ['text 3', 'ArrowLeft', 'text 1'],
    ['bytes 2', 'ArrowDown', 'text 1'],
  ])('through characters of several bytes from %s with %s to %s', (from, key, to) => {
    expect(moved(ACCENT, cell(from), { key, shiftKey: false }, 8)).toEqual(cell(to));
  });

  test('nowhere in a row that has no cells', () => {
    expect(moved(byteMap('*'), cell('characters 0'), { key: 'ArrowDown', shiftKey: false }, 8)).toBeUndefined();
  });
});

test.each([
  ['a character: its bits, and the bytes that they go to', 'characters 6', [6, 7], [36, 42], [4, 6]],
  ['a bit: its character and its byte', 'bits 37', [6, 7], [37, 38], [4, 5]],
  ['a byte: its bits, and the characters that hold them', 'bytes 4', [5, 7], [32, 40], [4, 5]],
  ['what is read: its bytes', 'text 4', [5, 7], [32, 40], [4, 5]],
])('marked together with %s', (_, place, characters, bits, bytes) => {
  expect(markedByCell(PLAIN, cell(place))).toEqual({ characters, bits, bytes });
});

test('a character of two bytes is marked with both', () => {
  expect(markedByCell(ACCENT, cell('text 1'))).toEqual({ characters: [1, 4], bits: [8, 24], bytes: [1, 3] });
});

test('spare bits belong to no byte', () => {
  expect(markedByCell(ACCENT, cell('bits 34')).bytes).toEqual([0, 0]);
});

test('a run that was selected elsewhere marks the bytes that it means', () => {
  expect(markedByRange(PLAIN, 2, 7)).toEqual({ characters: [2, 7], bits: [16, 40], bytes: [2, 5] });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bytesOfHex, hexOf } from './hex.ts';
import { lineColumnAt } from './line-column.ts';
import { byteOfCharacter, characterOfByte, decodeUtf8, encodeUtf8 } from './utf8.ts';

const bytes = (...list: readonly number[]) => new Uint8Array(list);

describe('UTF-8', () => {
  test('decoding what was encoded gives the same text, a byte order mark included', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const whole = `\ufeff${text.toWellFormed()}`;
        expect(decodeUtf8(encodeUtf8(whole))).toEqual({ ok: true, text: whole });
      }),
    );
  });

  test('the bad byte is the first that the runtime would replace', () => {
    const mixed = fc.array(
      fc.constantFrom(0x61, 0xc3, 0xa9, 0xe2, 0x82, 0xac, 0xed, 0xa0, 0xf0, 0x9f, 0x9a, 0x80, 0xf4, 0xff),
    );
    fc.assert(
      fc.property(mixed, (list) => {
        const decoded = decodeUtf8(bytes(...list));
        const replaced = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes(...list));
        const before = replaced.split('\ufffd')[0] ?? '';
        if (decoded.ok) expect(decoded.text).toBe(replaced);
        else expect(decoded.badByte).toBe(encodeUtf8(before).length);
      }),
      { numRuns: 2000 },
    );
  });

  test.each([
    [bytes(0x61, 0xff), 1],
    [bytes(0xc0, 0xaf), 0],
    [bytes(0x61, 0xe2, 0x82), 1],
    [bytes(0xed, 0xa0, 0x80), 0],
    [bytes(0xf4, 0x90, 0x80, 0x80), 0],
  ])('%j is not UTF-8', (list, badByte) => {
    expect(decodeUtf8(list)).toEqual({ ok: false, badByte });
  });

  test('characters and bytes find each other', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (raw) => {
        const text = raw.toWellFormed();
        const encoded = encodeUtf8(text);
        let offset = 0;
        for (const character of text) {
          const byte = byteOfCharacter(text, encoded, offset);
          expect(byte).toBe(encodeUtf8(text.slice(0, offset)).length);
          expect(characterOfByte(text, encoded, byte)).toBe(offset);
          offset += character.length;
        }
        expect(byteOfCharacter(text, encoded, text.length)).toBe(encoded.length);
        expect(characterOfByte(text, encoded, encoded.length)).toBe(text.length);
      }),
    );
  });
});

describe('hexadecimal text', () => {
  test('reading what was written gives the same bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (list) => {
        expect(bytesOfHex(hexOf(list))).toEqual({ ok: true, bytes: list });
      }),
    );
  });

  test.each([
    ['ff 00\nAb', { ok: true, bytes: bytes(0xff, 0, 0xab) }],
    ['', { ok: true, bytes: bytes() }],
    ['ff0', { ok: false, at: 2 }],
    ['f f', { ok: false, at: 0 }],
    ['0g', { ok: false, at: 1 }],
    ['xx', { ok: false, at: 0 }],
  ])('%j', (text, expected) => {
    expect(bytesOfHex(text)).toEqual(expected);
  });

  test('sixteen bytes stand in a line', () => {
    expect(hexOf(new Uint8Array(17))).toBe(`${Array(16).fill('00').join(' ')}\n00`);
  });
});

test.each([
  ['|abc', 1, 1],
  ['ab|c', 1, 3],
  ['a\n|b', 2, 1],
  ['a\r\nb|', 2, 2],
  ['a\rb|', 2, 2],
  ['\n\n|', 3, 1],
])('%j: line and column of the mark', (marked, line, column) => {
  expect(lineColumnAt(marked.replace('|', ''), marked.indexOf('|'))).toEqual({ line, column });
});

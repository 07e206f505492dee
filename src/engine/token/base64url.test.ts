import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeBase64url, encodeBase64url } from './base64url.ts';
import { bytesOfCharacters, charactersOfBytes } from './segment-bytes.ts';
import type { Segment } from './shapes.ts';

const segmentOf = (text: string): Segment => {
  const { bytes, strict } = decodeBase64url(text);
  return { name: 'payload', start: 0, end: text.length, text, bytes, strict };
};

describe('base64url', () => {
  test('decoding what was encoded gives the same bytes, and the spelling that Node writes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        const text = encodeBase64url(bytes);
        expect(text).toBe(Buffer.from(bytes).toString('base64url'));
        expect(decodeBase64url(text)).toEqual({ strict: true, bytes });
      }),
    );
  });

  test('strict is the one spelling that encodes to itself', () => {
    const letters = fc.string({ unit: fc.constantFrom(...'AQgwz019-_+/= .~*é'), maxLength: 9 });
    fc.assert(
      fc.property(letters, (text) => {
        const canonical = Buffer.from(text, 'base64url').toString('base64url');
        expect(decodeBase64url(text).strict).toBe(canonical === text);
      }),
      { numRuns: 3000 },
    );
  });

  const bytesOf = (text: string) => new TextEncoder().encode(text);
  test.each([
    ['YWI', { strict: true, bytes: bytesOf('ab') }],
    ['', { strict: true, bytes: bytesOf('') }],
    ['YWI=', { strict: false, bytes: bytesOf('ab'), code: 'base64-padding', at: 3, cut: false }],
    ['YQ==', { strict: false, bytes: bytesOf('a'), code: 'base64-padding', at: 2, cut: false }],
    ['YQ==YQ', { strict: false, bytes: bytesOf('a'), code: 'illegal-character', at: 2, cut: true }],
    ['YWJjZ', { strict: false, bytes: bytesOf('abc'), code: 'base64-length', at: 4, cut: true }],
    ['Y', { strict: false, bytes: undefined, code: 'base64-length', at: 0, cut: true }],
    ['YR', { strict: false, bytes: bytesOf('a'), code: 'base64-trailing-bits', at: 1, cut: false }],
    ['YWJ', { strict: false, bytes: bytesOf('ab'), code: 'base64-trailing-bits', at: 2, cut: false }],
    ['Pz8_', { strict: true, bytes: bytesOf('???') }],
    ['Pz8/', { strict: false, bytes: bytesOf('???'), code: 'illegal-character', at: 3, cut: false }],
    ['Pj4+', { strict: false, bytes: bytesOf('>>>'), code: 'illegal-character', at: 3, cut: false }],
    ['YW Jj', { strict: false, bytes: bytesOf('abc'), code: 'illegal-character', at: 2, cut: false }],
    ['YWJj*YWJj', { strict: false, bytes: bytesOf('abc'), code: 'illegal-character', at: 4, cut: true }],
    ['*YWJj', { strict: false, bytes: undefined, code: 'illegal-character', at: 0, cut: true }],
    ['YWJjé', { strict: false, bytes: bytesOf('abc'), code: 'illegal-character', at: 4, cut: true }],
  ])('%j', (text, expected) => {
    expect(decodeBase64url(text)).toEqual(expected);
  });

  test('a character holds bits of the bytes that it is said to hold, with blanks passed over', () => {
    const spaced = fc.uint8Array({ minLength: 1, maxLength: 20 }).chain((bytes) => {
      const text = encodeBase64url(bytes);
      return fc.nat(text.length).map((at) => ({ bytes, text, spaced: `${text.slice(0, at)} ${text.slice(at)}` }));
    });
    fc.assert(
      fc.property(spaced, fc.nat(20), ({ bytes, text, spaced }, index) => {
        const byte = index % bytes.length;
        for (const segment of [segmentOf(text), segmentOf(spaced)]) {
          const [start, end] = charactersOfBytes(segment, byte, byte + 1);
          const [from, to] = bytesOfCharacters(segment, start, end);
          expect(from <= byte && byte < to).toBe(true);
          expect(decodeBase64url(segment.text.slice(0, end).replace(' ', '')).bytes?.slice(0, byte + 1)).toEqual(
            bytes.slice(0, byte + 1),
          );
        }
      }),
    );
  });
});

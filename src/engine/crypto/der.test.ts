import { generateKeyPairSync, sign } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { derFromJose, joseFromDer } from './der.ts';

const bytesOf = (hex: string) => Uint8Array.from(Buffer.from(hex.replaceAll(' ', ''), 'hex'));

test.each([
  ['prime256v1', 32],
  ['secp384r1', 48],
  ['secp521r1', 66],
  ['secp256k1', 32],
] as const)('reads what OpenSSL writes on %s, and writes the same again', (namedCurve, size) => {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve });
  for (let round = 0; round < 40; round++) {
    const der = new Uint8Array(sign('sha256', Buffer.from(`message ${round}`), privateKey));
    const jose = joseFromDer(der, size);
    expect(jose).toHaveLength(2 * size);
    expect(jose && derFromJose(jose)).toEqual(der);
  }
});

test.each([32, 48, 66])('any two positive numbers of %i bytes come back as they were', (size) => {
  const number = fc
    .tuple(fc.nat(size - 1), fc.integer({ min: 1, max: 255 }), fc.uint8Array({ minLength: size, maxLength: size }))
    .map(([zeros, first, rest]) => rest.map((byte, at) => (at < zeros ? 0 : at === zeros ? first : byte)));
  fc.assert(
    fc.property(number, number, (r, s) => {
      const jose = Uint8Array.of(...r, ...s);
      expect(joseFromDer(derFromJose(jose), size)).toEqual(jose);
    }),
    { seed: 3279 },
  );
});

test('any bytes give an answer, and one that is not undefined is written as the same bytes', () => {
  const nearly = fc.uint8Array({ maxLength: 40 }).map((rest) => Uint8Array.of(0x30, rest.length, ...rest));
  fc.assert(
    fc.property(fc.oneof(fc.uint8Array({ maxLength: 150 }), nearly), (bytes) => {
      const jose = joseFromDer(bytes, 32);
      if (jose !== undefined) expect(derFromJose(jose)).toEqual(bytes);
    }),
    { seed: 690, numRuns: 2000 },
  );
});

describe('two bytes for each number', () => {
  test.each([
    ['30 06 02 01 01 02 01 02', '0001 0002'],
    ['30 08 02 02 00 80 02 02 7f ff', '0080 7fff'],
    ['30 0a 02 03 00 ff ff 02 03 00 80 00', 'ffff 8000'],
  ])('%s is %s', (der, jose) => {
    expect(joseFromDer(bytesOf(der), 2)).toEqual(bytesOf(jose));
    expect(derFromJose(bytesOf(jose))).toEqual(bytesOf(der));
  });

  test.each([
    ['nothing', ''],
    ['another tag', '31 06 02 01 01 02 01 02'],
    ['a member of another tag', '30 06 02 01 01 04 01 02'],
    ['bytes after the end', '30 06 02 01 01 02 01 02 00'],
    ['a sequence cut short', '30 06 02 01 01 02 01'],
    ['a third number', '30 09 02 01 01 02 01 02 02 01 03'],
    ['one number only', '30 03 02 01 01'],
    ['a negative number', '30 06 02 01 ff 02 01 02'],
    ['zero', '30 06 02 01 00 02 01 02'],
    ['a number without bytes', '30 05 02 00 02 01 02'],
    ['a zero byte too many', '30 07 02 02 00 01 02 01 02'],
    ['a length longer than needed', '30 81 06 02 01 01 02 01 02'],
    ['a length of indefinite form', '30 80 02 01 01 02 01 02 00 00'],
    ['a length of two bytes', '30 82 00 06 02 01 01 02 01 02'],
    ['a number that has no room', '30 09 02 03 01 00 00 02 02 00 80'],
    ['a length without its byte', '30 81'],
  ])('%s is no DER signature', (_, der) => {
    expect(joseFromDer(bytesOf(der), 2)).toBeUndefined();
  });
});

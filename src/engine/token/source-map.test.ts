import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findTokens } from '../text/find.ts';
import { encodeBase64url } from './base64url.ts';
import { readCompact } from './compact.ts';
import { parseJson } from './json.ts';
import { placeAtOffset } from './json-pointer.ts';
import { sourceMap } from './source-map.ts';
import { encodeUtf8 } from './utf8.ts';

const encode = (text: string) => encodeBase64url(encodeUtf8(text));
const HEADER = encode('{"alg":"HS256","typ":"JWT"}');
const SIGNATURE = `${'a0'.repeat(21)}A`;

function mapOf(pasted: string) {
  const found = findTokens(pasted)[0];
  if (found === undefined) throw new Error(`no token in ${pasted}`);
  return { map: sourceMap(readCompact(found.text), found, pasted), found };
}

/** The ways in which the same token is pasted. */
const WAYS: Readonly<Record<string, (token: string) => string>> = {
  bare: (token) => token,
  'after Bearer': (token) => `Authorization: Bearer ${token}`,
  'wrapped at 64': (token) => token.replace(/.{64}/g, '$&\n'),
  'quoted in mail': (token) => token.replace(/.{70}/g, '$&\r\n> ').replace(/^/, '> '),
  'with blanks at the dots': (token) => token.replaceAll('.', ' . '),
  'percent-encoded': (token) => `x=${token.replaceAll('.', '%2E').replaceAll('-', '%2D')}&y`,
  'with invisible characters': (token) => token.replace(/.{10}/g, '$&\u200b'),
};

const payload = fc.record({
  sub: fc.string({ unit: 'binary', maxLength: 20 }).map((text) => text.toWellFormed()),
  list: fc.array(fc.oneof(fc.integer(), fc.constantFrom('é', '🚀', '~/'), fc.record({ 'a/b~c': fc.boolean() })), {
    maxLength: 5,
  }),
});

describe.each(Object.entries(WAYS))('a token %s', (_, way) => {
  test('every value is found in the pasted text, and its characters lead back to it', () => {
    fc.assert(
      fc.property(payload, (claims) => {
        const json = JSON.stringify(claims);
        const pasted = way(`${HEADER}.${encode(json)}.${SIGNATURE}`);
        const { map, found } = mapOf(pasted);
        const { root } = parseJson(json);
        for (let offset = 0; offset < json.length; offset++) {
          const place = placeAtOffset(root, offset);
          if (place === undefined) throw new Error('every character is in the object');
          const span = map.spanOfPointer('payload', place.pointer, 'member');
          if (span === undefined) throw new Error('every place has a span');
          expect(found.start <= span[0] && span[0] < span[1] && span[1] <= found.end).toBe(true);
          const start = map.spanOfText('payload', offset, offset + 1)?.[1] ?? 0;
          // The last character of a byte belongs to it and to no earlier one.
          const back = map.placeAt(start - 1);
          expect(back?.segment).toBe('payload');
          expect(span[0] < start && start <= span[1]).toBe(true);
        }
      }),
      { numRuns: 40 },
    );
  }, 60_000);

  test('bytes and characters of a segment cover each other', () => {
    const json = '{"sub":"é🚀","n":[1,2]}';
    const bytes = encodeUtf8(json);
    const pasted = way(`${HEADER}.${encode(json)}.${SIGNATURE}`);
    const { map } = mapOf(pasted);
    for (let byte = 0; byte < bytes.length; byte++) {
      const [start, end] = map.spanOfBytes('payload', byte, byte + 1) ?? [0, 0];
      const places = [map.placeAt(start), map.placeAt(end - 1)];
      for (const place of places) {
        expect(place && place.bytes[0] <= byte && byte < place.bytes[1]).toBe(true);
        expect(
          map.spanOfSegment('payload', place?.character ?? 0, (place?.character ?? 0) + 1)?.[0],
        ).toBeGreaterThanOrEqual(start);
      }
    }
  });
});

describe('places', () => {
  const token = `${HEADER}.${encode('{"sub":"x","sub":"y"}')}.${SIGNATURE}`;

  test('a value, its name and the whole member', () => {
    const { map } = mapOf(token);
    const read = (span: readonly [number, number] | undefined) =>
      span && [span[0] - HEADER.length - 1, span[1] - HEADER.length - 1];
    // {"sub":"x","sub":"y"}: the second member counts; bytes 11 to 15 are its name, 17 to 19 its value
    expect(read(map.spanOfPointer('payload', '/sub', 'name'))).toEqual([14, 22]);
    expect(read(map.spanOfPointer('payload', '/sub', 'value'))).toEqual([22, 27]);
    expect(read(map.spanOfPointer('payload', '/sub', 'member'))).toEqual([14, 27]);
    expect(map.spanOfPointer('payload', '', 'name')).toBeUndefined();
    expect(map.spanOfPointer('payload', '/no', 'value')).toBeUndefined();
    expect(map.spanOfPointer('signature', '', 'value')).toBeUndefined();
  });

  test('dots and what is around the token are no place', () => {
    const { map } = mapOf(`"${token}"`);
    expect(map.placeAt(0)).toBeUndefined();
    expect(map.placeAt(HEADER.length + 1)).toBeUndefined();
    expect(map.placeAt(token.length + 1)).toBeUndefined();
    expect(map.placeAt(1)).toEqual({ segment: 'header', character: 0, bytes: [0, 1], textOffset: 0, pointer: '' });
    expect(map.placeAt(token.length)).toEqual({ segment: 'signature', character: 42, bytes: [31, 32] });
  });

  test('an unencoded payload has characters and no bytes', () => {
    const pasted = `${encode('{"alg":"HS256","b64":false,"crit":["b64"]}')}.abc.${SIGNATURE}`;
    const { map } = mapOf(pasted);
    const at = pasted.indexOf('.') + 1;
    expect(map.placeAt(at)).toEqual({ segment: 'payload', character: 0, bytes: [0, 0] });
    expect(map.spanOfBytes('payload', 0, 1)).toBeUndefined();
    expect(map.spanOfSegment('payload', 0, 3)).toEqual([at, at + 3]);
  });
});

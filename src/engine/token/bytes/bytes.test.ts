import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { encodeBase64url } from '../base64url.ts';
import { parseJson } from '../json.ts';
import { encodeUtf8, wellFormedLength } from '../utf8.ts';
import { type ByteMap, byteMap } from './byte-map.ts';
import { carriedBy } from './carried.ts';
import { bitAt, bytesMeantBy, bytesTouchedBy, byteWindow, charactersHolding } from './cells.ts';
import { charactersIn } from './decoded-characters.ts';
import { bitEdit, characterEdit, effectOf, withEdit } from './edits.ts';
import { placeOfRange } from './place-of-range.ts';

const encoded = (text: string) => encodeBase64url(encodeUtf8(text));

/** A window in a few words: `c 28 @36` is character c with value 28 and its first bit at place 36. */
function drawn(map: ByteMap, start = 0, end = map.text.length) {
  const { characters, bytes, text } = byteWindow(map, start, end);
  return {
    characters: characters.map((cell) =>
      cell.kind === 'none'
        ? `${cell.text} ${cell.reason}`
        : `${cell.text} ${cell.value} @${cell.firstBit}${cell.spare > 0 ? ` spare ${cell.spare}` : ''}${cell.isStandard ? ' standard' : ''}`,
    ),
    bytes: bytes.map((cell) => `${cell.at}:${cell.value.toString(16)} ${cell.characters.join('-')}`),
    text: text.map((one) => `${one.kind === 'character' ? one.text : one.reason} ${one.bytes.join('-')}`),
  };
}

describe('a window of a segment', () => {
  test('is its characters, the bytes that they hold bits of, and what these spell', () => {
    expect(drawn(byteMap('eyJhbGciOiJS'), 4, 8)).toEqual({
      characters: ['b 27 @24', 'G 6 @30', 'c 28 @36', 'i 34 @42'],
      bytes: ['3:6c 4-6', '4:67 5-7', '5:22 6-8'],
      text: ['l 3-4', 'g 4-5', '" 5-6'],
    });
  });

  test.each<[string, string, ByteMap['spare'], readonly string[]]>([
    ['a tail of one byte has four spare bits', 'YQ', { count: 4, areZero: true }, ['Y 24 @0', 'Q 16 @6 spare 4']],
    ['a tail of two bytes has two', 'YWI', { count: 2, areZero: true }, ['Y 24 @0', 'W 22 @6', 'I 8 @12 spare 2']],
    ['spare bits may be set', 'YR', { count: 4, areZero: false }, ['Y 24 @0', 'R 17 @6 spare 4']],
    ['three bytes have none', 'YWJj', { count: 0, areZero: true }, ['Y 24 @0', 'W 22 @6', 'J 9 @12', 'j 35 @18']],
    ['a lone last character has spare bits only', 'Y', { count: 6, areZero: false }, ['Y 24 @0 spare 6']],
    ['an empty segment has nothing', '', { count: 0, areZero: true }, []],
    [
      'padding stands for no bits',
      'YQ==',
      { count: 4, areZero: true },
      ['Y 24 @0', 'Q 16 @6 spare 4', '= padding', '= padding'],
    ],
    ['a blank is passed over', 'Y Q', { count: 4, areZero: true }, ['Y 24 @0', '  blank', 'Q 16 @6 spare 4']],
    [
      'letters of the standard alphabet count, and are told',
      '+/8',
      { count: 2, areZero: true },
      ['+ 62 @0 standard', '/ 63 @6 standard', '8 60 @12 spare 2'],
    ],
    [
      'reading ends at a foreign character',
      'Y*W',
      { count: 6, areZero: false },
      ['Y 24 @0 spare 6', '* foreign', 'W after'],
    ],
    [
      'also at an equals sign that something follows',
      'YQ=Y',
      { count: 4, areZero: true },
      ['Y 24 @0', 'Q 16 @6 spare 4', '= foreign', 'Y after'],
    ],
  ])('%s', (_, text, spare, characters) => {
    const map = byteMap(text);
    expect(map.spare).toEqual(spare);
    expect(drawn(map).characters).toEqual(characters);
  });

  test('shows a character of several bytes from any of them', () => {
    const map = byteMap(encoded('€😀'));
    // the first four characters hold the euro sign, the next six the other
    expect(drawn(map, 4, 8)).toMatchObject({ bytes: ['3:f0 4-6', '4:9f 5-7', '5:98 6-8'], text: ['😀 3-7'] });
    expect(drawn(map, 8, 10)).toMatchObject({ bytes: ['6:80 8-10'], text: ['😀 3-7'] });
  });

  test('costs no more in a long segment', () => {
    const map = byteMap('A'.repeat(4_000_000));
    const { characters, bytes } = byteWindow(map, 2_000_000, 2_000_012);
    expect([characters.length, bytes.length, bytes[0]?.at]).toEqual([12, 9, 1_500_000]);
  });
});

test.each<[string, readonly number[], readonly string[]]>([
  ['a byte order mark is a character', [0xef, 0xbb, 0xbf, 0x7b], ['\ufeff 0-3', '{ 3-4']],
  ['two bytes', [0xc3, 0xa9], ['é 0-2']],
  ['a lone first byte at the end', [0x61, 0xf0, 0x9f], ['a 0-1', 'unfinished 1-2', 'continuation 2-3']],
  ['a lone continuation', [0x61, 0x80, 0x61], ['a 0-1', 'continuation 1-2', 'a 2-3']],
  ['bytes that UTF-8 has not', [0xff, 0xc0], ['never 0-1', 'never 1-2']],
  ['a surrogate', [0xed, 0xa0, 0x80], ['unfinished 0-1', 'continuation 1-2', 'continuation 2-3']],
  ['five continuations', [0x80, 0x80, 0x80, 0x80, 0x80], [0, 1, 2, 3, 4].map((at) => `continuation ${at}-${at + 1}`)],
  ['control characters', [0x0a, 0x00], ['\n 0-1', '\0 1-2']],
])('what bytes spell: %s', (_, bytes, spelled) => {
  const all = charactersIn(Uint8Array.from(bytes), 0, bytes.length);
  expect(all.map((one) => `${one.kind === 'character' ? one.text : one.reason} ${one.bytes.join('-')}`)).toEqual(
    spelled,
  );
});

test('a window of what bytes spell is a part of the whole', () => {
  const soup = fc
    .uint8Array({ maxLength: 24 })
    .map((noise) => Uint8Array.of(...encodeUtf8('aé€😀'), ...noise, ...encodeUtf8('😀b')));
  fc.assert(
    fc.property(soup, fc.nat(40), fc.nat(12), (bytes, from, width) => {
      const all = charactersIn(bytes, 0, bytes.length);
      const to = Math.min(from + width, bytes.length);
      expect(charactersIn(bytes, from, to)).toEqual(all.filter((one) => one.bytes[0] < to && one.bytes[1] > from));
      const bad = all.find((one) => one.kind === 'invalid');
      expect(bad?.bytes[0] ?? bytes.length).toBe(wellFormedLength(bytes));
    }),
    { numRuns: 2000 },
  );
});

test('the characters that hold some bytes mean exactly these bytes', () => {
  const run = fc
    .uint8Array({ minLength: 1, maxLength: 30 })
    .chain((bytes) => fc.tuple(fc.constant(bytes), fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 30 })));
  fc.assert(
    fc.property(run, ([bytes, from, length]) => {
      const map = byteMap(encodeBase64url(bytes));
      const to = Math.min(from + length, bytes.length);
      const [start, end] = charactersHolding(map, from, to);
      expect(bytesMeantBy(map, start, end)).toEqual([from, to]);
    }),
  );
});

test('a single character means the bytes that it touches', () => {
  const map = byteMap('eyJhbGci');
  expect(bytesMeantBy(map, 6, 7)).toEqual([4, 6]);
  expect(bytesTouchedBy(map, 6, 7)).toEqual([4, 6]);
});

test.each<[string, number, readonly string[]]>([
  ['eyJhbGci', 6, ['last 4 of 4 g 0', 'first 2 of 5 " 0']],
  ['eyJhbGci', 4, ['first 6 of 3 l 0']],
  [encoded('é'), 0, ['first 6 of 0 é 0']],
  [encoded('é'), 1, ['last 2 of 0 é 0', 'first 4 of 1 é 1']],
  [encoded('é'), 2, ['last 4 of 1 é 1', 'spare 2']],
  ['Y', 0, ['spare 6']],
  ['Y*', 1, []],
])('the bits of %s, character %i', (text, at, said) => {
  const carried = carriedBy(byteMap(text), at).map((one) =>
    one.kind === 'spare'
      ? `spare ${one.count}`
      : `${one.end} ${one.count} of ${one.byte} ${one.of.kind === 'character' ? one.of.text : one.of.reason} ${one.index}`,
  );
  expect(carried).toEqual(said);
});

describe('an edit', () => {
  const map = byteMap('eyJhbGciOiJS');

  test('of a character changes that one only', () => {
    const edit = characterEdit(map, 6, 'd');
    expect(edit).toEqual({ at: 6, from: 'c', to: 'd' });
    expect(edit && withEdit(map.text, edit)).toBe('eyJhbGdiOiJS');
  });

  test.each([
    ['the same character', 6, 'c'],
    ['a character outside the alphabet', 6, '+'],
    ['two characters', 6, 'ab'],
    ['a place behind the end', 12, 'a'],
  ])('is none with %s', (_, at, to) => {
    expect(characterEdit(map, at, to)).toBeUndefined();
  });

  test('of a bit turns exactly that bit over', () => {
    for (let bit = 0; bit < map.text.length * 6; bit++) {
      const edit = bitEdit(map, bit);
      const changed = byteMap(edit === undefined ? map.text : withEdit(map.text, edit));
      const differing = Array.from({ length: 72 }, (_, at) => at).filter((at) => bitAt(map, at) !== bitAt(changed, at));
      expect(differing).toEqual([bit]);
    }
    expect(bitEdit(map, 72)).toBeUndefined();
    expect(bitEdit(map, -1)).toBeUndefined();
  });

  test('tells which bytes spell what else', () => {
    const edit = { at: 7, from: 'i', to: 'j' };
    const effect = effectOf(edit, map, byteMap(withEdit(map.text, edit)));
    expect(effect).toEqual({
      edit,
      values: [34, 35],
      bits: 1,
      before: [{ kind: 'character', bytes: [5, 6], text: '"' }],
      after: [{ kind: 'character', bytes: [5, 6], text: '#' }],
    });
  });

  test('of spare bits changes no byte', () => {
    const before = byteMap('YQ');
    const edit = { at: 1, from: 'Q', to: 'R' };
    expect(effectOf(edit, before, byteMap('YR'))).toEqual({ edit, values: [16, 17], bits: 1, before: [], after: [] });
  });
});

const JSON_TEXT = '{"exp": 12,"aud":["a","b"]}';

test.each<[string, string, string]>([
  ['{"exp": «12»,"aud":["a","b"]}', 'value', '/exp'],
  ['{"exp": «1»2,"aud":["a","b"]}', 'in-value', '/exp'],
  ['{«"exp"»: 12,"aud":["a","b"]}', 'name', '/exp'],
  ['{"e«xp»": 12,"aud":["a","b"]}', 'in-name', '/exp'],
  ['{«"exp": 12»,"aud":["a","b"]}', 'member', '/exp'],
  ['{"exp«": »12,"aud":["a","b"]}', 'in-member', '/exp'],
  ['{"exp": 12,"aud":["a",«"b"»]}', 'value', '/aud/1'],
  ['{"exp": 12,"aud":[«"a","b"»]}', 'in-value', '/aud'],
  ['{"exp": 12,"aud":«["a","b"]»}', 'value', '/aud'],
  ['{"exp": «12,"aud"»:["a","b"]}', 'in-value', ''],
  ['«{»"exp": 12,"aud":["a","b"]}', 'in-value', ''],
  ['«{"exp": 12,"aud":["a","b"]}»', 'value', ''],
])('what is marked in %s is %s of %j', (marked, part, pointer) => {
  const start = marked.indexOf('«');
  const end = marked.indexOf('»') - 1;
  expect(placeOfRange(parseJson(JSON_TEXT).root, start, end)).toEqual({ part, pointer });
});

test('outside of the JSON there is no place', () => {
  const { root } = parseJson(' 1 ');
  expect([placeOfRange(root, 0, 1), placeOfRange(root, 1, 3), placeOfRange(undefined, 0, 1)]).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
});

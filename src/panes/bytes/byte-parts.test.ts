import { describe, expect, test } from 'vitest';
import { openText } from '../../engine/open.ts';
import { segmentOf } from '../../workbench/testing/tokens.ts';
import { byteParts, firstPart, spanOfMark } from './byte-parts.ts';

const HEADER = segmentOf('{"alg":"HS256"}');
const CLAIMS = segmentOf('{"sub":"a"}');
const UNENCODED = segmentOf('{"alg":"HS256","b64":false,"crit":["b64"]}');

const partsOf = (text: string) => byteParts(openText(text));

describe('the parts of', () => {
  test.each<[string, string, readonly string[], string | undefined]>([
    ['a signed token', `${HEADER}.${CLAIMS}.c2ln`, ['header', 'payload', 'signature'], 'payload'],
    ['a token without its content', `${HEADER}..c2ln`, ['header', 'payload', 'signature'], 'header'],
    [
      'an encrypted token',
      `${segmentOf('{"alg":"dir","enc":"A128GCM"}')}..aXY.Y3Q.dGFn`,
      ['header', 'encrypted-key', 'iv', 'ciphertext', 'tag'],
      'header',
    ],
    [
      'an SD-JWT with key binding',
      `${HEADER}.${CLAIMS}.c2ln~${segmentOf('["s","a",1]')}~${HEADER}.${CLAIMS}.c2ln`,
      [
        ...['header', 'payload', 'signature', 'disclosure 0'],
        ...['key-binding header', 'key-binding payload', 'key-binding signature'],
      ],
      'payload',
    ],
    [
      'a JSON serialization',
      `{"payload":"${CLAIMS}","signatures":[{"protected":"${HEADER}","signature":"c2ln"},{"protected":"${HEADER}","signature":"c2lh"}]}`,
      ['payload', 'header 0', 'signature 0', 'header 1', 'signature 1'],
      'payload',
    ],
    ['no token', 'hello', [], undefined],
  ])('%s', (_, text, ids, first) => {
    const parts = partsOf(text);
    expect(parts.map(({ id }) => id)).toEqual(ids);
    expect(firstPart(parts)?.id).toBe(first);
  });

  test('a payload that is not encoded says so', () => {
    const parts = partsOf(`${UNENCODED}.$02.c2ln`);
    expect(parts.map(({ id, isEncoded }) => [id, isEncoded])).toEqual([
      ['header', true],
      ['payload', false],
      ['signature', true],
    ]);
  });

  test('a part that is written with escapes says so', () => {
    const escaped = `\\u0065${HEADER.slice(1)}`;
    const parts = partsOf(`{"payload":"${CLAIMS}","protected":"${escaped}","signature":"c2ln"}`);
    expect(parts.map(({ id, isPlain }) => [id, isPlain])).toEqual([
      ['payload', true],
      ['header', false],
      ['signature', true],
    ]);
  });
});

test('a mark is found in its part, and in its piece of the key binding', () => {
  const parts = partsOf(`${HEADER}.${CLAIMS}.c2ln~${HEADER}.${CLAIMS}.c2ln`);
  const span = (name: 'payload' | 'key-binding', start: number, end: number) =>
    spanOfMark(parts, { name, index: undefined, start, end });
  expect(span('payload', 2, 5)).toEqual({ id: 'payload', start: 2, end: 5 });
  expect(span('key-binding', HEADER.length + 3, HEADER.length + 4)).toEqual({
    id: 'key-binding payload',
    start: 2,
    end: 3,
  });
  expect(span('key-binding', 0, HEADER.length + 4)).toBeUndefined();
  expect(spanOfMark(parts, undefined)).toBeUndefined();
});

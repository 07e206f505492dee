import { expect, test } from 'vitest';
import { encodeBase64url } from '../../engine/token/base64url.ts';
import { type MarkPlaces, NO_PLACES } from '../pane-mark.ts';
import { hexSpans } from './hex-dump.ts';
import { signatureMarks } from './signature-mark.ts';

const BYTES = Uint8Array.from({ length: 20 }, (_, index) => index);
const OF = { layer: 0, entry: 0, text: encodeBase64url(BYTES), bytes: BYTES };
const placed = (start: number, end: number, more: Partial<NonNullable<MarkPlaces['part']>> = {}): MarkPlaces => ({
  ...NO_PLACES,
  part: { name: 'signature', index: undefined, start, end, ...more },
});
const seen = (places: MarkPlaces, of = OF) => {
  const { characters, bytes } = signatureMarks({ places, pointed: NO_PLACES }, of);
  return [...characters, ...bytes].map(({ start, end }) => [start, end]);
};

test('characters are marked, and the bytes that they hold any bit of', () => {
  expect(seen(placed(4, 8))).toEqual([
    [4, 8],
    [3, 6],
  ]);
  expect(seen(placed(5, 6))).toEqual([
    [5, 6],
    [3, 5],
  ]);
});

test('only of this signature, in this layer', () => {
  expect(seen(placed(4, 8, { name: 'payload' }))).toEqual([]);
  expect(seen(placed(4, 8, { index: 1 }))).toEqual([]);
  expect(seen(placed(4, 8, { index: 1 }), { ...OF, entry: 1 })).not.toEqual([]);
  expect(seen({ ...placed(4, 8), layer: 1 })).toEqual([]);
});

test.each<[number, number, number, readonly (readonly [number, number])[]]>([
  [0, 2, 0, [[0, 5]]],
  [7, 9, 0, [[21, 27]]],
  [7, 9, 8, [[0, 2]]],
  [0, 20, 16, [[0, 11]]],
  [0, 4, 8, []],
])('bytes %i to %i in the line from %i', (start, end, first, expected) => {
  const found = hexSpans([{ start, end, className: 'x' }], first, Math.min(first === 0 ? 16 : 8, 20 - first));
  expect(found.map((span) => [span.start, span.end])).toEqual(expected);
});

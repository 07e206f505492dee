import { expect, test } from 'vitest';
import { inOrder, literalOf, membersOf } from './claim-members.ts';

const names = (text: string) => membersOf(JSON.parse(text), [text]).map(({ name }) => name);

test('a value stands as it was written, without white space', () => {
  const text = '{"n": 1.50, "big":12345678901234567890, "s":"\\u0041", "o": { "a" : [1, 2] }}';
  expect(membersOf(JSON.parse(text), [text]).map(literalOf)).toEqual([
    '1.50',
    '12345678901234567890',
    '"\\u0041"',
    '{"a":[1,2]}',
  ]);
});

test('of a name that stands twice the last value counts, as for JSON.parse', () => {
  const text = '{"a":1,"b":2,"a":3}';
  expect(membersOf(JSON.parse(text), [text])).toEqual([
    { name: 'a', value: 3, written: '3' },
    { name: 'b', value: 2, written: '2' },
  ]);
});

test('a joined header is read from all of its parts', () => {
  const parts = ['{"alg":"ES256"}', '{"kid":"a"}'];
  expect(membersOf({ alg: 'ES256', kid: 'a' }, parts).map(({ name, value }) => [name, value])).toEqual([
    ['alg', 'ES256'],
    ['kid', 'a'],
  ]);
});

test('a name that every object inherits is a member like any other', () => {
  expect(names('{"__proto__":1,"constructor":2}')).toEqual(['__proto__', 'constructor']);
});

test('the claims that everything turns on come first, then known ones, then private ones, else as in the token', () => {
  const text = JSON.stringify({ x: 1, scope: '', sub: 1, aud: 1, jti: 1, y: 1, iss: 1, iat: 1, nbf: 1, exp: 1 });
  const ordered = inOrder(membersOf(JSON.parse(text), [text]), (name) => name === 'scope' || name === 'jti');
  expect(ordered.map(({ name }) => name)).toEqual(['exp', 'nbf', 'iat', 'iss', 'aud', 'sub', 'scope', 'jti', 'x', 'y']);
});

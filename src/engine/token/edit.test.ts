import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readCompact } from './compact.ts';
import { headerWithAlg, withLiteral, withMember, withMembers, withoutMember, withSegment } from './edit.ts';
import { parseJson } from './json.ts';
import { encodeUtf8 } from './utf8.ts';

const withAlg = (text: string, alg: string) => headerWithAlg(text, parseJson(text), alg);

describe('withSegment', () => {
  test('what was put in is decoded again, and no byte of another segment changes', () => {
    const part = fc.string({ unit: fc.constantFrom(...'AQgw09-_ =+*'), maxLength: 8 });
    fc.assert(
      fc.property(part, part, part, fc.string({ unit: 'binary' }), (header, payload, signature, raw) => {
        const token = `${header}.${payload}.${signature}`;
        const bytes = encodeUtf8(raw);
        const [newHeader, newPayload, newSignature] = withSegment(token, 'payload', bytes).split('.');
        expect([newHeader, newSignature]).toEqual([header, signature]);
        expect(readCompact(`e30.${newPayload}.`).segments[1]?.bytes).toEqual(bytes);
        expect(withSegment(token, 'header', bytes)).toBe(`${newPayload}.${payload}.${signature}`);
        expect(withSegment(token, 'signature', 'AAAA')).toBe(`${header}.${payload}.AAAA`);
      }),
    );
  });

  test.each([
    ['', 'payload', 'AA', '.AA'],
    ['aa', 'signature', 'AA', 'aa..AA'],
    ['aa.bb', 'header', 'AA', 'AA.bb'],
    ['a.b.c~d~e.f.g', 'signature', 'AA', 'a.b.AA~d~e.f.g'],
    ['a.b.c.d.e', 'signature', 'AA', 'a.b.AA.d.e'],
  ] as const)('%j with another %s', (token, name, text, expected) => {
    expect(withSegment(token, name, text)).toBe(expected);
  });
});

describe('withMember', () => {
  test.each([
    ['{"alg":"HS256","typ":"JWT"}', '{"alg":"ES256","typ":"JWT"}'],
    ['{ "typ" : "JWT",\n "alg" : "HS256" , "n":1e3}', '{ "typ" : "JWT",\n "alg" : "ES256" , "n":1e3}'],
    ['{"\\u0061lg":7}', '{"\\u0061lg":"ES256"}'],
    ['{"alg":"a","alg":"b"}', '{"alg":"a","alg":"ES256"}'],
    ['{"typ":"JWT"}', '{"typ":"JWT","alg":"ES256"}'],
    ['{\n  "typ": "JWT"\n}', '{\n  "typ": "JWT",\n  "alg": "ES256"\n}'],
    ['{}', '{"alg":"ES256"}'],
    [' { } ', ' {"alg":"ES256"} '],
    ['[]', undefined],
    ['{"alg":', undefined],
  ])('%j gets another alg', (text, expected) => {
    expect(withAlg(text, 'ES256')).toBe(expected);
  });

  test('the value is what was asked for, and the other members keep theirs', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), fc.string(), fc.string(), (object, name, value) => {
        const text = JSON.stringify(object);
        const changed = withMember(text, parseJson(text), name, value) ?? '';
        const expected = new Map<string, unknown>(Object.entries(JSON.parse(text)));
        expect(new Map(Object.entries(JSON.parse(changed)))).toEqual(expected.set(name, value));
      }),
    );
  });
});

describe('withoutMember', () => {
  test.each([
    ['{"a":1,"b":2,"c":3}', 'b', '{"a":1,"c":3}'],
    ['{ "a" : 1,\n  "b" : 2,\n  "c" : 3 }', 'a', '{ "b" : 2,\n  "c" : 3 }'],
    ['{ "a" : 1,\n  "b" : 2,\n  "c" : 3 }', 'c', '{ "a" : 1,\n  "b" : 2 }'],
    ['{ "a" : 1 }', 'a', '{  }'],
    ['{"\\u0061":1,"b":2}', 'a', '{"b":2}'],
    ['{"a":1}', 'x', '{"a":1}'],
  ])('%j without %s', (text, name, expected) => {
    const { root } = parseJson(text);
    expect(root?.kind === 'object' && withoutMember(text, root, name)).toBe(expected);
  });

  test('takes out what withLiteral has added, and leaves every other character', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), fc.boolean(), (object, isLaidOut) => {
        const text = JSON.stringify(object, null, isLaidOut ? 2 : 0);
        const { root } = parseJson(text);
        if (root?.kind !== 'object' || root.members.length === 0 || Object.hasOwn(object, 'added')) return;
        const longer = withLiteral(text, root, 'added', '[1e3]');
        const again = parseJson(longer).root;
        expect(again?.kind === 'object' && withoutMember(longer, again, 'added')).toBe(text);
      }),
    );
  });
});

describe('withMembers', () => {
  const changes = [
    { name: 'b', literal: undefined },
    { name: 'a', literal: '1e3' },
  ];
  test.each([
    ['{"b":1,"a":2,"c":"\\u0041"}', '{"a":1e3,"c":"\\u0041"}'],
    ['{"b":1,"a":2,"b":3}', '{"a":1e3}'],
    ['{\n  "c": 1\n}', '{\n  "c": 1,\n  "a": 1e3\n}'],
    ['{}', '{"a":1e3}'],
    ['[]', undefined],
    ['{"b":', undefined],
  ])('of %j', (text, expected) => {
    expect(withMembers(text, changes)).toBe(expected);
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { JsonExpected } from '../codes.ts';
import { memberOf, parseJson } from './json.ts';
import { placeAtOffset, placeOfPointer } from './json-pointer.ts';
import { MAX_JSON_DEPTH } from './json-scan.ts';
import type { JsonNode } from './json-shapes.ts';
import { compactJson, layOut } from './layout.ts';

/** JSON text with free white space, any literals, escapes and duplicate names. */
const jsonText = fc.letrec<{ value: string; blank: string; list: string; object: string }>((tie) => ({
  blank: fc.constantFrom('', '', ' ', '\n', '\t', ' \r\n '),
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constantFrom('true', 'false', 'null', '0', '-0', '1e3', '1.0', '9007199254740993', '-12.5E+10'),
    fc.string({ unit: 'binary' }).map((text) => JSON.stringify(text)),
    fc.constantFrom('"\\u0061lg"', '"__proto__"', '"a\\/b"', '"\\ud800"', '"\\\\"', '""'),
    tie('list'),
    tie('object'),
  ),
  list: fc
    .array(fc.tuple(tie('blank'), tie('value'), tie('blank')), { maxLength: 4 })
    .map((items) => `[${items.map((item) => item.join('')).join(',')}]`),
  object: fc
    .array(
      fc.tuple(
        tie('blank'),
        fc.oneof(
          fc.constantFrom('"a"', '"\\u0061"', '"__proto__"', '"toString"'),
          fc.string().map((name) => JSON.stringify(name)),
        ),
        tie('blank'),
        tie('blank'),
        tie('value'),
        tie('blank'),
      ),
      { maxLength: 4 },
    )
    .map(
      (members) =>
        `{${members.map(([b1, name, b2, b3, value, b4]) => `${b1}${name}${b2}:${b3}${value}${b4}`).join(',')}}`,
    ),
})).value;

function nodesOf(node: JsonNode): readonly JsonNode[] {
  if (node.kind === 'object') return [node, ...node.members.flatMap((member) => nodesOf(member.value))];
  return node.kind === 'array' ? [node, ...node.items.flatMap(nodesOf)] : [node];
}

/** A fault is marked in the text: `{"a"| 1}`. */
function problemAt(marked: string): { readonly text: string; readonly at: number } {
  return { text: marked.replace('|', ''), at: marked.indexOf('|') };
}

describe('parseJson', () => {
  test('reads what JSON.parse reads, and nothing else', () => {
    fc.assert(
      fc.property(
        fc.oneof(jsonText, fc.string(), fc.string({ unit: fc.constantFrom(...'{}[]",:\\ \n01.eE-+tfnrul') })),
        (text) => {
          const document = parseJson(text);
          let parsed: unknown;
          try {
            parsed = JSON.parse(text);
          } catch {
            expect(document.problems.length).toBeGreaterThan(0);
            expect(document.value).toBeUndefined();
            return;
          }
          expect(document.problems).toEqual([]);
          expect(document.value).toStrictEqual(parsed);
        },
      ),
      { numRuns: 3000 },
    );
  });

  test('the slice of a node is its literal', () => {
    fc.assert(
      fc.property(jsonText, (text) => {
        const { root } = parseJson(text);
        expect(root).toBeDefined();
        if (root === undefined) return;
        for (const node of nodesOf(root)) {
          const slice = text.slice(node.start, node.end);
          expect(() => JSON.parse(slice)).not.toThrow();
          expect(slice).toBe(slice.trim());
        }
      }),
    );
  });

  test('a pointer leads to the value that JSON.parse has there, and back', () => {
    fc.assert(
      fc.property(jsonText, (text) => {
        const { root, duplicates } = parseJson(text);
        fc.pre(duplicates.length === 0);
        if (root === undefined) return;
        for (const node of nodesOf(root)) {
          const place = placeAtOffset(root, node.start);
          const named = placeOfPointer(root, place?.pointer ?? 'none');
          expect(named).toEqual(place);
        }
      }),
    );
  });

  test.each<[marked: string, expected: JsonExpected]>([
    ['|', 'value'],
    ['  |', 'value'],
    ['|\ufeff{}', 'value'],
    ['{"a"| 1}'.replace('| ', ' |'), 'colon'],
    ['{"alg"|', 'colon'],
    ['{"alg":|', 'value'],
    ['{"alg":|}', 'value'],
    ['{"alg":"HS256"|', 'comma-or-brace'],
    ['{"a":1 |"b":2}', 'comma-or-brace'],
    ['{"a":1|]', 'comma-or-brace'],
    ['{"a":1,|}', 'name-after-comma'],
    ['{"a":1,|,"b":2}', 'name-after-comma'],
    ['{|a:1}', 'name'],
    ["{|'a':1}", 'name'],
    ['{|', 'comma-or-brace'],
    ['[1,|]', 'value-after-comma'],
    ['[1 |2]', 'comma-or-bracket'],
    ['[|', 'comma-or-bracket'],
    ['[1|}', 'comma-or-bracket'],
    ['|"abc', 'closing-quote'],
    ['{"a":|"b\n}', 'closing-quote'],
    ['"a|\tb"', 'escaped-control'],
    ['"a|\\x"', 'escape'],
    ['"a|\\u12"', 'escape'],
    ['|01', 'number'],
    ['|1.', 'number'],
    ['|-', 'number'],
    ['|1e', 'number'],
    ['|+1', 'value'],
    ['|.5', 'value'],
    ['|NaN', 'literal'],
    ['[|True]', 'literal'],
    ['|nul', 'literal'],
    ['{} |{}', 'end'],
    ['1|\u0000'.replace('1', '1 '), 'end'],
  ])('%j: the place of the mark, and what is expected there', (marked, expected) => {
    const { text, at } = problemAt(marked);
    expect(parseJson(text).problems[0]).toMatchObject({ at, expected });
  });

  test('reads on after a fault and names each one', () => {
    const text = '{"a" 1, "b": tru, "c": [1 2], "d": "x"}';
    const document = parseJson(text);
    expect(document.problems).toEqual([
      { at: 5, end: 5, expected: 'colon' },
      { at: 13, end: 16, expected: 'literal' },
      { at: 26, end: 26, expected: 'comma-or-bracket' },
    ]);
    const last = memberOf(document.root, 'd');
    expect(last && text.slice(last.value.start, last.value.end)).toBe('"x"');
  });

  test('ends for any text, problems in order and inside of it', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'{}[]",:\\ \n01.eE-+tfnrula'), maxLength: 60 }), (text) => {
        const places = parseJson(text).problems.map((problem) => problem.at);
        expect(places).toEqual([...new Set(places)].sort((a, b) => a - b));
        for (const at of places) expect(at >= 0 && at <= text.length).toBe(true);
      }),
      { numRuns: 3000 },
    );
  });

  test('a large text has the same nodes, made when they are asked for', () => {
    const small = '{"a":[1,"x",{"b":null}],"a":true}';
    const blanks = ' '.repeat(200_000);
    expect(parseJson(small + blanks).root).toEqual(parseJson(small).root);
    expect(parseJson(small + blanks).duplicates).toEqual(parseJson(small).duplicates);
    expect(parseJson(`${small}x${blanks}`).problems).toHaveLength(1);
    expect(parseJson(small + blanks).value).toEqual(JSON.parse(small));
  });

  test(`nests ${MAX_JSON_DEPTH} deep, and no deeper`, () => {
    const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth);
    expect(parseJson(nested(MAX_JSON_DEPTH)).problems).toEqual([]);
    const tooDeep = parseJson(nested(1_000_000));
    expect(tooDeep.problems).toEqual([{ at: MAX_JSON_DEPTH, end: MAX_JSON_DEPTH + 1, expected: 'shallower' }]);
    expect(parseJson('{"a":'.repeat(100_000)).problems[0]?.expected).toBe('shallower');
  });

  test('names that are equal after unescaping are duplicates, at any depth', () => {
    const text = '{"alg":1,"\\u0061lg":2,"x":{"y":[{"z":1,"z":2}]}}';
    expect(parseJson(text).duplicates).toEqual([
      { name: 'alg', nameStart: 9, nameEnd: 19, depth: 0 },
      { name: 'z', nameStart: 39, nameEnd: 42, depth: 3 },
    ]);
    const many = `{${Array.from({ length: 40 }, (_, i) => `"n${i}":0`).join()},"n3":1,"n30":1}`;
    expect(parseJson(many).duplicates.map((duplicate) => duplicate.name)).toEqual(['n3', 'n30']);
  });

  test('__proto__ is an own member', () => {
    const value = parseJson('{"__proto__":{"admin":true}}').value;
    expect(Object.keys(value ?? {})).toEqual(['__proto__']);
  });
});

describe('layOut and compactJson', () => {
  test('laying out changes white space only', () => {
    fc.assert(
      fc.property(jsonText, (text) => {
        const document = parseJson(text);
        const laidOut = layOut(text, document);
        const again = parseJson(laidOut);
        expect(again.problems).toEqual([]);
        expect(compactJson(laidOut, again)).toBe(compactJson(text, document));
        expect(layOut(laidOut, again)).toBe(laidOut);
      }),
    );
  });

  test.each([
    ['{}', '{}'],
    ['{"a":[]}', '{\n  "a": []\n}'],
    [
      '{"iss":"x","aud":["orders-api","billing-api"],"n":1e3,"big":9007199254740993,"a":1,"a":1.0}',
      '{\n  "iss": "x",\n  "aud": ["orders-api", "billing-api"],\n  "n": 1e3,\n  "big": 9007199254740993,\n  "a": 1,\n  "a": 1.0\n}',
    ],
    ['[{"a":"\\u0061"},[1,[2]]]', '[\n  {\n    "a": "\\u0061"\n  },\n  [\n    1,\n    [2]\n  ]\n]'],
    [' 1 ', '1'],
    ['{"a":', '{"a":'],
    ['', ''],
  ])('%j is laid out', (text, expected) => {
    expect(layOut(text, parseJson(text))).toBe(expected);
  });

  test('a long list of scalars gets a line for each', () => {
    const text = JSON.stringify(['a'.repeat(40), 'b'.repeat(40)]);
    expect(layOut(text, parseJson(text)).split('\n')).toHaveLength(4);
  });
});

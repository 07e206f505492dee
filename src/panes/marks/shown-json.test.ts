import { expect, test } from 'vitest';
import { parseJson } from '../../engine/token/json.ts';
import { layOut } from '../../engine/token/layout.ts';
import type { PaneContent } from '../../workbench/types.ts';
import { shownJson } from './shown-json.ts';

const pane = (text: string, more: Partial<PaneContent> = {}): PaneContent => ({
  text,
  language: 'json',
  as: 'json',
  view: 'laid-out',
  notApplied: undefined,
  edited: false,
  ...more,
});

const TEXTS: readonly string[] = [
  '{"a":1,"b":[1,2],"c":{"d":"x y","e":[]}}',
  ' {\n"a" : "\\" , : \\\\" ,"b":  [ 1 , {"c":null} ] } ',
  '{"a":1,"a":2,"é🚀":"\\u0041"}',
  '[]',
  '"text"',
];

test.each(TEXTS)('every character of %s but white space is found in the laid-out text and back', (exact) => {
  const shown = layOut(exact, parseJson(exact));
  const map = shownJson(pane(shown), exact);
  let found = '';
  for (let at = 0; at < exact.length; at++) {
    const range = map?.toShown({ start: at, end: at + 1 });
    if (range === undefined) continue;
    expect(shown.slice(range.start, range.end)).toBe(exact.charAt(at));
    expect(map?.toExact(range.start)).toBe(at);
    found += exact.charAt(at);
  }
  expect(found).toBe(exact.replace(/("(?:[^"\\]|\\.)*")|\s+/g, '$1'));
});

test('a range takes in the white space between its characters, and none at its ends', () => {
  const exact = '{"a":{"b":1},"c":2}';
  const shown = layOut(exact, parseJson(exact));
  const range = shownJson(pane(shown), exact)?.toShown({ start: 5, end: 12 });
  expect(shown.slice(range?.start, range?.end)).toBe('{\n    "b": 1\n  }');
  const map = shownJson(pane('[1,2]'), '[1 , 2 ]');
  expect(map?.toShown({ start: 1, end: 3 })).toEqual({ start: 1, end: 2 });
  expect(map?.toShown({ start: 2, end: 3 })).toBeUndefined();
});

test.each<[string, PaneContent, string]>([
  ['another value', pane('{"a":2}'), '{"a":1}'],
  ['another string', pane('{"a":"x y"}'), '{"a":"xy"}'],
  ['another escape', pane('{"a":"\\n"}'), '{"a":"\\t"}'],
  ['more', pane('{"a":1} 2'), '{"a":1}'],
  ['less', pane('{"a"'), '{"a":1}'],
  ['bytes', pane('7b 7d', { as: 'hex' }), '7b 7d'],
  ['a blank pane', pane('', { as: 'too-large' }), ''],
  [
    'a text that is not applied',
    pane('{"a":1}', { notApplied: { line: 1, column: 1, offset: 0, message: '' } }),
    '{"a":1}',
  ],
  ['text with other blanks', pane('a  b', { as: 'text' }), 'a b'],
])('%s has no place', (_, shown, exact) => {
  expect(shownJson(shown, exact)).toBeUndefined();
});

import { describe, expect, it } from 'vitest';
import { layerViewOf } from '../../workbench/testing/layer-view.ts';
import { tokenOf } from '../../workbench/testing/tokens.ts';
import { evidenceOf } from './evidence.ts';
import { markOfFinding } from './finding-mark.ts';

const TEXT = tokenOf('{"sub":"a","list":["x","y"]}', '{"alg":"HS256","kid":"../a"}');

const FINDING = {
  rule: 'r',
  severity: 'info',
  confidence: 'hint',
  message: '',
  advice: '',
  refs: [],
  layer: 0,
} as const;

describe('the evidence of a finding', () => {
  it.each([
    ['a value with its name', { part: 'header', pointer: '/kid' }, 'decoded', '"kid":', '"../a"', ''],
    ['an entry of a list', { part: 'payload', pointer: '/list/1' }, 'decoded', '', '"y"', ''],
    ['characters of the token', { span: [2, 4] }, 'encoded', TEXT.slice(0, 2), TEXT.slice(2, 4), TEXT.slice(4, 20)],
    [
      'characters where no such value is',
      { part: 'payload', pointer: '/no', span: [0, 1] },
      'encoded',
      '',
      'e',
      TEXT.slice(1, 17),
    ],
  ] as const)('is %s', (_name, where, kind, before, marked, after) => {
    expect(evidenceOf({ ...FINDING, ...where }, layerViewOf(TEXT))).toMatchObject({ kind, before, marked, after });
  });

  it.each([
    ['is none for the whole token', {}, TEXT],
    ['is none for a key', { part: 'key' }, TEXT],
    ['is none where the text is another one by now', { span: [5, 10_000] }, TEXT],
  ] as const)('%s', (_name, where, text) => {
    expect(evidenceOf({ ...FINDING, ...where }, layerViewOf(text))).toBeUndefined();
  });

  it('leaves out the middle of what is long', () => {
    const long = `{"a":"${'x'.repeat(1000)}"}`;
    const evidence = evidenceOf({ ...FINDING, part: 'payload', pointer: '/a' }, layerViewOf(tokenOf(long)));
    expect([evidence?.marked.length, evidence?.markedEnd?.length]).toEqual([80, 40]);
  });
});

describe('what a finding points at', () => {
  it.each([
    [
      { part: 'header', pointer: '/kid', span: [1, 2] },
      { kind: 'json', pane: 'header', pointer: '/kid', part: 'value' },
    ],
    [
      { part: 'signature', span: [1, 2] },
      { kind: 'characters', start: 1, end: 2 },
    ],
  ] as const)('%j', (where, mark) => {
    expect(markOfFinding({ ...FINDING, ...where })).toEqual({ layer: 0, from: 'finding', ...mark });
  });

  it('is nothing where it is about the whole', () => {
    expect(markOfFinding(FINDING)).toBeUndefined();
  });
});

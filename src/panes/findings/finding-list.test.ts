import { describe, expect, it } from 'vitest';
import type { Finding } from '../../engine/types.ts';
import { type FindingFilter, listFindings, NO_FILTER } from './finding-list.ts';

function finding(rule: string, severity: Finding['severity'], more: Partial<Finding> = {}): Finding {
  return { rule, severity, confidence: 'certain', message: `${rule} said`, advice: 'do', refs: [], layer: 0, ...more };
}

const ALL = [
  finding('kid-path-traversal', 'warning', { part: 'header', pointer: '/kid', refs: ['RFC 8725 section 3.10'] }),
  finding('json-duplicate-member', 'info', { span: [1, 2] }),
  finding('alg-none', 'error'),
  finding('json-duplicate-member', 'info', { span: [1, 2] }),
];

function rulesOf(filter: Partial<FindingFilter>, muted: readonly string[] = []) {
  const { shown, muted: silent, counts } = listFindings(ALL, new Set(muted), { ...NO_FILTER, ...filter });
  return {
    shown: shown.map(({ finding: { rule } }) => rule),
    muted: silent.map(({ finding: { rule } }) => rule),
    counts: Object.values(counts).join('/'),
  };
}

const [WARNING, NOTE, ERROR] = ['kid-path-traversal', 'json-duplicate-member', 'alg-none'];

describe('the list of findings', () => {
  it.each([
    ['is sorted, the worst first', {}, [], [ERROR, WARNING, NOTE, NOTE], [], '4/1/1/2'],
    ['is filtered by severity', { severity: 'info' as const }, [], [NOTE, NOTE], [], '4/1/1/2'],
    ['is filtered by words, in any case and place', { text: ' KID 3.10 ' }, [], [WARNING], [], '4/1/1/2'],
    ['is empty where no finding has the words', { text: 'kid none' }, [], [], [], '4/1/1/2'],
    ['counts no muted rule', {}, [NOTE ?? ''], [ERROR, WARNING], [NOTE, NOTE], '2/1/1/0'],
    ['filters muted ones too', { severity: 'error' as const }, [NOTE ?? ''], [ERROR], [], '2/1/1/0'],
  ])('%s', (_name, filter, muted, shown, silent, counts) => {
    expect(rulesOf(filter, muted)).toEqual({ shown, muted: silent, counts });
  });

  it('has a key for each finding, also where two are the same', () => {
    const keys = listFindings(ALL, new Set(), NO_FILTER).shown.map(({ key }) => key);
    expect(new Set(keys).size).toBe(4);
    expect(keys[0]).toBe('alg-none 0  ');
  });
});

import { expect, test } from 'vitest';
import type { Finding } from '../../engine/types.ts';
import { findingsWords } from '../../words/findings-cell.ts';
import { findingsFacts, worstError } from './findings-facts.ts';

function finding(rule: string, severity: Finding['severity'], confidence: Finding['confidence'] = 'certain'): Finding {
  return { rule, severity, confidence, message: `${rule}.`, advice: '', refs: [], layer: 0 };
}

function told(findings: readonly Finding[] | undefined, muted: readonly string[] = [], text = 'a') {
  const meaning = findings && { kind: [], findings };
  return { text, meaning, meaningMissing: false, mutedRules: new Set(muted) };
}

const ALL = [
  finding('note-a', 'info'),
  finding('exp-past', 'error'),
  finding('kid-path', 'error', 'likely'),
  finding('hmac-short', 'error'),
  finding('typ-missing', 'warning'),
];

test.each<[string, ReturnType<typeof told>, string]>([
  ['nothing pasted', told(undefined, [], ' '), 'None yet: rules run when you paste'],
  ['not there yet', told(undefined), 'Checking…: '],
  ['not to be had', { ...told(undefined), meaningMissing: true }, 'None yet: the part with the rules did not load'],
  ['errors', told(ALL), '3 errors: 1 warning, 1 note'],
  ['without those of muted rules', told(ALL, ['exp-past', 'kid-path']), '1 error: 1 warning, 1 note'],
  ['warnings', told(ALL.slice(-1)), '1 warning: 0 errors, 0 notes'],
  ['notes', told(ALL.slice(0, 1)), 'No errors: 0 warnings, 1 note'],
  ['none', told([]), 'No errors: 0 warnings, 0 notes'],
])('the words of Findings: %s', (_what, view, words) => {
  const { word, reason } = findingsWords(findingsFacts(view));
  expect(`${word}: ${reason}`).toBe(words);
});

test('the worst error is the surest that the sentence does not say anyway, and is not muted', () => {
  expect(worstError(told(ALL))).toBe('hmac-short.');
  expect(worstError(told(ALL, ['hmac-short']))).toBe('kid-path.');
  expect(worstError(told([finding('exp-past', 'error'), finding('typ-missing', 'warning')]))).toBeUndefined();
  expect(worstError(told(undefined))).toBeUndefined();
});

import { expect, test } from 'vitest';
import type { Expectations } from '../../engine/types.ts';
import { EXPECTED, type Expected } from '../../words/checks.ts';
import { expectationOf, withExpectation } from './expectations.ts';

const FIELDS = Object.keys(EXPECTED) as Expected[];

test('what is put into a field comes out of it, and leaves the others as they were', () => {
  let filled: Expectations = {};
  for (const field of FIELDS) filled = { ...filled, ...withExpectation(filled, field, `of ${field}`) };
  for (const field of FIELDS) expect(expectationOf(filled, field)).toBe(`of ${field}`);
  const emptied = { ...filled, ...withExpectation(filled, 'audience', '') };
  expect(expectationOf(emptied, 'audience')).toBe('');
  expect(expectationOf(emptied, 'nonce')).toBe('of nonce');
});

test('fields that nothing was put into are empty', () => {
  for (const field of FIELDS) expect(expectationOf({}, field)).toBe('');
});

test('no field has the name of an editor in its own', () => {
  for (const { label } of Object.values(EXPECTED)) expect(label).not.toMatch(/Encoded token|Header|Payload|Key/i);
});

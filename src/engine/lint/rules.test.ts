import { describe, expect, test } from 'vitest';
import { ALGORITHM_CASES } from '../testing/lint-cases/algorithm.ts';
import { CLAIM_CASES } from '../testing/lint-cases/claims.ts';
import { HEADER_CASES } from '../testing/lint-cases/header.ts';
import { JWE_CASES } from '../testing/lint-cases/jwe.ts';
import { KEY_CASES } from '../testing/lint-cases/key.ts';
import { KIND_CASES } from '../testing/lint-cases/kinds.ts';
import { LEXICAL_CASES } from '../testing/lint-cases/lexical.ts';
import { findingsOf, type LintCase } from '../testing/lint-tokens.ts';
import { RULES } from './registry.ts';

const CASES = [
  ...LEXICAL_CASES,
  ...ALGORITHM_CASES,
  ...HEADER_CASES,
  ...KEY_CASES,
  ...JWE_CASES,
  ...CLAIM_CASES,
  ...KIND_CASES,
];

const named = (given: LintCase) => (typeof given === 'string' ? given : JSON.stringify(given)).slice(0, 200);

async function rulesOn(given: LintCase): Promise<readonly string[]> {
  return (await findingsOf(given)).map(({ rule }) => rule);
}

test('every rule has at least two texts that make it speak, and two near ones that do not', () => {
  const enough = CASES.filter(({ fires, silent }) => fires.length >= 2 && silent.length >= 2).map(({ rule }) => rule);
  expect(enough.toSorted()).toEqual(RULES.map(({ id }) => id).toSorted());
});

test('every rule has an id of its own, and says where it comes from', () => {
  expect(new Set(RULES.map(({ id }) => id)).size).toBe(RULES.length);
  expect(RULES.filter(({ refs }) => refs.length === 0)).toEqual([]);
});

describe.each(CASES)('$rule', ({ rule, fires, silent }) => {
  test.each(fires.map((given) => [named(given), given] as const))('is found in %s', async (_, given) => {
    expect(await rulesOn(given)).toContain(rule);
  });

  test.each(silent.map((given) => [named(given), given] as const))('is not found in %s', async (_, given) => {
    expect(await rulesOn(given)).not.toContain(rule);
  });
});

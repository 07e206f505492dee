/** Every SARIF report is valid by the schema of OASIS, as Microsoft publishes it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv-draft-04';
import addFormats from 'ajv-formats';
import { describe, expect, test } from 'vitest';
import { DIRECT_KEY, directJwe } from '../../testing/direct-jwe.ts';
import { CLAIM_CASES } from '../../testing/lint-cases/claims.ts';
import { HEADER_CASES } from '../../testing/lint-cases/header.ts';
import { JWE_CASES } from '../../testing/lint-cases/jwe.ts';
import { KEY_CASES } from '../../testing/lint-cases/key.ts';
import { KIND_CASES } from '../../testing/lint-cases/kinds.ts';
import { LEXICAL_CASES } from '../../testing/lint-cases/lexical.ts';
import { findingsOf, jws, type LintCase } from '../../testing/lint-tokens.ts';
import { projectRoot } from '../../testing/project-root.ts';
import { asSarif } from './as-sarif.ts';

const SCHEMA = 'node_modules/@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json';

const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
addFormats.default(ajv);
const validate = ajv.compile(JSON.parse(readFileSync(join(projectRoot(), SCHEMA), 'utf8')));

function faultsIn(sarif: unknown): readonly unknown[] {
  return validate(sarif) ? [] : (validate.errors ?? []);
}

async function sarifOf(given: LintCase, more: { text?: string } = {}): Promise<unknown> {
  const findings = await findingsOf(given);
  const muted = new Set(findings.slice(0, 1).map(({ rule }) => rule));
  return JSON.parse(asSarif({ findings, muted, toolVersion: '1.2.3', textLength: 90, ...more }));
}

const CASES = [...LEXICAL_CASES, ...HEADER_CASES, ...KEY_CASES, ...JWE_CASES, ...CLAIM_CASES, ...KIND_CASES];

describe('the schema of SARIF 2.1.0', () => {
  test.each(CASES)('takes the report that $rule is in', async ({ rule, fires }) => {
    const sarif = await sarifOf(fires[0] ?? '');
    expect(faultsIn(sarif)).toEqual([]);
    expect(JSON.stringify(sarif)).toContain(`"ruleId":"${rule}"`);
  });

  test('takes one of two layers with the token in it, and one without findings', async () => {
    const text = directJwe(jws({ alg: 'none' }, { exp: 'x' }, ''), { cty: 'JWT' });
    expect(faultsIn(await sarifOf({ text, keys: [DIRECT_KEY] }, { text }))).toEqual([]);
    expect(faultsIn(JSON.parse(asSarif({ findings: [], muted: new Set(), toolVersion: '1' })))).toEqual([]);
  });

  test('refuses what is none', () => {
    expect(faultsIn({ version: '2.1.0', runs: [{ tool: { driver: {} } }] })).not.toEqual([]);
    expect(faultsIn({ version: '2.0.0', runs: [] })).not.toEqual([]);
  });
});

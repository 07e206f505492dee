import { describe, expect, test } from 'vitest';
import { ruleInBrief } from '../../messages/lint/in-brief.ts';
import { KEY_CASES } from '../../testing/lint-cases/key.ts';
import { LEXICAL_CASES } from '../../testing/lint-cases/lexical.ts';
import { findingsOf, jws } from '../../testing/lint-tokens.ts';
import type { Finding } from '../../types.ts';
import { RULES } from '../registry.ts';
import { asJson } from './as-json.ts';
import { asSarif } from './as-sarif.ts';
import { asText } from './as-text.ts';
import { addressOfReference } from './reference.ts';

const FINDINGS: readonly Finding[] = [
  {
    rule: 'alg-none',
    severity: 'error',
    confidence: 'certain',
    message: 'The token is unsecured: anyone can write one like it.',
    advice: 'Refuse it.',
    refs: ['jwt.io', 'RFC 8725 section 3.2', 'CVE-2015-9235'],
    layer: 0,
    part: 'header',
    pointer: '/alg',
    span: [1, 20],
  },
  {
    rule: 'exp-missing',
    severity: 'warning',
    confidence: 'likely',
    message: 'There is no “exp”.',
    advice: 'Let tokens expire.',
    refs: ['RFC 7519 section 4.1.4'],
    layer: 1,
    part: 'payload',
  },
  {
    rule: 'typ-missing',
    severity: 'info',
    confidence: 'hint',
    message: 'The header has no “typ”.',
    advice: 'Name the kind.',
    refs: ['OWASP'],
    layer: 0,
  },
];
const INPUT = { findings: FINDINGS, muted: new Set(['exp-missing']), toolVersion: '1.2.3', textLength: 90 };
const NONE = { findings: [], muted: new Set<string>(), toolVersion: '1.2.3' };

test('as text', () => {
  expect(asText(INPUT)).toBe(`JWT Debugger 1.2.3: 1 error, 0 warnings, 1 note, 1 muted

Error: alg-none (certain)
  The token is unsecured: anyone can write one like it.
  Refuse it.
  Where: layer 1, header /alg, characters 2 to 20
  See: jwt.io; RFC 8725 section 3.2; CVE-2015-9235

Note: typ-missing (only a hint)
  The header has no “typ”.
  Name the kind.
  Where: layer 1
  See: OWASP

Muted:

Warning: exp-missing (likely)
  There is no “exp”.
  Let tokens expire.
  Where: layer 2, payload
  See: RFC 7519 section 4.1.4
`);
  expect(asText(NONE)).toBe('JWT Debugger 1.2.3: 0 errors, 0 warnings, 0 notes\n\nThe rules found nothing.\n');
});

test('as JSON', () => {
  const muted = [false, true, false];
  expect(JSON.parse(asJson(INPUT))).toEqual({
    tool: { name: 'JWT Debugger', version: '1.2.3' },
    textLength: 90,
    counts: { error: 1, warning: 0, info: 1, muted: 1 },
    findings: FINDINGS.map((finding, index) => ({ ...finding, muted: muted[index] })),
  });
});

test('as SARIF', () => {
  const pasted = { uri: 'pasted.txt', index: 0 };
  const inner = { uri: 'layer-2.txt', index: 1 };
  expect(JSON.parse(asSarif(INPUT))).toEqual({
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'JWT Debugger',
            version: '1.2.3',
            rules: [
              {
                id: 'alg-none',
                shortDescription: { text: 'Unsecured token (alg none)' },
                help: { text: 'Refuse it.' },
                helpUri: 'https://www.rfc-editor.org/rfc/rfc8725#section-3.2',
                defaultConfiguration: { level: 'error' },
                properties: { references: ['jwt.io', 'RFC 8725 section 3.2', 'CVE-2015-9235'] },
              },
              {
                id: 'exp-missing',
                shortDescription: { text: 'No expiry' },
                help: { text: 'Let tokens expire.' },
                helpUri: 'https://www.rfc-editor.org/rfc/rfc7519#section-4.1.4',
                defaultConfiguration: { level: 'warning' },
                properties: { references: ['RFC 7519 section 4.1.4'] },
              },
              {
                id: 'typ-missing',
                shortDescription: { text: 'No type in the header' },
                help: { text: 'Name the kind.' },
                defaultConfiguration: { level: 'note' },
                properties: { references: ['OWASP'] },
              },
            ],
          },
        },
        columnKind: 'utf16CodeUnits',
        artifacts: [
          {
            location: pasted,
            description: { text: 'The text that was pasted' },
            roles: ['analysisTarget'],
            properties: { characters: 90 },
          },
          { location: inner, description: { text: 'The content of layer 1' }, parentIndex: 0 },
        ],
        results: [
          {
            ruleId: 'alg-none',
            ruleIndex: 0,
            level: 'error',
            message: { text: 'The token is unsecured: anyone can write one like it.' },
            locations: [
              {
                physicalLocation: { artifactLocation: pasted, region: { charOffset: 1, charLength: 19 } },
                logicalLocations: [{ fullyQualifiedName: 'header/alg', kind: 'member' }],
              },
            ],
            properties: { confidence: 'certain', layer: 0 },
          },
          {
            ruleId: 'exp-missing',
            ruleIndex: 1,
            level: 'warning',
            message: { text: 'There is no “exp”.' },
            locations: [
              {
                physicalLocation: { artifactLocation: inner },
                logicalLocations: [{ fullyQualifiedName: 'payload', kind: 'part' }],
              },
            ],
            suppressions: [{ kind: 'external' }],
            properties: { confidence: 'likely', layer: 1 },
          },
          {
            ruleId: 'typ-missing',
            ruleIndex: 2,
            level: 'note',
            message: { text: 'The header has no “typ”.' },
            locations: [{ physicalLocation: { artifactLocation: pasted } }],
            properties: { confidence: 'hint', layer: 0 },
          },
        ],
      },
    ],
  });
  expect(JSON.parse(asSarif(NONE))).toMatchObject({ runs: [{ results: [], tool: { driver: { rules: [] } } }] });
});

describe('a report can be shown to others', () => {
  const forms = [asText, asJson, asSarif];
  const cases = [...KEY_CASES, ...LEXICAL_CASES].flatMap(({ fires }) => fires);

  test('no run of the token’s characters and no key is in it', async () => {
    for (const given of cases) {
      const { text, keys = [] } = typeof given === 'string' ? { text: given } : given;
      const input = { findings: await findingsOf(given), muted: new Set<string>(), toolVersion: '1' };
      const report = forms.map((form) => form(input)).join();
      for (const run of text.match(/[A-Za-z0-9_-]{24,}/g) ?? []) expect(report).not.toContain(run.slice(0, 24));
      for (const { text: key } of keys) if (key.length > 12) expect(report).not.toContain(key);
    }
  });

  test('no value of a claim that looks like a secret is in it', async () => {
    const text = jws({ alg: 'ES256' }, { password: 'hunter2-hunter2', note: 'AKIAABCDEFGHIJKLMNOP' });
    const input = { findings: await findingsOf(text), muted: new Set<string>(), toolVersion: '1' };
    for (const form of forms) expect(form(input)).not.toMatch(/hunter2|AKIAABCD/);
  });

  test('the token is in it where that is asked for', () => {
    for (const form of forms) expect(form({ ...INPUT, text: 'a.b.c' })).toContain('a.b.c');
  });
});

test('what a report says of a rule is what the rule is', () => {
  for (const { id, severity } of RULES) {
    expect([id, ruleInBrief(id)?.severity]).toEqual([id, severity]);
    expect(ruleInBrief(id)?.title).toMatch(/^[A-Z].{5,60}[^.]$/);
  }
  expect(ruleInBrief('toString')).toBeUndefined();
});

test.each([
  ['RFC 7515 section 4.1.4', 'https://www.rfc-editor.org/rfc/rfc7515#section-4.1.4'],
  ['RFC 7515 appendix F', 'https://www.rfc-editor.org/rfc/rfc7515#appendix-F'],
  ['RFC 7638', 'https://www.rfc-editor.org/rfc/rfc7638'],
  ['CVE-2022-21449', 'https://www.cve.org/CVERecord?id=CVE-2022-21449'],
  ['CVE-2022-21449"><a', undefined],
  ['RFC 7515 section 4 onwards', undefined],
  ['jwt.io', undefined],
])('%s can be read at %s', (reference, address) => {
  expect(addressOfReference(reference)).toBe(address);
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { member, processSent } from '../testing/named-digests.ts';
import type { Json, JsonObject } from '../types.ts';
import { makeDisclosure } from './make.ts';
import { processDisclosures } from './process.ts';

describe('hostile tokens', () => {
  test('a chain of 20,000 disclosures ends where JSON here may not nest deeper, and none of them is called foreign', () => {
    const sent = Array.from({ length: 20_000 }, (_, index) => member(`d${index}`, 'n', { _sd: [`d${index + 1}`] }));
    const { disclosures, faults } = processSent({ _sd: ['d0'] }, sent);
    expect(disclosures.every(({ state }) => state === 'referenced')).toBe(true);
    expect(disclosures.filter(({ pointer }) => pointer !== undefined)).toHaveLength(499);
    expect(faults).toEqual([{ code: 'sd-claims-invalid', reason: 'too-deep', within: 499, pointer: '' }]);
  });

  test('of 300,000 faults a hundred are told', () => {
    const payload = { l: Array.from({ length: 300_000 }, () => ({ '...': 1 })) };
    expect(processSent(payload, []).faults).toHaveLength(100);
  });

  test('any JSON with any disclosures is answered, without the reserved names, and the same each time', () => {
    const { value } = fc.letrec<{ value: Json }>((tie) => ({
      value: fc.oneof(
        { maxDepth: 5, withCrossShrink: true },
        fc.constantFrom<Json>('A', 'B', 'C', 1, null),
        fc.array(tie('value'), { maxLength: 4 }),
        fc.record({ '...': fc.oneof(fc.constantFrom('A', 'B', 'C'), tie('value')) }),
        fc
          .array(fc.tuple(fc.constantFrom('_sd', '...', '_sd_alg', 'n', '__proto__'), tie('value')), { maxLength: 4 })
          .map((members): Json => Object.fromEntries(members)),
      ),
    }));
    const sent = fc.tuple(fc.constantFrom('A', 'B', 'C', 'D'), fc.oneof(fc.string(), value.map(asDisclosure)));
    const payloads = value.map((o): JsonObject => ({ o, _sd: ['A', 'B'] }));
    fc.assert(
      fc.property(payloads, fc.array(sent, { maxLength: 6 }), (payload, pairs) => {
        const texts = pairs.map(([, text]) => text);
        const digests = pairs.map(([digest]) => digest);
        const answer = processDisclosures(payload, texts, digests);
        expect(JSON.stringify(answer.processedPayload)).not.toMatch(/"(_sd|\.\.\.|_sd_alg)":/);
        expect(answer.disclosures.map(({ text }) => text)).toEqual(texts);
        const isGood = answer.disclosures.every(({ state }) => state === 'referenced');
        if (answer.faults.length === 0) expect(isGood).toBe(true);
        expect(processDisclosures(payload, texts, digests)).toEqual(answer);
      }),
    );
  });
});

function asDisclosure(value: Json): string {
  return makeDisclosure('s', JSON.stringify(value).length % 2 === 0 ? 'n' : undefined, value);
}

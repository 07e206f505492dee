import { describe, expect, test } from 'vitest';
import { broken, element, member, processSent, type Sent } from '../testing/named-digests.ts';
import type { JsonObject } from '../types.ts';
import { disclosureOf } from './process.ts';

interface Row {
  readonly rule: string;
  readonly payload: JsonObject;
  readonly sent: readonly Sent[];
  readonly gives: JsonObject;
  readonly pointers: readonly (string | undefined)[];
}

const GOOD: readonly Row[] = [
  {
    rule: 'a payload without digests is as it was, without _sd_alg',
    payload: { a: 1, _sd_alg: 'sha-256', b: [] },
    sent: [],
    gives: { a: 1, b: [] },
    pointers: [],
  },
  {
    rule: 'a claim is put beside its _sd, at any level',
    payload: { _sd: ['A'], o: { _sd: ['B'] } },
    sent: [member('B', 'x/y', 1), member('A', 'n', 2)],
    gives: { o: { 'x/y': 1 }, n: 2 },
    pointers: ['/o/x~1y', '/n'],
  },
  {
    rule: 'an element takes the place of its digest, and counts without those that are hidden before it',
    payload: { l: ['a', { '...': 'H' }, { '...': 'A' }, 'b'] },
    sent: [element('A', null)],
    gives: { l: ['a', null, 'b'] },
    pointers: ['/l/1'],
  },
  {
    rule: 'disclosures inside of disclosures are put in place whatever order they were sent in',
    payload: { _sd: ['A'] },
    sent: [element('C', 'x'), member('B', 'list', [{ '...': 'C' }]), member('A', 'o', { _sd: ['B'] })],
    gives: { o: { list: ['x'] } },
    pointers: ['/o/list/0', '/o/list', '/o'],
  },
  {
    rule: 'an array directly in an array may hide its elements',
    payload: { l: [[{ '...': 'A' }]] },
    sent: [element('A', [[{ '...': 'B' }]])],
    gives: { l: [[[[]]]] },
    pointers: ['/l/0/0'],
  },
  {
    rule: 'an object that is left without members stays as {}',
    payload: { o: { _sd: ['H'] }, p: { _sd: [] } },
    sent: [],
    gives: { o: {}, p: {} },
    pointers: [],
  },
];

describe('processDisclosures', () => {
  test.each(GOOD)('$rule', ({ payload, sent, gives, pointers }) => {
    const { processedPayload, disclosures, faults } = processSent(payload, sent);
    expect(processedPayload).toEqual(gives);
    expect(disclosures.map(({ pointer }) => pointer)).toEqual(pointers);
    expect(disclosures.every(({ state }) => state === 'referenced')).toBe(true);
    expect(faults).toEqual([]);
  });

  test('__proto__ is a claim like any other and sets nothing else', () => {
    const payload: JsonObject = JSON.parse('{"__proto__":{"_sd":["B"]},"_sd":["A"]}');
    const { processedPayload, faults } = processSent(payload, [member('B', '__proto__', { isAdmin: true })]);
    expect(Object.keys(processedPayload)).toEqual(['__proto__']);
    expect(JSON.stringify(processedPayload)).toBe('{"__proto__":{"__proto__":{"isAdmin":true}}}');
    expect(Object.getPrototypeOf(processedPayload)).toBe(Object.prototype);
    expect('isAdmin' in processedPayload).toBe(false);
    expect(faults).toEqual([]);
  });

  test('digests without a disclosure are told with their place in what was signed and in what is shown', () => {
    const payload = { _sd: ['H1', 'A'], l: [1, { '...': 'H2' }, 2, { '...': 'H3' }] };
    expect(processSent(payload, [member('A', 'o', { _sd: ['H4'] })]).hidden).toEqual([
      { digest: 'H1', kind: 'object-property', within: 'payload', pointer: '/_sd/0', spot: { parent: '', before: 0 } },
      { digest: 'H2', kind: 'array-element', within: 'payload', pointer: '/l/1', spot: { parent: '/l', before: 1 } },
      { digest: 'H3', kind: 'array-element', within: 'payload', pointer: '/l/3', spot: { parent: '/l', before: 2 } },
      { digest: 'H4', kind: 'object-property', within: 0, pointer: '/_sd/0', spot: { parent: '/o', before: 0 } },
    ]);
  });

  test('each disclosure tells what holds its digest', () => {
    const sent = [member('A', 'o', { _sd: ['B'] }), member('B', 'x', 1), member('Z', 'z', 1)];
    const { disclosures } = processSent({ _sd: ['A'] }, sent);
    expect(disclosures.map(({ parent }) => parent)).toEqual(['payload', 0, undefined]);
  });

  test('a disclosure leaves by the door without what it does not have', () => {
    const sent = [member('A', 'n', 1), element('B', 2), broken('C')];
    const { disclosures } = processSent({ _sd: ['A'] }, sent);
    const [a, b, c] = sent.map(({ text }) => text);
    expect(disclosures.map(disclosureOf)).toEqual([
      { text: a, digest: 'A', salt: 's', name: 'n', value: 1, state: 'referenced', pointer: '/n' },
      { text: b, digest: 'B', salt: 's', value: 2, state: 'unreferenced' },
      { text: c, digest: 'C', state: 'malformed' },
    ]);
  });
});

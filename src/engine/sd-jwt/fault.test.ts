import { describe, expect, test } from 'vitest';
import { broken, element, member, processSent, type Sent } from '../testing/named-digests.ts';
import type { JsonObject } from '../types.ts';
import type { SdFault } from './fault.ts';

interface FaultRow {
  readonly rule: string;
  readonly payload: JsonObject;
  readonly sent?: readonly Sent[];
  readonly faults: readonly SdFault[];
  readonly states?: readonly string[];
  readonly gives?: JsonObject;
}

const claims = (reason: string, pointer: string, within: 'payload' | number = 'payload') =>
  ({ code: 'sd-claims-invalid', reason, within, pointer }) as SdFault; // as: each row names a reason of the union

const FAULTY: readonly FaultRow[] = [
  {
    rule: 'a disclosure without its digest',
    payload: { _sd: ['A'] },
    sent: [member('B', 'n', 1)],
    faults: [{ code: 'disclosure-unreferenced', reason: 'no-digest', disclosure: 0 }],
    states: ['unreferenced'],
    gives: {},
  },
  {
    rule: 'disclosures that hold only each other’s digests',
    payload: {},
    sent: [member('A', 'a', { _sd: ['B'] }), member('B', 'b', { _sd: ['A'] })],
    faults: [
      { code: 'disclosure-unreferenced', reason: 'no-digest', disclosure: 0 },
      { code: 'disclosure-unreferenced', reason: 'no-digest', disclosure: 1 },
    ],
    states: ['unreferenced', 'unreferenced'],
    gives: {},
  },
  {
    rule: 'a disclosure that is sent twice',
    payload: { _sd: ['A'] },
    sent: [member('A', 'n', 1), member('A', 'n', 1)],
    faults: [{ code: 'disclosure-duplicate', reason: 'sent-twice', disclosure: 1 }],
    states: ['referenced', 'duplicate'],
    gives: { n: 1 },
  },
  {
    rule: 'a digest twice in one _sd',
    payload: { _sd: ['A', 'A'] },
    sent: [member('A', 'n', 1)],
    faults: [
      { code: 'disclosure-duplicate', reason: 'digest-twice', disclosure: 0, within: 'payload', pointer: '/_sd/1' },
    ],
    states: ['duplicate'],
    gives: { n: 1 },
  },
  {
    rule: 'a digest in _sd and in an array',
    payload: { _sd: ['A'], l: [{ '...': 'A' }] },
    sent: [member('A', 'n', 1)],
    faults: [
      { code: 'disclosure-duplicate', reason: 'digest-twice', disclosure: 0, within: 'payload', pointer: '/l/0' },
    ],
    gives: { l: [], n: 1 },
  },
  {
    rule: 'a digest in the payload and in a disclosure',
    payload: { _sd: ['A', 'B'] },
    sent: [member('A', 'a', { _sd: ['B'] }), member('B', 'b', 1)],
    faults: [{ code: 'disclosure-duplicate', reason: 'digest-twice', disclosure: 1, within: 0, pointer: '/_sd/0' }],
    states: ['referenced', 'duplicate'],
    gives: { a: {}, b: 1 },
  },
  {
    rule: 'a disclosure that holds its own digest',
    payload: { _sd: ['A'] },
    sent: [member('A', 'a', { _sd: ['A'] })],
    faults: [{ code: 'disclosure-duplicate', reason: 'digest-twice', disclosure: 0, within: 0, pointer: '/_sd/0' }],
    gives: { a: {} },
  },
  {
    rule: 'a digest without a disclosure that stands twice',
    payload: { _sd: ['H'], o: { _sd: ['H'] } },
    faults: [claims('digest-twice', '/o/_sd/0')],
    gives: { o: {} },
  },
  {
    rule: 'what is no disclosure, whether its digest is there or not',
    payload: { _sd: ['A'] },
    sent: [broken('A'), broken('B')],
    faults: [
      { code: 'disclosure-malformed', reason: 'not-a-list', disclosure: 0 },
      { code: 'disclosure-malformed', reason: 'not-a-list', disclosure: 1 },
    ],
    states: ['malformed', 'malformed'],
    gives: {},
  },
  {
    rule: 'an element’s disclosure at a member’s place; those inside of it are not called foreign',
    payload: { _sd: ['A'] },
    sent: [element('A', [{ '...': 'B' }]), element('B', 1)],
    faults: [{ code: 'disclosure-malformed', reason: 'other-kind', disclosure: 0 }],
    states: ['malformed', 'referenced'],
    gives: {},
  },
  {
    rule: 'a member’s disclosure at an element’s place',
    payload: { l: [{ '...': 'A' }] },
    sent: [member('A', 'n', 1)],
    faults: [{ code: 'disclosure-malformed', reason: 'other-kind', disclosure: 0 }],
    gives: { l: [] },
  },
  {
    rule: 'a claim that is there already; what is inside of it is not called foreign',
    payload: { _sd: ['A'], n: 1 },
    sent: [member('A', 'n', { _sd: ['B'] }), member('B', 'b', 1)],
    faults: [
      {
        code: 'sd-claims-invalid',
        reason: 'name-exists',
        disclosure: 0,
        name: 'n',
        within: 'payload',
        pointer: '/_sd/0',
      },
    ],
    states: ['referenced', 'referenced'],
    gives: { n: 1 },
  },
  {
    rule: 'two disclosures of one name at one level',
    payload: { o: { _sd: ['A', 'B'] } },
    sent: [member('A', 'n', 1), member('B', 'n', 1)],
    faults: [
      {
        code: 'sd-claims-invalid',
        reason: 'name-exists',
        disclosure: 1,
        name: 'n',
        within: 'payload',
        pointer: '/o/_sd/1',
      },
    ],
    gives: { o: { n: 1 } },
  },
  {
    rule: '_sd_alg from a disclosure',
    payload: { _sd: ['A'] },
    sent: [member('A', '_sd_alg', 'sha-512')],
    faults: [
      {
        code: 'sd-claims-invalid',
        reason: 'sd-alg-disclosed',
        disclosure: 0,
        name: '_sd_alg',
        within: 'payload',
        pointer: '/_sd/0',
      },
    ],
    gives: {},
  },
  {
    rule: '_sd_alg that is no string',
    payload: { _sd_alg: 1 },
    faults: [claims('sd-alg-not-string', '/_sd_alg')],
    gives: {},
  },
  {
    rule: '_sd_alg below the top',
    payload: { 'a/b': [{ _sd_alg: 'sha-256' }] },
    faults: [claims('sd-alg-misplaced', '/a~1b/0/_sd_alg')],
    gives: { 'a/b': [{}] },
  },
  {
    rule: '_sd_alg in a disclosed value',
    payload: { _sd: ['A'] },
    sent: [member('A', 'o', { _sd_alg: 'sha-256' })],
    faults: [claims('sd-alg-misplaced', '/_sd_alg', 0)],
    gives: { o: {} },
  },
  { rule: '_sd that is no list', payload: { _sd: 'A' }, faults: [claims('sd-not-strings', '/_sd')], gives: {} },
  {
    rule: '_sd with other things among its strings, which count',
    payload: { _sd: [1, 'A', null] },
    sent: [member('A', 'n', 1)],
    faults: [claims('sd-not-strings', '/_sd')],
    states: ['referenced'],
    gives: { n: 1 },
  },
  {
    rule: '... beside other members',
    payload: { l: [{ '...': 'A', a: { _sd: ['B'] } }] },
    sent: [member('B', 'b', 1)],
    faults: [claims('dots-with-others', '/l/0')],
    states: ['referenced'],
    gives: { l: [{ a: { b: 1 } }] },
  },
  {
    rule: '... with something else than a string',
    payload: { l: [{ '...': ['A'] }] },
    faults: [claims('dots-not-string', '/l/0')],
    gives: { l: [] },
  },
  {
    rule: '... in an object that is no element',
    payload: { o: { '...': 'A' }, '...': 'B' },
    faults: [claims('dots-misplaced', '/...'), claims('dots-misplaced', '/o/...')],
    gives: { o: {} },
  },
  {
    rule: '... in the whole value of a disclosure',
    payload: { l: [{ '...': 'A' }] },
    sent: [element('A', { '...': 'B' })],
    faults: [claims('dots-misplaced', '/...', 0)],
    gives: { l: [{}] },
  },
];

describe('a verifier must refuse', () => {
  test.each(FAULTY)('$rule', ({ payload, sent = [], faults, states, gives }) => {
    const answer = processSent(payload, sent);
    expect(answer.faults).toEqual(faults);
    if (states !== undefined) expect(answer.disclosures.map(({ state }) => state)).toEqual(states);
    expect(answer.processedPayload).toEqual(gives);
  });

  test('and is told first what is wrong with a disclosure itself', () => {
    const sent = [member('Z', 'z', 1), member('A', 'n', 1), member('A', 'n', 1), broken('B')];
    const { faults } = processSent({ _sd: ['A'], n: 2 }, sent);
    expect(faults.map(({ code }) => code)).toEqual([
      'disclosure-malformed',
      'disclosure-duplicate',
      'sd-claims-invalid',
      'disclosure-unreferenced',
    ]);
  });
});

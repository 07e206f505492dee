import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { presentSdJwt } from './present.ts';

/** Disclosures by the index of what holds their digest. */
function hangingOn(...parents: readonly ('payload' | number | undefined)[]): Parameters<typeof presentSdJwt>[2] {
  const rest = {
    text: '',
    digest: '',
    content: { ok: false, reason: 'empty' },
    state: 'referenced',
    pointer: undefined,
  } as const;
  return { disclosures: parents.map((parent) => ({ ...rest, parent })) };
}

const FLAT = hangingOn('payload', 'payload', 'payload');

describe('a compact presentation', () => {
  test.each([
    { rule: 'keeps the order of the token', wanted: [2, 0], text: 'a.b.c~D0~D2~', shown: [0, 2] },
    { rule: 'may show nothing', wanted: [], text: 'a.b.c~', shown: [] },
    { rule: 'knows no other disclosures', wanted: [1, 7], text: 'a.b.c~D1~', shown: [1] },
    { rule: 'of everything is the text itself', wanted: [0, 1, 2], text: 'a.b.c~D0~D1~D2~', shown: [0, 1, 2] },
  ])('$rule', ({ wanted, text, shown }) => {
    const presented = presentSdJwt('a.b.c~D0~D1~D2~', new Set(wanted), FLAT);
    expect(presented).toEqual({ text, shown, withoutParent: [], keyBinding: 'none' });
  });

  test('loses its key binding with any disclosure, and has it again with all', () => {
    const token = 'a.b.c~D0~D1~D2~x.y.z';
    const some = presentSdJwt(token, new Set([0]), FLAT);
    expect(some).toEqual({ text: 'a.b.c~D0~', shown: [0], withoutParent: [], keyBinding: 'dropped' });
    const all = presentSdJwt(token, new Set([0, 1, 2]), FLAT);
    expect(all).toEqual({ text: token, shown: [0, 1, 2], withoutParent: [], keyBinding: 'kept' });
  });

  test.each([
    { wanted: [0, 1, 2, 3], shown: [0, 1, 2, 3], withoutParent: [] },
    { wanted: [0, 1, 3], shown: [3], withoutParent: [0, 1] },
    { wanted: [1, 2], shown: [1, 2], withoutParent: [] },
    { wanted: [0, 2, 3], shown: [2, 3], withoutParent: [0] },
  ])('of $wanted leaves out $withoutParent, whose parent is not shown', ({ wanted, shown, withoutParent }) => {
    // 0 hangs on 1, 1 on 2, 2 on the payload, 3 on nothing
    const presented = presentSdJwt('j~D0~D1~D2~D3~', new Set(wanted), hangingOn(1, 2, 'payload', undefined));
    expect(presented).toMatchObject({ shown, withoutParent });
  });

  test('a chain of 20,000 is followed', () => {
    const parents = Array.from({ length: 20_000 }, (_, index) => (index === 0 ? 'payload' : index - 1));
    const wanted = new Set([...parents.keys()].filter((index) => index !== 1));
    const presented = presentSdJwt(`j~${'D~'.repeat(20_000)}`, wanted, hangingOn(...parents));
    expect(presented?.shown).toEqual([0]);
    expect(presented?.withoutParent).toHaveLength(19_998);
  });
});

describe('a presentation in JSON', () => {
  const flattened =
    '{ "payload":"p", "header" : { "kid":"k", "disclosures" : [ "D0" , "D1" , "\\u00442" ], "kb_jwt":"x.y.z" },\n"signature":"s","n":1e3 }';

  test.each([
    {
      rule: 'keeps every other character',
      text: flattened,
      wanted: [0, 2],
      gives:
        '{ "payload":"p", "header" : { "kid":"k", "disclosures" : [ "D0" , "\\u00442" ] },\n"signature":"s","n":1e3 }',
      keyBinding: 'dropped',
    },
    {
      rule: 'may show nothing',
      text: flattened,
      wanted: [],
      gives: '{ "payload":"p", "header" : { "kid":"k", "disclosures" : [] },\n"signature":"s","n":1e3 }',
      keyBinding: 'dropped',
    },
    {
      rule: 'of everything is the text itself',
      text: flattened,
      wanted: [0, 1, 2],
      gives: flattened,
      keyBinding: 'kept',
    },
    {
      rule: 'changes the first header of several',
      text: '{"signatures":[{"header":{"kb_jwt":"x.y.z","disclosures":["D0","D1","D2"]}},{"header":{"disclosures":["D0"]}}]}',
      wanted: [1],
      gives: '{"signatures":[{"header":{"disclosures":["D1"]}},{"header":{"disclosures":["D0"]}}]}',
      keyBinding: 'dropped',
    },
  ])('$rule', ({ text, wanted, gives, keyBinding }) => {
    const presented = presentSdJwt(text, new Set(wanted), FLAT);
    expect(presented).toEqual({ text: gives, shown: wanted, withoutParent: [], keyBinding });
  });

  test('a key binding alone in its header is taken out of it', () => {
    const text = '{"header":{"kb_jwt":"x.y.z"}}';
    expect(presentSdJwt(text, new Set(), hangingOn('payload'))?.text).toBe('{"header":{}}');
  });

  test.each([
    ['is no JSON', '{"header":{"disclosures":["D0","D1","D2"]}'],
    ['names a member twice', '{"header":{"kb_jwt":"a.b.c","kb_jwt":"x.y.z","disclosures":["D0","D1","D2"]}}'],
  ])('is not made of a text that %s', (_, text) => {
    expect(presentSdJwt(text, new Set([0]), FLAT)).toBeUndefined();
  });

  test('any text is answered', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), fc.uniqueArray(fc.nat(3)), (text, wanted) => {
        const presented = presentSdJwt(text, new Set(wanted), FLAT);
        expect(presented === undefined || typeof presented.text === 'string').toBe(true);
      }),
    );
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { generateKey, inspect, reseal } from '../index.ts';
import { agreementKey, encrypted, headerText, sealed, secret, seg, signed, states } from '../testing/made-tokens.ts';
import { OBJECT_FILES, ownObjectCases, ownTokenCases } from '../testing/own-vectors.ts';
import { encodeBase64url } from '../token/base64url.ts';
import { encodeUtf8 as bytes } from '../token/utf8.ts';
import type { KeyInput } from '../types.ts';
import type { ResealInput } from './reseal.ts';

test('every token of the vectors that its key opens and can make is the same with other content', async () => {
  const refused = new Map<string, number>();
  let made = 0;
  for (const { id, input } of [...OBJECT_FILES.flatMap(ownObjectCases), ...ownTokenCases()]) {
    const before = await inspect(input);
    if (before.verdict.state !== 'decrypted' && before.verdict.state !== 'verified') continue;
    const isDetached = input.detachedPayload !== undefined;
    const change = isDetached ? {} : { content: bytes('abc') };
    const answer = await reseal({ ...input, layer: before.layers.length - 1, ...change, resign: true });
    if (!answer.sealed) {
      refused.set(answer.code, (refused.get(answer.code) ?? 0) + 1);
      continue;
    }
    const after = await inspect({ ...input, text: answer.text });
    const content = after.layers.at(-1)?.payload;
    const isSdJwt = after.layers.some(({ disclosures }) => disclosures !== undefined);
    expect([id, isSdJwt || after.verdict.state, after.layers.length]).toEqual([
      id,
      isSdJwt || before.verdict.state,
      before.layers.length,
    ]);
    expect([id, content?.text]).toEqual([id, isDetached ? before.layers.at(-1)?.payload?.text : 'abc']);
    made++;
  }
  // public keys, RSA1_5, and tokens with more recipients than keys
  expect([...refused.keys()].toSorted()).toEqual(['decrypt-only', 'no-encryption-key', 'no-signing-key']);
  expect(made).toBeGreaterThan(150);
}, 60_000);

describe('no other character changes', () => {
  const key = secret(1);

  test('of a compact JWS: the other segments, and with its signature kept that too', async () => {
    const token = await signed({ alg: 'HS256' }, '{"a":1}', key);
    const [header = '', , signature = ''] = token.split('.');
    const change = { text: `see ${token}, please`, keys: [key], layer: 0, content: bytes('{ "a": 1.0 }') };
    expect(await sealed({ ...change, resign: false })).toBe(
      `see ${header}.${seg('{ "a": 1.0 }')}.${signature}, please`,
    );
    expect(await sealed({ ...change, resign: true })).toMatch(
      new RegExp(`^see ${header}\\.${seg('{ "a": 1.0 }')}\\.[\\w-]{43}, please$`),
    );
  });

  test('of a flattened JWS: members, escapes, white space', async () => {
    const text = `[ {"x" : 1e3, "payload":\t"${seg('{}')}" , "protected":"${seg({ alg: 'HS256' })}","header":{"kid":"\\u0061"}, "signature":"AA"} ]`;
    const answer = await sealed({ text, keys: [key], layer: 0, content: bytes('[]'), resign: true });
    const signature = /"signature":"([\w-]+)"/.exec(answer)?.[1];
    expect(answer).toBe(text.replace(seg('{}'), seg('[]')).replace('"AA"', `"${signature}"`));
    expect((await inspect({ text: answer, keys: [key] })).verdict.state).toBe('verified');
  });

  test('of an SD-JWT: what follows the first tilde', async () => {
    const token = await signed({ alg: 'HS256' }, '{"_sd":[]}', key);
    const answer = await sealed({
      text: `${token}~WyJh~b.c.d`,
      keys: [key],
      layer: 0,
      content: bytes('{}'),
      resign: true,
    });
    expect(answer).toMatch(/^[\w-]+\.e30\.[\w-]+~WyJh~b\.c\.d$/);
  });

  test('of a JWE’s header: only what the algorithm writes', async () => {
    const { privateJwk } = await agreementKey('P-256');
    const own = { text: JSON.stringify(privateJwk) };
    const header = '{ "enc" :"A128GCM", "x":1e3,"alg":"\\u0045CDH-ES+A128KW","y":[ ] }';
    const token = await encrypted('one', header, own);
    expect(headerText(token).replace(/\{"kty".*?\}/, 'EPK')).toBe(
      '{ "enc" :"A128GCM", "x":1e3,"alg":"\\u0045CDH-ES+A128KW","y":[ ],"epk":EPK }',
    );
    const again = await sealed({ text: token, keys: [own], layer: 0, content: bytes('two'), resign: true });
    const epk = (text: string) => /"epk":(\{.*?\})/.exec(text)?.[1] ?? '';
    expect(epk(headerText(again))).not.toBe(epk(headerText(token)));
    expect(headerText(again).replace(epk(headerText(again)), epk(headerText(token)))).toBe(headerText(token));
    expect(await states(again, [own])).toEqual(['decrypted', ['decrypted'], 'two']);
  });

  test('of a JWE whose header is changed and whose parts are kept, which then does not open', async () => {
    const token = await encrypted('one', { alg: 'A128KW', enc: 'A128GCM' }, key);
    const header = bytes('{"alg":"A128KW","enc":"A128GCM","x":1}');
    const answer = await sealed({ text: token, keys: [key], layer: 0, header, resign: false });
    expect(answer).toBe(`${encodeBase64url(header)}${token.slice(token.indexOf('.'))}`);
    expect((await inspect({ text: answer, keys: [key] })).verdict.state).toBe('failed');
  });
});

describe('another alg or enc', () => {
  test('takes the content along, and what the old one had written goes', async () => {
    const password = secret(7, 16);
    const rows = [
      ['{"alg":"PBES2-HS256+A128KW","enc":"A128GCM","p2c":1000,"x":1}', '{"alg":"A128KW","enc":"A128GCM","x":1}'],
      ['{"alg":"A128GCMKW","enc":"A128GCM","kid":"a"}', '{"alg":"dir","enc":"A128GCM","kid":"a"}'],
      ['{"alg":"A128KW","enc":"A128GCM"}', '{"alg":"A128KW","enc":"A256CBC-HS512"}'],
    ] as const;
    for (const [before, after] of rows) {
      const token = await encrypted('the content', before, password);
      const written = headerText(token);
      const [, alg = ''] = /"alg":"(.*?)"/.exec(after) ?? [];
      const [, enc = ''] = /"enc":"(.*?)"/.exec(after) ?? [];
      const header = written.replace(/"alg":".*?"/, `"alg":"${alg}"`).replace(/"enc":".*?"/, `"enc":"${enc}"`);
      const answer = await sealed({ text: token, keys: [password], layer: 0, header: bytes(header), resign: true });
      expect(headerText(answer)).toBe(after);
      expect(await states(answer, [password])).toEqual(['decrypted', ['decrypted'], 'the content']);
    }
  });

  test('of a JSON serialization adds and takes out the encrypted key', async () => {
    const key = secret(7, 16);
    const token = await encrypted('x', { alg: 'A128KW', enc: 'A128GCM' }, key, 'flattened');
    const direct = await sealed({
      text: token,
      keys: [key],
      layer: 0,
      header: bytes('{"alg":"dir","enc":"A128GCM"}'),
      resign: true,
    });
    expect(Object.keys(JSON.parse(direct))).toEqual(['protected', 'iv', 'ciphertext', 'tag']);
    const wrapped = await sealed({
      text: direct,
      keys: [key],
      layer: 0,
      header: bytes('{"alg":"A128KW","enc":"A128GCM"}'),
      resign: true,
    });
    expect(Object.keys(JSON.parse(wrapped))).toEqual(['protected', 'iv', 'ciphertext', 'tag', 'encrypted_key']);
    expect(await states(wrapped, [key])).toEqual(['decrypted', ['decrypted'], 'x']);
  });

  test('a new key takes over where the content is given along', async () => {
    const token = await encrypted('x', { alg: 'A128KW', enc: 'A128GCM' }, secret(1));
    const header = bytes('{"alg":"A128KW","enc":"A128GCM","kid":"n"}');
    const change = { text: token, keys: [secret(2, 16, { kid: 'n' })], layer: 0, header, resign: true };
    expect(await states(await sealed({ ...change, content: bytes('x') }), change.keys)).toEqual([
      'decrypted',
      ['decrypted'],
      'x',
    ]);
    expect(await reseal(change)).toMatchObject({ sealed: false, code: 'layer-locked', layer: 0 });
  });
});

describe('a token in a token in a token', () => {
  const outer = secret(1);
  const inner = secret(2);
  const mac = secret(3, 32);

  async function nested(): Promise<string> {
    const innermost = await signed({ alg: 'HS256', typ: 'JWT' }, '{"sub":"a"}', mac);
    const middle = await encrypted(innermost, { alg: 'A128KW', enc: 'A128GCM', cty: 'JWT' }, inner);
    return encrypted(` ${middle}\n`, { alg: 'A128KW', enc: 'A128CBC-HS256', zip: 'DEF', cty: 'JWT' }, outer);
  }

  test('is made anew from the inside out, by the key that opened each, whatever their order', async () => {
    const text = await nested();
    for (const keys of [
      [outer, inner, mac],
      [mac, inner, outer],
      [inner, outer, mac],
    ]) {
      const answer = await sealed({ text, keys, layer: 2, content: bytes('{"sub":"b"}'), resign: true });
      expect(await states(answer, keys)).toEqual(['verified', ['decrypted', 'decrypted', 'verified'], '{"sub":"b"}']);
      // the outer content keeps what stands around the token in it
      const { layers } = await inspect({ text: answer, keys });
      expect(layers[0]?.payload?.text).toMatch(/^ [\w.-]+\n$/);
    }
  });

  test('keeps the innermost signature where that is asked for', async () => {
    const keys = [outer, inner, mac];
    const answer = await sealed({ text: await nested(), keys, layer: 2, content: bytes('{}'), resign: false });
    expect(await states(answer, keys)).toEqual(['failed', ['decrypted', 'decrypted', 'failed'], '{}']);
  });

  const change = { layer: 2, content: bytes('{}'), resign: true } as const;
  const rows: readonly (readonly [
    rule: string,
    keys: readonly KeyInput[],
    change: Omit<ResealInput, 'text' | 'keys'>,
    answer: object,
  ])[] = [
    [
      'the outermost is locked',
      [inner, mac],
      change,
      {
        code: 'layer-locked',
        layer: 0,
        message:
          'Layer 1 cannot be opened, so what is inside cannot be made anew. Could not decrypt. Either this is not the right secret, or the token was changed; encryption with a tag does not tell which.',
      },
    ],
    ['the middle one is locked', [outer, mac], change, { code: 'layer-locked', layer: 1 }],
    [
      'the innermost cannot be signed',
      [outer, inner],
      { ...change, header: bytes('{"alg":"ES256"}') },
      {
        code: 'no-signing-key',
        layer: 2,
        message:
          'Layer 3 would have to be signed again, and no key here can do it. Add an EC key on P-256 with its private half.',
      },
    ],
    [
      'there is no such layer',
      [outer, inner, mac],
      { ...change, layer: 3 },
      { code: 'no-such-layer', layer: 3, message: 'This token has no layer 4.' },
    ],
  ];
  test.each(rows)('%s', async (_rule, keys, what, answer) => {
    expect(await reseal({ text: await nested(), keys, ...what })).toMatchObject({ sealed: false, ...answer });
  });
});

test('a signed token around another is signed again only where its private key is at hand', async () => {
  const made = await generateKey('ES256');
  if (!made.done) throw new Error(made.code);
  const signer = { text: JSON.stringify(made.value.privateJwk) };
  const { d: _d, ...publicJwk } = made.value.privateJwk;
  const mac = secret(3, 32);
  const inner = await signed({ alg: 'HS256' }, '{"a":1}', mac);
  const text = await signed({ alg: 'ES256' }, inner, signer);
  const change = { text, layer: 1, content: bytes('{"a":2}'), resign: true };
  const answer = await sealed({ ...change, keys: [mac, signer] });
  expect(await states(answer, [mac, signer])).toEqual(['verified', ['verified', 'verified'], '{"a":2}']);
  expect(await reseal({ ...change, keys: [mac, { text: JSON.stringify(publicJwk) }] })).toEqual({
    sealed: false,
    code: 'no-signing-key',
    layer: 0,
    message:
      'Layer 1 would have to be signed again, and no key here can do it. Add an EC key on P-256 with its private half.',
  });
});

test('an abort rejects with its reason, and more rounds of PBES2 than are allowed are not begun', async () => {
  const key = secret(1);
  const text = await encrypted('x', { alg: 'PBES2-HS256+A128KW', enc: 'A128GCM', p2c: 1000 }, key);
  const change = { text, keys: [key], layer: 0, content: bytes('y'), resign: true };
  const stop = new AbortController();
  stop.abort('enough');
  await expect(reseal(change, { signal: stop.signal })).rejects.toBe('enough');
  expect(await reseal({ ...change, maxPbes2Rounds: 999 })).toMatchObject({ code: 'pbes2-rounds', layer: 0 });
});

test('long work of PBES2 tells how far it is', async () => {
  const key = secret(1);
  const text = await encrypted('x', { alg: 'PBES2-HS512+A256KW', enc: 'A128GCM', p2c: 400_000 }, key);
  const told: string[] = [];
  const onProgress = (_done: number, _total: number, what: string) => void told.push(what);
  expect(
    (await reseal({ text, keys: [key], layer: 0, content: bytes('y'), resign: true }, { onProgress })).sealed,
  ).toBe(true);
  expect(told).toContain('pbes2');
}, 30_000);

test('never throws, whatever the text, the layer and the change are', async () => {
  const tokens = [...OBJECT_FILES.flatMap(ownObjectCases)].map(({ input }) => input.text.slice(0, 3000));
  await fc.assert(
    fc.asyncProperty(
      fc.oneof(fc.string(), fc.constantFrom(...tokens)),
      fc.integer({ min: -1, max: 2 }),
      fc.option(fc.uint8Array(), { nil: undefined }),
      fc.boolean(),
      async (text, layer, change, resign) => {
        const header = change === undefined ? {} : { header: change, content: change };
        expect(typeof (await reseal({ text, layer, ...header, resign, keys: [secret(1)] })).sealed).toBe('boolean');
      },
    ),
    { numRuns: 60 },
  );
}, 30_000);

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { generateKey, inspect, openText, reseal } from '../index.ts';
import { OBJECT_FILES, ownObjectCases, ownTokenCases } from '../testing/own-vectors.ts';
import { decodeBase64url, encodeBase64url } from '../token/base64url.ts';
import type { Serialization } from '../token/shapes.ts';
import { decodeUtf8, encodeUtf8 } from '../token/utf8.ts';
import type { JsonObject, KeyInput } from '../types.ts';
import { encryptNew } from './encrypt-new.ts';
import type { ResealInput } from './reseal.ts';

const secret = (fill: number, bytes = 16, more: JsonObject = {}): KeyInput => ({
  text: JSON.stringify({ kty: 'oct', k: encodeBase64url(new Uint8Array(bytes).fill(fill)), ...more }),
});
const seg = (value: unknown) => encodeBase64url(encodeUtf8(typeof value === 'string' ? value : JSON.stringify(value)));
const bytes = encodeUtf8;

async function sealed(input: ResealInput): Promise<string> {
  const answer = await reseal(input);
  if (!answer.sealed) throw new Error(answer.message);
  return answer.text;
}

async function encrypted(
  content: string,
  header: JsonObject | string,
  key: KeyInput,
  serialization: Serialization = 'compact',
): Promise<string> {
  const text = typeof header === 'string' ? header : JSON.stringify(header);
  const answer = await encryptNew({ header: bytes(text), content: bytes(content), key, serialization });
  if (!answer.encrypted) throw new Error(answer.message);
  return answer.text;
}

/** Signed here: the signature of a token that has none yet is made. */
async function signed(header: JsonObject, payload: string, key: KeyInput): Promise<string> {
  return sealed({ text: `${seg(header)}.${seg(payload)}.AA`, keys: [key], layer: 0, resign: true });
}

const headerText = (token: string) => {
  const decoded = decodeUtf8(decodeBase64url(token.slice(0, token.indexOf('.'))).bytes ?? new Uint8Array());
  return decoded.ok ? decoded.text : '';
};

const states = async (text: string, keys: readonly KeyInput[]) => {
  const { layers, verdict } = await inspect({ text, keys });
  return [verdict.state, layers.map((layer) => layer.verdict.state), layers.at(-1)?.payload?.text];
};

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

async function agreementKey(crv: 'P-256' | 'X25519') {
  const { generateKeyFor } = await import('../crypto/jwe/generate.ts');
  const made = await generateKeyFor('ECDH-ES', 'A128GCM', { crv });
  if (!made.done) throw new Error(made.code);
  const { alg: _alg, ...privateJwk } = made.value.privateJwk;
  return { ...made.value, privateJwk };
}

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

describe('several recipients', () => {
  const [one, two] = [secret(1), secret(2)];

  /** Without `kid`: who is who shows only in what opens. */
  async function forTwo(second: JsonObject = { alg: 'A128KW' }): Promise<string> {
    const { privateJwk } = await agreementKey('P-256');
    const text = await encrypted('x', { enc: 'A128GCM', alg: 'A128KW' }, one, 'general');
    const token = JSON.parse(text);
    const header = seg({ enc: 'A128GCM' });
    const made = JSON.stringify({
      ...token,
      protected: header,
      recipients: [{ header: { alg: 'A128KW' } }, { header: second }],
    });
    const keys = second.alg === 'A128KW' ? [one, two] : [one, { text: JSON.stringify(privateJwk) }];
    return sealed({ text: made, keys, layer: 0, content: bytes('for both'), resign: true });
  }

  test('each gets the content key by its own key, also where the same could do both', async () => {
    const text = await forTwo();
    for (const keys of [[one], [two]])
      expect(await states(text, keys)).toEqual(['decrypted', ['decrypted'], 'for both']);
    const again = await sealed({ text, keys: [two, one], layer: 0, content: bytes('again'), resign: true });
    const { layers } = await inspect({ text: again, keys: [one] });
    expect(layers[0]?.recipients?.map(({ verdict }) => verdict.state)).toEqual(['decrypted', 'failed']);
    expect(await states(again, [two])).toEqual(['decrypted', ['decrypted'], 'again']);
  });

  test('whose key is missing is said, rather than shut out', async () => {
    expect(await reseal({ text: await forTwo(), keys: [one], layer: 0, content: bytes('y'), resign: true })).toEqual({
      sealed: false,
      code: 'no-encryption-key',
      layer: 0,
      message:
        'This token would have to be encrypted again for recipient 2 of 2, and no key here can do it. Add a shared secret of 16 bytes.',
    });
  });

  test('what one’s algorithm writes stands in that one’s own header', async () => {
    const token = JSON.parse(await forTwo({ alg: 'ECDH-ES+A128KW' }));
    expect(headerText(`${token.protected}.`)).toBe('{"enc":"A128GCM"}');
    expect(token.recipients.map((entry: { header: object }) => Object.keys(entry.header))).toEqual([
      ['alg'],
      ['alg', 'epk'],
    ]);
  });

  test('what all share cannot be two things', async () => {
    const text = JSON.stringify({
      protected: seg({ enc: 'A128GCM', alg: 'A128GCMKW', iv: 'AA', tag: 'AA' }),
      recipients: [{ encrypted_key: 'AA' }, { encrypted_key: 'AA' }],
      ...{ iv: 'AA', ciphertext: 'AA', tag: 'AA' },
    });
    expect(await reseal({ text, keys: [one, two], layer: 0, content: bytes('y'), resign: true })).toEqual({
      sealed: false,
      code: 'parameter-shared',
      layer: 0,
      message: '“iv” stands in the header that all recipients share, and each needs its own.',
    });
  });

  test('additional authenticated data stays and counts', async () => {
    const token = JSON.parse(await encrypted('x', { enc: 'A128GCM', alg: 'A128KW' }, one, 'flattened'));
    const text = JSON.stringify({ ...token, aad: 'YWFk' });
    const answer = await sealed({ text, keys: [one], layer: 0, content: bytes('y'), resign: true });
    expect(JSON.parse(answer).aad).toBe('YWFk');
    expect(await states(answer, [one])).toEqual(['decrypted', ['decrypted'], 'y']);
    const other = JSON.stringify({ ...JSON.parse(answer), aad: 'YWFl' });
    expect((await inspect({ text: other, keys: [one] })).verdict.state).toBe('failed');
  });
});

describe('several signatures', () => {
  const [one, two] = [secret(1, 32, { kid: 'one' }), secret(2, 32, { kid: 'two' })];
  const text = JSON.stringify({
    payload: seg('{}'),
    signatures: ['one', 'two'].map((kid) => ({ protected: seg({ alg: 'HS256', kid }), signature: 'AA' })),
  });

  test('are made by the keys that they name, and one whose key is missing stays', async () => {
    const both = await sealed({ text, keys: [two, one], layer: 0, content: bytes('[]'), resign: true });
    expect((await inspect({ text: both, keys: [one, two] })).verdict).toMatchObject({ state: 'verified' });
    const half = await sealed({ text: both, keys: [one], layer: 0, content: bytes('[1]'), resign: true });
    const signatures = (token: string) =>
      JSON.parse(token).signatures.map((each: { signature: string }) => each.signature);
    expect(signatures(half)[1]).toBe(signatures(both)[1]);
    expect(signatures(half)[0]).not.toBe(signatures(both)[0]);
  });
});

describe('content that is kept elsewhere, or not encoded', () => {
  const key = secret(1, 32);
  const plain = { alg: 'HS256', b64: false, crit: ['b64'] };

  test('detached content is signed, and stays outside', async () => {
    const input = { text: `${seg({ alg: 'HS256' })}..AA`, keys: [key], detachedPayload: 'the content' };
    const text = await sealed({ ...input, layer: 0, resign: true });
    expect(text).toMatch(/^[\w-]+\.\.[\w-]{43}$/);
    expect((await inspect({ ...input, text })).verdict.state).toBe('verified');
    expect(await reseal({ ...input, layer: 0, content: bytes('x'), resign: true })).toEqual({
      sealed: false,
      code: 'content-elsewhere',
      layer: 0,
      message: 'The content of this token is kept outside of it. Change it there; the signature is then made for it.',
    });
  });

  test('a header that turns encoding off takes the payload along', async () => {
    const token = await signed({ alg: 'HS256' }, 'hello', key);
    const text = await sealed({
      text: token,
      keys: [key],
      layer: 0,
      header: bytes(JSON.stringify(plain)),
      resign: true,
    });
    expect(text.split('.')[1]).toBe('hello');
    expect((await inspect({ text, keys: [key] })).verdict.state).toBe('verified');
  });

  test('what cannot stand in the token as it is, is refused', async () => {
    const compact = { text: `${seg(plain)}.hello.AA`, keys: [key], layer: 0, resign: true };
    for (const content of ['a.b', 'a~b', ' a', 'é'])
      expect(await reseal({ ...compact, content: bytes(content) })).toMatchObject({ code: 'content-not-plain' });
    const json = { ...compact, text: JSON.stringify({ payload: 'hello', protected: seg(plain), signature: 'AA' }) };
    const text = await sealed({ ...json, content: bytes('a.b "é"\n') });
    expect(openText(text).object).toMatchObject({ payload: { text: 'a.b "é"\n' } });
    expect((await inspect({ text, keys: [key] })).verdict.state).toBe('verified');
    expect(await reseal({ ...json, content: Uint8Array.of(0xff) })).toMatchObject({ code: 'content-not-text' });
  });

  test('an unsecured token is made without a key', async () => {
    const text = await sealed({ text: `${seg({ alg: 'none' })}.e30.`, layer: 0, content: bytes('[]'), resign: true });
    expect(text).toBe(`${seg({ alg: 'none' })}.${seg('[]')}.`);
  });
});

test('an abort rejects with its reason, and PBES2 tells its progress', async () => {
  const key = secret(1);
  const text = await encrypted('x', { alg: 'PBES2-HS256+A128KW', enc: 'A128GCM', p2c: 1000 }, key);
  const change = { text, keys: [key], layer: 0, content: bytes('y'), resign: true };
  const stop = new AbortController();
  stop.abort('enough');
  await expect(reseal(change, { signal: stop.signal })).rejects.toBe('enough');
  expect(await reseal({ ...change, maxPbes2Rounds: 999 })).toMatchObject({ code: 'pbes2-rounds', layer: 0 });
});

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

import { afterEach, describe, expect, test, vi } from 'vitest';
import { keyFor, sealedContent } from '../../testing/sealed-content.ts';
import type { Json } from '../../types.ts';
import type { Runtime } from '../answer.ts';
import type { HeaderMemberWhy } from '../header-member.ts';
import { decryptContent } from './decrypt.ts';
import { encryptContent, prepareContentKey, wrapContentKey } from './encrypt.ts';
import type { JweKey } from './fit.ts';
import { generateKeyFor } from './generate.ts';
import { isKeyManagementAlg, KEY_MANAGEMENT_ALGORITHMS, type KeyManagementAlg } from './key-management.ts';

const PLAINTEXT = Uint8Array.of(1, 2, 3);
const ENC = 'A128GCM';

async function sealedWith(alg: KeyManagementAlg) {
  const key = await keyFor(alg, ENC);
  return { key, content: await sealedContent({ alg, enc: ENC, key, plaintext: PLAINTEXT, header: { p2c: 1000 } }) };
}

describe('a header parameter that cannot be used is named, and nothing is said of key or content', () => {
  const ROWS: readonly (readonly [
    alg: KeyManagementAlg,
    member: string,
    value: Json | undefined,
    why: HeaderMemberWhy,
  ])[] = [
    ['A128GCMKW', 'iv', undefined, 'missing'],
    ['A128GCMKW', 'iv', 7, 'not-text'],
    ['A128GCMKW', 'iv', 'AAAA=', 'not-base64url'],
    ['A128GCMKW', 'iv', 'AAAA', 'wrong-length'],
    ['A192GCMKW', 'tag', undefined, 'missing'],
    ['A192GCMKW', 'tag', null, 'not-text'],
    ['A192GCMKW', 'tag', 'A', 'not-base64url'],
    ['A256GCMKW', 'tag', 'AAAAAAAAAAAAAAAA', 'wrong-length'],
    ['ECDH-ES', 'epk', undefined, 'missing'],
    ['ECDH-ES', 'epk', [], 'not-an-object'],
    ['ECDH-ES+A128KW', 'apu', 5, 'not-text'],
    ['ECDH-ES+A256KW', 'apv', 'é', 'not-base64url'],
    ['PBES2-HS256+A128KW', 'p2s', undefined, 'missing'],
    ['PBES2-HS384+A192KW', 'p2c', 0, 'not-a-count'],
    ['PBES2-HS512+A256KW', 'p2c', undefined, 'missing'],
  ];
  test.each(ROWS)('%s with %s %j', async (alg, member, value, why) => {
    const { key, content } = await sealedWith(alg);
    const { [member]: _, ...rest } = content.header;
    const header = value === undefined ? rest : { ...rest, [member]: value };
    const answer = await decryptContent(alg, ENC, key, { ...content, header });
    expect(answer).toEqual({ done: false, code: 'header-member', member, why });
  });

  test('what every object inherits is no header parameter', async () => {
    const { key, content } = await sealedWith('A128GCMKW');
    const { iv: _, ...rest } = content.header;
    const header = Object.assign(Object.create({ iv: content.header.iv }), rest);
    const answer = await decryptContent('A128GCMKW', ENC, key, { ...content, header });
    expect(answer).toMatchObject({ code: 'header-member', member: 'iv', why: 'missing' });
  });

  test('an epk that is no point is never computed with', async () => {
    const { key, content } = await sealedWith('ECDH-ES');
    const ones = 'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAE';
    const header = { ...content.header, epk: { kty: 'EC', crv: 'P-256', x: ones, y: ones } };
    const answer = await decryptContent('ECDH-ES', ENC, key, { ...content, header });
    expect(answer).toEqual({ done: false, code: 'point-not-on-curve' });
  });

  test('an epk that is a string is read, and that is noted', async () => {
    const { key, content } = await sealedWith('ECDH-ES');
    const header = { ...content.header, epk: JSON.stringify(content.header.epk) };
    const answer = await decryptContent('ECDH-ES', ENC, key, { ...content, header });
    expect(answer).toMatchObject({ opened: true, plaintext: PLAINTEXT, notes: ['epk-as-string'] });
  });
});

test.each(['dir', 'ECDH-ES'] as const)('%s has no encrypted key, and with one nothing is tried', async (alg) => {
  const { key, content } = await sealedWith(alg);
  const answer = await decryptContent(alg, ENC, key, { ...content, encryptedKey: Uint8Array.of(0) });
  expect(answer).toEqual({ done: false, code: 'encrypted-key-not-empty' });
});

describe('PBES2', () => {
  const ALG = 'PBES2-HS256+A128KW';

  test('more rounds than allowed are named and not begun', async () => {
    const { key, content } = await sealedWith(ALG);
    const answer = await decryptContent(ALG, ENC, key, content, { maxPbes2Rounds: 999 });
    expect(answer).toEqual({ done: false, code: 'pbes2-rounds', rounds: 1000, maxRounds: 999 });
    const header = { ...content.header, p2c: 1_200_001 };
    const unasked = await decryptContent(ALG, ENC, key, { ...content, header });
    expect(unasked).toEqual({ done: false, code: 'pbes2-rounds', rounds: 1_200_001, maxRounds: 1_200_000 });
    const making = await prepareContentKey(ALG, ENC, key, { p2c: 1000 }, { maxPbes2Rounds: 999 });
    expect(making).toEqual({ done: false, code: 'pbes2-rounds', rounds: 1000, maxRounds: 999 });
  });

  test('a header that says nothing gets 600,000 rounds and a new salt, one with rounds keeps them', async () => {
    const key = { secret: Uint8Array.of(1) };
    const first = await prepareContentKey(ALG, ENC, key, {});
    expect(first).toMatchObject({ value: { members: { p2c: 600_000 } } });
    const given = { p2c: 1000, p2s: 'AAAAAAAAAAAAAAAAAAAAAA' };
    const one = await prepareContentKey(ALG, ENC, key, given);
    const other = await prepareContentKey(ALG, ENC, key, given);
    if (!one.done || !other.done) throw new Error('not prepared');
    expect(one.value.members).toEqual({ p2c: 1000, p2s: expect.stringMatching(/^[\w-]{22}$/) });
    expect(one.value.members.p2s).not.toBe(given.p2s);
    expect(one.value.members.p2s).not.toBe(other.value.members.p2s);
  });

  test('rounds that are none are named when encrypting, too', async () => {
    const answer = await prepareContentKey(ALG, ENC, { secret: Uint8Array.of(1) }, { p2c: 'many' });
    expect(answer).toEqual({ done: false, code: 'header-member', member: 'p2c', why: 'not-a-count' });
  });
});

test('what cannot be made is said: RSA1_5, and a key that does not fit', async () => {
  const rsa = await keyFor('RSA-OAEP', ENC);
  const unbound: JweKey = { kty: 'RSA', publicJwk: rsa.publicJwk };
  expect(await prepareContentKey('RSA1_5', ENC, unbound, {})).toEqual({ done: false, code: 'decrypt-only' });
  expect(await wrapContentKey('RSA1_5', ENC, unbound, PLAINTEXT, {})).toEqual({ done: false, code: 'decrypt-only' });
  expect(await prepareContentKey('A128KW', ENC, unbound, {})).toEqual({ done: false, code: 'key-unfit', fit: 'kty' });
  const empty = { secret: new Uint8Array() };
  expect(await prepareContentKey('A128KW', ENC, empty, {})).toEqual({ done: false, code: 'empty-key' });
});

describe('keys', () => {
  test('a public key encrypts, and does not decrypt', async () => {
    for (const alg of ['RSA-OAEP-256', 'ECDH-ES', 'ECDH-ES+A256KW'] as const) {
      const { privateJwk: _, ...publicKey } = await keyFor(alg, ENC);
      const content = await sealedContent({ alg, enc: ENC, key: publicKey, plaintext: PLAINTEXT });
      const answer = await decryptContent(alg, ENC, publicKey, content);
      expect(answer).toEqual({ done: false, code: 'private-key-needed' });
      expect(await decryptContent(alg, ENC, await keyFor(alg, ENC), content)).toMatchObject({ opened: true });
    }
  });

  test('an unfit or empty key is not tried', async () => {
    const { content } = await sealedWith('A128KW');
    const wrong = { secret: new Uint8Array(24) };
    const unfit = { done: false, code: 'key-unfit', fit: 'size' };
    expect(await decryptContent('A128KW', ENC, wrong, content)).toEqual(unfit);
    const empty = { secret: new Uint8Array() };
    expect(await decryptContent('A128KW', ENC, empty, content)).toEqual({ done: false, code: 'empty-key' });
  });

  test('members that are none are refused, by every algorithm with a key pair, and are no no', async () => {
    for (const odd of [null, 5, [], {}, '', '%%', 'AQAB', true] as const)
      for (const alg of ['RSA1_5', 'RSA-OAEP', 'ECDH-ES', 'ECDH-ES+A128KW'] as const) {
        const [kty, crv] = alg.startsWith('RSA') ? (['RSA', undefined] as const) : (['EC', 'P-256'] as const);
        const jwk = { kty, ...(crv && { crv }), n: odd, e: odd, d: odd, x: odd, y: odd };
        const key: JweKey = { kty, ...(crv && { crv }), publicJwk: jwk, privateJwk: jwk };
        const { content } = await sealedWith(alg === 'RSA1_5' ? 'RSA-OAEP' : alg);
        for (const runtime of [undefined, {}]) {
          const answer = await decryptContent(alg, ENC, key, content, { runtime });
          expect(answer, `${alg} ${JSON.stringify(odd)}`).toEqual({ done: false, code: 'key-refused' });
          const making = await prepareContentKey(alg, ENC, key, {}, { runtime });
          expect(making).toMatchObject({ done: false });
        }
      }
  });

  test('an RSA key whose numbers contradict each other is refused in JavaScript, not answered as a no', async () => {
    const { publicJwk, privateJwk } = await keyFor('RSA-OAEP', ENC);
    const { content } = await sealedWith('RSA-OAEP');
    for (const member of ['d', 'dp', 'dq', 'qi', 'p']) {
      const key: JweKey = { kty: 'RSA', publicJwk, privateJwk: { ...privateJwk, [member]: 'Aw' } };
      const answer = await decryptContent('RSA-OAEP', ENC, key, content, { runtime: {} });
      expect(answer, member).toEqual({ done: false, code: 'key-refused' });
    }
  });

  test('a content key of a length that enc does not have is refused when encrypting', async () => {
    for (const runtime of [undefined, {}])
      for (const enc of ['A128GCM', 'A128CBC-HS256', 'C20P'] as const) {
        const answer = await encryptContent(enc, new Uint8Array(5), PLAINTEXT, PLAINTEXT, { runtime });
        expect(answer).toEqual({ done: false, code: 'key-refused' });
      }
  });
});

describe('a WebCrypto that lacks something', () => {
  test('is asked once, and JavaScript does it', async () => {
    const importKey = vi.fn(() => Promise.reject(new Error('no')));
    const runtime: Runtime = { subtle: new Proxy(globalThis.crypto.subtle, { get: () => importKey }) };
    const { key, content } = await sealedWith('A128KW');
    for (let round = 0; round < 3; round++) {
      const answer = await decryptContent('A128KW', ENC, key, content, { runtime });
      expect(answer).toMatchObject({ opened: true, by: 'javascript' });
    }
    // once for the key wrap, and once for the content
    expect(importKey).toHaveBeenCalledTimes(2);
  });
});

describe('code that does not arrive', () => {
  const MODULES = ['./javascript/aes.ts', './javascript/rsa.ts', './javascript/chacha.ts'];
  afterEach(() => {
    for (const module of MODULES) vi.doUnmock(module);
    vi.resetModules();
  });

  test('is said, and is no answer about key or content', async () => {
    const sealed = await Promise.all((['A128KW', 'dir', 'RSA-OAEP'] as const).map((alg) => sealedWith(alg)));
    vi.resetModules();
    for (const module of MODULES)
      vi.doMock(module, () => {
        throw new Error('refused');
      });
    const { decryptContent: decryptFresh } = await import('./decrypt.ts');
    const { prepareContentKey: prepareFresh } = await import('./encrypt.ts');
    const lacking = { done: false, code: 'not-loaded' };
    for (const { key, content } of sealed) {
      const alg = String(content.header.alg);
      if (!isKeyManagementAlg(alg)) throw new Error(alg);
      expect(await decryptFresh(alg, ENC, key, content, { runtime: {} })).toEqual(lacking);
      if (alg !== 'dir') expect(await prepareFresh(alg, ENC, key, {}, { runtime: {} })).toEqual(lacking);
    }
    const secret = { secret: new Uint8Array(32) };
    const [, direct] = sealed;
    if (direct === undefined) throw new Error('nothing sealed');
    expect(await decryptFresh('dir', 'C20P', secret, direct.content)).toEqual(lacking);
  });
});

describe('abort', () => {
  const reason = new Error('overtaken');

  test.each(Object.values(KEY_MANAGEMENT_ALGORITHMS).filter(({ canEncrypt }) => canEncrypt))(
    '$alg rejects with the reason, before and during the work',
    async ({ alg }) => {
      const { key, content } = await sealedWith(alg);
      const { signal } = { signal: AbortSignal.abort(reason) };
      await expect(decryptContent(alg, ENC, key, content, { signal })).rejects.toBe(reason);
      await expect(prepareContentKey(alg, ENC, key, {}, { signal })).rejects.toBe(reason);
      await expect(wrapContentKey(alg, ENC, key, new Uint8Array(16), {}, { signal })).rejects.toBe(reason);
      await expect(encryptContent(ENC, new Uint8Array(16), PLAINTEXT, PLAINTEXT, { signal })).rejects.toBe(reason);
      await expect(generateKeyFor(alg, ENC, { signal })).rejects.toBe(reason);
      const during = new AbortController();
      const works = [
        decryptContent(alg, ENC, key, content, { signal: during.signal }),
        encryptContent(ENC, new Uint8Array(16), PLAINTEXT, PLAINTEXT, { signal: during.signal }),
        generateKeyFor(alg, ENC, { signal: during.signal }),
        ...(alg === 'dir' ? [] : [prepareContentKey(alg, ENC, key, { p2c: 1000 }, { signal: during.signal })]),
      ];
      during.abort(reason);
      for (const result of await Promise.allSettled(works)) expect(result).toEqual({ status: 'rejected', reason });
    },
  );
});

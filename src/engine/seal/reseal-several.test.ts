import { describe, expect, test } from 'vitest';
import { inspect, openText, reseal } from '../index.ts';
import { agreementKey, encrypted, headerText, sealed, secret, seg, signed, states } from '../testing/made-tokens.ts';
import { encodeUtf8 as bytes } from '../token/utf8.ts';
import type { JsonObject } from '../types.ts';

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

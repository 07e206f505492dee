import { describe, expect, it, vi } from 'vitest';
import { SIGNATURE_ALGORITHMS } from '../engine/crypto/algorithms.ts';
import { KEY_MANAGEMENT_ALGORITHMS } from '../engine/crypto/jwe/key-management.ts';
import type { ExampleId } from '../workbench/examples/example.ts';
import { EXAMPLES } from '../workbench/examples/examples.ts';
import { createEngineCalls } from './engine-calls.ts';

const engineCalls = createEngineCalls();
const NONE = new AbortController().signal;

const OUTCOMES: Partial<Record<ExampleId, readonly [state: string, code: string, canSign: boolean]>> = {
  expired: ['verified', 'signature-match', false],
  tampered: ['failed', 'signature-mismatch', false],
  unsecured: ['unsecured', 'alg-none', false],
  'wrong-key': ['failed', 'signature-mismatch', false],
  'key-confusion': ['unchecked', 'public-key-as-secret', false],
  encrypted: ['decrypted', 'decrypted', true],
  'key-agreement': ['decrypted', 'decrypted', true],
  password: ['decrypted', 'decrypted', true],
  nested: ['verified', 'signature-match', true],
  'two-signatures': ['verified', 'signature-match', true],
  detached: ['verified', 'signature-match', true],
  'sd-jwt': ['verified', 'signature-match', false],
  dpop: ['verified', 'signature-match', false],
  'changed-ciphertext': ['failed', 'decryption-failed', true],
  'foreign-disclosure': ['failed', 'disclosure-unreferenced', false],
};

describe('what the engine is asked for the page', () => {
  it.each(EXAMPLES)('the example $id is what it says', async ({ id, token, key, detached }) => {
    const beside = detached === undefined ? {} : { detachedPayload: detached };
    const { verdict, canMake } = await engineCalls.check({ text: token, keys: [{ text: key }], ...beside }, NONE);
    const expected = OUTCOMES[id] ?? ['verified', 'signature-match', true];
    expect([verdict.state, verdict.code, canMake[0]]).toEqual(expected);
  });

  it('an example’s key signs again what was signed with it', async () => {
    for (const { id, token, key } of EXAMPLES.filter(({ id }) => OUTCOMES[id] === undefined)) {
      const unsigned = `${token.slice(0, token.lastIndexOf('.'))}.AAAA`;
      const answer = await engineCalls.sign({ text: unsigned, keys: [{ text: key }] }, NONE);
      if (!answer.signed) throw new Error(`${id}: ${answer.message}`);
      const { verdict } = await engineCalls.check({ text: answer.text, keys: [{ text: key }] }, NONE);
      expect([id, verdict.state]).toEqual([id, 'verified']);
    }
  });

  it.each(Object.keys(SIGNATURE_ALGORITHMS))('a key for %s is made, and its kid is its thumbprint', async (alg) => {
    const answer = await engineCalls.generate({ alg }, NONE);
    if (!answer.generated) throw new Error(answer.code);
    const { keys } = await engineCalls.check({ text: '', keys: [{ text: answer.keyText }] }, NONE);
    expect([keys[0]?.kid, keys[0]?.thumbprint]).toEqual([answer.kid, answer.kid]);
    expect(answer.keyText).toBe(JSON.stringify(JSON.parse(answer.keyText), null, 2));
  });

  it.each(Object.keys(KEY_MANAGEMENT_ALGORITHMS))('a key for %s is made, and is read as one', async (alg) => {
    const answer = await engineCalls.generate({ alg, enc: 'A128GCM' }, NONE);
    if (!answer.generated) throw new Error(answer.code);
    const { keys } = await engineCalls.check({ text: '', keys: [{ text: answer.keyText }] }, NONE);
    expect([keys[0]?.kid, keys[0]?.thumbprint, keys[0]?.problem]).toEqual([answer.kid, answer.kid, undefined]);
  });

  it('a signature of an SD-JWT leaves its disclosures', async () => {
    const token = EXAMPLES.find(({ id }) => id === 'hs256');
    const disclosures = '~WyJzYWx0IiwiYSIsMV0~';
    const answer = await engineCalls.sign(
      { text: `${token?.token ?? ''}${disclosures}`, keys: [{ text: token?.key ?? '' }] },
      NONE,
    );
    expect(answer).toEqual({ signed: true, text: `${token?.token ?? ''}${disclosures}` });
  });

  it('tells the layers, of an outermost JWS without the payload that the page has read itself', async () => {
    const token = EXAMPLES.find(({ id }) => id === 'hs256');
    const input = { text: token?.token ?? '', keys: [{ text: token?.key ?? '' }] };
    const { layers, canMake } = await engineCalls.check(input, NONE);
    expect([layers.length, layers[0]?.type, layers[0]?.payload, canMake]).toEqual([1, 'jws', undefined, [true]]);
  });

  it('there is no key for an algorithm that is none', async () => {
    expect(await engineCalls.generate({ alg: 'none' }, NONE)).toEqual({ generated: false, code: 'alg-unknown' });
  });

  it('the key in the box has other forms, a secret as a JWK too', async () => {
    const es256 = EXAMPLES.find(({ id }) => id === 'es256');
    const pem = await engineCalls.exportKey({ key: { text: es256?.key ?? '' }, as: 'pem-public' }, NONE);
    expect(pem).toMatchObject({ text: expect.stringMatching(/^-----BEGIN PUBLIC KEY-----\n/) });
    const secret = await engineCalls.exportKey({ key: { text: 'secret' }, as: 'jwk-private' }, NONE);
    expect(secret).toEqual({ text: '{\n  "kty": "oct",\n  "k": "c2VjcmV0"\n}' });
    expect(await engineCalls.exportKey({ key: { text: '' }, as: 'pem-public' }, NONE)).toEqual({
      cannot: 'There is no key in this text.',
    });
  });

  it('certificates of a header are read, and a header without them has none', async () => {
    expect(await engineCalls.certificates({ header: { x5c: ['AAAA'] } }, NONE)).toMatchObject({
      entries: [{ certificate: undefined, faults: [{ code: 'not-der' }] }],
    });
    expect(await engineCalls.certificates({ header: { alg: 'none' } }, NONE)).toBeUndefined();
  });

  it('tells what a token means without verifying it again, until it is to forget it', async () => {
    const { token = '', key = '' } = EXAMPLES.find(({ id }) => id === 'sd-jwt') ?? {};
    const input = { text: token, keys: [{ text: key }] };
    const calls = createEngineCalls();
    await calls.check(input, NONE);
    const verify = vi.spyOn(crypto.subtle, 'verify');
    const first = await calls.mean({ ...input, now: 0 }, NONE);
    expect(first.kind[0]?.name).toMatch(/SD-JWT/);
    expect(await calls.mean({ ...input, keys: [{ text: key }], now: 0 }, NONE)).toEqual(first);
    expect(verify).not.toHaveBeenCalled();
    calls.forget();
    expect(await calls.mean({ ...input, now: 0 }, NONE)).toEqual(first);
    expect(verify).toHaveBeenCalled();
    verify.mockRestore();
  });
});

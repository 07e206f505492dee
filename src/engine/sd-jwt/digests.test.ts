import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { digestsOf } from './digests.ts';

const TEXTS = ['WyJzIiwiRlIiXQ', 'WyJzIiwgIkZSIl0', ''];

const byNode = (hash: string) => TEXTS.map((text) => createHash(hash).update(text, 'ascii').digest('base64url'));

describe('digestsOf', () => {
  test.each([
    { sdAlg: 'sha-256', node: 'sha256', by: 'webcrypto' },
    { sdAlg: 'sha-384', node: 'sha384', by: 'webcrypto' },
    { sdAlg: 'sha-512', node: 'sha512', by: 'webcrypto' },
    { sdAlg: 'sha3-256', node: 'sha3-256', by: 'javascript' },
    { sdAlg: 'sha3-512', node: 'sha3-512', by: 'javascript' },
  ])('by $sdAlg they are those of Node, over the characters as they stand', async ({ sdAlg, node, by }) => {
    expect(await digestsOf(TEXTS, sdAlg)).toEqual({ done: true, hash: sdAlg, digests: byNode(node), by });
  });

  test.each([[undefined], [null], [1], [['sha-512']]])('where _sd_alg is %j they are by SHA-256', async (sdAlg) => {
    expect(await digestsOf(TEXTS, sdAlg)).toMatchObject({ done: true, hash: 'sha-256', digests: byNode('sha256') });
  });

  test.each(['md5', 'SHA-256', 'sha256', '', 'toString', '__proto__', 'sha-256-32'])(
    '%j is no hash known here',
    async (hash) => {
      expect(await digestsOf(TEXTS, hash)).toEqual({ done: false, code: 'hash-unknown', hash });
    },
  );

  test('there are as many as disclosures, in their order, also when these are many', async () => {
    const many = Array.from({ length: 1000 }, (_, index) => `d${index}`);
    const digests = many.map((text) => createHash('sha256').update(text).digest('base64url'));
    expect(await digestsOf(many, 'sha-256')).toMatchObject({ done: true, digests });
    expect(await digestsOf([], undefined)).toMatchObject({ done: true, digests: [] });
  });

  test('without WebCrypto, on a page over plain http, JavaScript makes the same', async () => {
    const answer = await digestsOf(TEXTS, 'sha-256', { runtime: {} });
    expect(answer).toEqual({ done: true, hash: 'sha-256', digests: byNode('sha256'), by: 'javascript' });
  });

  test('an abort is answered with its reason', async () => {
    const reason = new Error('stopped');
    await expect(digestsOf(TEXTS, 'sha-256', { signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
  });
});

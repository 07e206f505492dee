import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { ownCertificates } from '../testing/own-certificates.ts';
import type { Json } from '../types.ts';
import { readCertificates } from './read.ts';
import type { ThumbprintComparison } from './shapes.ts';

const { leaf = '', middle = '', root = '' } = ownCertificates().certificates;

const hashOf = (hash: 'sha1' | 'sha256', certificate: string) =>
  createHash(hash).update(Buffer.from(certificate, 'base64')).digest();

async function compared(
  member: 'x5t' | 'x5t#S256',
  value: Json,
  x5c: readonly string[] = [leaf, middle],
): Promise<ThumbprintComparison | undefined> {
  const answer = await readCertificates({ x5c, [member]: value });
  return member === 'x5t' ? answer?.x5t : answer?.x5tS256;
}

describe.each([
  ['x5t', 'sha1', 20],
  ['x5t#S256', 'sha256', 32],
] as const)('%s', (member, hash, size) => {
  const right = hashOf(hash, leaf);

  it('equals the hash of the first certificate', async () => {
    expect(await compared(member, right.toString('base64url'))).toEqual({ state: 'equal' });
  });

  it('differs, and says where it is another certificate’s', async () => {
    expect(await compared(member, hashOf(hash, middle).toString('base64url'))).toEqual({ state: 'differs', at: 1 });
    expect(await compared(member, hashOf(hash, root).toString('base64url'))).toEqual({
      state: 'differs',
      at: undefined,
    });
  });

  it('is absent', async () => {
    const answer = await readCertificates({ x5c: [leaf] });
    expect([answer?.x5t, answer?.x5tS256]).toEqual([{ state: 'absent' }, { state: 'absent' }]);
  });

  it('cannot be compared where the first certificate cannot be read', async () => {
    expect(await compared(member, right.toString('base64url'), ['AAAA', leaf])).toEqual({ state: 'cannot' });
  });

  it.each<[string, Json, string, boolean]>([
    ['hexadecimal', right.toString('hex'), 'hex', true],
    ['hexadecimal with colons', right.toString('hex').toUpperCase().match(/../g)?.join(':') ?? '', 'hex', true],
    ['hexadecimal of another', hashOf(hash, root).toString('hex'), 'hex', false],
    ['hexadecimal in base64url', Buffer.from(right.toString('hex')).toString('base64url'), 'hex-in-base64url', true],
    ['padded', right.toString('base64'), 'base64', true],
    ['cut', right.subarray(0, size - 2).toString('base64url'), 'wrong-length', false],
    ['no base64url', 'not one!', 'not-base64url', false],
    ['empty', '', 'wrong-length', false],
    ['a number', 7, 'not-text', false],
    ['null', null, 'not-text', false],
  ])('is malformed: %s', async (_, value, code, same) => {
    const answer = await compared(member, value);
    expect(answer).toMatchObject({ state: 'malformed', code, same });
    expect(answer !== undefined && 'message' in answer ? answer.message : '').toContain(`“${member}”`);
  });
});

import { describe, expect, it } from 'vitest';
import type { KeyReport } from '../../engine/types.ts';
import { canEncryptBy, canOpen } from './can-open.ts';

const report = (over: Partial<KeyReport>): KeyReport => ({
  format: 'jwk',
  private: false,
  notes: [],
  tried: [],
  ...over,
});

describe('what a key can open', () => {
  it.each<[rule: string, key: Partial<KeyReport>, expected: readonly string[]]>([
    [
      'an RSA private key',
      { kty: 'RSA', bits: 2048, private: true },
      ['RSA1_5', 'RSA-OAEP', 'RSA-OAEP-256', 'RSA-OAEP-384', 'RSA-OAEP-512'],
    ],
    ['a public key opens nothing', { kty: 'RSA', bits: 2048 }, []],
    ['a key for signatures opens nothing', { kty: 'RSA', bits: 2048, private: true, jwk: { use: 'sig' } }, []],
    [
      'a text that was not read yet is a password',
      { format: 'text' },
      ['PBES2-HS256+A128KW', 'PBES2-HS384+A192KW', 'PBES2-HS512+A256KW'],
    ],
    ['what is no key opens nothing', { problem: { code: 'not-a-key', message: '' } }, []],
  ])('%s', (_rule, key, expected) => {
    expect(canOpen(report(key))).toEqual(expected);
  });
  it('a secret of 24 bytes fits by its size, and as a password', () => {
    expect(canOpen(report({ kty: 'oct', bits: 192 }))).toEqual([
      'A192KW',
      'A192GCMKW',
      'dir',
      'PBES2-HS256+A128KW',
      'PBES2-HS384+A192KW',
      'PBES2-HS512+A256KW',
    ]);
  });
});

describe('what a key can encrypt', () => {
  it.each<[rule: string, key: Partial<KeyReport>, alg: Parameters<typeof canEncryptBy>[1], expected: boolean]>([
    ['a public key encrypts', { kty: 'RSA', bits: 2048 }, 'RSA-OAEP', true],
    ['nothing new is made with RSA1_5', { kty: 'RSA', bits: 2048 }, 'RSA1_5', false],
    ['a secret of another size does not', { kty: 'oct', bits: 128 }, 'A256KW', false],
    ['a text is no AES key', { format: 'text' }, 'dir', false],
  ])('%s', (_rule, key, alg, expected) => {
    expect(canEncryptBy(report(key), alg, 'A256GCM')).toBe(expected);
  });
});

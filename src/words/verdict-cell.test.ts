import { describe, expect, it } from 'vitest';
import { type CellFacts, cellLabel, cellName, cellWords } from './verdict-cell.ts';

const facts = (over: Partial<CellFacts>): CellFacts => ({
  code: 'key-missing',
  encrypted: false,
  values: {},
  alg: undefined,
  trust: undefined,
  by: undefined,
  ...over,
});

describe('the words of a cell', () => {
  it.each<[code: CellFacts['code'], values: CellFacts['values'], signature: string, decryption: string]>([
    ['key-missing', { need: 'password' }, 'Not checked: add the password', 'Needs a key: add the password'],
    ['kid-unknown', { kid: 'a' }, 'Not checked: no key has kid a', 'Needs a key: no key has kid a'],
    [
      'runtime-lacks',
      { alg: 'X' },
      'Cannot check here: this browser lacks X',
      'Cannot decrypt here: this browser lacks X',
    ],
    [
      'key-wrong-size',
      { alg: 'A128KW', need: '16 bytes' },
      'Key does not fit: A128KW needs 16 bytes',
      'Key does not fit: A128KW needs 16 bytes',
    ],
    ['segment-count', { count: 4 }, 'Malformed: 4 segments, 3 needed', 'Malformed: 4 segments, 5 needed'],
    ['stopped', {}, 'Not checked: stopped', 'Not decrypted: stopped'],
    [
      'pbes2-rounds',
      { rounds: 5_000_000 },
      'Not decrypted: 5,000,000 rounds, start them yourself',
      'Not decrypted: 5,000,000 rounds, start them yourself',
    ],
  ])('%s of a signature and of a decryption', (code, values, signature, decryption) => {
    const said = [false, true].map((encrypted) => {
      const { word, reason } = cellWords(facts({ code, values, encrypted }));
      return `${word}: ${reason}`;
    });
    expect(said).toEqual([signature, decryption]);
  });

  it('name the algorithms of what was decrypted', () => {
    const values = { alg: 'dir', enc: 'A128GCM' };
    const decrypted = facts({ code: 'decrypted', encrypted: true, values, trust: 'your-key', by: 'webcrypto' });
    expect(cellWords(decrypted)).toEqual({ word: 'Decrypted', reason: 'dir, A128GCM' });
  });

  it('say which layer a cell is about', () => {
    expect([cellLabel(true, undefined), cellLabel(false, 2)]).toEqual(['Decryption', 'Signature of layer 2']);
    expect(cellName('Decryption', { word: 'Needs a key', reason: 'add the password' })).toBe(
      'Decryption: Needs a key. Add the password.',
    );
  });
});

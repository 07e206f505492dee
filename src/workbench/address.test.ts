import { describe, expect, it } from 'vitest';
import { type FromAddress, tokenFromAddress } from './address.ts';

const TOKEN = 'eyJhbGciOiJIUzI1NiJ9.e30.c2ln';

describe('the token in an address', () => {
  it.each<[hash: string, search: string, expected: FromAddress | undefined]>([
    [`#token=${TOKEN}`, '', { token: TOKEN, fromQuery: false }],
    [`#id_token=${TOKEN}&state=x`, '', { token: TOKEN, fromQuery: false }],
    [`#access_token=${TOKEN}&token_type=bearer`, '', { token: TOKEN, fromQuery: false }],
    [`#access_token=opaque&id_token=${TOKEN}`, '', { token: `opaque\n${TOKEN}`, fromQuery: false }],
    [
      `#token=${TOKEN}&publicKey=-----BEGIN%20PUBLIC%20KEY-----%0AMF%2Bkw`,
      '',
      { token: TOKEN, key: '-----BEGIN PUBLIC KEY-----\nMF+kw', fromQuery: false },
    ],
    [`#${TOKEN}`, '', { token: TOKEN, fromQuery: false }],
    [`#${TOKEN}&publicKey=k`, '', { token: TOKEN, key: 'k', fromQuery: false }],
    [`#debugger-io?token=${TOKEN}`, '', { token: TOKEN, fromQuery: false }],
    [`#debugger-io?token=${TOKEN}&publicKey=a%2Bb`, '', { token: TOKEN, key: 'a+b', fromQuery: false }],
    [`#/debugger-io/?token=${TOKEN}`, '', { token: TOKEN, fromQuery: false }],
    ['#debugger-io?publicKey=k', '', { key: 'k', fromQuery: false }],
    ['', `?token=${TOKEN}`, { token: TOKEN, fromQuery: true }],
    [`#token=${TOKEN}`, '?token=other', { token: TOKEN, fromQuery: true }],
    ['#token=a%zz', '', { token: 'a%zz', fromQuery: false }],
    ['#token=', '', undefined],
    ['#token', '', undefined],
    ['#debugger-io', '', undefined],
    ['#/learn/first', '', undefined],
    ['#/compare', '', undefined],
    ['#eyebrow', '', undefined],
    ['', '', undefined],
    ['#', '?', undefined],
    ['', '?theme=dark', undefined],
  ])('%s %s', (hash, search, expected) => {
    expect(tokenFromAddress(hash, search)).toEqual(expected);
  });
});

import { pbkdf2Sync } from 'node:crypto';
import { expect, test } from 'vitest';
import { derivePbes2Key } from './derive.ts';

const PASSWORD = new TextEncoder().encode('Thus from my lips, by yours, my sin is purged.');
const SALT = new Uint8Array(16).fill(7);
const P2S = Buffer.from(SALT).toString('base64url');

test.each([
  ['PBES2-HS256+A128KW', 'sha256', 16],
  ['PBES2-HS384+A192KW', 'sha384', 24],
  ['PBES2-HS512+A256KW', 'sha512', 32],
] as const)('%s is that of OpenSSL, by WebCrypto and in JavaScript', async (alg, hash, length) => {
  for (const p2c of [1, 2, 1000, 4096, 4097, 10_000]) {
    const salt = Buffer.concat([Buffer.from(alg), Buffer.of(0), SALT]);
    const value = new Uint8Array(pbkdf2Sync(PASSWORD, salt, p2c, length, hash));
    const request = { alg, password: PASSWORD, header: { p2s: P2S, p2c } };
    expect(await derivePbes2Key(request)).toEqual({ done: true, value, by: 'webcrypto', notes: [] });
    expect(await derivePbes2Key(request, { runtime: {} })).toEqual({ done: true, value, by: 'javascript', notes: [] });
  }
});

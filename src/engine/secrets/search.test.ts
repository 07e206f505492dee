import { createHmac } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { searchSecret } from '../index.ts';
import { hmacSigned } from '../testing/lint-cases/signed.ts';
import { jwe, jws, segment } from '../testing/lint-tokens.ts';
import { KNOWN_SECRETS } from './known-secrets.ts';
import { type SearchProgress, searchSecret as searchWith } from './search.ts';
import { variationsOf } from './variations.ts';

const CLAIMS = { iss: 'https://issuer.example', sub: 'u-1', exp: 1_795_525_200 };
const RANDOM = 'q8Zr!2mVx0T;u7Lw#Jd5eGh^Ya1CoPs9kNfB3';
const ALGS = ['HS256', 'HS384', 'HS512'] as const;
const made = (secret: string | Uint8Array, alg = 'HS256') => hmacSigned({ alg, typ: 'JWT' }, CLAIMS, secret);

describe('a secret that is known', () => {
  test.each(ALGS)('is found under %s', async (alg) => {
    expect(await searchSecret({ token: made('secret', alg) })).toEqual({
      found: true,
      secret: 'secret',
      reading: 'utf8',
      variation: 'as it stands',
      from: 'known',
      tried: 1,
    });
  });

  test.each([
    ['SECRET', 'utf8', 'upper case'],
    ['Changeme', 'utf8', 'capitalized'],
    ['secret2024', 'utf8', 'with a suffix'],
    ['Password123!', 'utf8', 'with a suffix'],
    ['thistokenisnotsosecretchangeit', 'utf8', 'lower case'],
    ['', 'utf8', 'as it stands'],
    ['Y2hhbmdlbWU=', 'utf8', 'base64 of it'],
    ["it's a secret", 'utf8', 'as it stands'],
    ['contraseña', 'utf8', 'as it stands'],
  ])('%j is found', async (secret, reading, variation) => {
    const answer = await searchSecret({ token: made(secret) });
    expect(answer).toMatchObject({ found: true, secret, reading, variation, from: 'known' });
  });

  test.each([
    ['the key of RFC 7515 appendix A.1', KNOWN_SECRETS.find((text) => text.startsWith('AyM1')) ?? '', 'base64url'],
    ['a secret that is hexadecimal', '09d25e094faa6ca2556c818166b7a9563b93f7099f6f0f4caa6cf63b88e8d3e7', 'hex'],
  ] as const)('%s is found by the bytes that it stands for', async (_, secret, reading) => {
    const answer = await searchSecret({ token: made(Buffer.from(secret, reading)) });
    expect(answer).toMatchObject({ found: true, secret, reading });
  });

  test('is found for a payload that is not encoded, one that is elsewhere, and in the JSON serialization', async () => {
    const header = { alg: 'HS256', b64: false, crit: ['b64'] };
    const mac = createHmac('sha256', 'changeme')
      .update(`${segment(header)}.$.02`)
      .digest('base64url');
    const parts = { protected: segment(header), payload: '$.02', signature: mac };
    expect(await searchSecret({ token: JSON.stringify(parts) })).toMatchObject({ secret: 'changeme' });
    const detached = { token: `${parts.protected}..${mac}`, detachedPayload: '$.02' };
    expect(await searchSecret(detached)).toMatchObject({ secret: 'changeme' });
    // a token that has its own payload is made with that one
    expect(await searchSecret({ token: made('key'), detachedPayload: 'x' })).toMatchObject({ secret: 'key' });
  });

  test('is found for a long token too, where WebCrypto does the work, and without it', async () => {
    const token = hmacSigned({ alg: 'HS256' }, { ...CLAIMS, text: 'x'.repeat(20_000) }, 'supersecret');
    const answer = { found: true, secret: 'supersecret', reading: 'utf8', from: 'known' };
    expect(await searchSecret({ token })).toMatchObject(answer);
    expect(await searchSecret({ token }, { runtime: {} })).toMatchObject(answer);
    expect(await searchSecret({ token: made('supersecret') }, { runtime: {} })).toMatchObject(answer);
  });
});

describe('a list of one’s own', () => {
  const list = '\ufefffirst word\r\n\r\n  padded-word \r\nYWJjZGVmZ2hpamtsbW5vcA==\nlast-word';

  test.each([
    ['first word', 'first word', 'utf8', 'as it stands'],
    ['last-word', 'last-word', 'utf8', 'as it stands'],
    ['  padded-word ', '  padded-word ', 'utf8', 'as it stands'],
    ['padded-word', 'padded-word', 'utf8', 'trimmed'],
    ['abcdefghijklmnop', 'YWJjZGVmZ2hpamtsbW5vcA==', 'base64', 'as it stands'],
  ])('holds %j', async (key, secret, reading, variation) => {
    const answer = await searchSecret({ token: made(key), list });
    expect(answer).toMatchObject({ found: true, secret, reading, variation, from: 'list' });
  });

  test('is varied where that is asked for', async () => {
    expect(await searchSecret({ token: made('last-word2025'), list })).toMatchObject({ found: false });
    const varied = await searchSecret({ token: made('last-word2025'), list, varyList: true });
    expect(varied).toMatchObject({ found: true, secret: 'last-word2025', variation: 'with a suffix', from: 'list' });
  });

  test('may be of 20,000,000 characters', async () => {
    const answer = await searchSecret({ token: made(RANDOM), list: 'x'.repeat(20_000_001) });
    expect(answer).toEqual({
      cannot: 'list-too-long',
      message: 'The list has 20,000,001 characters; up to 20,000,000 are searched. Split it.',
    });
  });
});

test('what nobody can guess is not found, and how many were tried is told', async () => {
  const answer = await searchSecret({ token: made(RANDOM) });
  expect(answer).toEqual({ found: false, tried: expect.any(Number) });
  expect('tried' in answer && answer.tried).toBeGreaterThan(10_000);
});

describe('there is nothing to search for in', () => {
  const token = made('secret');
  test.each([
    ['no token', 'There is no token here.', 'no-token'],
    ['an encrypted token', jwe({ alg: 'dir', enc: 'A256GCM' }), 'encrypted'],
    ['an unsecured token', jws({ alg: 'none' }, CLAIMS, ''), 'unsecured'],
    ['a token signed with a key pair', jws({ alg: 'ES256' }, CLAIMS), 'no-hmac'],
    ['a token with an algorithm that nobody knows', jws({ alg: 'HS1' }, CLAIMS), 'no-hmac'],
    ['a token without an algorithm', jws({ typ: 'JWT' }, CLAIMS), 'malformed'],
    ['a token with a padded payload', token.replace(/\.(.*)\./, '.$1=.'), 'malformed'],
    ['a token whose payload is elsewhere', token.replace(/\..*\./, '..'), 'payload-detached'],
    ['a token without its signature', `${token.slice(0, token.lastIndexOf('.'))}.`, 'signature-empty'],
    ['a token with a part of its signature', token.slice(0, -3), 'signature-length'],
  ])('%s', async (_, text, cannot) => {
    expect(await searchSecret({ token: text })).toEqual({ cannot, message: expect.stringMatching(/^[A-Z].*\.$/) });
  });
});

describe('a long search', () => {
  const list = Array.from({ length: 300_000 }, (_, index) => `word-${index}`).join('\n');

  test('tells how far it is, never goes back, and ends within its total', async () => {
    const seen: SearchProgress[] = [];
    // a clock that runs fast: a tenth of a second for each look
    let time = 0;
    const options = { clockMs: () => (time += 50), onProgress: (progress: SearchProgress) => void seen.push(progress) };
    const answer = await searchWith({ token: made(RANDOM), list: list.slice(0, 100_000) }, options);
    expect(answer).toMatchObject({ found: false });
    expect(seen.length).toBeGreaterThan(10);
    const done = seen.map((progress) => progress.done);
    expect(done).toEqual(done.toSorted((one, other) => one - other));
    expect(new Set(seen.map(({ total }) => total)).size).toBe(1);
    expect(done.at(-1)).toBeLessThanOrEqual(seen[0]?.total ?? 0);
    expect(seen.every(({ ratePerSecond }) => ratePerSecond > 0)).toBe(true);
  });

  test('stops with the reason of an abort', async () => {
    const reason = new Error('stopped');
    const controller = new AbortController();
    const search = searchSecret({ token: made(RANDOM), list }, { signal: controller.signal });
    setTimeout(() => controller.abort(reason), 100);
    await expect(search).rejects.toBe(reason);
    const before = searchSecret({ token: made(RANDOM) }, { signal: AbortSignal.abort(reason) });
    await expect(before).rejects.toBe(reason);
  });
});

describe('the list made here', () => {
  test('has 300 entries or more, each once and none with white space around', () => {
    expect(KNOWN_SECRETS.length).toBeGreaterThanOrEqual(300);
    expect(new Set(KNOWN_SECRETS).size).toBe(KNOWN_SECRETS.length);
    expect(KNOWN_SECRETS.filter((text) => text !== text.trim())).toEqual([]);
  });

  test('of each text there are few variations, each once, itself first', () => {
    const variations = variationsOf('Change-me');
    expect(variations[0]).toEqual({ text: 'Change-me', variation: 'as it stands' });
    expect(new Set(variations.map(({ text }) => text)).size).toBe(variations.length);
    expect(variations.length).toBeLessThan(60);
    expect(variationsOf('')).toEqual([{ text: '', variation: 'as it stands' }]);
    expect(variationsOf('\ud800').map(({ variation }) => variation)).not.toContain('base64 of it');
  });
});

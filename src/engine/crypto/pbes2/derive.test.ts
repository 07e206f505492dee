import { pbkdf2Sync } from 'node:crypto';
import fc from 'fast-check';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { strippedRuntime } from '../../testing/stripped-runtime.ts';
import { encodeBase64url } from '../../token/base64url.ts';
import { encodeUtf8 } from '../../token/utf8.ts';
import type { JsonObject } from '../../types.ts';
import { derivePbes2Key } from './derive.ts';

const ALGORITHMS = [
  ['PBES2-HS256+A128KW', 'sha256', 16],
  ['PBES2-HS384+A192KW', 'sha384', 24],
  ['PBES2-HS512+A256KW', 'sha512', 32],
] as const;
const PASSWORD = encodeUtf8('correct horse battery staple');
const SALT = new Uint8Array(16).fill(7);
const P2S = encodeBase64url(SALT);
const PLAIN_HTTP = { runtime: {} };

type Hash = (typeof ALGORITHMS)[number][1];

/** RFC 7518 section 4.8.1.1 by OpenSSL. */
function expectedKey(alg: string, hash: Hash, password: Uint8Array, salt: Uint8Array, rounds: number, length: number) {
  const saltValue = Buffer.concat([Buffer.from(alg), Buffer.of(0), salt]);
  return new Uint8Array(pbkdf2Sync(password, saltValue, rounds, length, hash));
}

describe.each(ALGORITHMS)('%s', (alg, hash, length) => {
  test.each([1, 2, 1000, 5999, 6000, 6001, 12_001])('%i rounds give the key of OpenSSL', async (p2c) => {
    const value = expectedKey(alg, hash, PASSWORD, SALT, p2c, length);
    const request = { alg, password: PASSWORD, header: { p2s: P2S, p2c } };
    expect(await derivePbes2Key(request)).toEqual({ done: true, value, by: 'webcrypto', notes: [] });
    const bare = { runtime: strippedRuntime('bare') };
    expect(await derivePbes2Key(request, bare)).toEqual({ done: true, value, by: 'webcrypto', notes: [] });
    expect(await derivePbes2Key(request, PLAIN_HTTP)).toEqual({ done: true, value, by: 'javascript', notes: [] });
  });

  test('any password and salt give the key of OpenSSL, by WebCrypto and in JavaScript', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ minLength: 1, maxLength: 300 }),
        fc.uint8Array({ maxLength: 300 }),
        fc.integer({ min: 1, max: 20 }),
        async (password, salt, p2c) => {
          const value = expectedKey(alg, hash, password, salt, p2c, length);
          const request = { alg, password, header: { p2s: encodeBase64url(salt), p2c } };
          const notes = salt.length < 8 ? ['salt-short'] : [];
          expect(await derivePbes2Key(request)).toEqual({ done: true, value, by: 'webcrypto', notes });
          expect(await derivePbes2Key(request, PLAIN_HTTP)).toEqual({ done: true, value, by: 'javascript', notes });
        },
      ),
      { numRuns: 40 },
    );
  });

  test('where WebCrypto refuses PBKDF2, JavaScript does it', async () => {
    const refusing = { importKey: () => Promise.reject(new DOMException('no', 'NotSupportedError')) };
    const subtle = new Proxy(globalThis.crypto.subtle, { get: (_, method) => Reflect.get(refusing, method) });
    const request = { alg, password: PASSWORD, header: { p2s: P2S, p2c: 10 } };
    const value = expectedKey(alg, hash, PASSWORD, SALT, 10, length);
    const answer = await derivePbes2Key(request, { runtime: { subtle } });
    expect(answer).toEqual({ done: true, value, by: 'javascript', notes: [] });
  });
});

describe('a header that cannot be used is named by its member', () => {
  test.each<[header: JsonObject, member: string, why: string]>([
    [{}, 'p2s', 'missing'],
    [{ p2c: 10 }, 'p2s', 'missing'],
    [{ p2s: 5, p2c: 10 }, 'p2s', 'not-text'],
    [{ p2s: null, p2c: 10 }, 'p2s', 'not-text'],
    [{ p2s: [P2S], p2c: 10 }, 'p2s', 'not-text'],
    [{ p2s: 'AAAA=', p2c: 10 }, 'p2s', 'not-base64url'],
    [{ p2s: 'a b', p2c: 10 }, 'p2s', 'not-base64url'],
    [{ p2s: P2S }, 'p2c', 'missing'],
    [{ p2s: P2S, p2c: null }, 'p2c', 'not-a-count'],
    [{ p2s: P2S, p2c: '1000' }, 'p2c', 'not-a-count'],
    [{ p2s: P2S, p2c: 0 }, 'p2c', 'not-a-count'],
    [{ p2s: P2S, p2c: -1000 }, 'p2c', 'not-a-count'],
    [{ p2s: P2S, p2c: 1000.5 }, 'p2c', 'not-a-count'],
    [{ p2s: P2S, p2c: 2 ** 53 }, 'p2c', 'not-a-count'],
    [{ p2s: P2S, p2c: Number.POSITIVE_INFINITY }, 'p2c', 'not-a-count'],
    [{ p2s: P2S, p2c: [] }, 'p2c', 'not-a-count'],
  ])('%j: %s is %s', async (header, member, why) => {
    const answer = await derivePbes2Key({ alg: 'PBES2-HS256+A128KW', password: PASSWORD, header });
    expect(answer).toEqual({ done: false, code: 'header-member', member, why });
  });
});

describe('rounds', () => {
  const ask = (p2c: number, maxRounds?: number) =>
    derivePbes2Key({ alg: 'PBES2-HS256+A128KW', password: PASSWORD, header: { p2s: P2S, p2c }, maxRounds });

  test('above 1,200,000 are not begun, unless more are allowed', async () => {
    const tooMany = { done: false, code: 'pbes2-rounds', rounds: 1_200_001, maxRounds: 1_200_000 };
    expect(await ask(1_200_001)).toEqual(tooMany);
    expect(await ask(1_200_000)).toMatchObject({ done: true });
    expect(await ask(1_200_001, 1_200_001)).toMatchObject({ done: true });
    expect(await ask(11, 10)).toEqual({ ...tooMany, rounds: 11, maxRounds: 10 });
  });

  test('above what can be counted are not begun, whatever is allowed', async () => {
    const tooMany = { done: false, code: 'pbes2-rounds', rounds: 2 ** 31, maxRounds: 2 ** 31 - 1 };
    expect(await ask(2 ** 31, 2 ** 40)).toEqual(tooMany);
  });
});

test('an empty password is said', async () => {
  const request = { alg: 'PBES2-HS256+A128KW', password: new Uint8Array(), header: { p2s: P2S, p2c: 10 } } as const;
  expect(await derivePbes2Key(request)).toEqual({ done: false, code: 'empty-key' });
});

test('a salt of a megabyte is taken', async () => {
  const salt = new Uint8Array(1_000_000).fill(1);
  const request = {
    alg: 'PBES2-HS256+A128KW',
    password: PASSWORD,
    header: { p2s: encodeBase64url(salt), p2c: 1 },
  } as const;
  const value = expectedKey(request.alg, 'sha256', PASSWORD, salt, 1, 16);
  expect(await derivePbes2Key(request)).toMatchObject({ done: true, value });
});

describe('progress', () => {
  const watch = async (p2c: number, options = {}) => {
    const seen: [done: number, total: number, estimated: boolean][] = [];
    const onProgress = (...report: [number, number, boolean]) => void seen.push(report);
    const header = { p2s: P2S, p2c };
    const request = { alg: 'PBES2-HS512+A256KW', password: PASSWORD, header, maxRounds: p2c, onProgress } as const;
    expect(await derivePbes2Key(request, options)).toMatchObject({ done: true });
    return seen;
  };

  test.each([
    ['by WebCrypto is estimated', 1_000_000, {}, true],
    ['in JavaScript is counted', 100_000, PLAIN_HTTP, false],
  ] as const)('%s, never goes back and never reaches the end before it', async (_, rounds, options, estimated) => {
    const seen = await watch(rounds, options);
    expect(seen.length).toBeGreaterThan(1);
    const done = seen.map(([value]) => value);
    expect(done).toEqual([...done].sort((one, other) => one - other));
    expect(Math.min(...done)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...done)).toBeLessThan(rounds);
    expect(new Set(seen.map(([, total, isEstimate]) => `${total} ${isEstimate}`))).toEqual(
      new Set([`${rounds} ${estimated}`]),
    );
  });

  test('of a run that is over at once is not told', async () => {
    expect(await watch(1000)).toEqual([]);
  });

  test('ends with the run', async () => {
    const seen = await watch(400_000);
    const told = seen.length;
    await new Promise((resolve) => setTimeout(resolve, 250));
    expect(seen).toHaveLength(told);
  });
});

describe('abort', () => {
  const reason = new Error('cancelled');

  test.each([
    ['WebCrypto', {}],
    ['JavaScript', PLAIN_HTTP],
  ])('stops %s within 100 ms, with the reason, and no report comes after it', async (_, options) => {
    const controller = new AbortController();
    const seen: number[] = [];
    const header = { p2s: P2S, p2c: 2_000_000 };
    const work = derivePbes2Key(
      {
        alg: 'PBES2-HS512+A256KW',
        password: PASSWORD,
        header,
        maxRounds: 2_000_000,
        onProgress: (done) => void seen.push(done),
      },
      { ...options, signal: controller.signal },
    );
    let abortedAt = 0;
    setTimeout(() => {
      abortedAt = performance.now();
      controller.abort(reason);
    }, 400);
    await expect(work).rejects.toBe(reason);
    expect(performance.now() - abortedAt).toBeLessThan(100);
    const told = seen.length;
    expect(told).toBeGreaterThan(0);
    await new Promise((resolve) => setTimeout(resolve, 250));
    expect(seen).toHaveLength(told);
  });

  test('before the work, during the trial run and where nothing is watched rejects as well', async () => {
    const request = { alg: 'PBES2-HS256+A128KW', password: PASSWORD, header: { p2s: P2S, p2c: 600_000 } } as const;
    await expect(derivePbes2Key(request, { signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
    for (const onProgress of [undefined, () => {}]) {
      const controller = new AbortController();
      const work = derivePbes2Key({ ...request, onProgress }, { signal: controller.signal });
      setTimeout(() => controller.abort(reason), 20);
      await expect(work).rejects.toBe(reason);
    }
  });
});

describe('code that does not arrive', () => {
  afterEach(() => {
    vi.doUnmock('./javascript.ts');
    vi.resetModules();
  });

  test('is said', async () => {
    vi.resetModules();
    vi.doMock('./javascript.ts', () => {
      throw new Error('refused');
    });
    const fresh = await import('./derive.ts');
    const request = { alg: 'PBES2-HS256+A128KW', password: PASSWORD, header: { p2s: P2S, p2c: 10 } } as const;
    expect(await fresh.derivePbes2Key(request, PLAIN_HTTP)).toEqual({ done: false, code: 'not-loaded' });
  });
});

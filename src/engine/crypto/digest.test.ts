import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { strippedRuntime } from '../testing/stripped-runtime.ts';
import { digest, isKnownHash } from './digest.ts';

const HASHES = [
  ['sha-256', 'sha256', 'webcrypto'],
  ['sha-384', 'sha384', 'webcrypto'],
  ['sha-512', 'sha512', 'webcrypto'],
  ['sha-224', 'sha224', 'javascript'],
  ['sha-512/256', 'sha512-256', 'javascript'],
  ['sha3-224', 'sha3-224', 'javascript'],
  ['sha3-256', 'sha3-256', 'javascript'],
  ['sha3-384', 'sha3-384', 'javascript'],
  ['sha3-512', 'sha3-512', 'javascript'],
] as const;

describe.each(HASHES)('%s', (name, openssl, by) => {
  test('is that of OpenSSL for any bytes, by WebCrypto and in JavaScript', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 600 }), async (input) => {
        const bytes = new Uint8Array(createHash(openssl).update(input).digest());
        expect(await digest(name, input)).toEqual({ bytes, by });
        expect(await digest(name, input, { runtime: {} })).toEqual({ bytes, by: 'javascript' });
        expect(await digest(name, input, { runtime: strippedRuntime('bare') })).toEqual({ bytes, by });
      }),
      { numRuns: 50 },
    );
  });

  test('reads a part of a larger buffer, and shared memory', async () => {
    const shared = new Uint8Array(new SharedArrayBuffer(64)).fill(5).subarray(3, 40);
    const bytes = new Uint8Array(createHash(openssl).update(shared).digest());
    for (const options of [{}, { runtime: {} }]) expect(await digest(name, shared, options)).toMatchObject({ bytes });
  });

  test('goes on in JavaScript where WebCrypto refuses it', async () => {
    const refusing = { digest: () => Promise.reject(new DOMException('no', 'NotSupportedError')) };
    const subtle = new Proxy(globalThis.crypto.subtle, { get: (_, method) => Reflect.get(refusing, method) });
    const bytes = new Uint8Array(createHash(openssl).update('x').digest());
    expect(await digest(name, Uint8Array.of(0x78), { runtime: { subtle } })).toEqual({ bytes, by: 'javascript' });
  });
});

test.each(['md5', 'sha-1', 'SHA-256', 'sha256', 'sha-256 ', '', 'constructor', '__proto__', 'toString'])(
  '%j is not known',
  async (name) => {
    expect(isKnownHash(name)).toBe(false);
    expect(await digest(name, new Uint8Array())).toBeUndefined();
  },
);

test('names of the list are known', () => {
  expect(HASHES.filter(([name]) => !isKnownHash(name))).toEqual([]);
});

test('abort rejects with the reason, before and during the work', async () => {
  const reason = new Error('overtaken');
  await expect(digest('sha-256', new Uint8Array(), { signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
  const during = new AbortController();
  const works = ['sha-256', 'sha3-256'].map((name) =>
    expect(digest(name, new Uint8Array(), { signal: during.signal })).rejects.toBe(reason),
  );
  during.abort(reason);
  await Promise.all(works);
});

describe('code that does not arrive', () => {
  afterEach(() => {
    vi.doUnmock('@noble/hashes/sha3.js');
    vi.resetModules();
  });

  test('leaves a known hash without an answer', async () => {
    vi.resetModules();
    vi.doMock('@noble/hashes/sha3.js', () => {
      throw new Error('refused');
    });
    const fresh = await import('./digest.ts');
    expect(fresh.isKnownHash('sha3-256')).toBe(true);
    expect(await fresh.digest('sha3-256', new Uint8Array())).toBeUndefined();
  });
});

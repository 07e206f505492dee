import { constants, deflateRawSync, deflateSync, gzipSync, inflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { deflateRaw, inflateRaw } from './zip.ts';

const LIMIT = 10_000_000;
const TEXT = Buffer.from(
  JSON.stringify(Array.from({ length: 3000 }, (_, index) => ({ index, value: Math.sin(index) }))),
);
const RAW = deflateRawSync(TEXT);

/** The kind and, byte for byte, the content. */
async function expectInflated(stream: Uint8Array, kind: 'inflated' | 'zlib', content: Uint8Array): Promise<void> {
  const answer = await inflateRaw(stream, LIMIT);
  if (answer.kind !== 'inflated' && answer.kind !== 'zlib') throw new Error(answer.kind);
  expect(answer.kind).toBe(kind);
  expect(Buffer.compare(answer.bytes, content)).toBe(0);
}

test('what is deflated is inflated again, here and by zlib', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 3000 }), async (bytes) => {
      const deflated = await deflateRaw(bytes);
      await expectInflated(deflated, 'inflated', bytes);
      expect(Buffer.compare(inflateRawSync(deflated), bytes)).toBe(0);
      await expectInflated(deflateRawSync(bytes), 'inflated', bytes);
    }),
    { numRuns: 60 },
  );
});

test.each([0, 1, 9])('a stream of level %i is inflated', async (level) => {
  await expectInflated(deflateRawSync(TEXT, { level }), 'inflated', TEXT);
});

describe('the limit', () => {
  test('counts bytes that come out, and one more is too many', async () => {
    expect(await inflateRaw(RAW, TEXT.length)).toMatchObject({ kind: 'inflated' });
    const answer = await inflateRaw(RAW, TEXT.length - 1);
    expect(answer).toEqual({ kind: 'too-large', limit: TEXT.length - 1, atLeast: TEXT.length });
  });

  test('holds for zlib as well', async () => {
    const answer = await inflateRaw(deflateSync(TEXT), 1000);
    expect(answer).toMatchObject({ kind: 'too-large', limit: 1000 });
  });

  test('stops a bomb of 1 GB at once, and without the memory', async () => {
    const tenMegabytes = deflateRawSync(Buffer.alloc(10_000_000), { finishFlush: constants.Z_FULL_FLUSH });
    const bomb = Buffer.concat([...Array.from({ length: 100 }, () => tenMegabytes), deflateRawSync('')]);
    const before = process.memoryUsage();
    const start = process.cpuUsage();
    const answer = await inflateRaw(bomb, LIMIT);
    const spent = process.cpuUsage(start);
    const after = process.memoryUsage();
    // microseconds of work: on a busy machine it may have to wait for long
    expect(spent.user + spent.system).toBeLessThan(1_000_000);
    expect(answer).toMatchObject({ kind: 'too-large', limit: LIMIT });
    expect(answer.kind === 'too-large' && answer.atLeast).toBeLessThan(LIMIT + 16 * 1024 * 1032);
    expect(after.arrayBuffers - before.arrayBuffers).toBeLessThan(3 * LIMIT);
    expect(after.rss - before.rss).toBeLessThan(10 * LIMIT);
  });
});

test('a zlib frame is told, and what is in it inflated', async () => {
  for (const level of [1, 6, 9]) await expectInflated(deflateSync(TEXT, { level }), 'zlib', TEXT);
});

describe('what was never compressed', () => {
  const TEXTS = [
    '',
    '{}',
    '{"iss":"joe","exp":1300819380,"http://example.com/is_root":true}',
    'Live long and prosper.',
    'eyJhbGciOiJIUzI1NiJ9.e30.AAAA',
    'x\u009c',
    JSON.stringify(Object.fromEntries(Array.from({ length: 500 }, (_, index) => [`claim${index}`, index]))),
  ];
  test.each(TEXTS)('is told of the text %j', async (text) => {
    expect(await inflateRaw(new TextEncoder().encode(text), LIMIT)).toEqual({ kind: 'not-compressed' });
  });

  test('is told of any JSON object', async () => {
    await fc.assert(
      fc.asyncProperty(fc.dictionary(fc.string(), fc.json()), async (claims) => {
        const bytes = new TextEncoder().encode(JSON.stringify(claims));
        expect(await inflateRaw(bytes, LIMIT)).toEqual({ kind: 'not-compressed' });
      }),
      { numRuns: 200 },
    );
  });

  test('is told of bytes that are no stream from the first block on', async () => {
    expect(await inflateRaw(Uint8Array.of(0xff, 0xfe, 0, 1, 2, 3, 4, 5), LIMIT)).toEqual({ kind: 'not-compressed' });
    expect(await inflateRaw(gzipSync(TEXT), LIMIT)).toEqual({ kind: 'not-compressed' });
  });
});

describe('a broken stream', () => {
  test.each([5000, 20_000, RAW.length - 1])('is told of the first %i bytes', async (length) => {
    const answer = await inflateRaw(RAW.subarray(0, length), LIMIT);
    expect(answer.kind).toBe('broken');
    const atLeast = answer.kind === 'broken' ? answer.atLeast : -1;
    expect(atLeast).toBeLessThanOrEqual(TEXT.length);
    if (length >= 20_000) expect(atLeast).toBeGreaterThan(TEXT.length / 3);
  });

  test('is told where a block is damaged', async () => {
    const good = deflateRawSync(TEXT, { finishFlush: constants.Z_FULL_FLUSH });
    // the block type 11 is reserved (RFC 1951 section 3.2.3)
    const damaged = Buffer.concat([good, Buffer.of(0b111), Buffer.alloc(2000, 9)]);
    expect((await inflateRaw(damaged, LIMIT)).kind).toBe('broken');
  });

  test('is told where bytes follow its end', async () => {
    for (const length of [1, 8, 9000]) {
      const answer = await inflateRaw(Buffer.concat([RAW, Buffer.alloc(length, 5)]), LIMIT);
      expect(answer.kind).toBe('broken');
    }
  });

  test('is told of a zlib frame that is cut, or whose checksum is another one', async () => {
    const framed = deflateSync(TEXT);
    expect((await inflateRaw(framed.subarray(0, 9000), LIMIT)).kind).toBe('broken');
    const changed = Buffer.from(framed);
    changed.writeUInt8(changed.readUInt8(framed.length - 1) ^ 1, framed.length - 1);
    expect((await inflateRaw(changed, LIMIT)).kind).toBe('broken');
  });
});

test('any bytes get an answer', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), async (bytes) => {
      const { kind } = await inflateRaw(bytes, 1000);
      expect(['inflated', 'zlib', 'too-large', 'not-compressed', 'broken']).toContain(kind);
    }),
    { numRuns: 300 },
  );
});

test('an abort rejects with its reason, before and during the work', async () => {
  const reason = new Error('overtaken');
  await expect(inflateRaw(RAW, LIMIT, { signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
  const during = new AbortController();
  const work = inflateRaw(RAW, LIMIT, { signal: during.signal });
  during.abort(reason);
  await expect(work).rejects.toBe(reason);
});

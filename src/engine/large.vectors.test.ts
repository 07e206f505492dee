/** Tokens up to 8 MiB are handled whole; longer ones are named with their length and not opened. */
import { createHmac } from 'node:crypto';
import { expect, it } from 'vitest';
import { inspect } from './index.ts';
import { runVectors } from './testing/run-vectors.ts';

const LIMIT = 8 * 1024 * 1024;
const SECRET = 'a-text-secret-of-more-than-32-bytes-for-HS256';

/** A signed HS256 token with exactly this many characters: its payload is as many zero bytes as it takes. */
function tokenOfLength(length: number): string {
  const header = Buffer.from('{"alg":"HS256"}').toString('base64url');
  const payload = 'A'.repeat(length - header.length - 43 - 2);
  const input = `${header}.${payload}`;
  return `${input}.${createHmac('sha256', SECRET).update(input).digest('base64url')}`;
}

it('verifies a token of 8 MiB and opens none that is longer', { timeout: 60_000 }, async () => {
  const longest = tokenOfLength(LIMIT);
  const longer = tokenOfLength(LIMIT + 1);
  expect([longest.length, longer.length]).toEqual([LIMIT, LIMIT + 1]);
  const keys = [{ text: SECRET }];
  const cases = [
    { id: 'longest', input: { text: longest, keys }, expect: { state: 'verified', code: 'signature-match' } },
    { id: 'longer', input: { text: longer, keys }, expect: { state: 'unsupported', code: 'token-too-long' } },
  ] as const;
  expect(await runVectors(cases, inspect)).toEqual({ passed: 2, failed: [] });
});

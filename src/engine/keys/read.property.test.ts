/** Any text gives a report, soon, and never an exception. */
import { generateKeyPairSync } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { KeyEncoding } from '../types.ts';
import { keyTextFromBytes } from './key-text.ts';
import { readKey } from './read.ts';

const SEED = 7518;
const encodings = fc.constantFrom<KeyEncoding>('auto', 'auto', 'utf8', 'base64', 'base64url', 'hex');

const pairs = [
  generateKeyPairSync('rsa', { modulusLength: 1024 }),
  generateKeyPairSync('ec', { namedCurve: 'P-256' }),
  generateKeyPairSync('ec', { namedCurve: 'secp256k1' }),
  generateKeyPairSync('ed25519'),
  generateKeyPairSync('x448'),
];
const seeds = pairs.flatMap(({ publicKey, privateKey }) => [
  publicKey.export({ type: 'spki', format: 'pem' }).toString(),
  privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  privateKey.export({ type: 'pkcs8', format: 'der' }).toString('base64'),
  JSON.stringify(privateKey.export({ format: 'jwk' })),
  JSON.stringify({ keys: [publicKey.export({ format: 'jwk' })] }, null, 1),
]);
seeds.push('ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAINpqPF2IxBSG3ChisZo4OutBP3FyCh11uTxNv019+HX6 a@b');

/** A key text with a run of it replaced, doubled or taken away. */
const mutated = fc
  .record({
    text: fc.constantFrom(...seeds),
    at: fc.nat(2000),
    length: fc.nat(40),
    put: fc.oneof(
      fc.string({ unit: 'binary', maxLength: 8 }),
      fc.constantFrom('', '-----', '\\n', '=', '"', '\u00a0', 'AAAA'),
    ),
  })
  .map(({ text, at, length, put }) => {
    const start = at % (text.length + 1);
    return text.slice(0, start) + put + text.slice(start + length);
  });

async function expectReport(text: string, encoding: KeyEncoding, passphrase: string): Promise<void> {
  const { report, kind } = await readKey({ text, encoding, passphrase });
  expect(report.problem?.code).not.toBe('not-loaded');
  expect(report.problem?.message ?? 'a sentence').not.toMatch(/undefined|NaN|\[object/);
  if (kind === 'unreadable') expect(report.problem?.message).toMatch(/\.$/);
  const at = report.problem?.at ?? 0;
  expect(at).toBeGreaterThanOrEqual(0);
  expect(at).toBeLessThanOrEqual(text.length);
}

describe('readKey', () => {
  it('answers any text', async () => {
    const texts = fc.oneof(fc.string({ unit: 'binary' }), fc.string(), fc.json(), fc.base64String(), fc.webUrl());
    await fc.assert(fc.asyncProperty(texts, encodings, fc.string(), expectReport), { seed: SEED, numRuns: 3000 });
  });

  it('answers any mutated key', { timeout: 60_000 }, async () => {
    await fc.assert(fc.asyncProperty(mutated, encodings, fc.string(), expectReport), { seed: SEED, numRuns: 3000 });
  });

  it('answers the text of any file', async () => {
    const files = fc.uint8Array({ maxLength: 200 }).map(keyTextFromBytes);
    await fc.assert(fc.asyncProperty(files, encodings, fc.string(), expectReport), { seed: SEED, numRuns: 1000 });
  });

  it('never uses a mutated private key whose halves belong to two keys', { timeout: 60_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(mutated, async (text) => {
        const read = await readKey({ text });
        if (read.kind !== 'keys') return;
        for (const { privateJwk, publicJwk } of read.keys) {
          if (privateJwk !== undefined) expect(privateJwk).toMatchObject(publicJwk);
        }
      }),
      { seed: SEED, numRuns: 500 },
    );
  });

  const MEGABYTE = 1_000_000;
  /** Of the processor's time. Each takes well below one second; what grows with the square of the text takes minutes. */
  const LIMIT_MS = 4000;
  it.each<[string, string]>([
    ['dashes', '-'.repeat(MEGABYTE)],
    ['BEGIN words', 'BEGIN '.repeat(MEGABYTE / 6)],
    ['BEGIN lines', '-----BEGIN PUBLIC KEY-----\n'.repeat(MEGABYTE / 27)],
    ['base64 in one block', `-----BEGIN PUBLIC KEY-----\n${'A'.repeat(MEGABYTE)}\n-----END PUBLIC KEY-----`],
    ['backslashes in a block', `-----BEGIN PUBLIC KEY-----${'\\'.repeat(MEGABYTE)}`],
    ['bare base64', 'MIIB'.repeat(MEGABYTE / 4)],
    ['nested DER', Buffer.from(Array.from({ length: MEGABYTE / 2 }, () => 0x30)).toString('base64')],
    ['hex pairs', 'ab:'.repeat(MEGABYTE / 3)],
    ['blanks', `${' '.repeat(MEGABYTE)}x`],
    ['equals signs', `a${'='.repeat(MEGABYTE)}b`],
    ['brackets', '['.repeat(MEGABYTE)],
    ['braces', '{"a":'.repeat(MEGABYTE / 5)],
    ['words', 'ssh-rsa '.repeat(MEGABYTE / 8)],
    ['lines', 'x ssh-rsa AAAA\n'.repeat(MEGABYTE / 15)],
    ['a token', `eyJhbGciOiJub25lIn0.${'A'.repeat(MEGABYTE)}`],
    ['a large n', JSON.stringify({ kty: 'RSA', e: 'AQAB', n: '_'.repeat(MEGABYTE) })],
    ['a large d', JSON.stringify({ ...pairs[0]?.privateKey.export({ format: 'jwk' }), d: '_'.repeat(MEGABYTE) })],
    ['a large e', JSON.stringify({ kty: 'RSA', e: '_'.repeat(MEGABYTE), n: '_'.repeat(400) })],
    ['a large k', JSON.stringify({ kty: 'oct', k: '_'.repeat(MEGABYTE) })],
  ])('answers a megabyte of %s in time', { timeout: 60_000 }, async (_name, text) => {
    for (const encoding of ['auto', 'utf8', 'base64', 'hex'] as const) {
      const before = process.cpuUsage();
      await expectReport(text, encoding, 'passphrase');
      const { user, system } = process.cpuUsage(before);
      expect((user + system) / 1000).toBeLessThan(LIMIT_MS);
    }
  });
});

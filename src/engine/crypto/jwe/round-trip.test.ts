import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { unwrap } from '../../testing/crypto-answers.ts';
import { keyFor, sealedContent } from '../../testing/sealed-content.ts';
import { strippedRuntime } from '../../testing/stripped-runtime.ts';
import type { Runtime } from '../answer.ts';
import { CONTENT_ENCRYPTION } from './content-encryption.ts';
import { decryptContent } from './decrypt.ts';
import { wrapContentKey } from './encrypt.ts';
import { generateKeyFor } from './generate.ts';
import { KEY_MANAGEMENT_ALGORITHMS } from './key-management.ts';

const ENTRIES = Object.values(KEY_MANAGEMENT_ALGORITHMS).filter(({ canEncrypt }) => canEncrypt);
const ENCS = Object.values(CONTENT_ENCRYPTION);
const FEW_ROUNDS = { p2c: 1000 };
const CHROMIUM = strippedRuntime('chromium');

/** Made by one, opened by another: what differs between them is by whom the primitives are done. */
const WAYS: readonly (readonly [from: Runtime | undefined, to: Runtime | undefined])[] = [
  [undefined, {}],
  [{}, undefined],
  [CHROMIUM, undefined],
  [undefined, CHROMIUM],
];

describe.each(ENTRIES)('$alg', ({ alg, mode }) => {
  test.each(ENCS)(
    '$enc is opened again, by WebCrypto, without it and with one that lacks 192 bits',
    async ({ enc }) => {
      const key = await keyFor(alg, enc);
      const bytes = fc.uint8Array({ maxLength: 70 });
      await fc.assert(
        fc.asyncProperty(bytes, fc.constantFrom(...WAYS), async (plaintext, [from, to]) => {
          const content = await sealedContent({ alg, enc, key, plaintext, header: FEW_ROUNDS }, { runtime: from });
          const answer = await decryptContent(alg, enc, key, content, { runtime: to });
          expect(answer).toMatchObject({ done: true, opened: true, notes: [] });
          expect(answer.done && answer.opened && [...answer.plaintext]).toEqual([...plaintext]);
        }),
        { numRuns: mode === 'password' || mode === 'transport' ? 4 : 8 },
      );
    },
  );
});

test.each(['P-384', 'P-521', 'X25519', 'X448'] as const)('ECDH-ES works on %s as well', async (crv) => {
  for (const alg of ['ECDH-ES', 'ECDH-ES+A192KW'] as const)
    for (const [from, to] of WAYS) {
      const key = unwrap(await generateKeyFor(alg, 'A256GCM', { crv, runtime: from }));
      const plaintext = Uint8Array.of(1, 2, 3);
      const header = { apu: 'QWxpY2U', apv: 'Qm9i' };
      const content = await sealedContent({ alg, enc: 'A256GCM', key, plaintext, header }, { runtime: from });
      const answer = await decryptContent(alg, 'A256GCM', key, content, { runtime: to });
      expect(answer).toMatchObject({ opened: true, plaintext });
    }
});

test.each(ENTRIES)('$alg: nothing that must be new is ever used again', async ({ alg, mode }) => {
  const enc = 'A128GCM';
  const key = await keyFor(alg, enc);
  const plaintext = new Uint8Array(5);
  const [one, other] = [
    await sealedContent({ alg, enc, key, plaintext, header: FEW_ROUNDS }),
    await sealedContent({ alg, enc, key, plaintext, header: FEW_ROUNDS }),
  ];
  expect(one.iv).not.toEqual(other.iv);
  expect(one.ciphertext).not.toEqual(other.ciphertext);
  if (one.encryptedKey.length > 0) expect(one.encryptedKey).not.toEqual(other.encryptedKey);
  const isNew = { agreement: 'epk', 'agreement-wrap': 'epk', password: 'p2s', 'gcm-wrap': 'iv' };
  const member = Object.entries(isNew).find(([name]) => name === mode)?.[1];
  if (member !== undefined) expect(one.header[member]).not.toEqual(other.header[member]);
});

const BIG = new Uint8Array(100_000).map((_, index) => index * 7);
test.each(ENCS)('$enc opens a large content that it sealed in another way', async ({ enc }) => {
  const key = await keyFor('dir', enc);
  for (const [from, to] of WAYS) {
    const content = await sealedContent({ alg: 'dir', enc, key, plaintext: BIG }, { runtime: from });
    const answer = await decryptContent('dir', enc, key, content, { runtime: to });
    expect(answer.done && answer.opened && Buffer.compare(answer.plaintext, BIG)).toBe(0);
  }
});

test.each(ENTRIES)('$alg says by whom the work was done', async ({ alg, wrapKeyBytes }) => {
  const enc = 'A128GCM';
  const key = await keyFor(alg, enc);
  const plaintext = new Uint8Array(3);
  const expected = [
    [undefined, 'webcrypto'],
    [{}, 'javascript'],
    [CHROMIUM, wrapKeyBytes === 24 ? 'javascript' : 'webcrypto'],
  ] as const;
  for (const [runtime, by] of expected) {
    const content = await sealedContent({ alg, enc, key, plaintext, header: FEW_ROUNDS }, { runtime });
    const answer = await decryptContent(alg, enc, key, content, { runtime });
    expect(answer).toEqual({ done: true, opened: true, plaintext, by, notes: [] });
    const wrong = { ...content, ciphertext: new Uint8Array(9) };
    expect(await decryptContent(alg, enc, key, wrong, { runtime })).toEqual({ done: true, opened: false, by });
  }
});

const DIRECT = ['dir', 'ECDH-ES'];

test.each(ENTRIES.filter(({ alg }) => !DIRECT.includes(alg)))(
  '$alg gives a second recipient the same content key',
  async ({ alg }) => {
    const enc = 'A128CBC-HS256';
    const first = await keyFor('A128KW', enc);
    const second = await keyFor(alg, enc);
    const plaintext = Uint8Array.of(9, 8, 7);
    const cek = new Uint8Array(32).fill(5);
    const content = await sealedContent({ alg: 'dir', enc, key: { secret: cek }, plaintext });
    for (const [to, key] of [
      ['A128KW', first],
      [alg, second],
    ] as const) {
      const wrapped = await wrapContentKey(to, enc, key, cek, FEW_ROUNDS);
      if (!wrapped.done) throw new Error(wrapped.code);
      const { encryptedKey, members } = wrapped.value;
      const answer = await decryptContent(to, enc, key, { ...content, encryptedKey, header: members });
      expect(answer).toMatchObject({ opened: true, plaintext });
    }
  },
);

test.each(['dir', 'ECDH-ES'] as const)('%s cannot, since its key is the content key', async (alg) => {
  const key = await keyFor(alg, 'A128GCM');
  const answer = await wrapContentKey(alg, 'A128GCM', key, new Uint8Array(16), {});
  expect(answer).toEqual({ done: false, code: 'content-key-fixed' });
});

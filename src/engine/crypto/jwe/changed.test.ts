import { describe, expect, test } from 'vitest';
import { keyFor, sealedContent, withFlippedBit } from '../../testing/sealed-content.ts';
import { decodeBase64url, encodeBase64url } from '../../token/base64url.ts';
import type { Runtime } from '../answer.ts';
import { CONTENT_ENCRYPTION } from './content-encryption.ts';
import { decryptContent } from './decrypt.ts';
import { generateKeyFor } from './generate.ts';
import { KEY_MANAGEMENT_ALGORITHMS } from './key-management.ts';

const PLAINTEXT = Uint8Array.from({ length: 19 }, (_, index) => index);
const ENTRIES = Object.values(KEY_MANAGEMENT_ALGORITHMS).filter(({ canEncrypt }) => canEncrypt);
const ENCS = Object.values(CONTENT_ENCRYPTION);
const RUNTIMES: readonly (readonly [name: string, runtime: Runtime | undefined])[] = [
  ['WebCrypto', undefined],
  ['JavaScript', {}],
];
const NO = { done: true, opened: false };
const FEW_ROUNDS = { p2c: 1000 };

describe.each(RUNTIMES)('by %s', (by, runtime) => {
  test.each(ENCS)('$enc: one flipped bit anywhere is a no', async ({ enc }) => {
    const key = await keyFor('dir', enc);
    const content = await sealedContent({ alg: 'dir', enc, key, plaintext: PLAINTEXT });
    for (const part of ['iv', 'ciphertext', 'tag', 'aad'] as const)
      for (let bit = 0; bit < content[part].length * 8; bit++) {
        const changed = { ...content, [part]: withFlippedBit(content[part], bit) };
        const answer = await decryptContent('dir', enc, key, changed, { runtime });
        expect(answer, `${part} bit ${bit}`).toMatchObject(NO);
      }
  });

  test.each(ENCS)('$enc: a part that is cut, or longer than it was, is a no', async ({ enc }) => {
    const key = await keyFor('dir', enc);
    const content = await sealedContent({ alg: 'dir', enc, key, plaintext: PLAINTEXT });
    for (const part of ['iv', 'ciphertext', 'tag', 'aad'] as const)
      for (const length of [0, 1, 8, 11, 12, 15, 16, 17, 24, 32, 33]) {
        const resized = new Uint8Array(length);
        resized.set(content[part].subarray(0, length));
        if (length === content[part].length) continue;
        const answer = await decryptContent('dir', enc, key, { ...content, [part]: resized }, { runtime });
        expect(answer, `${part} of ${length}`).toMatchObject(NO);
      }
  });

  test.each(ENCS)('$enc: a byte moved between ciphertext and tag is a no', async ({ enc }) => {
    const key = await keyFor('dir', enc);
    const content = await sealedContent({ alg: 'dir', enc, key, plaintext: PLAINTEXT });
    const joined = Uint8Array.of(...content.ciphertext, ...content.tag);
    for (const at of [content.ciphertext.length - 1, content.ciphertext.length + 1]) {
      const changed = { ...content, ciphertext: joined.subarray(0, at), tag: joined.subarray(at) };
      expect(await decryptContent('dir', enc, key, changed, { runtime })).toMatchObject(NO);
    }
  });

  const WRAPPING = ENTRIES.filter(({ mode }) => mode !== 'direct' && mode !== 'agreement');
  test.each(WRAPPING)('$alg: one flipped bit of the encrypted key is a no', async ({ alg, mode }) => {
    const enc = 'A128GCM';
    const key = await keyFor(alg, enc);
    const content = await sealedContent({ alg, enc, key, plaintext: PLAINTEXT, header: FEW_ROUNDS });
    const isSlow = mode !== 'wrap' && mode !== 'gcm-wrap';
    for (let bit = 0; bit < content.encryptedKey.length * 8; bit += isSlow ? 67 : 1) {
      const encryptedKey = withFlippedBit(content.encryptedKey, bit);
      const answer = await decryptContent(alg, enc, key, { ...content, encryptedKey }, { runtime });
      expect(answer, `bit ${bit}`).toMatchObject(NO);
    }
    const { length: whole } = content.encryptedKey;
    for (const length of [0, 1, 7, 8, 16, 23, whole - 1].filter((shorter) => shorter < whole)) {
      const encryptedKey = content.encryptedKey.subarray(0, length);
      expect(await decryptContent(alg, enc, key, { ...content, encryptedKey }, { runtime })).toMatchObject(NO);
    }
  });

  test.each(['A128GCMKW', 'A192GCMKW', 'A256GCMKW'] as const)(
    '%s: one flipped bit of iv or tag is a no',
    async (alg) => {
      const enc = 'A128GCM';
      const key = await keyFor(alg, enc);
      const content = await sealedContent({ alg, enc, key, plaintext: PLAINTEXT });
      for (const member of ['iv', 'tag']) {
        const bytes = decodeBase64url(String(content.header[member])).bytes ?? new Uint8Array();
        for (let bit = 0; bit < bytes.length * 8; bit += 3) {
          const header = { ...content.header, [member]: encodeBase64url(withFlippedBit(bytes, bit)) };
          const answer = await decryptContent(alg, enc, key, { ...content, header }, { runtime });
          expect(answer).toMatchObject(NO);
        }
      }
    },
  );

  test.each(ENTRIES)('$alg: another key of the same kind is a no', async ({ alg }) => {
    const enc = 'A256CBC-HS512';
    const key = await keyFor(alg, enc);
    const other = await generateKeyFor(alg, enc);
    if (!other.done) throw new Error(other.code);
    const content = await sealedContent({ alg, enc, key, plaintext: PLAINTEXT, header: FEW_ROUNDS });
    expect(await decryptContent(alg, enc, other.value, content, { runtime })).toMatchObject(NO);
  });

  test('a content key of another length than enc wants is a no', async () => {
    for (const alg of ['A128KW', 'A256GCMKW', 'RSA-OAEP'] as const) {
      const key = await keyFor(alg, 'A128GCM');
      const content = await sealedContent({ alg, enc: 'A128GCM', key, plaintext: PLAINTEXT });
      for (const enc of ['A256GCM', 'A192GCM', 'A128CBC-HS256', 'C20P'] as const)
        expect(await decryptContent(alg, enc, key, content, { runtime })).toMatchObject(NO);
    }
  });

  test('RSA: an encrypted key that is no number below the modulus is a no', async () => {
    for (const alg of ['RSA1_5', 'RSA-OAEP', 'RSA-OAEP-512'] as const) {
      const key = await keyFor('RSA-OAEP', 'A128GCM');
      const unbound = { kty: 'RSA', bits: 2048, publicJwk: key.publicJwk, privateJwk: key.privateJwk } as const;
      const content = await sealedContent({ alg: 'RSA-OAEP', enc: 'A128GCM', key, plaintext: PLAINTEXT });
      const values = [new Uint8Array(256), new Uint8Array(256).fill(255), new Uint8Array(255), new Uint8Array(257)];
      for (const encryptedKey of values) {
        const answer = await decryptContent(alg, 'A128GCM', unbound, { ...content, encryptedKey }, { runtime });
        expect(answer, `${alg} by ${by}`).toMatchObject(NO);
      }
    }
  });
});

/** Published messages, opened with keys derived here and everything else by OpenSSL. */
import { createDecipheriv, createHmac, createPrivateKey } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { projectRoot } from '../testing/project-root.ts';
import type { JsonObject } from '../types.ts';
import { type AgreementAlg, agreeOnKey } from './agreement/agree.ts';
import { isContentEncryption } from './jwe/content-encryption.ts';
import { derivePbes2Key, type Pbes2Alg } from './pbes2/derive.ts';

interface JweCase {
  readonly id: string;
  readonly kind: string;
  readonly token: string;
  readonly key: string;
  readonly keyFormat: string;
  readonly alg: string;
  readonly enc: string;
  readonly expect: 'valid' | 'invalid';
  readonly expectedPayload?: string;
}

const FOLDER = join(projectRoot(), '../shared/vectors');
const FILES = ['rfc7517.json', 'rfc7520-jwe.json', 'rfc8037.json', 'real-life.json'];
const there = existsSync(FOLDER);
const NAME = there ? 'published messages' : 'published messages (skipped: they do not lie beside the project)';

const cases = (there ? FILES : [])
  .flatMap((name): readonly JweCase[] => JSON.parse(readFileSync(join(FOLDER, name), 'utf8')))
  .filter(({ kind, token, expect: kindOfCase }) => kind === 'jwe' && kindOfCase === 'valid' && !token.startsWith('{'));

describe.skipIf(!there)(NAME, () => {
  test.each([{}, { runtime: {} }])('are opened with the key of ECDH-ES, runtime %#', async (options) => {
    const agreed = cases.filter(({ alg }) => alg.startsWith('ECDH-ES'));
    expect(agreed).toHaveLength(6);
    for (const entry of agreed) {
      const [header] = partsOf(entry);
      const { alg, enc } = entry;
      if (!isContentEncryption(enc)) throw new Error(enc);
      const request = { alg: alg as AgreementAlg, enc, header, ourKey: privateJwk(entry) };
      const answer = await agreeOnKey(request, options);
      if (!answer.done) throw new Error(answer.code);
      expect([entry.id, opened(entry, answer.value)]).toEqual([entry.id, entry.expectedPayload]);
    }
  });

  test.each([{}, { runtime: {} }])('are opened with the key of PBES2, runtime %#', async (options) => {
    const derived = cases.filter(({ alg }) => alg.startsWith('PBES2'));
    expect(derived).toHaveLength(3);
    for (const entry of derived) {
      const [header] = partsOf(entry);
      const request = { alg: entry.alg as Pbes2Alg, password: new TextEncoder().encode(entry.key), header };
      const answer = await derivePbes2Key(request, options);
      if (!answer.done) throw new Error(answer.code);
      expect([entry.id, opened(entry, answer.value)]).toEqual([entry.id, entry.expectedPayload]);
    }
  });
});

function partsOf({ token }: JweCase) {
  const [head = '', ...rest] = token.split('.');
  const header: JsonObject = JSON.parse(Buffer.from(head, 'base64url').toString());
  const [encryptedKey, iv, ciphertext, tag] = rest.map((part) => Buffer.from(part, 'base64url'));
  if (!encryptedKey || !iv || !ciphertext || !tag) throw new Error('not compact');
  return [header, { aad: Buffer.from(head), encryptedKey, iv, ciphertext, tag }] as const;
}

function privateJwk({ key, keyFormat }: JweCase): JsonObject {
  if (keyFormat === 'jwk') return JSON.parse(key);
  return JSON.parse(JSON.stringify(createPrivateKey(key).export({ format: 'jwk' })));
}

function opened(entry: JweCase, key: Uint8Array): string {
  const [, { aad, encryptedKey, iv, ciphertext, tag }] = partsOf(entry);
  const contentKey = entry.alg === 'ECDH-ES' ? Buffer.from(key) : unwrapped(key, encryptedKey);
  if (entry.enc.endsWith('GCM')) {
    const cipher = createDecipheriv(`aes-${contentKey.length * 8}-gcm` as 'aes-256-gcm', contentKey, iv);
    cipher.setAAD(aad).setAuthTag(tag);
    return Buffer.concat([cipher.update(ciphertext), cipher.final()]).toString();
  }
  const half = contentKey.length / 2;
  const bits = Buffer.alloc(8);
  bits.writeBigUInt64BE(BigInt(aad.length * 8));
  const mac = createHmac(`sha${half * 16}`, contentKey.subarray(0, half)).update(
    Buffer.concat([aad, iv, ciphertext, bits]),
  );
  expect(mac.digest().subarray(0, half)).toEqual(tag);
  const cipher = createDecipheriv(`aes-${half * 8}-cbc`, contentKey.subarray(half), iv);
  return Buffer.concat([cipher.update(ciphertext), cipher.final()]).toString();
}

/** RFC 3394. */
function unwrapped(key: Uint8Array, wrapped: Buffer): Buffer {
  const cipher = createDecipheriv(`id-aes${key.length * 8}-wrap`, key, Buffer.alloc(8, 0xa6));
  return Buffer.concat([cipher.update(wrapped), cipher.final()]);
}

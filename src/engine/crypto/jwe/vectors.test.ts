import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { materialFromJwk } from '../../keys/material.ts';
import { projectRoot } from '../../testing/project-root.ts';
import { decodeBase64url } from '../../token/base64url.ts';
import { isJsonObject } from '../../token/json-kind.ts';
import { encodeUtf8 } from '../../token/utf8.ts';
import type { JsonObject } from '../../types.ts';
import type { Runtime } from '../answer.ts';
import { isContentEncryption } from './content-encryption.ts';
import { decryptContent, type EncryptedContent } from './decrypt.ts';
import { fitOfKeyManagement, type JweKey } from './fit.ts';
import { isKeyManagementAlg } from './key-management.ts';
import { inflateRaw } from './zip.ts';

/** Public vectors, kept beside the project and not in it. */
const FOLDER = join(projectRoot(), '../shared/vectors');

interface VectorEntry {
  readonly id: string;
  readonly kind: string;
  readonly token: string;
  readonly key: string;
  readonly keyFormat: string;
  readonly expect: string;
  readonly expectedPayload?: string;
}

interface JsonJwe {
  readonly protected?: string;
  readonly unprotected?: JsonObject;
  readonly header?: JsonObject;
  readonly encrypted_key?: string;
  readonly recipients?: readonly { readonly header?: JsonObject; readonly encrypted_key?: string }[];
  readonly iv?: string;
  readonly ciphertext?: string;
  readonly tag?: string;
  readonly aad?: string;
}

function entriesOf(name: string): readonly VectorEntry[] {
  const entries: readonly VectorEntry[] = JSON.parse(readFileSync(join(FOLDER, name), 'utf8'));
  return entries.filter(({ kind }) => kind === 'jwe');
}

function bytesOf(text = ''): Uint8Array {
  return decodeBase64url(text).bytes ?? new Uint8Array();
}

function recipientsOf(token: string): readonly EncryptedContent[] {
  const jwe = token.startsWith('{') ? (JSON.parse(token) as JsonJwe) : compactParts(token);
  const protectedText = jwe.protected ?? '';
  const protectedHeader: JsonObject =
    protectedText === '' ? {} : JSON.parse(Buffer.from(protectedText, 'base64url').toString());
  return (jwe.recipients ?? [jwe]).map((recipient) => ({
    header: { ...protectedHeader, ...jwe.unprotected, ...recipient.header },
    encryptedKey: bytesOf(recipient.encrypted_key),
    iv: bytesOf(jwe.iv),
    ciphertext: bytesOf(jwe.ciphertext),
    tag: bytesOf(jwe.tag),
    aad: encodeUtf8(jwe.aad === undefined ? protectedText : `${protectedText}.${jwe.aad}`),
  }));
}

function compactParts(token: string): JsonJwe {
  const [header = '', encryptedKey = '', iv = '', ciphertext = '', tag = ''] = token.split('.');
  return { protected: header, encrypted_key: encryptedKey, iv, ciphertext, tag };
}

async function keysOf({ key, keyFormat }: VectorEntry): Promise<readonly JweKey[]> {
  if (keyFormat === 'utf8') return [{ secret: encodeUtf8(key) }];
  if (keyFormat === 'base64url' || keyFormat === 'hex' || keyFormat === 'base64')
    return [{ secret: new Uint8Array(Buffer.from(key, keyFormat)) }];
  const json = JSON.parse(key) as JsonObject;
  const jwks = Array.isArray(json.keys) ? json.keys.filter(isJsonObject) : [json];
  const read = await Promise.all(jwks.map((jwk) => materialFromJwk(jwk, 'jwk')));
  return read.flatMap(({ material }) => (material === undefined ? [] : [material]));
}

/** What comes of each recipient with each key that fits: the content, or 'no'. */
async function openAll(entry: VectorEntry, runtime?: Runtime): Promise<readonly string[]> {
  const answers: string[] = [];
  for (const content of recipientsOf(entry.token))
    for (const key of await keysOf(entry)) {
      const { alg, enc, zip } = content.header;
      if (typeof alg !== 'string' || !isKeyManagementAlg(alg)) throw new Error(`alg ${String(alg)}`);
      if (typeof enc !== 'string' || !isContentEncryption(enc)) throw new Error(`enc ${String(enc)}`);
      if (fitOfKeyManagement(alg, enc, key, 'decrypt') !== 'fits') continue;
      const answer = await decryptContent(alg, enc, key, content, { runtime });
      if (!answer.done) throw new Error(`${entry.id}: ${answer.code}`);
      answers.push(answer.opened ? await textOf(answer.plaintext, zip === 'DEF') : 'no');
    }
  return answers;
}

async function textOf(plaintext: Uint8Array, isCompressed: boolean): Promise<string> {
  if (!isCompressed) return Buffer.from(plaintext).toString();
  const inflated = await inflateRaw(plaintext, 10_000_000);
  return inflated.kind === 'inflated' ? Buffer.from(inflated.bytes).toString() : inflated.kind;
}

const FILES = [
  ['rfc7516.json', 15],
  ['rfc7517.json', 2],
  ['rfc7519.json', 4],
  ['rfc7520-jwe.json', 60],
  ['rfc8037.json', 4],
] as const;

describe.each(FILES)('%s', (name, count) => {
  if (!existsSync(FOLDER)) {
    test.skip('skipped, because the public vectors do not lie beside the project', () => undefined);
    return;
  }
  const entries = entriesOf(name);

  test(`has ${count} encrypted tokens`, () => expect(entries).toHaveLength(count));

  test.each(entries)('$id is $expect, by WebCrypto and without it', async (entry) => {
    for (const runtime of [undefined, {}]) {
      const answers = await openAll(entry, runtime);
      expect(answers).not.toEqual([]);
      expect(new Set(answers)).toEqual(new Set([entry.expect === 'valid' ? entry.expectedPayload : 'no']));
    }
  });
});

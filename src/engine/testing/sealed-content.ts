/** Encrypted content for tests of decryption, made by the engine. */
import type { ContentEncryption } from '../crypto/jwe/content-encryption.ts';
import type { EncryptedContent } from '../crypto/jwe/decrypt.ts';
import { type EncryptOptions, encryptContent, prepareContentKey } from '../crypto/jwe/encrypt.ts';
import type { JweKey } from '../crypto/jwe/fit.ts';
import { type GeneratedJweKey, generateKeyFor } from '../crypto/jwe/generate.ts';
import { KEY_MANAGEMENT_ALGORITHMS, type KeyManagementAlg } from '../crypto/jwe/key-management.ts';
import { encodeUtf8 } from '../token/utf8.ts';
import type { JsonObject } from '../types.ts';
import { unwrap } from './crypto-answers.ts';

export interface Wanted {
  readonly alg: KeyManagementAlg;
  readonly enc: ContentEncryption;
  readonly key: JweKey;
  readonly plaintext: Uint8Array;
  /** parameters beside `alg` and `enc` */
  readonly header?: JsonObject;
}

export async function sealedContent(wanted: Wanted, options: EncryptOptions = {}): Promise<EncryptedContent> {
  const { alg, enc, key, plaintext } = wanted;
  const given: JsonObject = { alg, enc, ...wanted.header };
  const prepared = await prepareContentKey(alg, enc, key, given, options);
  if (!prepared.done) throw new Error(`not prepared: ${prepared.code}`);
  const { cek, encryptedKey, members } = prepared.value;
  const header = { ...given, ...members };
  const aad = encodeUtf8(Buffer.from(JSON.stringify(header)).toString('base64url'));
  return { header, encryptedKey, aad, ...unwrap(await encryptContent(enc, cek, plaintext, aad, options)) };
}

const made = new Map<string, Promise<GeneratedJweKey>>();

/** A key for an algorithm; the same one for each call that asks for the same kind. */
export function keyFor(alg: KeyManagementAlg, enc: ContentEncryption): Promise<GeneratedJweKey> {
  const { mode } = KEY_MANAGEMENT_ALGORITHMS[alg];
  const kind = mode === 'direct' ? enc : alg;
  const key = made.get(kind) ?? generateKeyFor(alg, enc).then(unwrap);
  made.set(kind, key);
  return key;
}

/** The bytes with one bit changed. */
export function withFlippedBit(bytes: Uint8Array, bit: number): Uint8Array {
  return bytes.map((byte, at) => (at === bit >> 3 ? byte ^ (1 << (bit & 7)) : byte));
}

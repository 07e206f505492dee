/**
 * Encrypting, in two steps (RFC 7516 section 5.1): first the content key, since what its algorithm writes into the header
 * must stand there before the content is encrypted with the header as associated data.
 */
import { encodeBase64url } from '../../token/base64url.ts';
import { ownMember } from '../../token/json-kind.ts';
import type { DoneBy, JsonObject } from '../../types.ts';
import { agreeForSending } from '../agreement/agree.ts';
import { type CryptoAnswer, type CryptoOptions, notDone } from '../answer.ts';
import { derivePbes2Key } from '../pbes2/derive.ts';
import { wrapByAes } from './aes-key-wrap.ts';
import { type JweNotDone, type Pbes2Options, together } from './answer.ts';
import { randomBytes } from './bytes.ts';
import { type Sealed, seal } from './cipher.ts';
import { CONTENT_ENCRYPTION, type ContentEncryption } from './content-encryption.ts';
import { fitOfKeyManagement, type JweKey } from './fit.ts';
import { wrapByGcm } from './gcm-wrap.ts';
import { publicHalfOf, secretBytes } from './key-halves.ts';
import {
  type AgreementEntry,
  KEY_MANAGEMENT_ALGORITHMS,
  type KeyManagementAlg,
  type KeyManagementAlgorithm,
  type PasswordEntry,
  type TransportEntry,
} from './key-management.ts';
import { encryptByRsa } from './rsa.ts';

export type EncryptOptions = Pbes2Options;

/**
 * - `decrypt-only`: RSA1_5 is opened and not made
 * - `content-key-fixed`: `dir` and `ECDH-ES` do not wrap a content key, they are one, so they have no other recipients
 */
export type EncryptNotDone = JweNotDone | { readonly done: false; readonly code: 'decrypt-only' | 'content-key-fixed' };

export interface WrappedKey {
  /** empty under `dir` and `ECDH-ES` */
  readonly encryptedKey: Uint8Array;
  /**
   * Parameters that the header must have, each in place of one of the same name: `epk`; `p2s` and `p2c`; `iv` and `tag`.
   * `apu`, `apv` and `p2c` of the given header count and stay.
   */
  readonly members: JsonObject;
}

export interface ContentKey extends WrappedKey {
  readonly cek: Uint8Array;
}

export type WrapAnswer = { readonly done: true; readonly value: WrappedKey; readonly by: DoneBy } | EncryptNotDone;
export type PrepareAnswer = { readonly done: true; readonly value: ContentKey; readonly by: DoneBy } | EncryptNotDone;

/**
 * Answers a content key for `key`, a new one for each call (under `dir` the key itself), and what a recipient needs to
 * come to it. `header` is the JOSE Header that is wanted; of it `apu`, `apv` and `p2c` (600,000 when left out) count.
 * Rejects only with the reason of `options.signal`.
 */
export async function prepareContentKey(
  alg: KeyManagementAlg,
  enc: ContentEncryption,
  key: JweKey,
  header: JsonObject,
  options: EncryptOptions = {},
): Promise<PrepareAnswer> {
  const entry = KEY_MANAGEMENT_ALGORITHMS[alg];
  const why = whyNot(entry, enc, key, options);
  if (why !== undefined) return why;
  if (entry.mode === 'direct')
    return { done: true, value: { cek: secretBytes(key), encryptedKey: NONE, members: {} }, by: 'webcrypto' };
  if (entry.mode === 'agreement') {
    const agreed = await agreeWith(entry, enc, key, header, options);
    return agreed.done ? { ...agreed, value: { ...agreed.value, encryptedKey: NONE } } : agreed;
  }
  const cek = randomBytes(CONTENT_ENCRYPTION[enc].cekBytes);
  const wrapped = await wrapFor(entry, enc, key, cek, header, options);
  options.signal?.throwIfAborted();
  return wrapped.done ? { ...wrapped, value: { ...wrapped.value, cek } } : wrapped;
}

const NONE = new Uint8Array();

/** Answers a content key that is there already, wrapped for one more recipient. Otherwise as `prepareContentKey`. */
export async function wrapContentKey(
  alg: KeyManagementAlg,
  enc: ContentEncryption,
  key: JweKey,
  cek: Uint8Array,
  header: JsonObject,
  options: EncryptOptions = {},
): Promise<WrapAnswer> {
  const entry = KEY_MANAGEMENT_ALGORITHMS[alg];
  const why = whyNot(entry, enc, key, options);
  if (why !== undefined) return why;
  if (entry.mode === 'direct' || entry.mode === 'agreement') return { done: false, code: 'content-key-fixed' };
  const wrapped = await wrapFor(entry, enc, key, cek, header, options);
  options.signal?.throwIfAborted();
  return wrapped;
}

export interface SealedContent extends Sealed {
  readonly iv: Uint8Array;
}

/**
 * Encrypts the content. `cek` is that of `prepareContentKey`; `aad` as in `EncryptedContent`, with the header as it will
 * stand in the token. The IV is new for each call. Rejects only with the reason of `options.signal`.
 */
export async function encryptContent(
  enc: ContentEncryption,
  cek: Uint8Array,
  plaintext: Uint8Array,
  aad: Uint8Array,
  options: CryptoOptions = {},
): Promise<CryptoAnswer<SealedContent>> {
  options.signal?.throwIfAborted();
  const iv = randomBytes(CONTENT_ENCRYPTION[enc].ivBytes);
  const sealed = await seal(enc, { key: cek, iv, aad }, plaintext, options);
  return sealed.done ? { ...sealed, value: { ...sealed.value, iv } } : sealed;
}

function whyNot(
  { alg, canEncrypt }: KeyManagementAlgorithm,
  enc: ContentEncryption,
  key: JweKey,
  { signal }: EncryptOptions,
): EncryptNotDone | undefined {
  signal?.throwIfAborted();
  if (!canEncrypt) return { done: false, code: 'decrypt-only' };
  const fit = fitOfKeyManagement(alg, enc, key, 'encrypt');
  if (fit === 'fits') return undefined;
  return fit === 'empty' ? notDone('empty-key') : { done: false, code: 'key-unfit', fit };
}

type WrappingEntry = Exclude<KeyManagementAlgorithm, { mode: 'direct' }>;

async function wrapFor(
  entry: WrappingEntry,
  enc: ContentEncryption,
  key: JweKey,
  cek: Uint8Array,
  header: JsonObject,
  options: EncryptOptions,
): Promise<WrapAnswer> {
  switch (entry.mode) {
    case 'wrap':
      return withMembers(await wrapByAes(secretBytes(key), cek, options), {});
    case 'gcm-wrap':
      return wrapByGcm(entry.wrapKeyBytes, secretBytes(key), cek, options);
    case 'transport':
      return transport(entry, key, cek, options);
    case 'agreement':
    case 'agreement-wrap':
      return wrapWith(await agreeWith(entry, enc, key, header, options), cek, options);
    case 'password':
      return wrapWith(await deriveWith(entry, key, header, options), cek, options);
  }
}

async function transport(
  { hash }: TransportEntry,
  key: JweKey,
  cek: Uint8Array,
  options: CryptoOptions,
): Promise<WrapAnswer> {
  if (hash === undefined) return { done: false, code: 'decrypt-only' };
  return withMembers(await encryptByRsa(hash, publicHalfOf(key), cek, options), {});
}

function withMembers(answer: CryptoAnswer<Uint8Array>, members: JsonObject): WrapAnswer {
  return answer.done ? { ...answer, value: { encryptedKey: answer.value, members } } : answer;
}

/** A key that comes with header parameters: it encrypts the content, or wraps the key that does. */
type DerivedAnswer =
  | {
      readonly done: true;
      readonly value: { readonly cek: Uint8Array; readonly members: JsonObject };
      readonly by: DoneBy;
    }
  | JweNotDone;

async function agreeWith(
  { alg }: AgreementEntry,
  enc: ContentEncryption,
  key: JweKey,
  header: JsonObject,
  options: CryptoOptions,
): Promise<DerivedAnswer> {
  const agreed = await agreeForSending({ alg, enc, header, theirKey: publicHalfOf(key) }, options);
  if (!agreed.done) return agreed;
  return { done: true, value: { cek: agreed.value, members: { epk: agreed.epk } }, by: agreed.by };
}

/** As OWASP's cheat sheet on storing passwords has it for PBKDF2 with SHA-256. */
const PBES2_ROUNDS = 600_000;
const SALT_BYTES = 16;

/** The salt is new each time: with another one the same password makes another key (RFC 7518 section 4.8.1.1). */
async function deriveWith(
  { alg }: PasswordEntry,
  key: JweKey,
  header: JsonObject,
  options: EncryptOptions,
): Promise<DerivedAnswer> {
  const members = { p2s: encodeBase64url(randomBytes(SALT_BYTES)), p2c: ownMember(header, 'p2c') ?? PBES2_ROUNDS };
  const { maxPbes2Rounds: maxRounds, onProgress } = options;
  const password = secretBytes(key);
  const derived = await derivePbes2Key({ alg, password, header: members, maxRounds, onProgress }, options);
  return derived.done ? { done: true, value: { cek: derived.value, members }, by: derived.by } : derived;
}

async function wrapWith(kek: DerivedAnswer, cek: Uint8Array, options: CryptoOptions): Promise<WrapAnswer> {
  if (!kek.done) return kek;
  const wrapped = await wrapByAes(kek.value.cek, cek, options);
  if (!wrapped.done) return wrapped;
  const { by, value } = wrapped;
  return { done: true, value: { encryptedKey: value, members: kek.value.members }, by: together(kek.by, by) };
}

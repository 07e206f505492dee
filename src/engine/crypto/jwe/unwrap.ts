/** From the encrypted key of a recipient to the content key (RFC 7516 section 5.2, steps 6 to 12). */
import type { DoneBy } from '../../types.ts';
import { type AgreeNote, agreeOnKey } from '../agreement/agree.ts';
import { notDone } from '../answer.ts';
import { derivePbes2Key, type Pbes2Note } from '../pbes2/derive.ts';
import { unwrapByAes } from './aes-key-wrap.ts';
import { type JweNotDone, type Opened, type Pbes2Options, together } from './answer.ts';
import type { ContentEncryption } from './content-encryption.ts';
import type { EncryptedContent } from './decrypt.ts';
import type { JweKey } from './fit.ts';
import { unwrapByGcm } from './gcm-wrap.ts';
import { privateHalf, secretBytes } from './key-halves.ts';
import {
  type AgreementEntry,
  KEY_MANAGEMENT_ALGORITHMS,
  type KeyManagementAlg,
  type PasswordEntry,
} from './key-management.ts';
import { decryptByRsa } from './rsa.ts';

export type KeyNote = AgreeNote | Pbes2Note;

export type UnwrapAnswer =
  | {
      readonly done: true;
      /** undefined: another key, or a changed encrypted key; its length is not judged here */
      readonly value: Uint8Array | undefined;
      readonly by: DoneBy;
      readonly notes: readonly KeyNote[];
    }
  | JweNotDone;

type Recipient = Pick<EncryptedContent, 'header' | 'encryptedKey'>;

/** Answers the content key. The key must fit (`fitOfKeyManagement`). */
export async function unwrapContentKey(
  alg: KeyManagementAlg,
  enc: ContentEncryption,
  key: JweKey,
  recipient: Recipient,
  options: Pbes2Options,
): Promise<UnwrapAnswer> {
  const entry = KEY_MANAGEMENT_ALGORITHMS[alg];
  const { encryptedKey } = recipient;
  switch (entry.mode) {
    case 'direct':
      if (encryptedKey.length > 0) return KEY_NOT_EMPTY;
      return { done: true, value: secretBytes(key), by: 'webcrypto', notes: [] };
    case 'agreement':
      return encryptedKey.length > 0 ? KEY_NOT_EMPTY : agreed(entry, enc, key, recipient, options);
    case 'agreement-wrap':
      return unwrappedWith(await agreed(entry, enc, key, recipient, options), encryptedKey, options);
    case 'password':
      return unwrappedWith(await derived(entry, key, recipient, options), encryptedKey, options);
    case 'wrap':
      return withoutNotes(await unwrapByAes(secretBytes(key), encryptedKey, options));
    case 'gcm-wrap':
      return withoutNotes(await unwrapByGcm(entry.wrapKeyBytes, secretBytes(key), recipient, options));
    case 'transport': {
      const jwk = privateHalf(key);
      if (jwk === undefined) return notDone('private-key-needed');
      return withoutNotes(await decryptByRsa(entry.hash, jwk, encryptedKey, options));
    }
  }
}

const KEY_NOT_EMPTY = { done: false, code: 'encrypted-key-not-empty' } as const;

function withoutNotes(answer: Opened | JweNotDone): UnwrapAnswer {
  return answer.done ? { ...answer, notes: [] } : answer;
}

type KeyAnswer =
  | { readonly done: true; readonly value: Uint8Array; readonly by: DoneBy; readonly notes: readonly KeyNote[] }
  | JweNotDone;

async function agreed(
  { alg }: AgreementEntry,
  enc: ContentEncryption,
  key: JweKey,
  { header }: Recipient,
  options: Pbes2Options,
): Promise<KeyAnswer> {
  const ourKey = privateHalf(key);
  return ourKey === undefined ? notDone('private-key-needed') : agreeOnKey({ alg, enc, header, ourKey }, options);
}

function derived(
  { alg }: PasswordEntry,
  key: JweKey,
  { header }: Recipient,
  options: Pbes2Options,
): Promise<KeyAnswer> {
  const { maxPbes2Rounds: maxRounds, onProgress } = options;
  return derivePbes2Key({ alg, password: secretBytes(key), header, maxRounds, onProgress }, options);
}

async function unwrappedWith(kek: KeyAnswer, encryptedKey: Uint8Array, options: Pbes2Options): Promise<UnwrapAnswer> {
  if (!kek.done) return kek;
  const cek = await unwrapByAes(kek.value, encryptedKey, options);
  return cek.done ? { ...cek, by: together(kek.by, cek.by), notes: kek.notes } : cek;
}

/** Decrypting the content of a JWE for one recipient, over bytes (RFC 7516 section 5.2). */
import type { DoneBy, JsonObject } from '../../types.ts';
import { notDone } from '../answer.ts';
import { type JweNotDone, type Pbes2Options, together } from './answer.ts';
import { isOddGcmIv, open } from './cipher.ts';
import type { ContentEncryption } from './content-encryption.ts';
import { fitOfKeyManagement, type JweKey } from './fit.ts';
import type { KeyManagementAlg } from './key-management.ts';
import { type KeyNote, unwrapContentKey } from './unwrap.ts';

/** The parts as they stand in the token, decoded. */
export interface EncryptedContent {
  /** the joined JOSE Header of this recipient */
  readonly header: JsonObject;
  readonly encryptedKey: Uint8Array;
  readonly iv: Uint8Array;
  readonly ciphertext: Uint8Array;
  readonly tag: Uint8Array;
  /** ASCII(BASE64URL(protected header)), with '.' and BASE64URL(aad) where there is one (RFC 7516 section 5.1 step 14) */
  readonly aad: Uint8Array;
}

/**
 * What was opened although it is not as the RFC wants it; see `AgreeNote` and `Pbes2Note` for the others.
 * - `gcm-iv-16`: an initialization vector of 16 bytes, where AES GCM of RFC 7518 section 5.3 has 12
 */
export type DecryptNote = 'gcm-iv-16' | KeyNote;

export type DecryptOptions = Pbes2Options;

export type DecryptAnswer =
  | {
      readonly done: true;
      readonly opened: true;
      /** compressed where the header has `zip` */
      readonly plaintext: Uint8Array<ArrayBuffer>;
      /** `javascript` if any part of it was */
      readonly by: DoneBy;
      readonly notes: readonly DecryptNote[];
    }
  /** another key, or something was changed */
  | { readonly done: true; readonly opened: false; readonly by: DoneBy }
  | JweNotDone;

/**
 * Answers the plaintext. `opened: false` is always a real no; what could not be done is said by its code (`JweNotDone`).
 * A no are: an encrypted key, RSA padding or tag that does not fit, a content key, IV or tag of another length than `enc`
 * has. Rejects only with the reason of `options.signal`.
 */
export async function decryptContent(
  alg: KeyManagementAlg,
  enc: ContentEncryption,
  key: JweKey,
  content: EncryptedContent,
  options: DecryptOptions = {},
): Promise<DecryptAnswer> {
  options.signal?.throwIfAborted();
  const fit = fitOfKeyManagement(alg, enc, key, 'decrypt');
  if (fit === 'empty') return notDone('empty-key');
  if (fit !== 'fits') return { done: false, code: 'key-unfit', fit };
  const cek = await unwrapContentKey(alg, enc, key, content, options);
  options.signal?.throwIfAborted();
  if (!cek.done) return cek;
  if (cek.value === undefined) return { done: true, opened: false, by: cek.by };
  const { iv, aad, ciphertext, tag } = content;
  const opened = await open(enc, { key: cek.value, iv, aad }, { ciphertext, tag }, options);
  if (!opened.done) return opened;
  // under `dir` nothing is done before the content itself
  const by = alg === 'dir' ? opened.by : together(cek.by, opened.by);
  if (opened.value === undefined) return { done: true, opened: false, by };
  const notes: readonly DecryptNote[] = isOddGcmIv(enc, iv) ? [...cek.notes, 'gcm-iv-16'] : cek.notes;
  return { done: true, opened: true, plaintext: opened.value, by, notes };
}

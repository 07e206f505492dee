/** One key on offer tried on one recipient of a JWE (RFC 7516 section 5.2). */

import type { SignatureKey } from '../crypto/algorithms.ts';
import type { ContentEncryption } from '../crypto/jwe/content-encryption.ts';
import { type DecryptOptions, decryptContent, type EncryptedContent } from '../crypto/jwe/decrypt.ts';
import { fitOfKeyManagement } from '../crypto/jwe/fit.ts';
import { KEY_MANAGEMENT_ALGORITHMS, type KeyManagementAlg } from '../crypto/jwe/key-management.ts';
import type { KeyMaterial, SecretReading } from '../keys/shapes.ts';
import { isJsonObject } from '../token/json-kind.ts';
import { type Attempt, notDoneHere, secretMiss, unreadableMiss } from './attempt.ts';
import type { Offer } from './offers.ts';

/** What is to be opened, as bytes. */
export interface SealedBytes {
  readonly alg: KeyManagementAlg;
  readonly enc: ContentEncryption;
  readonly content: EncryptedContent;
}

/** Tries one offer. Never says 'not-decrypted' unless the work was done and the answer was no. */
export async function attemptDecrypt(offer: Offer, sealed: SealedBytes, options: DecryptOptions): Promise<Attempt> {
  switch (offer.kind) {
    case 'unreadable':
      return { outcome: 'skipped', offer, miss: unreadableMiss(offer, takesSecret(sealed.alg)) };
    case 'key':
      return attemptKey(offer, offer.key, sealed, options);
    case 'secret':
      return takesSecret(sealed.alg)
        ? attemptSecret(offer, offer.readings, sealed, options)
        : { outcome: 'skipped', offer, miss: secretMiss(offer) };
    default:
      return offer satisfies never;
  }
}

/** A text may be the key itself: AES keys, the content key of `dir`, passwords. */
export function takesSecret(alg: KeyManagementAlg): boolean {
  return KEY_MANAGEMENT_ALGORITHMS[alg].kty.includes('oct');
}

async function attemptKey(
  offer: Offer,
  key: KeyMaterial,
  sealed: SealedBytes,
  options: DecryptOptions,
): Promise<Attempt> {
  const fit = fitOfKeyManagement(sealed.alg, sealed.enc, key, 'decrypt');
  if (fit === 'empty') return { outcome: 'skipped', offer, miss: { reason: 'empty' } };
  if (fit !== 'fits') return { outcome: 'skipped', offer, miss: { reason: fit, key } };
  if (isOnOtherCurve(key, sealed)) return { outcome: 'skipped', offer, miss: { reason: 'crv', key } };
  // the public half encrypts; opening takes the private one
  if (key.privateJwk === undefined) return { outcome: 'skipped', offer, miss: { reason: 'kty', key } };
  return tryOne(offer, key, undefined, sealed, options);
}

/** The sender agreed on a key with a point of this curve, so only a key on it can be the recipient's (RFC 7518 section 4.6). */
function isOnOtherCurve({ crv }: KeyMaterial, { alg, content }: SealedBytes): boolean {
  const { epk } = content.header;
  if (!alg.startsWith('ECDH') || !isJsonObject(epk)) return false;
  return typeof epk.crv === 'string' && epk.crv !== crv;
}

async function attemptSecret(
  offer: Offer,
  readings: readonly SecretReading[],
  sealed: SealedBytes,
  options: DecryptOptions,
): Promise<Attempt> {
  const filled = readings.filter((reading) => reading.bytes.length > 0);
  if (filled.length === 0) return { outcome: 'skipped', offer, miss: { reason: 'empty' } };
  const fitting = filled.filter(
    (reading) => fitOfKeyManagement(sealed.alg, sealed.enc, { secret: reading.bytes }, 'decrypt') === 'fits',
  );
  if (fitting.length === 0) return { outcome: 'skipped', offer, miss: { reason: 'size', key: undefined } };
  for (const reading of fitting) {
    const attempt = await tryOne(offer, { secret: reading.bytes }, reading, sealed, options);
    if (attempt.outcome !== 'not-decrypted') return attempt;
  }
  return { outcome: 'not-decrypted', offer, readings: fitting };
}

async function tryOne(
  offer: Offer,
  key: SignatureKey,
  reading: SecretReading | undefined,
  { alg, enc, content }: SealedBytes,
  options: DecryptOptions,
): Promise<Attempt> {
  const answer = await decryptContent(alg, enc, key, content, options);
  if (answer.done) {
    if (answer.opened) {
      const { by, plaintext, notes } = answer;
      const opened = { outcome: 'decrypted', offer, by, plaintext, notes } as const;
      return reading === undefined ? opened : { ...opened, reading };
    }
    return { outcome: 'not-decrypted', offer, readings: [] };
  }
  switch (answer.code) {
    case 'pbes2-rounds':
      return { outcome: 'rounds', offer, rounds: answer.rounds };
    case 'header-member':
      return { outcome: 'header', offer, name: answer.member, reason: answer.why === 'missing' ? 'absent' : 'kind' };
    case 'point-not-on-curve':
      return { outcome: 'header', offer, name: 'epk', reason: 'point' };
    case 'encrypted-key-not-empty':
      return { outcome: 'header', offer, name: 'encrypted_key', reason: 'kind' };
    default:
      return { outcome: 'not-done', offer, code: notDoneHere(answer.code) };
  }
}

/** Which encrypted tokens a read key can open, and make. */
import { CONTENT_ENCRYPTION, type ContentEncryption } from '../../engine/crypto/jwe/content-encryption.ts';
import { fitOfKeyManagement } from '../../engine/crypto/jwe/fit.ts';
import { KEY_MANAGEMENT_ALGORITHMS, type KeyManagementAlg } from '../../engine/crypto/jwe/key-management.ts';
import type { KeyReport } from '../../engine/types.ts';
import { keyOfReport } from './key-of-report.ts';

// as: the keys of a record are typed as string, and these are its own
export const KEY_ALGS = Object.keys(KEY_MANAGEMENT_ALGORITHMS) as readonly KeyManagementAlg[];
export const ENCS = Object.keys(CONTENT_ENCRYPTION) as readonly ContentEncryption[];

/** In the order of the table; empty for what is no key, and for a public key, which only encrypts. */
export function canOpen(report: KeyReport): readonly KeyManagementAlg[] {
  const key = keyOfReport(report);
  if (key === undefined || (key.kty !== 'oct' && !report.private)) return [];
  // a text whose reading has not been asked for is a password, of any length
  const isText = key.kty === 'oct' && key.bits === undefined;
  const algs = isText ? KEY_ALGS.filter((alg) => KEY_MANAGEMENT_ALGORITHMS[alg].mode === 'password') : KEY_ALGS;
  return algs.filter((alg) => ENCS.some((enc) => fitOfKeyManagement(alg, enc, key, 'decrypt') === 'fits'));
}

/** Whether the key can encrypt by these two. */
export function canEncryptBy(report: KeyReport, alg: KeyManagementAlg, enc: ContentEncryption): boolean {
  const key = keyOfReport(report);
  const { canEncrypt, mode } = KEY_MANAGEMENT_ALGORITHMS[alg];
  if (key === undefined || !canEncrypt) return false;
  if (key.kty === 'oct' && key.bits === undefined && mode !== 'password') return false;
  return fitOfKeyManagement(alg, enc, key, 'encrypt') === 'fits';
}

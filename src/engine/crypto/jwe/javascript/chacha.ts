/** C20P and XC20P (draft-amringer-jose-chacha; RFC 8439 section 2.8, draft-irtf-cfrg-xchacha section 2.3). */
import { chacha20poly1305, xchacha20poly1305 } from '@noble/ciphers/chacha.js';
import type { Cipher } from '../cipher.ts';
import { aead } from './aead.ts';

/** The nonce of 12 bytes is that of RFC 8439, the one of 24 the extended one. */
export function chachaByJavaScript(ivBytes: number): Cipher {
  return aead(ivBytes === 12 ? chacha20poly1305 : xchacha20poly1305);
}

/** PBKDF2 (RFC 8018 section 5.2) in JavaScript, a slice of rounds at a time; loaded where there is no WebCrypto. */
import { hmac } from '@noble/hashes/hmac.js';
import { sha256, sha384, sha512 } from '@noble/hashes/sha2.js';
import type { Derivation } from './derivation.ts';

const HASHES = { 'SHA-256': sha256, 'SHA-384': sha384, 'SHA-512': sha512 };

/** 15 to 60 ms on a laptop, by runtime and hash: short enough to stop soon, long enough for the pauses not to count. */
const SLICE = 6000;

/** Yields the number of rounds done after each slice, and returns the key. */
export function* pbkdf2InSlices(derivation: Derivation): Generator<number, Uint8Array, void> {
  const { hash, password, salt, rounds, length } = derivation;
  const { iHash, oHash, outputLen } = hmac.create(HASHES[hash], password);
  const inner = iHash._cloneInto();
  const outer = oHash._cloneInto();
  const block = new Uint8Array(outputLen);
  // the key is never longer than the hash, so the first block is all of it
  inner
    .update(salt)
    .update(Uint8Array.of(0, 0, 0, 1))
    .digestInto(block);
  outer.update(block).digestInto(block);
  const key = block.slice(0, length);
  for (let done = 1; done < rounds; done++) {
    if (done % SLICE === 0) yield done;
    iHash._cloneInto(inner).update(block).digestInto(block);
    oHash._cloneInto(outer).update(block).digestInto(block);
    for (let at = 0; at < length; at++) key[at] = (key[at] ?? 0) ^ (block[at] ?? 0);
  }
  return key;
}

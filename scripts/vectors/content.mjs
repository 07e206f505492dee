/** Content encryption of RFC 7518 section 5 and of draft-amringer-jose-chacha, by node:crypto. */
import { createCipheriv, createHmac } from 'node:crypto';

/** Bytes of the content encryption key and of the initialization vector. */
export const CONTENT = {
  A128GCM: { cek: 16, iv: 12 },
  A192GCM: { cek: 24, iv: 12 },
  A256GCM: { cek: 32, iv: 12 },
  'A128CBC-HS256': { cek: 32, iv: 16, hash: 'sha256' },
  'A192CBC-HS384': { cek: 48, iv: 16, hash: 'sha384' },
  'A256CBC-HS512': { cek: 64, iv: 16, hash: 'sha512' },
  C20P: { cek: 32, iv: 12 },
  XC20P: { cek: 32, iv: 24 },
};

/** { ciphertext, tag }; an AES-GCM `iv` may have any length. */
export function encryptContent(enc, cek, iv, plaintext, aad) {
  const { hash } = CONTENT[enc];
  if (hash) return cbcThenMac(cek, iv, plaintext, aad, hash);
  if (enc === 'XC20P')
    return chacha(hchacha20(cek, iv), Buffer.concat([Buffer.alloc(4), iv.subarray(16)]), plaintext, aad);
  if (enc === 'C20P') return chacha(cek, iv, plaintext, aad);
  return seal(createCipheriv(`aes-${cek.length * 8}-gcm`, cek, iv), plaintext, aad);
}

function chacha(key, nonce, plaintext, aad) {
  return seal(createCipheriv('chacha20-poly1305', key, nonce, { authTagLength: 16 }), plaintext, aad);
}

function seal(cipher, plaintext, aad) {
  cipher.setAAD(aad, { plaintextLength: plaintext.length });
  const ciphertext = Buffer.concat([cipher.update(plaintext), cipher.final()]);
  return { ciphertext, tag: cipher.getAuthTag() };
}

/** RFC 7518 section 5.2.2.1: the first half of the key is the MAC's, the other the cipher's. */
function cbcThenMac(cek, iv, plaintext, aad, hash) {
  const half = cek.length / 2;
  const cipher = createCipheriv(`aes-${half * 8}-cbc`, cek.subarray(half), iv);
  const ciphertext = Buffer.concat([cipher.update(plaintext), cipher.final()]);
  const bits = Buffer.alloc(8);
  bits.writeBigUInt64BE(BigInt(aad.length * 8));
  const mac = createHmac(hash, cek.subarray(0, half)).update(aad).update(iv).update(ciphertext).update(bits).digest();
  return { ciphertext, tag: mac.subarray(0, half) };
}

/** draft-irtf-cfrg-xchacha-03 section 2.2: a key from a key and the first 16 bytes of the nonce. */
function hchacha20(key, nonce) {
  const words = new Uint32Array(16);
  words.set([0x61707865, 0x3320646e, 0x79622d32, 0x6b206574]);
  for (let at = 0; at < 8; at += 1) words[4 + at] = key.readUInt32LE(at * 4);
  for (let at = 0; at < 4; at += 1) words[12 + at] = nonce.readUInt32LE(at * 4);
  for (let round = 0; round < 10; round += 1) {
    for (let at = 0; at < 4; at += 1) quarterRound(words, at, 4 + at, 8 + at, 12 + at);
    for (let at = 0; at < 4; at += 1)
      quarterRound(words, at, 4 + ((at + 1) % 4), 8 + ((at + 2) % 4), 12 + ((at + 3) % 4));
  }
  const result = Buffer.alloc(32);
  for (let at = 0; at < 4; at += 1) {
    result.writeUInt32LE(words[at], at * 4);
    result.writeUInt32LE(words[12 + at], 16 + at * 4);
  }
  return result;
}

/** RFC 8439 section 2.1. */
function quarterRound(words, a, b, c, d) {
  for (const [left, right] of [
    [16, 12],
    [8, 7],
  ]) {
    words[a] += words[b];
    words[d] = rotated(words[d] ^ words[a], left);
    words[c] += words[d];
    words[b] = rotated(words[b] ^ words[c], right);
  }
}

function rotated(word, bits) {
  return (word << bits) | (word >>> (32 - bits));
}

/** How AES CBC and HMAC are put together (RFC 7518 section 5.2.2.1). */
import { concatBytes } from './bytes.ts';

/** The first half of the key makes the tag, the second half encrypts. */
export function halvesOf(key: Uint8Array): { readonly macKey: Uint8Array; readonly cipherKey: Uint8Array } {
  const half = key.length / 2;
  return { macKey: key.subarray(0, half), cipherKey: key.subarray(half) };
}

/** What the tag is made over; at its end the number of bits of `aad`, in eight bytes. */
export function macInput(aad: Uint8Array, iv: Uint8Array, ciphertext: Uint8Array): Uint8Array<ArrayBuffer> {
  const aadBits = new Uint8Array(8);
  new DataView(aadBits.buffer).setBigUint64(0, BigInt(aad.length) * 8n);
  return concatBytes([aad, iv, ciphertext, aadBits]);
}

/** Encrypted tokens made by Node, for tests of what is said of their content. */
import { createCipheriv } from 'node:crypto';
import { encodeBase64url } from '../token/base64url.ts';
import { encodeUtf8 } from '../token/utf8.ts';
import type { KeyInput } from '../types.ts';

export const DIRECT_SECRET = new Uint8Array(32).fill(7);

/** Opens what `directJwe` makes. */
export const DIRECT_KEY: KeyInput = { text: JSON.stringify({ kty: 'oct', k: encodeBase64url(DIRECT_SECRET) }) };

/** A compact JWE with `dir` and A256GCM around the content. */
export function directJwe(content: string | Uint8Array, header: Record<string, unknown> = {}): string {
  const protectedText = encodeBase64url(encodeUtf8(JSON.stringify({ alg: 'dir', enc: 'A256GCM', ...header })));
  const iv = new Uint8Array(12).fill(9);
  const cipher = createCipheriv('aes-256-gcm', DIRECT_SECRET, iv).setAAD(encodeUtf8(protectedText));
  const ciphertext = Buffer.concat([cipher.update(content), cipher.final()]);
  const parts = [iv, ciphertext, cipher.getAuthTag()].map((part) => encodeBase64url(new Uint8Array(part)));
  return `${protectedText}..${parts.join('.')}`;
}

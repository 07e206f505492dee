/** The shape of a row, and the answers that many rows share. */

export const SECRET = 'a-text-secret-of-more-than-32-bytes-for-HS256';
export const VERIFIED = { state: 'verified', code: 'signature-match', trust: 'your-key' };
export const MISMATCH = { state: 'failed', code: 'signature-mismatch' };

export function unchecked(code) {
  return { state: 'unchecked', code };
}

export function unsupported(code) {
  return { state: 'unsupported', code };
}

/** One row: what is pasted, the keys (texts, or { text, encoding, passphrase }), what must come out, further input. */
export function row(id, text, keys, expect, input = {}) {
  return { id, text, keys: keys.map((key) => (typeof key === 'string' ? { text: key } : key)), ...input, expect };
}

/** One row whose keys are named: the file that it stands in writes each of them once. */
export function namedRow(id, text, keys, expect, input = {}) {
  return { id, text, keys, ...input, expect };
}

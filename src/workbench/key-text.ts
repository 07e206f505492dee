/** How the text of a key begins: a PEM block, an OpenSSH line, a JWK or a key set. */
const KEY_BEGINNINGS = [
  /^-----BEGIN [A-Z0-9 ]+-----/,
  /^(?:ssh-(?:rsa|ed25519|dss)|ecdsa-sha2-nistp\d+) /,
  /^\{\s*"keys"\s*:/,
  /^[{[][\s\S]*"kty"\s*:/,
];

/** A token in JSON serialization may hold a key, as `epk` or `jwk` in a header that is not encoded. */
const TOKEN_MEMBER = /"(?:ciphertext|signatures?|payload|recipients)"\s*:/;

/**
 * Whether a text pasted outside of every field belongs into the key box. A cheap look at how it begins; what it is, and
 * whether it is a key at all, is for the engine to say.
 */
export function looksLikeKey(text: string): boolean {
  const beginning = text.trimStart().slice(0, 4000);
  if (beginning.startsWith('{') && TOKEN_MEMBER.test(beginning)) return false;
  return KEY_BEGINNINGS.some((pattern) => pattern.test(beginning));
}

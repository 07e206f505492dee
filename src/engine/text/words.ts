/** Telling words of a sentence or a log from pieces of base64url. */

/** A word as it stands in a sentence, or a number: small letters after at most one capital, or digits only. */
export function isPlainWord(piece: string): boolean {
  return /^(?:[A-Z]?[a-z]{2,}|[A-Z]{2,5}|[0-9]+)[.]?$/.test(piece);
}

/** Capital letters after small ones and digits, as base64url has and words hardly do. */
export function looksEncoded(piece: string): boolean {
  return (
    /^[A-Za-z0-9_.~=+/-]+$/.test(piece) && /[a-z]/.test(piece) && /[A-Z]/.test(piece) && /[0-9]|[a-z][A-Z]/.test(piece)
  );
}

/** base64url of text, bytes or a value as JSON, without padding (RFC 7515 section 2). */
export function b64u(data) {
  return Buffer.from(data).toString('base64url');
}

export function b64uJson(value) {
  return b64u(JSON.stringify(value));
}

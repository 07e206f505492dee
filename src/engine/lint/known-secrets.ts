/** Secrets that anyone knows: they stand in documentation, tutorials and specifications. */

/** In lower case. */
const TEXTS: ReadonlySet<string> = new Set([
  ...['secret', 'password', 'changeme', 'change-me', 'change_me', 'supersecret', 'super-secret', 'super_secret'],
  ...['your-256-bit-secret', 'your-384-bit-secret', 'your-512-bit-secret', 'a-string-secret-at-least-256-bits-long'],
  ...['a-valid-string-secret-that-is-at-least-384-bits-long'],
  ...['a-valid-string-secret-that-is-at-least-512-bits-long-which-is-very-long'],
  ...['jwt_secret', 'jwt-secret', 'jwtsecret', 'jwt', 'key', 'test', 'admin', '123456', 'qwerty', 'secretkey'],
  ...['secret-key', 'secret_key', 'your-secret-key', 'your_secret_key', 'your-secret', 'my-secret', 'mysecret'],
  ...['mysecretkey', 'my-secret-key', 'my_secret_key', 'your_jwt_secret', 'your-jwt-secret', 'shhhhh', 'default'],
  ...['development', 'example_key', 'signing-key', 'private-key', 'keyboard cat', 'secret123', 'password123'],
  ...['super-secret-jwt-token-with-at-least-32-characters-long'],
]);

/** Keys of RFC 7515 appendix A.1 and RFC 7520 section 3.5, as `k`. */
const KEYS: ReadonlySet<string> = new Set([
  'AyM1SysPpbyDfgZld3umj1qzKObwVMkoqQ-EstJQLr_T-1qS0gZH75aKtMN3Yj0iPS4hcgUuTwjAzZr1Z9CAow',
  'hJtXIZ2uSN5kbQfbtTNWbpdmhkV8FJG-Onbc6mxCcYg',
]);

/** `text` as it is used, `k` its bytes in base64url. */
export function isKnownSecret(text: string, k: string): boolean {
  return KEYS.has(k) || TEXTS.has(text.trim().toLowerCase());
}

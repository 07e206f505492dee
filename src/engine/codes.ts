/**
 * The closed list of codes that the engine answers with. Every code has its English in `messages.ts`;
 * a code is stable, so tests, links and translations may hold on to it.
 */

/** Not a token by the letter of RFC 7515, 7516, 7518 or 7519. Order as the layer's checks run. */
export type MalformedCode =
  | 'no-token-found'
  | 'segment-count'
  | 'illegal-character'
  | 'base64-padding'
  | 'base64-length'
  | 'base64-trailing-bits'
  | 'header-not-utf8'
  | 'header-not-json'
  | 'header-not-object'
  | 'header-duplicate-member'
  | 'alg-missing'
  | 'crit-invalid'
  | 'b64-not-critical'
  | 'none-with-signature';

/** Decoded, and nothing was decided about the signature. */
export type UncheckedCode =
  | 'no-token'
  | 'payload-detached'
  | 'key-missing'
  | 'key-in-token-only'
  | 'kid-unknown'
  | 'key-not-for-this'
  | 'key-wrong-curve'
  | 'key-wrong-size'
  | 'public-key-as-secret'
  | 'key-wrong-kind'
  | 'key-empty'
  | 'key-passphrase-needed'
  | 'key-unreadable';

export type DoneCode = 'signature-match';

/** A fitting key was used and the answer is no, or no key could make it yes. */
export type FailedCode = 'signature-empty' | 'signature-mismatch' | 'signature-der';

/** Cannot be done here; never worded as a bad signature. */
export type UnsupportedCode =
  | 'crit-unknown'
  | 'alg-prohibited'
  | 'alg-unknown'
  | 'insecure-context'
  | 'form-not-here'
  | 'token-too-long'
  | 'runtime-lacks'
  | 'not-loaded'
  | 'key-refused'
  | 'key-type-unknown';

export type VerdictCode = MalformedCode | 'alg-none' | UncheckedCode | DoneCode | FailedCode | UnsupportedCode;

/** What is wrong with the letters of a token. Those of `MalformedCode` decide the verdict, the others are told. */
export type ProblemCode =
  | MalformedCode
  | 'payload-not-utf8'
  | 'payload-not-json'
  | 'payload-not-object'
  | 'payload-duplicate-member';

/** What is wrong with a key text. */
export type KeyProblemCode =
  | 'empty'
  | 'truncated'
  | 'wrong-label'
  | 'bad-base64'
  | 'passphrase-needed'
  | 'passphrase-wrong'
  | 'not-a-key'
  | 'unsupported-algorithm'
  | 'unsupported-format'
  | 'missing-member'
  | 'point-not-on-curve'
  | 'bad-length'
  | 'unknown-kty'
  | 'invalid-json'
  | 'invalid-jwks'
  | 'empty-set'
  | 'weak-key'
  | 'halves-differ'
  | 'bad-encoding'
  | 'not-loaded';

/** What a key text holds, where a message about the key names it (`values.found`). */
export type KeyThing =
  | 'spki'
  | 'pkcs8'
  | 'pkcs8-encrypted'
  | 'pkcs1-public'
  | 'pkcs1-private'
  | 'sec1'
  | 'x509'
  | 'csr'
  | 'named-key'
  | 'oid-key'
  | 'curve'
  | 'jwk-parameter'
  | 'multi-prime'
  | 'security-key'
  | 'dsa-traditional'
  | 'pkcs12'
  | 'pkcs7'
  | 'java-keystore'
  | 'putty'
  | 'ssh2'
  | 'rsa-xml'
  | 'openssh-encrypted'
  | 'openssh-certificate'
  | 'pem-encrypted'
  | 'encrypted-by'
  | 'too-many-rounds'
  | 'explicit-curve'
  | 'unnamed-curve'
  | 'ml-dsa-expanded';

/** What should be known about a key that was read. */
export type KeyNoteCode =
  | 'private-key-given'
  | 'hmac-key-short'
  | 'rsa-key-small'
  | 'kid-differs'
  | 'label-differs'
  | 'end-line-missing'
  | 'padding-in-jwk'
  | 'keys-without-wrapper'
  | 'certificate-request'
  | 'first-of-chain';

/** Why a key was not used, or what came of it (`KeyReport.tried[].reason`). */
export type TriedReason =
  | 'signature-match'
  | 'signature-mismatch'
  | 'signature-der'
  | 'kid'
  | 'kty'
  | 'crv'
  | 'size'
  | 'use'
  | 'key_ops'
  | 'alg'
  | 'public-as-secret'
  | 'empty'
  | 'unreadable'
  | 'runtime';

/** What JSON by RFC 8259 has in a place where a text has something else (`token/json.ts`). */
export type JsonExpected =
  | 'value'
  | 'value-after-comma'
  | 'name'
  | 'name-after-comma'
  | 'colon'
  | 'comma-or-brace'
  | 'comma-or-bracket'
  | 'closing-quote'
  | 'escape'
  | 'escaped-control'
  | 'number'
  | 'literal'
  | 'end'
  | 'shallower';

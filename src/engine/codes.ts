/**
 * The closed list of codes that the engine answers with. Every code has its English in `messages/`;
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
  | 'enc-missing'
  | 'crit-invalid'
  | 'b64-not-critical'
  | 'none-with-signature'
  /** a parameter that the JWE's algorithm needs is missing or not what it must be */
  | 'jwe-parameter-invalid'
  /** `dir` and `ECDH-ES` have no encrypted key, all others have one (RFC 7516 section 5.2 step 10) */
  | 'encrypted-key-wrong'
  /** a JSON serialization that breaks a rule of RFC 7515 section 7.2 or RFC 7516 section 7.2 */
  | 'envelope-invalid'
  /** the same name in two of the protected, shared unprotected and own unprotected headers */
  | 'header-clash'
  /** content was given for a token that has its own */
  | 'payload-twice'
  /** the parts of an SD-JWT are not what RFC 9901 section 4 says */
  | 'sd-jwt-form';

/** Decoded, and nothing was decided about the signature or the content. */
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
  | 'key-unreadable'
  /** more PBKDF2 rounds than the person has allowed */
  | 'pbes2-rounds'
  /** a key has verified another signature of the same token, and this one names another `kid` */
  | 'signed-by-another-key';

export type DoneCode = 'signature-match' | 'decrypted';

/** A fitting key was used and the answer is no, or no key could make it yes. */
export type FailedCode =
  | 'signature-empty'
  | 'signature-mismatch'
  | 'signature-der'
  | 'some-signatures-failed'
  | 'decryption-failed'
  | DisclosureFault
  | 'key-binding-mismatch';

/** What RFC 9901 section 7.1 makes a verifier refuse. */
export type DisclosureFault =
  | 'disclosure-malformed'
  | 'disclosure-duplicate'
  | 'disclosure-unreferenced'
  /** the payload's `_sd`, `...` or `_sd_alg` break a rule, or a disclosed name is there already */
  | 'sd-claims-invalid';

/** Cannot be done here; never worded as a bad signature. */
export type UnsupportedCode =
  | 'crit-unknown'
  | 'alg-prohibited'
  | 'alg-unknown'
  | 'insecure-context'
  | 'enc-unknown'
  | 'zip-unknown'
  | 'inflated-too-large'
  | 'too-many-layers'
  | 'sd-alg-unknown'
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
  | 'payload-duplicate-member'
  | DisclosureFault
  | ContentNotice;

/** What should be known of a content that was opened all the same. */
export type ContentNotice =
  | 'rsa1_5'
  | 'draft-algorithm'
  | 'gcm-iv-16'
  | 'epk-as-string'
  | 'epk-base64'
  | 'salt-short'
  | 'zip-zlib-wrapped'
  | 'zip-not-compressed'
  | 'zip-broken'
  | 'inflated-large';

/** Codes that reading alone can answer with, before any key is looked at. */
export type ReadingCode =
  | MalformedCode
  | Exclude<ProblemCode, DisclosureFault | ContentNotice>
  | 'alg-none'
  | 'no-token'
  | 'payload-detached'
  | 'key-missing'
  | 'key-in-token-only'
  | 'signature-empty'
  | 'some-signatures-failed'
  | 'crit-unknown'
  | 'alg-prohibited'
  | 'alg-unknown'
  | 'enc-unknown'
  | 'zip-unknown'
  | 'insecure-context'
  | 'token-too-long';

/** Those that a compact JWS cannot bring about: they come with the reading of the other forms. */
export type OtherFormCode =
  | 'enc-missing'
  | 'jwe-parameter-invalid'
  | 'encrypted-key-wrong'
  | 'envelope-invalid'
  | 'header-clash'
  | 'payload-twice'
  | 'sd-jwt-form'
  | 'some-signatures-failed'
  | 'enc-unknown'
  | 'zip-unknown';

/** Those of a compact JWS, and of a text without a token; their sentences are in the page's first script. */
export type SignedCode = Exclude<ReadingCode, OtherFormCode>;

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
  | 'decrypted'
  | 'decryption-failed'
  | 'pbes2-rounds'
  /** it has opened or verified another layer or signature, and this one names another key or none */
  | 'another-layer'
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

/**
 * The engine's one door. What the first decode needs is bound statically; keys, cryptography and verdicts with keys
 * come by `import()` when there is a key.
 */

import type { CertificateChain } from './certificates/shapes.ts';
import type { SignatureAlg } from './crypto/algorithms.ts';
import type { CryptoAnswer, CryptoOptions } from './crypto/answer.ts';
import type { GeneratedKey, GenerateOptions } from './crypto/generate.ts';
import type { ContentEncryption } from './crypto/jwe/content-encryption.ts';
import type { GeneratedJweKey, GenerateJweOptions } from './crypto/jwe/generate.ts';
import type { KeyManagementAlg } from './crypto/jwe/key-management.ts';
import { type Examination, type ExamineOptions, examineAt, inspectAt, type MeantInput } from './inspect.ts';
import { saySeal } from './messages/seal.ts';
import { saySecrets } from './messages/secrets.ts';
import type { EncryptNewAnswer, EncryptNewInput } from './seal/encrypt-new.ts';
import type { SealOptions } from './seal/options.ts';
import type { ResealAnswer, ResealInput } from './seal/reseal.ts';
import type { SecretSearchAnswer, SecretSearchInput, SecretSearchOptions } from './secrets/search.ts';
import type { InspectInput, Inspection, JsonObject } from './types.ts';

export type { Certificate, CertificateChain, CertificateEntry, CertificateLink } from './certificates/shapes.ts';

export type * from './codes.ts';
export { type ConvertAnswer, convertSerialization } from './convert.ts';
export type { SignatureAlg, SignatureAlgorithm } from './crypto/algorithms.ts';
export { fitOf, isSignatureAlg, SIGNATURE_ALGORITHMS } from './crypto/algorithms.ts';
export { type ContentEncryption, isContentEncryption } from './crypto/jwe/content-encryption.ts';
export { isKeyManagementAlg, type KeyManagementAlg } from './crypto/jwe/key-management.ts';
export type { Examination, ExamineOptions, Meant, MeantInput } from './inspect.ts';
export { type Opened, openText } from './open.ts';
export type { EncryptNewAnswer, EncryptNewInput } from './seal/encrypt-new.ts';
export type { SealOptions } from './seal/options.ts';
export type { ResealAnswer, ResealInput } from './seal/reseal.ts';
export type { SearchProgress, SecretSearchAnswer, SecretSearchInput } from './secrets/search.ts';
export { type SignAnswer, type SignInput, sign } from './sign.ts';
export type * from './types.ts';
export { withoutKey } from './verdict/any-form-without-key.ts';
export { verdictBeforeKeys } from './verdict/without-key.ts';

/** What can be said of a pasted text and the keys at hand, now or at `input.now`. See `inspectAt`. */
export function inspect(input: InspectInput, options: ExamineOptions = {}): Promise<Inspection> {
  return inspectAt(atNow(input), options);
}

/** `inspect` in its two steps, and for each layer whether a key at hand can make it anew. See `examineAt`. */
export function examine(
  input: Omit<InspectInput, keyof MeantInput>,
  options: ExamineOptions = {},
): Promise<Examination> {
  return examineAt(input, options);
}

/** Now, or what is given: seconds since the epoch. The engine reads the clock nowhere else. */
export function atNow<Input extends { readonly now?: number }>(input: Input): Input & { readonly now: number } {
  return { ...input, now: input.now ?? Math.floor(Date.now() / 1000) };
}

/** A new secret or key pair for `alg`; RSA with `modulusLength` bits. See `crypto/generate.ts`. */
export async function generateKey(
  alg: SignatureAlg,
  options: GenerateOptions = {},
): Promise<CryptoAnswer<GeneratedKey>> {
  const { generateKey: generate } = await import('./crypto/generate.ts');
  return generate(alg, options);
}

/** A new secret or key pair for `alg` of key management and `enc`. See `crypto/jwe/generate.ts`. */
export async function generateKeyFor(
  alg: KeyManagementAlg,
  enc: ContentEncryption,
  options: GenerateJweOptions = {},
): Promise<CryptoAnswer<GeneratedJweKey>> {
  const { generateKeyFor: generate } = await import('./crypto/jwe/generate.ts');
  return generate(alg, enc, options);
}

/** The token with another header or content in one layer, and the layers around it made anew. See `seal/reseal.ts`. */
export async function reseal(input: ResealInput, options: SealOptions = {}): Promise<ResealAnswer> {
  const work = await import('./seal/reseal.ts').catch(() => undefined);
  if (work !== undefined) return work.reseal(input, options);
  return { sealed: false, code: 'not-loaded', message: saySeal('not-loaded', { alg: 'this' }), layer: input.layer };
}

/** A new JWE for one recipient. See `seal/encrypt-new.ts`. */
export async function encryptNew(input: EncryptNewInput, options: SealOptions = {}): Promise<EncryptNewAnswer> {
  const work = await import('./seal/encrypt-new.ts').catch(() => undefined);
  if (work !== undefined) return work.encryptNew(input, options);
  return { encrypted: false, code: 'not-loaded', message: saySeal('not-loaded', { alg: 'this' }) };
}

/** Whether a token was made with a secret that anyone can guess. See `secrets/search.ts`. */
export async function searchSecret(
  input: SecretSearchInput,
  options: Omit<SecretSearchOptions, 'clockMs'> = {},
): Promise<SecretSearchAnswer> {
  const work = await import('./secrets/search.ts').catch(() => undefined);
  if (work !== undefined) return work.searchSecret(input, { ...options, clockMs: () => performance.now() });
  return { cannot: 'not-loaded', message: saySecrets('not-loaded') };
}

/** The certificates in `x5c` of a JOSE Header; undefined where it has none. See `certificates/read.ts`. */
export async function readCertificates(
  header: JsonObject,
  options: CryptoOptions = {},
): Promise<CertificateChain | undefined> {
  const { readCertificates: read } = await import('./certificates/read.ts');
  return read(header, options);
}

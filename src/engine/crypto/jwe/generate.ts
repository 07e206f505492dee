/** New keys: a fitting secret or key pair for any key management algorithm. */
import { thumbprintOf } from '../../keys/thumbprint.ts';
import { encodeBase64url } from '../../token/base64url.ts';
import type { JsonObject } from '../../types.ts';
import { type AgreementCrv, agreementCurve } from '../agreement/curves.ts';
import { agreementOn } from '../agreement/javascript.ts';
import { answered, type CryptoAnswer, type CryptoOptions, notDone } from '../answer.ts';
import { bothHalves, memberBytes, publicHalf } from '../jwk.ts';
import { hasByTrial } from '../trials.ts';
import { randomBytes } from './bytes.ts';
import { CONTENT_ENCRYPTION, type ContentEncryption } from './content-encryption.ts';
import { KEY_MANAGEMENT_ALGORITHMS, type KeyManagementAlg, type KeyManagementKty } from './key-management.ts';
import { type HashName, subtleWith } from './primitives.ts';

export interface GenerateJweOptions extends CryptoOptions {
  /** bits, for RSA only; 2048 when left out */
  readonly modulusLength?: 2048 | 3072 | 4096 | undefined;
  /** for ECDH-ES only; P-256 when left out */
  readonly crv?: AgreementCrv | undefined;
}

/** What `KeyMaterial` knows of a key, for one that was made here. */
export interface GeneratedJweKey {
  readonly kty: KeyManagementKty;
  readonly crv?: string;
  /** of the RSA modulus or the secret */
  readonly bits?: number;
  /** for `dir` the `enc` that the key is as long as */
  readonly alg: KeyManagementAlg | ContentEncryption;
  /** left out for a secret */
  readonly use?: 'enc';
  /** the thumbprint (RFC 7638) */
  readonly kid: string;
  readonly thumbprint: string;
  /** with `kid`, `alg` and `use`; for a secret the same as `privateJwk` */
  readonly publicJwk: JsonObject;
  readonly privateJwk: JsonObject;
}

/**
 * Answers a new key for `alg` and `enc`: a secret that is as long as it must be (for PBES2 32 bytes), or a key pair. RSA
 * keys need WebCrypto; RSA1_5, which is not made here, gets one of RSA-OAEP's size. After an abort the key is dropped and
 * the promise rejects with the reason.
 */
export async function generateKeyFor(
  alg: KeyManagementAlg,
  enc: ContentEncryption,
  options: GenerateJweOptions = {},
): Promise<CryptoAnswer<GeneratedJweKey>> {
  options.signal?.throwIfAborted();
  const made = await newPrivateJwk(alg, enc, options);
  options.signal?.throwIfAborted();
  if (!made.done) return made;
  const key = await described(alg === 'dir' ? enc : alg, made.value);
  options.signal?.throwIfAborted();
  return { ...made, value: key };
}

interface NewKey {
  readonly kty: KeyManagementKty;
  readonly jwk: JsonObject;
}

const PASSWORD_BYTES = 32;

function newPrivateJwk(
  alg: KeyManagementAlg,
  enc: ContentEncryption,
  options: GenerateJweOptions,
): Promise<CryptoAnswer<NewKey>> {
  const entry = KEY_MANAGEMENT_ALGORITHMS[alg];
  switch (entry.mode) {
    case 'direct':
      return newSecret(CONTENT_ENCRYPTION[enc].cekBytes);
    case 'password':
      return newSecret(PASSWORD_BYTES);
    case 'wrap':
    case 'gcm-wrap':
      return newSecret(entry.wrapKeyBytes);
    case 'transport':
      return newRsaKey(entry.hash ?? 'SHA-256', options);
    case 'agreement':
    case 'agreement-wrap':
      return newAgreementKey(options.crv ?? 'P-256', options);
  }
}

async function newSecret(length: number): Promise<CryptoAnswer<NewKey>> {
  const jwk = { kty: 'oct', k: encodeBase64url(randomBytes(length)) };
  return { done: true, value: { kty: 'oct', jwk }, by: 'webcrypto' };
}

async function newRsaKey(hash: HashName, options: GenerateJweOptions): Promise<CryptoAnswer<NewKey>> {
  const subtle = await subtleWith([{ name: 'RSA-OAEP', hash }], options);
  const { subtle: any } = options.runtime ?? globalThis.crypto;
  if (subtle === undefined) return notDone(any === undefined ? 'insecure-context' : 'runtime-lacks');
  const { modulusLength = 2048 } = options;
  const algorithm = { name: 'RSA-OAEP', hash, modulusLength, publicExponent: Uint8Array.of(1, 0, 1) };
  return answered(await generated(subtle, 'RSA', algorithm, ['encrypt', 'decrypt']), 'webcrypto');
}

async function newAgreementKey(crv: AgreementCrv, options: GenerateJweOptions): Promise<CryptoAnswer<NewKey>> {
  const curve = agreementCurve(crv);
  const { subtle } = options.runtime ?? globalThis.crypto;
  if (subtle !== undefined && curve?.subtle !== undefined) {
    const { kty, subtle: algorithm } = curve;
    const usages: readonly KeyUsage[] = ['deriveBits'];
    const name = `new key on ${crv}`;
    if (await hasByTrial(subtle, name, () => subtle.generateKey(algorithm, true, usages)))
      return answered(await generated(subtle, kty, algorithm, usages), 'webcrypto');
  }
  const agreement = await agreementOn(crv);
  if (agreement === undefined || curve === undefined) return notDone('not-loaded');
  return { done: true, value: { kty: curve.kty, jwk: agreement.generate() }, by: 'javascript' };
}

async function generated(
  subtle: SubtleCrypto,
  kty: KeyManagementKty,
  algorithm: AlgorithmIdentifier | RsaHashedKeyGenParams | EcKeyGenParams,
  usages: readonly KeyUsage[],
): Promise<NewKey | undefined> {
  try {
    const pair = await subtle.generateKey(algorithm, true, usages);
    if (!('privateKey' in pair)) return undefined;
    return { kty, jwk: bothHalves(kty, { ...(await subtle.exportKey('jwk', pair.privateKey)) }) };
  } catch {
    return undefined;
  }
}

async function described(alg: GeneratedJweKey['alg'], { kty, jwk }: NewKey): Promise<GeneratedJweKey> {
  const kid = await thumbprintOf(jwk);
  const names = kty === 'oct' ? { kid, alg } : ({ kid, alg, use: 'enc' } as const);
  const bytes = memberBytes(jwk, kty === 'oct' ? 'k' : 'n').length;
  return {
    kty,
    ...(typeof jwk.crv === 'string' ? { crv: jwk.crv } : {}),
    ...(bytes === 0 ? {} : { bits: bytes * 8 }),
    ...names,
    thumbprint: kid,
    publicJwk: { ...publicHalf(kty, jwk), ...names },
    privateJwk: { ...jwk, ...names },
  };
}

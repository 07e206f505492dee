/** Whether a key made the signature of a certificate (RFC 5280 section 4.1.1.3). */
import { isSignatureAlg } from '../crypto/algorithms.ts';
import type { CryptoAnswer, CryptoOptions, NotDone } from '../crypto/answer.ts';
import { joseFromDer } from '../crypto/der.ts';
import { publicHalf } from '../crypto/jwk.ts';
import { verifySignature } from '../crypto/verify.ts';
import { ecCurve } from '../keys/curves.ts';
import type { KeyMaterial } from '../keys/shapes.ts';
import { cannotCheck, notSigned } from '../messages/certificates.ts';
import type { CannotCheckCode, SignatureCheck } from './shapes.ts';
import type { CertificateAlgorithm, HashName, Scheme } from './signature-algorithm.ts';

export interface Signed {
  readonly algorithm: CertificateAlgorithm;
  /** exactly the bytes that were signed */
  readonly content: Uint8Array;
  /** undefined where its bits are no whole octets */
  readonly signature: Uint8Array | undefined;
}

/** The part of the question that each way of answering it takes. */
interface Question {
  readonly signed: Signed;
  readonly key: KeyMaterial;
  readonly options: CryptoOptions;
}

/**
 * Answers whether `key` made the signature. `not-signed` is always a real no: a fitting key was used and said so, or no
 * signature of that kind can be this key's. Certificates join curves and hashes more freely than JOSE does, so RSA and
 * ECDSA go to WebCrypto directly; what it lacks, or may lack, is done as for tokens (`verifySignature`). SHA-1 is checked
 * like any other hash: that it is weak is told beside (`SignatureAlgorithmName.weakHash`).
 * Rejects only with the reason of `options.signal`.
 */
export async function checkSignature(
  signed: Signed,
  key: KeyMaterial,
  options: CryptoOptions,
): Promise<SignatureCheck> {
  options.signal?.throwIfAborted();
  const check = await checkByScheme(signed.algorithm.scheme, { signed, key, options });
  options.signal?.throwIfAborted();
  return check;
}

function checkByScheme(scheme: Scheme, question: Question): SignatureCheck | Promise<SignatureCheck> {
  if (scheme.kind === 'other') return cannot('algorithm-unknown', question);
  if (!isKeyFor(scheme, question.key)) return keyOfAnotherKind(question);
  const { signature } = question.signed;
  if (signature === undefined) return malformed(question);
  switch (scheme.kind) {
    case 'rsa-pkcs1':
      return byWebCrypto({ name: 'RSASSA-PKCS1-v1_5', hash: scheme.hash }, signature, question);
    case 'rsa-pss': {
      if (scheme.parameters === undefined) return cannot('parameters-not-here', question);
      const { hash, salt } = scheme.parameters;
      return byWebCrypto({ name: 'RSA-PSS', hash, saltLength: salt }, signature, question);
    }
    case 'ecdsa':
      return checkEcdsa(scheme.hash, signature, question);
    case 'eddsa':
      return asForTokens(scheme.curve, signature, question);
    case 'ml-dsa':
      return asForTokens(scheme.set, signature, question);
  }
}

function cannot(code: CannotCheckCode, { signed }: Question): SignatureCheck {
  return { state: 'cannot', ...cannotCheck(code, { algorithm: signed.algorithm.name }) };
}

function malformed({ signed }: Question): SignatureCheck {
  return { state: 'not-signed', ...notSigned('signature-malformed', { algorithm: signed.algorithm.name }) };
}

function isKeyFor(scheme: Exclude<Scheme, { kind: 'other' }>, key: KeyMaterial): boolean {
  switch (scheme.kind) {
    case 'rsa-pkcs1':
    case 'rsa-pss':
      return key.kty === 'RSA';
    case 'ecdsa':
      return key.kty === 'EC';
    case 'eddsa':
      return key.crv === scheme.curve;
    case 'ml-dsa':
      return key.kty === 'AKP' && key.publicJwk.alg === scheme.set;
  }
}

function keyOfAnotherKind({ signed, key }: Question): SignatureCheck {
  const have = key.crv ?? (key.kty === 'AKP' ? String(key.publicJwk.alg) : key.kty);
  return {
    state: 'not-signed',
    ...notSigned('key-of-another-kind', { algorithm: signed.algorithm.name, have }),
  };
}

function checkEcdsa(hash: HashName, der: Uint8Array, question: Question): SignatureCheck | Promise<SignatureCheck> {
  const crv = question.key.crv ?? '';
  const signature = joseFromDer(der, ecCurve(crv)?.size ?? 0);
  if (signature === undefined) return malformed(question);
  if (crv !== 'secp256k1') return byWebCrypto({ name: 'ECDSA', namedCurve: crv, hash }, signature, question);
  // the one hash that JOSE joins with this curve, and that its code knows
  return hash === 'SHA-256' ? asForTokens('ES256K', signature, question) : cannot('parameters-not-here', question);
}

interface Parameters {
  readonly name: string;
  readonly hash: HashName;
  readonly namedCurve?: string;
  readonly saltLength?: number;
}

const WEBCRYPTO_HASHES: readonly HashName[] = ['SHA-1', 'SHA-256', 'SHA-384', 'SHA-512'];

async function byWebCrypto(parameters: Parameters, signature: Uint8Array, question: Question): Promise<SignatureCheck> {
  const { signed, key, options } = question;
  const { hash } = parameters;
  if (!WEBCRYPTO_HASHES.includes(hash)) {
    return { state: 'cannot', ...cannotCheck('hash-not-here', { algorithm: signed.algorithm.name, hash }) };
  }
  // the property is absent where the page came over plain http
  const { subtle } = options.runtime ?? globalThis.crypto;
  if (subtle === undefined) return cannot('insecure-context', question);
  try {
    const imported = await subtle.importKey('jwk', publicHalf(key.kty, key.publicJwk), parameters, false, ['verify']);
    // copies, since WebCrypto takes no view of shared memory
    const isMade = await subtle.verify(parameters, imported, new Uint8Array(signature), new Uint8Array(signed.content));
    return checked(isMade, 'webcrypto');
  } catch {
    return cannot('runtime-refuses', question);
  }
}

async function asForTokens(alg: string, signature: Uint8Array, question: Question): Promise<SignatureCheck> {
  const { signed, key, options } = question;
  if (!isSignatureAlg(alg)) return cannot('algorithm-unknown', question);
  const answer: CryptoAnswer<boolean> = await verifySignature(alg, key, signed.content, signature, options);
  return answer.done ? checked(answer.value, answer.by) : cannot(CODES[answer.code], question);
}

const CODES: Readonly<Record<NotDone['code'], CannotCheckCode>> = {
  'insecure-context': 'insecure-context',
  'not-loaded': 'not-loaded',
  'runtime-lacks': 'runtime-refuses',
  'key-refused': 'runtime-refuses',
  'key-unfit': 'runtime-refuses',
  'empty-key': 'runtime-refuses',
  'private-key-needed': 'runtime-refuses',
};

function checked(isMade: boolean, by: 'webcrypto' | 'javascript'): SignatureCheck {
  return isMade ? { state: 'signed', by } : { state: 'not-signed', ...notSigned('signature-differs') };
}

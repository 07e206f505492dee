/**
 * The signature algorithms of JOSE, one entry each (RFC 7518 section 3, RFC 8037, RFC 8812, RFC 9864, RFC 9964),
 * and whether a key may be used with one. Nothing here does cryptography, and nothing is imported but types:
 * the page reads this table without any key.
 */
import type { TriedReason } from '../codes.ts';
import type { JsonObject } from '../types.ts';

export type SignatureAlg =
  | 'HS256'
  | 'HS384'
  | 'HS512'
  | 'RS256'
  | 'RS384'
  | 'RS512'
  | 'PS256'
  | 'PS384'
  | 'PS512'
  | 'ES256'
  | 'ES384'
  | 'ES512'
  | 'EdDSA'
  | 'Ed25519'
  | 'Ed448'
  | 'ES256K'
  | 'ML-DSA-44'
  | 'ML-DSA-65'
  | 'ML-DSA-87';

export type SignatureKty = 'oct' | 'RSA' | 'EC' | 'OKP' | 'AKP';

/**
 * What WebCrypto is told, for importing a key and for using it alike: each operation reads the members
 * it knows and ignores the others.
 */
export interface SubtleParameters {
  readonly name: string;
  readonly hash?: string;
  readonly namedCurve?: string;
  /** bytes (RFC 7518 section 3.5: as long as the hash) */
  readonly saltLength?: number;
}

export interface SignatureAlgorithm {
  readonly alg: SignatureAlg;
  /** for people: 'HMAC with SHA-256' */
  readonly name: string;
  readonly definedIn: string;
  readonly kty: SignatureKty;
  /** the curves (`crv`) that a key may be on; left out where the key type has none */
  readonly curves?: readonly string[];
  readonly subtle: SubtleParameters;
  /** bytes; 'by-key' where the RSA modulus or the curve of an EdDSA key decides, see `signatureLength` */
  readonly signatureBytes: number | 'by-key';
  /** a key with fewer bits cannot do this at all */
  readonly smallestKeyBits?: number;
  /** a key with fewer bits works, and the RFC forbids it */
  readonly requiredKeyBits?: number;
  /** who can do the work: 'either' is WebCrypto where the runtime has it, and JavaScript elsewhere */
  readonly doneBy: 'webcrypto' | 'either' | 'javascript';
}

type HashBits = 256 | 384 | 512;

function hmac(alg: SignatureAlg, bits: HashBits): SignatureAlgorithm {
  return {
    alg,
    name: `HMAC with SHA-${bits}`,
    definedIn: 'RFC 7518 section 3.2',
    kty: 'oct',
    subtle: { name: 'HMAC', hash: `SHA-${bits}` },
    signatureBytes: bits / 8,
    smallestKeyBits: 1,
    requiredKeyBits: bits,
    doneBy: 'webcrypto',
  };
}

/** The smallest modulus holds a DigestInfo of 19 bytes, the hash and 11 bytes of padding (RFC 8017 section 9.2). */
function rsaPkcs1(alg: SignatureAlg, bits: HashBits, smallestKeyBits: number): SignatureAlgorithm {
  return {
    alg,
    name: `RSASSA-PKCS1-v1_5 with SHA-${bits}`,
    definedIn: 'RFC 7518 section 3.3',
    kty: 'RSA',
    subtle: { name: 'RSASSA-PKCS1-v1_5', hash: `SHA-${bits}` },
    signatureBytes: 'by-key',
    smallestKeyBits,
    requiredKeyBits: 2048,
    doneBy: 'webcrypto',
  };
}

/** The smallest modulus holds the hash, a salt as long as it and 10 bits more (RFC 8017 section 9.1.1). */
function rsaPss(alg: SignatureAlg, bits: HashBits): SignatureAlgorithm {
  return {
    alg,
    name: `RSASSA-PSS with SHA-${bits}`,
    definedIn: 'RFC 7518 section 3.5',
    kty: 'RSA',
    subtle: { name: 'RSA-PSS', hash: `SHA-${bits}`, saltLength: bits / 8 },
    signatureBytes: 'by-key',
    smallestKeyBits: 2 * bits + 10,
    requiredKeyBits: 2048,
    doneBy: 'webcrypto',
  };
}

function ecdsa(alg: SignatureAlg, curve: string, bits: HashBits, signatureBytes: number): SignatureAlgorithm {
  return {
    alg,
    name: `ECDSA on ${curve} with SHA-${bits}`,
    definedIn: 'RFC 7518 section 3.4',
    kty: 'EC',
    curves: [curve],
    subtle: { name: 'ECDSA', namedCurve: curve, hash: `SHA-${bits}` },
    signatureBytes,
    doneBy: 'webcrypto',
  };
}

function mlDsa(alg: SignatureAlg, signatureBytes: number): SignatureAlgorithm {
  return {
    alg,
    name: alg,
    definedIn: 'RFC 9964',
    kty: 'AKP',
    subtle: { name: alg },
    signatureBytes,
    doneBy: 'either',
  };
}

const ed25519: SignatureAlgorithm = {
  alg: 'Ed25519',
  name: 'EdDSA on Ed25519',
  definedIn: 'RFC 9864 section 2.2',
  kty: 'OKP',
  curves: ['Ed25519'],
  subtle: { name: 'Ed25519' },
  signatureBytes: 64,
  doneBy: 'either',
};

export const SIGNATURE_ALGORITHMS: Readonly<Record<SignatureAlg, SignatureAlgorithm>> = {
  HS256: hmac('HS256', 256),
  HS384: hmac('HS384', 384),
  HS512: hmac('HS512', 512),
  // 62 bytes would do for SHA-256, but a modulus below 512 bits is no key (docs/architecture.md, 'Keys').
  RS256: rsaPkcs1('RS256', 256, 512),
  RS384: rsaPkcs1('RS384', 384, 617),
  RS512: rsaPkcs1('RS512', 512, 745),
  PS256: rsaPss('PS256', 256),
  PS384: rsaPss('PS384', 384),
  PS512: rsaPss('PS512', 512),
  ES256: ecdsa('ES256', 'P-256', 256, 64),
  ES384: ecdsa('ES384', 'P-384', 384, 96),
  ES512: ecdsa('ES512', 'P-521', 512, 132),
  EdDSA: {
    ...ed25519,
    alg: 'EdDSA',
    name: 'EdDSA on Ed25519 or Ed448',
    definedIn: 'RFC 8037 section 3.1',
    curves: ['Ed25519', 'Ed448'],
    signatureBytes: 'by-key',
  },
  Ed25519: ed25519,
  // WebCrypto names Ed448 only in a draft and no browser has it, so nobody is asked.
  Ed448: {
    ...ed25519,
    alg: 'Ed448',
    name: 'EdDSA on Ed448',
    curves: ['Ed448'],
    subtle: { name: 'Ed448' },
    signatureBytes: 114,
    doneBy: 'javascript',
  },
  // WebCrypto has no secp256k1.
  ES256K: {
    ...ecdsa('ES256K', 'secp256k1', 256, 64),
    definedIn: 'RFC 8812 section 3.2',
    doneBy: 'javascript',
  },
  'ML-DSA-44': mlDsa('ML-DSA-44', 2420),
  'ML-DSA-65': mlDsa('ML-DSA-65', 3309),
  'ML-DSA-87': mlDsa('ML-DSA-87', 4627),
};

/** Answers whether `alg` (a value of the JOSE Header) names a signature algorithm of the table; `none` does not. */
export function isSignatureAlg(alg: string): alg is SignatureAlg {
  return Object.hasOwn(SIGNATURE_ALGORITHMS, alg);
}

/**
 * The entry that does the work for a key: for `EdDSA` that of the key's curve, which RFC 9864 gave names of their own;
 * for any other `alg` its own.
 */
export function algorithmFor(alg: SignatureAlg, curve: string | undefined): SignatureAlgorithm {
  if (alg !== 'EdDSA') return SIGNATURE_ALGORITHMS[alg];
  return curve === 'Ed448' ? SIGNATURE_ALGORITHMS.Ed448 : SIGNATURE_ALGORITHMS.Ed25519;
}

/** The part of a read key that the fit and the work look at; every `KeyMaterial` has it. */
export interface SignatureJwkKey {
  readonly kty: SignatureKty;
  readonly crv?: string | undefined;
  readonly bits?: number | undefined;
  readonly alg?: string | undefined;
  readonly use?: string | undefined;
  readonly keyOps?: readonly string[] | undefined;
  /** for `oct` the secret itself */
  readonly publicJwk: JsonObject;
  readonly privateJwk?: JsonObject | undefined;
}

/** A key of a JWK, or the bytes of a secret that came without one. */
export type SignatureKey = SignatureJwkKey | { readonly secret: Uint8Array };

export type Fit = 'fits' | Extract<TriedReason, 'kty' | 'crv' | 'alg' | 'use' | 'key_ops' | 'size' | 'empty'>;

/**
 * Answers whether a key may be used with `alg`, or what speaks against it, the weightiest first: `kty`, `crv`, `alg`,
 * `use`, `key_ops` (RFC 7517 sections 4.1 to 4.4), `size` (too small to do it at all), `empty` (a secret of no bytes).
 * Whether the private half is there is not asked: without it `signBytes` answers `private-key-needed`.
 */
export function fitOf(alg: SignatureAlg, key: SignatureKey, purpose: 'verify' | 'sign' = 'verify'): Fit {
  const entry = SIGNATURE_ALGORITHMS[alg];
  if ('secret' in key) return entry.kty === 'oct' ? sizeFit(entry, key.secret.length * 8) : 'kty';
  if (key.kty !== entry.kty) return 'kty';
  if (entry.curves !== undefined && !entry.curves.some((curve) => curve === key.crv)) return 'crv';
  if (!algAllows(alg, key)) return 'alg';
  if (key.use !== undefined && key.use !== 'sig') return 'use';
  if (!keyOpsAllow(key, purpose)) return 'key_ops';
  return sizeFit(entry, key.bits);
}

/** `EdDSA` and the name of the key's curve are one algorithm; the `alg` of an AKP key is its parameter set. */
function algAllows(alg: SignatureAlg, key: SignatureJwkKey): boolean {
  const bound = key.alg ?? (key.kty === 'AKP' ? key.publicJwk.alg : undefined);
  if (bound === undefined) return key.kty !== 'AKP';
  if (bound === alg) return true;
  return key.kty === 'OKP' && (bound === 'EdDSA' || bound === key.crv);
}

/** A private key that may only sign has a public half, and checking is what that half is for. */
function keyOpsAllow(key: SignatureJwkKey, purpose: 'verify' | 'sign'): boolean {
  if (key.keyOps === undefined || key.keyOps.includes(purpose)) return true;
  const hasPublicHalf = key.kty !== 'oct' && key.privateJwk !== undefined;
  return purpose === 'verify' && hasPublicHalf && key.keyOps.includes('sign');
}

function sizeFit(entry: SignatureAlgorithm, bits: number | undefined): Fit {
  if (bits === undefined || entry.smallestKeyBits === undefined || bits >= entry.smallestKeyBits) return 'fits';
  return entry.kty === 'oct' ? 'empty' : 'size';
}

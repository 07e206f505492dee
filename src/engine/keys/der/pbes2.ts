/** Encrypted PKCS#8 (RFC 5958 section 3) by PBES2 (RFC 8018 section 6.2): PBKDF2 or scrypt, AES-CBC. */
import { encodeUtf8 } from '../../token/utf8.ts';
import { integerFrom } from '../integers.ts';
import { done, refused } from '../outcome.ts';
import type { Outcome } from '../shapes.ts';
import { type DerNode, parseDer } from './tree.ts';

type Bytes = Uint8Array<ArrayBuffer>;
type Derive = (passphrase: Uint8Array, size: number) => Promise<Uint8Array>;

const PBES2 = '1.2.840.113549.1.5.13';
const PBKDF2 = '1.2.840.113549.1.5.12';
const SCRYPT = '1.3.6.1.4.1.11591.4.11';

/** A file that asks for more would hold the page up for minutes. */
const MOST_ROUNDS = 10_000_000n;
const MOST_SCRYPT_BYTES = 256n * 1024n * 1024n;

/** HMAC of PBKDF2 by its last arc under 1.2.840.113549.2; WebCrypto has no SHA-224 and no truncated SHA-512. */
const HMACS: Readonly<Record<string, { readonly noble: NobleHash; readonly webcrypto?: string }>> = {
  '7': { noble: 'sha1', webcrypto: 'SHA-1' },
  '8': { noble: 'sha224' },
  '9': { noble: 'sha256', webcrypto: 'SHA-256' },
  '10': { noble: 'sha384', webcrypto: 'SHA-384' },
  '11': { noble: 'sha512', webcrypto: 'SHA-512' },
  '12': { noble: 'sha512_224' },
  '13': { noble: 'sha512_256' },
};
type NobleHash = 'sha1' | 'sha224' | 'sha256' | 'sha384' | 'sha512' | 'sha512_224' | 'sha512_256';

/** AES-CBC (NIST), with the size of the key in bytes. */
const CIPHERS: Readonly<Record<string, number>> = {
  '2.16.840.1.101.3.4.1.2': 16,
  '2.16.840.1.101.3.4.1.22': 24,
  '2.16.840.1.101.3.4.1.42': 32,
};
const OTHER_SCHEMES: Readonly<Record<string, string>> = {
  '1.2.840.113549.3.7': 'DES-EDE3-CBC',
  '1.3.14.3.2.7': 'DES-CBC',
  '1.2.840.113549.3.2': 'RC2-CBC',
  '1.2.840.113549.1.5.3': 'PBES1 with MD5 and DES',
  '1.2.840.113549.1.5.10': 'PBES1 with SHA-1 and DES',
  '1.2.840.113549.1.12.1.3': 'PKCS#12 with SHA-1 and 3DES',
};

/** The PKCS#8 tree inside. Problems: `passphrase-needed`, `passphrase-wrong`, `unsupported-format` (another cipher). */
export async function decryptPkcs8(node: DerNode, passphrase: string | undefined): Promise<Outcome<DerNode>> {
  const [scheme, data] = node.children;
  const [kdf, cipher] = scheme?.children[1]?.children ?? [];
  const schemeOid = scheme?.children[0]?.oid ?? '';
  if (schemeOid !== PBES2) return unknownScheme(schemeOid);
  const cipherOid = cipher?.children[0]?.oid ?? '';
  const size = CIPHERS[cipherOid];
  if (size === undefined) return unknownScheme(cipherOid);
  const derive = derivationFrom(kdf);
  if (!derive.ok) return derive;
  if (passphrase === undefined || passphrase === '') return refused('passphrase-needed');
  const key = await derive.value(encodeUtf8(passphrase), size);
  const plain = await decryptCbc(key, cipher?.children[1]?.content, data?.content);
  const inner = plain && parseDer(plain);
  return inner === undefined ? refused('passphrase-wrong') : done(inner);
}

function unknownScheme<T>(oid: string): Outcome<T> {
  return refused('unsupported-format', { found: 'encrypted-by', name: OTHER_SCHEMES[oid] ?? oid });
}

function derivationFrom(kdf: DerNode | undefined): Outcome<Derive> {
  const oid = kdf?.children[0]?.oid ?? '';
  const parameters = kdf?.children[1]?.children ?? [];
  if (oid === PBKDF2) return pbkdf2From(parameters);
  return oid === SCRYPT ? scryptFrom(parameters) : unknownScheme(oid);
}

/** RFC 8018 appendix A.2: salt, rounds, perhaps the key's length, perhaps the function (HMAC-SHA-1 where it is left out). */
function pbkdf2From(parameters: readonly DerNode[]): Outcome<Derive> {
  const [salt, rounds] = parameters;
  const function_ = parameters.find(({ type }) => type === 'sequence')?.children[0]?.oid;
  const hmac = HMACS[function_ === undefined ? '7' : (/^1\.2\.840\.113549\.2\.(\d+)$/.exec(function_)?.[1] ?? '')];
  if (hmac === undefined) return unknownScheme(function_ ?? '');
  const count = integerFrom(rounds?.content ?? new Uint8Array(0));
  if (salt === undefined || count < 1n || count > MOST_ROUNDS)
    return refused('unsupported-format', { found: 'too-many-rounds' });
  const { noble, webcrypto } = hmac;
  return done(async (passphrase, size) => {
    const subtle: SubtleCrypto | undefined = globalThis.crypto?.subtle;
    const settings = { salt: new Uint8Array(salt.content), rounds: Number(count), size };
    return subtle === undefined || webcrypto === undefined
      ? pbkdf2InScript(noble, passphrase, settings)
      : pbkdf2InWebcrypto(subtle, webcrypto, passphrase, settings);
  });
}

interface Pbkdf2Settings {
  readonly salt: Bytes;
  readonly rounds: number;
  /** of the key, in bytes */
  readonly size: number;
}

async function pbkdf2InWebcrypto(
  subtle: SubtleCrypto,
  hash: string,
  passphrase: Uint8Array,
  settings: Pbkdf2Settings,
): Promise<Uint8Array> {
  const base = await subtle.importKey('raw', new Uint8Array(passphrase), 'PBKDF2', false, ['deriveBits']);
  const { salt, rounds: iterations, size } = settings;
  return new Uint8Array(await subtle.deriveBits({ name: 'PBKDF2', hash, salt, iterations }, base, size * 8));
}

async function pbkdf2InScript(name: NobleHash, passphrase: Uint8Array, settings: Pbkdf2Settings): Promise<Uint8Array> {
  const [{ pbkdf2Async }, sha2, legacy] = await Promise.all([
    import('@noble/hashes/pbkdf2.js'),
    import('@noble/hashes/sha2.js'),
    import('@noble/hashes/legacy.js'),
  ]);
  const hash = name === 'sha1' ? legacy.sha1 : sha2[name];
  return pbkdf2Async(hash, passphrase, settings.salt, { c: settings.rounds, dkLen: settings.size });
}

/** RFC 7914 section 7: salt, cost, block size, parallelization. */
function scryptFrom(parameters: readonly DerNode[]): Outcome<Derive> {
  const [salt, cost, block, parallel] = parameters;
  const [N, r, p] = [cost, block, parallel].map((node) => integerFrom(node?.content ?? new Uint8Array(0)));
  const isPower = N !== undefined && N > 1n && (N & (N - 1n)) === 0n;
  if (salt === undefined || !isPower || !r || !p || 128n * N * r > MOST_SCRYPT_BYTES || p > 16n) {
    return refused('unsupported-format', { found: 'too-many-rounds' });
  }
  return done(async (passphrase, size) => {
    const { scryptAsync } = await import('@noble/hashes/scrypt.js');
    return scryptAsync(passphrase, new Uint8Array(salt.content), {
      N: Number(N),
      r: Number(r),
      p: Number(p),
      dkLen: size,
    });
  });
}

/** In script for every size of key: Chromium's WebCrypto has no AES with 192 bits, and plain http has none at all. */
async function decryptCbc(
  key: Uint8Array,
  iv: Uint8Array | undefined,
  data: Uint8Array | undefined,
): Promise<Uint8Array | undefined> {
  const { cbc } = await import('@noble/ciphers/aes.js');
  try {
    return iv && data && cbc(key, new Uint8Array(iv)).decrypt(new Uint8Array(data));
  } catch {
    // padding that does not end the text as it must: the key, and so the passphrase, was another one
    return undefined;
  }
}

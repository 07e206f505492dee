/** Words about a key that has been read: what it is, what it can do, why a key of a set was used or not. */
import type { KeyProblemCode, TriedReason } from '../engine/codes.ts';
import type { KeyEncoding, KeyReport } from '../engine/types.ts';
import { bytes, count } from './numbers.ts';

export const KEY_REPORT = {
  noKey: 'No key',
  canCheck: 'Can check',
  canOpen: 'Can open',
  publicOnly: 'nothing: a public key only encrypts',
  thumbprint: 'Thumbprint',
  readAs: 'Read as',
  secretReadAs: 'Read the secret as',
  copyAs: 'Copy as',
  jwk: 'JWK',
  pem: 'PEM',
  copyJwk: 'Copy public JWK',
  copyPem: 'Copy public PEM',
  privateJwk: 'private JWK',
  privatePem: 'private PEM',
  copyPrivateJwk: 'Copy private JWK',
  copyPrivatePem: 'Copy private PEM',
  copyThumbprint: 'Copy thumbprint',
  passphrase: 'Passphrase',
  useAsSecret: 'Use as secret',
  tryAll: 'Try all anyway',
  kidIgnored: 'Every key is tried, whatever its kid.',
  onlyKid: 'Only keys with the kid',
  tokenKeyUsed: 'The key in the token is used. That proves nothing about who made it.',
  notTokenKey: 'Do not use it',
  ring: 'Keys in this set',
  nothingFits: 'nothing that a token uses',
} as const;

export const ENCODINGS: Readonly<Record<KeyEncoding, string>> = {
  auto: 'Auto',
  utf8: 'UTF-8',
  base64: 'base64',
  base64url: 'base64url',
  hex: 'hex',
};

const PROBLEM_CHIPS: Readonly<Record<KeyProblemCode, string>> = {
  empty: 'Empty key',
  truncated: 'Not a key: it stops early',
  'wrong-label': 'Not a key: wrong label',
  'bad-base64': 'Not a key: not base64',
  'passphrase-needed': 'Encrypted private key',
  'passphrase-wrong': 'Wrong passphrase',
  'not-a-key': 'Not a key',
  'unsupported-algorithm': 'Not a key for tokens',
  'unsupported-format': 'A format not read here',
  'missing-member': 'Not a key: a member is missing',
  'point-not-on-curve': 'Not a key: not on the curve',
  'bad-length': 'Not a key: wrong length',
  'unknown-kty': 'Not a key: unknown kty',
  'invalid-json': 'Not a key: not JSON',
  'invalid-jwks': 'Not a key set',
  'empty-set': 'Empty key set',
  'halves-differ': 'Not a key: its halves differ',
  'weak-key': 'Weak key, not used',
  'bad-encoding': 'Not in this encoding',
  'not-loaded': 'Not read: a part of this page is missing',
};

const KINDS: Readonly<Record<string, string>> = { RSA: 'RSA', EC: 'EC', OKP: 'EdDSA', AKP: 'ML-DSA' };

/** Formats by how they begin, the longest first. */
const FORMATS: readonly (readonly [start: string, words: string])[] = [
  ['pem-spki', 'SPKI PEM'],
  ['pem-pkcs8', 'PKCS#8 PEM'],
  ['pem-pkcs1', 'PKCS#1 PEM'],
  ['pem-sec1', 'SEC1 PEM'],
  ['pem-x509', 'certificate'],
  ['pem-csr', 'certificate request'],
  ['pem', 'PEM'],
  ['der', 'DER'],
  ['openssh', 'OpenSSH'],
  ['jwks', 'JWKS'],
  ['jwk', 'JWK'],
];

function formatWords(format: string): string {
  return FORMATS.find(([start]) => format.startsWith(start))?.[1] ?? format;
}

function sizeWords({ kty, crv, bits, jwk }: KeyReport): string | undefined {
  if (crv !== undefined) return crv;
  if (kty === 'AKP' && typeof jwk === 'object' && jwk !== null && 'alg' in jwk) return String(jwk.alg);
  return bits === undefined ? undefined : `${bits} bit`;
}

export interface KeyChip {
  readonly words: string;
  readonly tone: 'ink' | 'warn' | 'fail' | 'idle';
  readonly private: boolean;
}

const join = (...parts: readonly (string | undefined)[]) => parts.filter((part) => part !== undefined).join(' · ');

/** What the key is for. */
export interface ChipPurpose {
  /** the `kid` that the header names */
  readonly kid: string | undefined;
  /** to decrypt, for which a private key or a secret is needed: no reason to warn */
  readonly encrypted: boolean;
  /** the secret is a password */
  readonly password: boolean;
}

function setChip(report: KeyReport, members: readonly KeyReport[], { kid, encrypted }: ChipPurpose): KeyChip {
  const matching = kid === undefined ? 0 : members.filter((member) => member.kid === kid).length;
  const matches = kid === undefined ? undefined : `${matching} ${matching === 1 ? 'matches' : 'match'} kid`;
  return {
    words: join(formatWords(report.format), count(members.length, 'key', 'keys'), matches),
    tone: !encrypted && members.some((member) => member.private || member.kty === 'oct') ? 'warn' : 'ink',
    private: !encrypted && members.some((member) => member.private),
  };
}

function secretChip(report: KeyReport, { encrypted, password }: ChipPurpose): KeyChip {
  const size = report.bits === undefined ? undefined : bytes(Math.ceil(report.bits / 8));
  if (password) return { words: join('Password', size), tone: 'ink', private: false };
  const form = report.encoding === undefined ? formatWords(report.format) : ENCODINGS[report.encoding];
  const short = !encrypted && report.notes.some(({ code }) => code === 'hmac-key-short');
  return {
    words: join('Shared secret', size, form),
    tone: short ? 'warn' : 'ink',
    private: false,
  };
}

/** Kind, size and form of the key in the box. Grey: recognised. Amber: a private key, a short secret. Red: no key. */
export function keyChip(report: KeyReport | undefined, purpose: ChipPurpose): KeyChip {
  if (report === undefined) return { words: KEY_REPORT.noKey, tone: 'idle', private: false };
  if (report.problem !== undefined) {
    const tone = report.problem.code === 'passphrase-needed' ? 'warn' : 'fail';
    return { words: PROBLEM_CHIPS[report.problem.code], tone, private: tone === 'warn' };
  }
  if (report.members !== undefined) return setChip(report, report.members, purpose);
  if (report.kty === undefined || report.kty === 'oct') return secretChip(report, purpose);
  const half = report.private ? 'private key' : 'public key';
  return {
    words: join(`${KINDS[report.kty] ?? report.kty} ${half}`, sizeWords(report), formatWords(report.format)),
    tone: report.private && !purpose.encrypted ? 'warn' : 'ink',
    private: report.private && !purpose.encrypted,
  };
}

const TRIED: Readonly<Record<TriedReason, string>> = {
  'signature-match': 'made this signature',
  'signature-mismatch': 'did not make this signature',
  'signature-der': 'used; the signature is in DER',
  decrypted: 'opened this token',
  'decryption-failed': 'did not open this token',
  'pbes2-rounds': 'not tried: too many rounds',
  'another-layer': 'used for another part of this token',
  kid: 'skipped: another kid',
  kty: 'skipped: another kind of key',
  crv: 'skipped: another curve',
  size: 'skipped: too small',
  use: 'skipped: its use forbids it',
  key_ops: 'skipped: its key_ops forbid it',
  alg: 'skipped: made for another algorithm',
  'public-as-secret': 'skipped: a public key is no secret',
  empty: 'skipped: empty',
  unreadable: 'skipped: cannot be read',
  runtime: 'skipped: this browser cannot use it',
};

type Try = KeyReport['tried'][number];

/** What counts of all that came of a key: that it did something, else that it was used, else why it was not. */
export function bestTry({ tried }: KeyReport): Try | undefined {
  const did = tried.find(({ outcome }) => outcome === 'verified' || outcome === 'decrypted');
  return did ?? tried.find(({ outcome }) => outcome === 'failed') ?? tried.at(-1);
}

/** What became of a key of the set. */
export function triedWords(report: KeyReport): string {
  const best = bestTry(report);
  return best === undefined ? (report.problem?.message ?? '') : TRIED[best.reason];
}

/** A key of a set, in one line. */
export function memberWords(report: KeyReport): string {
  const kind = report.kty === undefined ? undefined : (KINDS[report.kty] ?? report.kty);
  return join(report.kid ?? 'no kid', kind, sizeWords(report));
}

export const moreKeys = (rest: number) => `and ${count(rest, 'key', 'keys')} more`;

/** Words of the encrypted parts, and of the content while it cannot be read. */
import { bytes, number } from './numbers.ts';

export const ENCRYPTED = {
  locked: 'cannot be read without the key',
  opened: 'opened with your key',
  malformed: 'as far as they are here',
  shownAs: 'Parts shown as',
  hex: 'Hex',
  base64url: 'base64url',
  empty: 'empty',
  unreadable: 'does not decode to bytes',
  noKeyDirect: 'none: the shared secret is the content key',
  noKeyAgreed: 'none: the agreed key is the content key',
  showAll: (part: string) => `Show all of the ${part}`,
  showLess: (part: string) => `Show less of the ${part}`,
  copy: (part: string) => `Copy ${part}`,
} as const;

export type EncryptedPart = 'encrypted-key' | 'iv' | 'ciphertext' | 'tag' | 'aad';

const PARTS: Readonly<Record<EncryptedPart, string>> = {
  'encrypted-key': 'Encrypted key',
  iv: 'IV',
  ciphertext: 'Ciphertext',
  tag: 'Auth tag',
  aad: 'AAD',
};

/** 'Encrypted key', 'Encrypted key 2'; `index` where there are several. */
export function partName(part: EncryptedPart, index: number | undefined): string {
  return index === undefined ? PARTS[part] : `${PARTS[part]} ${index + 1}`;
}

export const partSize = bytes;
export const cutPart = (shown: number, all: number) => `${number(shown)} of ${bytes(all)}; Copy holds them all.`;

/** The content of a JWE: what is shown in its place. */
export const CONTENT = {
  needsKey: 'The content is locked',
  failed: 'Could not decrypt',
  cannot: 'Cannot decrypt here',
  malformed: 'Nothing to decrypt yet',
  stopped: 'Stopped',
  tooLarge: 'Stopped while inflating',
  rounds: 'This takes many rounds',
  addKey: 'Add the key',
  showKey: 'Show key',
  startAgain: 'Start again',
  inflateUpTo: 'Inflate up to',
  decrypting: 'Decrypting…',
  largeTitle: 'Too large to edit here',
} as const;

/** The limits that can be chosen for a compressed content, in bytes. */
export const INFLATE_LIMITS = [
  { bytes: 10_000_000, words: '10 MB' },
  { bytes: 50_000_000, words: '50 MB' },
  { bytes: 100_000_000, words: '100 MB' },
] as const;

/** Of a content that no editor is given; `shown` of its characters stand below the sentence. */
export const largeSentence = (size: number, shown: number) =>
  `The content has ${bytes(size)}. Copy holds all of it; here are its first ${number(shown)} characters.`;

export const doRounds = (rounds: number) => `Do ${number(rounds)} rounds`;

/** What opens a token with this `alg`; `keyBytes`: size of the shared secret, where the algorithm fixes it. */
export function neededKey(alg: string, mode: string | undefined, keyBytes: number | undefined): string {
  switch (mode) {
    case 'transport':
      return `${alg}: the RSA private key of the recipient opens it.`;
    case 'agreement':
    case 'agreement-wrap':
      return `${alg}: the private key of the recipient, on the curve that “epk” names, opens it.`;
    case 'password':
      return `${alg}: the password opens it.`;
    case 'direct':
    case 'wrap':
    case 'gcm-wrap':
      return keyBytes === undefined
        ? `${alg}: the shared secret opens it.`
        : `${alg}: the shared secret of ${bytes(keyBytes)} opens it.`;
    default:
      return '';
  }
}

/** What a decrypted content is, beside its size. */
export function nestedKind(type: 'jws' | 'jwe'): string {
  return type === 'jws' ? 'a signed token' : 'an encrypted token';
}

/** 'Layer 2 of 3: a signed token' */
export function layerLine(depth: number, count: number, type: 'jws' | 'jwe'): string {
  return `Layer ${depth + 1} of ${count}: ${nestedKind(type)}`;
}

export const LAYER = {
  back: (depth: number) => `Back to layer ${depth}`,
} as const;

const TITLES: Readonly<Record<string, string>> = {
  pbes2: 'Deriving the key from the password',
  secrets: 'Trying secrets',
};

/** Work that takes longer than a glance. */
export const PROGRESS = {
  title: (what: string) => TITLES[what] ?? 'Working',
  count: (done: number, total: number) => `${number(done)} of ${number(total)}`,
  stop: 'Stop',
  reckoning: 'Reckoning how long it takes…',
  left: (seconds: number) =>
    seconds < 90 ? `About ${seconds} s left.` : `About ${Math.round(seconds / 60)} min left.`,
  quarter: (percent: number) => `${percent} percent done`,
} as const;

/** Words of the signature pane. */
import { bytes, count, number } from './numbers.ts';

export const SIGNATURE = {
  title: 'Signature',
  ghost: 'shows whether anyone changed it',
  copy: 'Copy signature',
  shownAs: 'Signature shown as',
  hex: 'Hex',
  base64url: 'base64url',
  showAll: 'Show all',
  showLess: 'Show less',
  empty: 'The signature is empty.',
  unreadable: 'The signature segment does not decode to bytes.',
  missing: 'There is no signature segment.',
  whenYouEdit: 'When you edit',
  keep: 'Keep signature',
  resign: 'Re-sign with key',
  keepEncrypted: 'Keep as it is',
  encryptAgain: 'Encrypt again',
  derTitle: 'The signature is in DER',
  derRewrite: 'Rewrite as r and s',
} as const;

export type SigningReason =
  | 'no-key'
  | 'public-key'
  | 'other-key'
  | 'unreadable'
  | 'no-token'
  | 'unsecured'
  | 'hides-failure'
  | 'keeps'
  | 'resigns';

export const SIGNING_REASONS: Readonly<Record<SigningReason, string>> = {
  'no-token': 'Edits sign again where the key can sign.',
  'no-key': 'To re-sign, add a secret or a private key.',
  'public-key': 'A public key cannot sign.',
  'other-key': 'The key in the box cannot sign for this algorithm.',
  unreadable: 'The key in the box cannot be read.',
  unsecured: 'With alg none, re-signing empties the signature.',
  'hides-failure': 'Re-signing hides the failure.',
  keeps: 'Edits keep the signature as it is.',
  resigns: 'Edits are signed with the key in the box.',
};

/** The same for an encrypted layer. */
export const SEALING_REASONS = {
  'no-key': 'To encrypt again, add the key.',
  unreadable: 'The key in the box cannot be read.',
  undecided: 'Edits encrypt again where the key can encrypt.',
  'cannot-encrypt': 'The key in the box cannot encrypt for this token.',
  keeps: 'A changed header is authenticated: the content no longer opens.',
  again: 'Edits are encrypted with the key in the box.',
} as const;

export type SealingReason = keyof typeof SEALING_REASONS;

const FAMILIES: readonly (readonly [pattern: RegExp, name: string])[] = [
  [/^HS(\d{3})$/, 'HMAC with SHA-$1'],
  [/^RS(\d{3})$/, 'RSASSA-PKCS1-v1_5 with SHA-$1'],
  [/^PS(\d{3})$/, 'RSASSA-PSS with SHA-$1'],
  [/^ES256$/, 'ECDSA on P-256 with SHA-256'],
  [/^ES384$/, 'ECDSA on P-384 with SHA-384'],
  [/^ES512$/, 'ECDSA on P-521 with SHA-512'],
  [/^ES256K$/, 'ECDSA on secp256k1 with SHA-256'],
  [/^EdDSA$/, 'EdDSA'],
  [/^Ed(25519|448)$/, 'EdDSA on Ed$1'],
  [/^(ML-DSA-\d\d)$/, '$1'],
];

/** The algorithm's long name; undefined where it is none that we verify. */
export function algorithmName(alg: string): string | undefined {
  const family = FAMILIES.find(([pattern]) => pattern.test(alg));
  return family && alg.replace(family[0], family[1]);
}

export const signatureSize = bytes;
export const shownOf = (shown: number, all: number) => `${number(shown)} of ${bytes(all)}.`;
export const cutAt = (shown: number) =>
  `Only the first ${count(shown, 'byte', 'bytes')} are drawn; Copy holds them all.`;

const FORMULA_KEYS = { secret: 'secret', private: 'private key' } as const;
type FormulaKey = keyof typeof FORMULA_KEYS;

/** What the signature is computed over and with; pieces so that header and payload can be marked. */
export const FORMULA = {
  open: 'base64url(',
  join: ') + "." + base64url(',
  close: (key: FormulaKey) => `), ${FORMULA_KEYS[key]})`,
  /** with b64: false the payload is signed as it is (RFC 7797 section 3) */
  joinPlain: ') + "." + ',
  closePlain: (key: FormulaKey) => `, ${FORMULA_KEYS[key]})`,
} as const;
